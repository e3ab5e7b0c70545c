import { levels } from '../compare/changes/change-rules.ts';
import type { Direction, Level } from '../compare/changes/changes.ts';
import { compareText } from '../problem.ts';
import { listed } from '../text/listed.ts';
import { readerOf, showLanguage } from '../text/show.ts';
import { versionWords } from './days.ts';
import type {
  Base,
  Materiality,
  NamedBy,
  PolicyReview,
  Review,
  ReviewProblem,
  SharedChange,
  Standing,
} from './review-model.ts';

// What a review says in its own words, once for every format.

// The levels of changes, gravest first, as a lawyer reads them.
const levelTitles: Record<Level, string> = {
  material: 'Proposed as material',
  review: 'To be judged',
  editorial: 'Editorial',
};

/** Directions from the side of the people a policy is about. */
export const directionWords: Record<Direction, string | undefined> = {
  more: '▼ Protects readers less.',
  less: '▲ Protects readers more.',
  neutral: undefined,
};

// A count and what is counted.
function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

// Whether a review has nothing to say.
function isEmpty({
  records,
  unreadable,
  policies,
  shared,
  findings,
  faults,
  unchanged,
}: Omit<Review, 'head' | 'format'>) {
  const { added, fixed, dropped } = findings;
  const parts = [records, unreadable, policies, shared, added, fixed, dropped, unchanged];
  return parts.every((part) => part.length === 0) && !faults.some(({ isNew }) => isNew);
}

