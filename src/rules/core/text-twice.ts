import type { PolicyFile } from '../../../schemas/policy.ts';
import type { YamlPath } from '../../read/places.ts';
import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { indexOf } from '../english/text-index.ts';
import type { Draft, PolicyRule, Spot, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const textTwice: PolicyRule = {
  id: 'core/text-twice',
  about: 'policy',
  severity: 'warning',
  summary:
    'No sentence, paragraph or block stands twice in a row, and no passage of several paragraphs in two places.',
  why: 'What was pasted twice is changed in one place and stays in the other, and then the policy says two things.',
  cites: [internal('A text is read before it is published: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Changes
            content: [We tell you of every change before it binds you., It binds you on the day that we name.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Changes
            content: [We tell you of every change before it binds you., We tell you of every change before it binds you.]
      `,
      problem: {
        at: 'policy.yaml:3:65',
        message: '“We tell you of every change before it binds you.” stands twice in a row.',
      },
    },
  },
  *check({ written, texts }: Subject): Iterable<Draft> {
    for (const text of texts) yield* sentencesTwice(text);
    const parts = partsIn(written.sections);
    const known = new Map<string, number>();
    let told = 0;
    for (const [index, part] of parts.entries()) {
      const first = known.get(part.key);
      if (first === undefined) known.set(part.key, index);
      const before = parts[index - 1];
      if (index < told || first === undefined || !before) continue;
      if (before.key === part.key && before.list === part.list) {
        if (isWhole(part)) yield inARow(part, before);
        continue;
      }
      const passage = commonFrom(parts, first, index);
      told = index + passage.length;
      const [start] = passage;
      if (start && passage.length > 2 && wordsOf(passage) >= fewestOfPassage)
        yield inTwoPlaces(passage, parts[first] as Part);
    }
  },
};

/** A paragraph or block of a section; `key` is the same for two that say the same. */
type Part = { at: Spot; key: string; shown: string; words: number; list: string };

// Short lines come again in forms; what stands again on purpose is short as well.
const fewest = 8;
const fewestOfPassage = 80;

function isWhole({ words, shown }: Part): boolean {
  return words >= fewest || shown.startsWith('`');
}

function wordsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { words }) => sum + words, 0);
}

// The parts from one place on that stand from an earlier one on as well.
function commonFrom(parts: readonly Part[], first: number, second: number): Part[] {
  let length = 0;
  while (second + length < parts.length && first + length < second) {
    if (parts[first + length]?.key !== parts[second + length]?.key) break;
    length += 1;
  }
  return parts.slice(second, second + length);
}

// A sentence, blanked of what it quotes, and the same behind it.
const again = /(?<=^|[.!?]\s+)(\S[^.!?]{25,500}[.!?])\s+(\1)(?=\s|$)/g;

function* sentencesTwice(text: WrittenText): Iterable<Draft> {
  for (const { index, 0: both, 1: blank = '' } of indexOf(text).blank.matchAll(again)) {
    const offset = index + both.length - blank.length;
    const [first, second] = [index, offset].map((at) => text.text.slice(at, at + blank.length));
    if (first !== second || /\n\s*\n/.test(both)) continue;
    const spot = { path: text.path, mark: { offset, length: blank.length } };
    yield inARow(
      { at: spot, shown: `“${quotable(second ?? '')}”` },
      { at: { ...spot, mark: { offset: index, length: blank.length } } },
    );
  }
}

function inARow({ at, shown }: Pick<Part, 'at' | 'shown'>, before: Pick<Part, 'at'>): Draft {
  return {
    at,
    message: `${shown} stands twice in a row.`,
    help: 'Delete one of the two.',
    related: [{ at: before.at, message: 'It stands here first.' }],
    each: { name: shown, all: (names) => `${names} stand twice in a row each.` },
  };
}

function inTwoPlaces(passage: readonly Part[], first: Part): Draft {
  const [{ at, shown } = first] = passage;
  return {
    at,
    severity: 'info',
    message: `${passage.length} paragraphs from ${shown} on stand in two places.`,
    help: 'Delete them in one of the two and lead there with a link, or leave them if readers need both.',
    related: [{ at: first.at, message: 'They stand here first.' }],
    each: { name: shown, all: (names) => `Paragraphs from ${names} on stand in two places each.` },
  };
}

type Sections = NonNullable<PolicyFile['sections']>;

function partsIn(sections: Sections, before: YamlPath = []): Part[] {
  return sections.flatMap(({ content = [], sections: inner = [] }, index) => {
    const path = [...before, 'sections', index];
    const own = content.flatMap((item, number) => partsOf(item, [...path, 'content', number]));
    return [...own, ...partsIn(inner, path)];
  });
}

function partsOf(item: NonNullable<Sections[number]['content']>[number], path: YamlPath): Part[] {
  const list = path.slice(0, -1).join('.');
  if (typeof item !== 'string') {
    const shown = `\`${Object.keys(item)[0]}\``;
    return [{ at: { path }, key: JSON.stringify(item), shown, words: 0, list }];
  }
  return [...item.matchAll(/\S.*(?:\n(?!\s*\n).+)*/g)].flatMap(({ index: offset, 0: words }) => {
    const all = words.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
    const at = { path, mark: { offset, length: words.trimEnd().length } };
    const shown = `“${quotable(words)}”`;
    return all.length > 0 ? [{ at, key: all.join(' '), shown, words: all.length, list }] : [];
  });
}
