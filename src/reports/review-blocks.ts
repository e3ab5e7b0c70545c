import type {
  PolicyReview,
  Review,
  ReviewChange,
  ReviewProblem,
  SharedChange,
} from '../review/review-model.ts';
import {
  anchorWords,
  carriedSentences,
  changeGroups,
  directionWords,
  faultCounts,
  findingCounts,
  languageName,
  namedSentence,
  namedWords,
  problemRows,
  recordCounts,
  sharedWords,
} from '../review/sentences.ts';

/**
 * A stretch of a review: plain text; a name of a file or key; words of a policy, in its language; a remark; a link,
 * whose address is shown instead where it leads nowhere from here; or a list of names.
 */
export type Inline =
  | string
  | { type: 'code' | 'remark'; text: string }
  | { type: 'quoted'; text: string; language: string }
  | { type: 'link'; text: string; address: string }
  | { type: 'names'; names: Inline[][] };

/** A line of a list, and the lines under it. */
export type Item = { text: Inline[]; items: Inline[][] };

// What is said of a policy, under a term; `line` says it where there are no terms.
type Fact = { term: string; value: Inline[]; line: Inline[] };

/** A part of a review, the same in every format that people read. */
export type Block =
  | { type: 'heading' | 'text'; text: Inline[] }
  | { type: 'list'; title?: string; items: Item[] }
  | { type: 'table'; caption: string; heads: string[]; rows: Inline[][][] }
  | { type: 'facts'; facts: Fact[] }
  | { type: 'redline'; policy: PolicyReview }
  | { type: 'policy'; blocks: Block[] };

/** Everything a review says after its head. */
export function reviewBlocks(review: Review): Block[] {
  return [
    ...recordBlocks(review),
    ...faultBlocks(review),
    ...review.policies.map(policyBlock),
    ...unchangedBlocks(review),
    ...sharedBlocks(review),
    ...findingBlocks(review),
    ...unreadBlocks(review),
  ];
}

// What was published stays: nothing else of a change weighs as much.
function recordBlocks({ records }: Review): Block[] {
  if (records.length === 0) return [];
  return [
    { type: 'heading', text: ['Published records that this change touches'] },
    {
      type: 'text',
      text: [`${recordCounts(records)} What readers were promised to find again would be gone.`],
    },
    list(records.map(({ message, help = '' }) => withCode(`${message} ${help}`))),
  ];
}

function faultBlocks({ unreadable, faults }: Review): Block[] {
  if (unreadable.length === 0 && faults.length === 0) return [];
  const lost = ' could not be read because of its faults: what changes in it is not known.';
  return [
    { type: 'heading', text: ['Faults'] },
    list(unreadable.map(({ policy, file }) => [code(policy), ' (', code(file), `)${lost}`])),
    { type: 'text', text: [faultCounts(faults)] },
    {
      type: 'table',
      caption: 'Faults',
      heads: ['Severity', 'Rule', 'What is wrong', 'Place', 'New'],
      rows: faults.map((fault) => [...problemCells(fault), [fault.isNew ? 'new' : 'was there before']]),
    },
  ];
}

function findingBlocks(review: Review): Block[] {
  const sentence = findingCounts(review);
  if (sentence === undefined) return [];
  return [
    { type: 'heading', text: ['Problems'] },
    { type: 'text', text: [sentence] },
    {
      type: 'table',
      caption: 'Problems that came or went',
      heads: ['Severity', 'Rule', 'What it says', 'Place', 'State'],
      rows: problemRows(review).map(({ problem, state }) => [...problemCells(problem), [state]]),
    },
  ];
}

function unreadBlocks({ unread }: Review): Block[] {
  return unread === undefined ? [] : [{ type: 'text', text: [unread] }];
}

function problemCells({ severity, rule, url, message, file, line }: ReviewProblem): Inline[][] {
  return [[severity], [url ? link(rule, url) : code(rule)], withCode(message), [code(`${file}:${line}`)]];
}

function policyBlock(policy: PolicyReview): Block {
  const groups = changeGroups(policy).map(({ title, changes }) => ({
    ...list(changes.map((change) => changeText(change, policy))),
    title,
  }));
  return {
    type: 'policy',
    blocks: [
      { type: 'heading', text: [quoted(policy.title, policy), ` · ${policy.product.name}`] },
      { type: 'facts', facts: factsOf(policy) },
      ...groups,
      { type: 'redline', policy },
    ],
  };
}