/** What a change does, in a sentence; a second one says what stands in the way. */
export function headOf(review: Omit<Review, 'head' | 'format'>): string {
  if (isEmpty(review)) return 'This change leaves every policy as it is.';
  const faults = review.faults.filter(({ isNew, severity }) => isNew && severity === 'error').length;
  const sentences = [
    review.records.length > 0 && recordCounts(review.records),
    textCounts(review),
    keptCount(review.policies),
    review.unreadable.length > 0 &&
      `${count(review.unreadable.length, 'policy', 'policies')} could not be read because of faults.`,
    faults > 0 && `${count(faults, 'new fault')} would stop a release.`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

/** How many published records a change touches. */
export function recordCounts(records: Review['records']): string {
  const parts = [
    { rule: 'version/record-removed', verb: ['is removed', 'are removed'] },
    { rule: 'version/rewritten', verb: ['is altered', 'are altered'] },
  ].flatMap(({ rule, verb: [one = '', many = ''] }) => {
    const number = records.filter((record) => record.rule === rule).length;
    return number === 0 ? [] : [{ number, verb: number === 1 ? one : many }];
  });
  const told = parts.map(({ number, verb }, index) =>
    index === 0 ? `${count(number, 'published record')} ${verb}` : `${number} ${verb}`,
  );
  return `${listed(told)}.`;
}

function textCounts(review: Pick<Review, 'policies'>): string | false {
  const counts = policyCounts(review.policies);
  return counts !== '' && `${counts}${materialCount(review)}.`;
}

function keptCount(policies: readonly PolicyReview[]): string | false {
  const number = policies.filter(({ change }) => change === 'kept').length;
  const [its, verb] = number === 1 ? ['its', ['keeps', 'changes']] : ['their', ['keep', 'change']];
  return (
    number > 0 && `${count(number, 'policy', 'policies')} ${verb[0]} ${its} text and ${verb[1]} otherwise.`
  );
}

function policyCounts(policies: readonly PolicyReview[]): string {
  const words = [
    ['changed', 'changes', 'change'],
    ['added', 'is new', 'are new'],
    ['removed', 'is removed', 'are removed'],
  ] as const;
  const counts = words
    .map(([kind, singular, plural]) => ({
      number: policies.filter(({ change }) => change === kind).length,
      singular,
      plural,
    }))
    .filter(({ number }) => number > 0);
  if (counts.length === 0) return policies.length > 0 ? '' : 'The text of no policy changes';
  const parts = counts.map(({ number, singular, plural }, index) => {
    const noun = index === 0 ? (number === 1 ? ' policy' : ' policies') : '';
    return `${number}${noun} ${number === 1 ? singular : plural}`;
  });
  return listed(parts);
}

function materialCount({ policies }: Pick<Review, 'policies'>): string {
  const changed = policies.filter(({ change }) => change === 'changed');
  const number = policies
    .flatMap(({ changes }) => changes)
    .filter(({ level }) => level === 'material').length;
  if (changed.length === 0) return '';
  // What was proposed before this change stays so.
  const more = changed.some(({ materiality }) => materiality?.proposed) ? 'further ' : '';
  if (number === 0) return `; no ${more}change is proposed as material`;
  return `; ${count(number, 'change is', 'changes are')} proposed as material`;
}

/** What a text is beside its published versions, in a sentence. */
export function standingSentence({ kind, published, isSealed }: Omit<Standing, 'sentence'>): string {
  const last = published ? `the published version of ${versionWords(published)}` : 'no published version';
  switch (kind) {
    case 'new-version': {
      const sealed = isSealed ? '; its record is part of this change' : '';
      return published
        ? `A new version, after ${last}${sealed}.`
        : `A first version; none is published yet${sealed}.`;
    }
    case 'unreleased-edited':
      return `Edits a version that is not released yet; ${published ? `before it stands ${last}` : 'none is published yet'}.`;
    case 'published-edited':
      return `Edits ${last}, which cannot change: the text needs a new date under \`updated\`.`;
    case 'as-published':
      return `Says the same as ${last}; no new version.`;
    case 'as-taken-back':
      return `Still says what ${last} says, which does not stand any more; no new version.`;
    case 'backdated':
      return `Is dated before ${last}: versions go forward, so the text needs a later date.`;
    case 'undated':
      return published
        ? `States no date, though ${last} does: it needs one under \`updated\`.`
        : 'States no date, so it is not released as a version.';
    case 'removed':
      return published
        ? 'Published versions keep their addresses: they need the file beside them.'
        : 'No version of it was published.';
  }
}

/** How the facts and the file judge a change, in a sentence. */
export function materialitySentence({
  proposed,
  declared,
  verdict,
  because,
  against,
}: Omit<Materiality, 'sentence'>): string {
  const facts = proposed ? 'Proposed as material' : 'Not proposed as material';
  const beside = against ? `, compared with the published version of ${versionWords(against)}` : '';
  const reason = because ? ` The reason given: ${because}` : '';
  if (verdict === 'undeclared') {
    const asks = proposed ? 'nobody has judged it' : 'the file does not say whether it is';
    return `${facts}${beside}; ${asks} (\`change.material\`).`;
  }
  const said = declared ? 'declared material' : 'declared not material';
  if (verdict === 'agree') return `${facts}${beside}; ${said} as well.${reason}`;
  // Who declares what the facts do not propose owes nobody a reason.
  const isOwed = proposed && !because;
  return `${facts}${beside}, but ${said}.${isOwed ? ' No reason is given under `change.because`.' : reason}`;
}

/** What became of a shared thing, without its name. */
export function sharedWords({ change, fields }: SharedChange): string {
  return change === 'changed' && fields.length > 0 ? `changed: ${fields.join(', ')}` : change;
}

/** What the change of a shared thing means for a policy that names it. */
export function namedWords({ isRead, isEdited, isChanged, needsDate }: NamedBy): string {
  if (!isRead) return 'it could not be read';
  if (needsDate) return 'its published text changes and needs a new date';
  if (!isChanged) return 'its text stays';
  return isEdited ? 'its text changes' : 'its text changes, though its file was not touched';
}

/** The policies whose text changes because of something they share, and those of them that need a new date. */
export function carriedSentences(policies: readonly PolicyReview[]): string[] {
  const carried = policies.filter(({ change, isEdited }) => change === 'changed' && !isEdited);
  if (carried.length === 0) return [];
  const needy = carried.filter(({ standing }) => standing.kind === 'published-edited');
  const names = (some: readonly PolicyReview[]) => listed(some.map(({ policy }) => policy));
  return [
    `The text of ${names(carried)} changes although ${carried.length === 1 ? 'its file was' : 'their files were'} not touched.`,
    ...(needy.length > 0
      ? [
          `What ${names(needy)} ${needy.length === 1 ? 'says is' : 'say is'} published under the date it has: it needs a new date under updated.`,
        ]
      : []),
  ];
}

/** The changes of a policy by level, gravest first. */
export function changeGroups({
  changes,
}: PolicyReview): { title: string; changes: PolicyReview['changes'] }[] {
  return levels
    .map((level) => ({
      title: levelTitles[level],
      changes: changes.filter((change) => change.level === level),
    }))
    .filter((group) => group.changes.length > 0);
}

/** What the loss of anchors means. */
export function anchorWords(lost: PolicyReview['lostAnchors']): string {
  return lost.some(({ isPublished }) => isPublished)
    ? 'Links to published ones lead nowhere: they belong under aliases.'
    : 'None of them was published.';
}

/** How many faults there are. */
export function faultCounts(faults: Review['faults']): string {
  const news = faults.filter(({ isNew }) => isNew).length;
  if (news === faults.length) return `${count(news, 'new fault')}.`;
  return `${count(faults.length, 'fault')}, ${news} of them new.`;
}

/** How many problems came and went; `undefined` where none did. */
export function findingCounts({ findings, unreadable }: Review): string | undefined {
  const { added, fixed, dropped, hints } = findings;
  if (added.length + fixed.length + dropped.length + hints + unreadable.length === 0) return undefined;
  const sentences = [
    `${count(added.length, 'new finding')}, ${count(fixed.length, 'problem')} fixed.`,
    dropped.length > 0 &&
      `${count(dropped.length, 'problem')} no longer looked for: the policy went, its law is not declared any more, or it is ignored.`,
    hints > 0 && `${count(hints, 'new hint')}, not listed.`,
    unreadable.length > 0 &&
      `The rules did not look at ${listed(unreadable.map(({ policy }) => policy))}, since of a text with faults nothing is certain.`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

/** The problems that came or went, in the order of the table. */
export function problemRows({ findings }: Review): { problem: ReviewProblem; state: string }[] {
  return [
    ...findings.added.map((problem) => ({ problem, state: 'new' })),
    ...findings.fixed.map((problem) => ({ problem, state: 'fixed' })),
    ...findings.dropped.map((problem) => ({ problem, state: 'not looked for' })),
  ];
}

/** What a change is compared with, in a sentence. */
export function baseSentence({ ref, commit, isShared }: Base): string {
  const short = commit.slice(0, 10);
  if (isShared) return `Compared with ${ref} as it was where this change began, commit ${short}.`;
  return `Compared with ${ref}, commit ${short}: no commit of both is known here, so what others did since shows as undone.`;
}

/** How many policies name a shared thing, and in which languages. */
export function namedSentence({ namedBy }: SharedChange): string {
  if (namedBy.length === 0) return 'No policy names it.';
  const languages = [...new Set(namedBy.map(({ language }) => languageName(language)))].sort(compareText);
  return `Named by ${count(namedBy.length, 'policy', 'policies')} in ${listed(languages)}:`;
}

/** The name of a language in English. */
export function languageName(language: string): string {
  return showLanguage(language, readerOf('en'));
}
