import type { Rule } from '../problem.ts';

/**
 * What a checker of policies is expected to look for and no rule here has to: either a file or version with that fault
 * is refused before any rule runs, or the model leaves no way to write it.
 */
export type HeldRule = { id: `core/${string}`; summary: string } & ({ by: Rule[] } | { because: string });

export const heldRules: readonly HeldRule[] = [
  {
    id: 'core/anchor-unique',
    summary: 'Anchors are unique in a document, and those of published versions never vanish.',
    by: ['reference/duplicate', 'yaml/duplicate-key', 'version/anchor-lost'],
  },
  {
    id: 'core/anchor-dangling',
    summary: 'Links, ids and quotations lead somewhere.',
    by: ['prose/link-unknown', 'reference/unknown', 'quotation/unknown'],
  },
  {
    id: 'core/notice-period',
    summary: 'A material change binds no sooner than the policy promises.',
    by: ['version/notice'],
  },
  {
    id: 'core/materiality-understated',
    summary: 'A change that its facts propose as material is not called immaterial without a reason.',
    by: ['version/judgement'],
  },
  {
    id: 'core/unchanged-date',
    summary: 'Changed text has a new date.',
    by: ['version/changed-text'],
  },
  {
    id: 'core/changed-frozen',
    summary: 'A published version stays as it was sealed.',
    by: ['version/record', 'version/chain'],
  },
  {
    id: 'core/session-with-max-age',
    summary: 'A session cookie has no fixed lifetime.',
    because: '`expires` is one value: `session`, a period, or both in one: `session or 20 hours`.',
  },
  {
    id: 'core/seconds-or-millis',
    summary: 'A lifetime in seconds is not one in milliseconds.',
    because: 'A period names its unit, and no count has more than four digits.',
  },
  {
    id: 'core/gpc-file-mismatch',
    summary: 'What a file for machines says of Global Privacy Control is what the text says.',
    because: 'No such file is written; the text and its facts are one.',
  },
  {
    id: 'core/translation-drift',
    summary: 'A translation says what its source says.',
    because: 'A policy is written in one language; a second text of it is refused (file/name).',
  },
  {
    id: 'core/fragment-unused-param',
    summary: 'A shared text is given all it asks for.',
    because:
      'There are no texts with parameters; a quotation that names nothing is refused (quotation/unknown).',
  },
];
