import { shownEntries } from '../../disclosures/in-order.ts';
import type { Facts, ResolvedBlock } from '../../resolve/policy-model.ts';
import { listed } from '../../text/listed.ts';
import { transparencyGuidelines } from '../cites/core.ts';
import { hedgesIn } from '../english/hedges.ts';
import { isEnglish } from '../english/written-texts.ts';
import { allSections } from '../facts/placed-sections.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const hedgeDensity: PolicyRule = {
  id: 'core/hedge-density',
  about: 'policy',
  severity: 'info',
  kinds: ['privacy-policy', 'cookie-policy', 'children-notice'],
  summary: 'A section says what is done, with few words such as “may”, “some” and “where appropriate”.',
  why: 'A reader who learns that data may be used, in some cases, where appropriate, has learned nothing.',
  cites: [transparencyGuidelines('on language qualifiers')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Sharing
            content: [We give your address to the carrier who delivers your order.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Sharing
            content: ["We may share some data with certain partners, where appropriate."]
      `,
      problem: {
        at: 'policy.yaml:2:12',
        message: '“Sharing” hedges 4 times in 10 words: “may”, “some”, “certain” and “where appropriate”.',
      },
    },
  },
  *check({ policy }: Subject): Iterable<Draft> {
    if (!isEnglish(policy)) return;
    for (const { section, path } of allSections(policy.sections)) {
      // What rights there are depends on where a reader lives.
      if (/\brights\b/i.test(section.title)) continue;
      const text = section.content.flatMap((block) => textsOf(block, policy.facts)).join('\n');
      const hedges = hedgesIn(text);
      const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
      if (hedges.length < fewest || hedges.length * wordsPerHedge < words) continue;
      const kinds = [...new Set(hedges.map((hedge) => `“${hedge.toLowerCase()}”`))];
      yield {
        at: { path: [...path, 'title'] },
        message: `“${section.title}” hedges ${hedges.length} times in ${words} words: ${listed(kinds)}.`,
        help: 'Say what is done, when and with what; where something depends on a condition, name it.',
      };
    }
  },
};

const fewest = 3;
const wordsPerHedge = 25;

function textsOf(block: ResolvedBlock, facts: Facts): string[] {
  if (block.type === 'prose' || block.type === 'callout') return [block.text];
  if (block.type === 'definitions' || block.type === 'cards') return block.items.map(({ text }) => text);
  if (block.type === 'fact') return proseOf(facts[block.of]);
  if (block.type !== 'inventory') return [];
  const shown = shownEntries(block.of, facts);
  return block.ids.flatMap((id) => proseOf(shown[id]));
}

// Words stand in sentences, ids and values do not.
function proseOf(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(proseOf) : [];
}