function factsOf(policy: PolicyReview): Fact[] {
  const { page, live, days, standing, comparedWith, materiality, notice, lostAnchors } = policy;
  const { changeBlock, waiting, acts } = policy;
  const unread = 'last published version, since the text before could not be read.';
  const lost = lostAnchors.map(({ anchor, isPublished }) => [
    code(anchor),
    ...(isPublished ? [' (published)'] : []),
  ]);
  const facts: (Fact | false)[] = [
    termed('File', fileText(policy)),
    told('Version', [standing.sentence, ...(days ? [days] : [])].join(' ')),
    comparedWith === 'published' && {
      term: 'Compared with',
      value: [`The ${unread}`],
      line: [`Compared with the ${unread}`],
    },
    acts.length > 0 && told('What happens', acts.join(' ')),
    waiting.length > 0 && told('Announced', waiting.join(' ')),
    policy.told !== undefined && termed('Readers are told', toldText(policy.told, policy)),
    changeBlock.length > 0 && told('What it says of itself', changeBlock.join(' ')),
    materiality !== undefined && told('Materiality', materiality.sentence),
    notice !== undefined && told('Notice', notice.sentence),
    lost.length > 0 &&
      termed('Anchors that go away', [{ type: 'names', names: lost }, `. ${anchorWords(lostAnchors)}`]),
    page !== undefined && {
      term: 'Page',
      value: [link(page, page)],
      line: ['Page: ', link('this text', page)],
    },
    live !== undefined && {
      term: 'Published at',
      value: [link(live, live)],
      line: ['Published: ', link('what readers have now', live)],
    },
  ];
  return facts.filter((fact) => fact !== false);
}

function fileText({ file, change, isEdited }: PolicyReview): Inline[] {
  const isCarried = change === 'changed' && !isEdited;
  const carried = ', not touched: its text changes because of something it shares';
  return [code(file), `${isCarried ? carried : ''}.`];
}

function toldText({ summary, reconsent }: NonNullable<PolicyReview['told']>, policy: PolicyReview): Inline[] {
  return [quoted(summary, policy), ...(reconsent ? [' They are asked for consent again.'] : [])];
}

function termed(term: string, value: Inline[]): Fact {
  return { term, value, line: [`${term}: `, ...value] };
}

function told(term: string, sentence: string): Fact {
  return { term, value: withCode(sentence), line: withCode(sentence) };
}

function changeText({ sentence, direction, href }: ReviewChange, policy: PolicyReview): Inline[] {
  const words = directionWords[direction];
  return [
    quoted(sentence, policy),
    ...(words ? [' ', { type: 'remark' as const, text: words }] : []),
    ...(href ? [' ', link('see it', href)] : []),
  ];
}

function unchangedBlocks({ unchanged }: Review): Block[] {
  if (unchanged.length === 0) return [];
  const names = unchanged.map(({ file }) => [code(file)]);
  return [{ type: 'text', text: ['Edited without a change of the text: ', { type: 'names', names }, '.'] }];
}

function sharedBlocks({ shared, policies }: Review): Block[] {
  const carried = carriedSentences(policies);
  if (shared.length === 0 && carried.length === 0) return [];
  return [
    { type: 'heading', text: ['Shared things that change, and who names them'] },
    ...carried.map((sentence): Block => ({ type: 'text', text: [sentence] })),
    { type: 'list', items: shared.map(sharedItem) },
  ];
}

function sharedItem(thing: SharedChange): Item {
  return {
    text: [code(thing.path), ' in ', code(thing.file), `, ${sharedWords(thing)}. ${namedSentence(thing)}`],
    items: thing.namedBy.map((named) => [
      code(named.policy),
      ' ',
      quoted(named.title, named),
      ` (${languageName(named.language)}): ${namedWords(named)}.`,
    ]),
  };
}

function list(texts: Inline[][]): Extract<Block, { type: 'list' }> {
  return { type: 'list', items: texts.map((text) => ({ text, items: [] })) };
}

// What a message sets between backticks is a name of a file.
function withCode(message: string): Inline[] {
  const parts = message.split('`');
  if (parts.length % 2 === 0) return [message];
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : part));
}

function code(text: string): Inline {
  return { type: 'code', text };
}

// Words of a policy are in its language, those of a review in English.
function quoted(text: string, { language }: { language: string }): Inline {
  return { type: 'quoted', text, language };
}

function link(text: string, address: string): Inline {
  return { type: 'link', text, address };
}
