import { type PolicyFile, policyFile } from '../../../schemas/policy.ts';
import { makeMemory, oncePer } from '../../memory.ts';
import type { YamlPath } from '../../read/places.ts';
import { kindOf, leavesOf } from '../../read/shape.ts';
import type { Spot, Subject, WrittenText } from '../rule.ts';
import { indexOf } from './text-index.ts';

// What says something about the text instead of being a part of it.
const aside = new Set(['change', 'aliases', 'moved', 'steps']);

/** Lists every text of a policy file that readers see, in the order of the file. */
export function writtenTexts(written: PolicyFile): WrittenText[] {
  return leavesOf(policyFile, written).flatMap(({ path, value, schema }) => {
    const kind = kindOf(schema);
    const isShown = (kind === 'text' || kind === 'prose') && !aside.has(String(path[0]));
    return typeof value === 'string' && isShown ? [{ path, text: value, ...sectionOf(written, path) }] : [];
  });
}

function sectionOf({ sections }: PolicyFile, path: YamlPath): { section?: string } {
  const named = sectionsAbove(sections, path).findLast(({ id, title }) => id ?? title);
  const section = named?.id ?? named?.title;
  return section === undefined ? {} : { section };
}

type Titled = { id?: string | undefined; title: string; sections?: readonly Titled[] | undefined };

/** The sections around what stands at a path of a policy, from the outermost. */
export function sectionsAbove(
  sections: readonly Titled[] | undefined,
  [key, index, ...rest]: YamlPath,
): Titled[] {
  const section = key === 'sections' ? sections?.[Number(index)] : undefined;
  return section ? [section, ...sectionsAbove(section.sections, rest)] : [];
}

/** A place in a text where a pattern matches. */
export type Match = { at: Spot; words: string; text: WrittenText };

/**
 * Finds every match of a pattern in texts written in English; the rules that read prose know no other language.
 * A space in the pattern also stands for the end of a line. Quotations are left out: what they show is a fact, which
 * has rules of its own.
 */
export function matches(
  { policy, texts }: Pick<Subject, 'policy' | 'texts'>,
  pattern: RegExp,
  among: (text: WrittenText) => boolean = () => true,
): Match[] {
  if (!isEnglish(policy)) return [];
  const global = globalOf(pattern);
  return texts.filter(among).flatMap((text) =>
    indexOf(text)
      .find(global)
      .map(({ index: offset, 0: words }) => ({
        at: { path: text.path, mark: { offset, length: words.length } },
        words,
        text,
      })),
  );
}

// The rules ask for the same patterns in every policy, some of which are made anew each time.
const globalOf = oncePer((pattern: RegExp): RegExp => {
  const { source, flags } = acrossLines(pattern);
  const own = [...new Set(`${flags}gi`)].sort().join('');
  return globals(`${own} ${source}`, () => new RegExp(source, own));
});

const globals = makeMemory<RegExp>(2_000);

/** Whether the rules that read prose can read a text. */
export function isEnglish({ language }: { language: string }): boolean {
  return /^en(-|$)/.test(language);
}

/** A pattern in which a space also stands for the end of a line, and a hyphen for those of typographers. */
export const acrossLines = oncePer(({ source, flags }: RegExp): RegExp => {
  const wide = source.replaceAll('[- ]', '(?:[-‐‑]| )').replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');
  return new RegExp(wide, flags);
});
