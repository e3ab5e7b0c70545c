import type { Comparison, Draft } from '../compare/changes/change.ts';
import { compareKeyed, movedItems, numbered } from '../compare/changes/compare.ts';
import { quoted, quoteMarks } from '../compare/changes/field-change.ts';
import { sameWords } from '../compare/changes/same-words.ts';
import { factTextChange } from '../compare/changes/word-change.ts';
import type { TextBlock } from '../resolve/policy-model.ts';
import type { BlockDefinition, Placed } from './block.ts';

export const definitions: BlockDefinition<'definitions'> = {
  type: 'definitions',
  resolve: (items) => ({ block: { type: 'definitions', items } }),
  heldAt: (path) => ['items', ...path],
  page: ({ items }, path, { block }) => ({
    type: 'definitions',
    items: items.map(({ term, text }) => ({ term, text: block(`${path}.definitions.${term}`, text) })),
  }),
  together: (before, after, section, comparison) =>
    definitionChanges(termsOf(before), termsOf(after), section, comparison),
};

function termsOf(blocks: readonly TextBlock<'definitions'>[]): Record<string, string> {
  const items = blocks.flatMap(({ items }) => items);
  return numbered(items.map(({ term, text }) => [term, text]));
}

function definitionChanges(
  old: Record<string, string>,
  now: Record<string, string>,
  { path, name: section }: Placed,
  comparison: Comparison,
): Draft[] {
  const { kept, ...others } = compareKeyed(old, now);
  const { renamed, added, removed } = renamedTerms(others);
  const base = (key: string) => ({ path: `${path}.definitions.${termOf(key)}` });
  const drafts: Draft[] = [
    ...renamed.map(([former, key]) => ({ ...base(key), ...renamedTerm(termOf(former), termOf(key)) })),
    ...added.map(([key, after]): Draft => {
      const parts = { name: quoteMarks(termOf(key)), after: quoted(after) };
      return { rule: 'definition-added', ...base(key), after, parts };
    }),
    ...removed.map(([key, before]): Draft => {
      const parts = { name: quoteMarks(termOf(key)), before: quoted(before) };
      return { rule: 'definition-removed', ...base(key), before, parts };
    }),
    ...kept
      .filter(([, before, after]) => before !== after)
      .flatMap(([key, ...texts]) => {
        const place = { ...base(key), name: quoteMarks(termOf(key)) };
        const changed = changedText(termOf(key), texts, comparison);
        return sameWords(...texts, place, comparison) ?? [{ ...base(key), ...changed }];
      }),
  ];
  if (movedItems(Object.keys(old), Object.keys(now)).length === 0) return drafts;
  const order = { before: Object.keys(old).map(termOf), after: Object.keys(now).map(termOf) };
  return [
    ...drafts,
    { rule: 'order-changed', path: `${path}.definitions`, ...order, parts: { name: section } },
  ];
}

// A term that is explained twice has a number behind it.
function termOf(key: string): string {
  return key.replace(/ \d+$/, '');
}

function renamedTerm(before: string, after: string): Omit<Draft, 'path'> {
  const parts = { before: quoteMarks(before), after: quoteMarks(after) };
  return { rule: 'definition-renamed', before, after, parts };
}

function changedText(
  term: string,
  [before, after]: [string, string],
  comparison: Comparison,
): Omit<Draft, 'path'> {
  const { verdict, shown } = factTextChange(before, after, comparison);
  const parts = {
    name: quoteMarks(term),
    before: quoteMarks(shown.before),
    after: quoteMarks(shown.after),
  };
  const level = verdict.level === 'editorial' && { level: 'editorial' as const };
  return { rule: 'definition-changed', before, after, parts, ...level };
}

type Terms = [key: string, text: string][];

// The same meaning under another term.
function renamedTerms({ added, removed }: { added: Terms; removed: Terms }): {
  renamed: [former: string, key: string][];
  added: Terms;
  removed: Terms;
} {
  const left = [...removed];
  const renamed: [string, string][] = [];
  const news = added.filter(([key, text]) => {
    const at = left.findIndex(([, old]) => old === text);
    const [former] = at < 0 ? [] : left.splice(at, 1);
    if (former) renamed.push([former[0], key]);
    return former === undefined;
  });
  return { renamed, added: news, removed: left };
}
