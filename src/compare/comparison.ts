import type { ComparedPage } from '../page/page-model.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { escapeHtml } from '../text/html.ts';
import { renderProse } from '../text/prose.ts';
import { type Reader, showDate } from '../text/show.ts';
import { type ChangeGroup, listChanges, unreadNote } from './change-list.ts';
import { type Change, changesBetween, proposeMaterial } from './changes/changes.ts';
import { type Beside, tellMoved } from './changes/moved.ts';
import { placeOfChange } from './marked/place.ts';
import { type ComparedPart, type Numbered, numberChanges, toParts } from './marked/sections.ts';
import { redline } from './redline/redline.ts';

/** One version as it is compared: its text, its page, and the address of that page; its date is its name unless given. */
export type Compared = { policy: ResolvedPolicy; page: ComparedPage; path: string; name?: string };

/** A version between two that are compared, or the newer of them: what its authors said of it. */
export type ComparisonStep = { name: string; summary?: string; isMaterial: boolean; because?: string };

/** Two versions side by side: first what changed as facts, then the text marked up. */
export type ComparisonPage = {
  intro: string;
  summary?: { title: string; html: string };
  /** Said where the authors judge a change otherwise than its facts propose. */
  judgement?: string;
  list: { title: string; groups: ChangeGroup[]; note?: string; none: string; placeText: string };
  redline: { title: string; legend: string; first?: { text: string; href: string }; parts: ComparedPart[] };
};

/** What two versions say otherwise, by their texts alone. */
export type TextComparison = { numbered: Numbered; changes: readonly Change[] };

/** Compares the texts of two versions. */
export function compareTexts(before: Compared, after: Compared): TextComparison {
  const marked = redline(before.page, after.page, { paths: { before: before.path, after: after.path } });
  return {
    numbered: numberChanges(marked),
    changes: changesBetween(before.policy, after.policy, marked),
  };
}

type Told = { steps?: readonly ComparisonStep[]; beside?: readonly Beside[]; texts?: TextComparison };

/**
 * Compares two versions and makes everything their page shows. `steps` are the versions after the older one up to the
 * newer, where there may be several; what the authors said of each is told. `beside` are the other policies of the product;
 * `texts` is what the two texts come to, where they were compared before.
 */
export function toComparison(
  before: Compared,
  after: Compared,
  reader: Reader,
  { steps = [], beside = [], texts = compareTexts(before, after) }: Told = {},
): ComparisonPage {
  const { diff } = reader.words;
  const { numbered } = texts;
  const changes = tellMoved(texts.changes, { before: before.policy, after: after.policy, beside, reader });
  const summary = steps.length > 0 ? stepsHtml(steps, reader) : summaryHtml(after);
  const unread = unreadNote(changes, after.policy, reader);
  return {
    intro: diff.between(nameOf(before, reader), nameOf(after, reader)),
    ...(summary && { summary: { title: diff.summary, html: summary } }),
    ...(steps.length > 0 ? gravestOf(steps, reader) : judgementOf(changes, after, reader)),
    list: {
      title: diff.list,
      groups: listChanges(
        changes,
        {
          before: before.policy,
          after: after.policy,
          hrefOf: (change) => hrefOf(change, { before, after, numbered }),
        },
        reader,
      ),
      ...(unread && { note: unread }),
      none: diff.none,
      placeText: diff.place,
    },
    redline: {
      title: diff.redline,
      legend: diff.legend,
      ...(numbered.numbers.size > 0 && { first: { text: diff.first, href: '#c-1' } }),
      parts: toParts(numbered, reader),
    },
  };
}

function nameOf({ name, policy }: Compared, reader: Reader): string {
  return name ?? (policy.updated ? showDate(policy.updated, reader) : reader.words.diff.undated);
}

function summaryHtml({ policy: { change } }: Compared): string | undefined {
  return change && renderProse(change.summary, { wrap: 'block' });
}

// What the authors said of each version, oldest first, under its date.
function stepsHtml(steps: readonly ComparisonStep[], { words }: Reader): string {
  const { versions, history } = words;
  const items = steps.map(({ name, summary, isMaterial, because }) => {
    const said = renderProse(summary ?? history.noSummary, { wrap: 'block' });
    const judged = isMaterial ? versions.material : because === undefined ? '' : versions.notMaterial;
    const reason = because ? renderProse(because, { wrap: 'block' }) : '';
    const title = `<h3>${escapeHtml(versions.versionOf(name))}</h3>`;
    return `${title}${said}${judged && `<p>${escapeHtml(judged)}</p>`}${reason}`;
  });
  return items.join('');
}

// Of several judgements the gravest counts: one that says "not important" says nothing of the others.
function gravestOf(steps: readonly ComparisonStep[], { words }: Reader): Pick<ComparisonPage, 'judgement'> {
  if (!steps.some(({ isMaterial }) => isMaterial)) return {};
  return { judgement: `<p>${escapeHtml(words.versions.gravest)}</p>` };
}

function judgementOf(
  changes: readonly Change[],
  { policy }: Compared,
  { words }: Reader,
): Pick<ComparisonPage, 'judgement'> {
  const { material, because } = policy.change ?? {};
  const isProposed = proposeMaterial(changes);
  if (material === undefined || material === isProposed) return {};
  const said = material ? words.diff.judgedMaterial : words.diff.judgedNotMaterial(because !== undefined);
  const reason = because ? renderProse(because, { wrap: 'block' }) : '';
  return { judgement: `<p>${escapeHtml(said)}</p>${reason}` };
}

// Where it is marked on this page, or else where it stands in its version.
function hrefOf(
  change: Change,
  { before, after, numbered }: { before: Compared; after: Compared; numbered: Numbered },
): string | undefined {
  const place = placeOfChange(change, numbered);
  if (place !== undefined) return `#${place}`;
  const { anchor, after: now } = change;
  // The introduction is at the top.
  if (change.path === 'lead') return now === undefined ? before.path : after.path;
  return anchor && `${now === undefined ? before.path : after.path}#${anchor}`;
}
