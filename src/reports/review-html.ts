import type { Op, Redline, RedlineBlock } from '../compare/redline/redline.ts';
import type { PolicyReview, Review, ReviewProblem, SharedChange } from '../review/review-model.ts';

import {
  anchorWords,
  baseSentence,
  carriedSentences,
  changeGroups,
  datesSentence,
  directionWords,
  faultCounts,
  findingCounts,
  languageName,
  namedSentence,
  namedWords,
  problemRows,
  sharedWords,
} from '../review/sentences.ts';
import { link, escapeHtml as text } from '../text/html.ts';
import { placeOf } from './comparison.ts';

/** A review as a document of its own: no script, nothing from elsewhere, light or dark as the reader has it. */
export function reviewHtml(review: Review): string {
  const body = [
    '<h1>Review of policies</h1>',
    `<p class="head">${text(review.head)}</p>`,
    ...(review.base ? [`<p>${text(baseSentence(review.base))}</p>`] : []),
    `<p>${text(review.notice)}</p>`,
    ...faultParts(review),
    ...review.policies.map(policyPart),
    ...unchangedPart(review),
    ...sharedParts(review),
    ...findingParts(review),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Review of policies</title>
<style>
${style}
</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}

const style = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; padding: 1rem; }
main { max-width: 52rem; margin: 0 auto; }
h2 { margin-top: 2.5rem; border-top: 1px solid; padding-top: 1rem; }
.head { font-size: 1.25rem; font-weight: 600; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
dt { font-weight: 600; }
dd { margin: 0 0 .5rem 1rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: 600; padding: .25rem 0; }
th, td { border: 1px solid GrayText; padding: .25rem .5rem; text-align: start; vertical-align: top; }
ins { background: light-dark(#d7f5dd, #12401f); }
del { background: light-dark(#fbdcdc, #551c1c); }
.direction { font-style: italic; }
.redline p { white-space: pre-line; }
@media print { details > * { display: block; } }`;

function faultParts({ unreadable, faults }: Review): string[] {
  if (unreadable.length === 0 && faults.length === 0) return [];
  const names = unreadable.map(
    ({ policy, file }) =>
      `${code(policy)} (${code(file)}) could not be read because of its faults: what changes in it is not known.`,
  );
  const rows = faults.map((fault) => [...problemCells(fault), fault.isNew ? 'new' : 'was there before']);
  return [
    '<h2>Faults</h2>',
    list(names),
    `<p>${text(faultCounts(faults))}</p>`,
    table('Faults', ['Severity', 'Rule', 'What is wrong', 'Place', 'New'], rows),
  ];
}

function findingParts(review: Review): string[] {
  const sentence = findingCounts(review);
  if (sentence === undefined) return [];
  const rows = problemRows(review).map(({ problem, state }) => [...problemCells(problem), state]);
  return [
    '<h2>Problems</h2>',
    `<p>${text(sentence)}</p>`,
    table('Problems that came or went', ['Severity', 'Rule', 'What it says', 'Place', 'State'], rows),
  ];
}

function problemCells({ severity, rule, url, message, file, line }: ReviewProblem): string[] {
  return [severity, url ? linkTo(url, rule) : code(rule), withCode(message), code(`${file}:${line}`)];
}

function policyPart(policy: PolicyReview): string {
  const groups = changeGroups(policy).map(
    ({ title, changes }) =>
      `<h3>${text(title)}</h3>${list(changes.map((change) => changeItem(change, policy)))}`,
  );
  return [
    '<section>',
    `<h2>${quoted(policy.title, policy)} · ${text(policy.product.name)}</h2>`,
    facts(policy),
    ...groups,
    redlinePart(policy),
    '</section>',
  ].join('\n');
}

function facts(policy: PolicyReview): string {
  const { file, page, standing, materiality, notice, lostAnchors } = policy;
  const isCarried = policy.change === 'changed' && !policy.isEdited;
  const lost = lostAnchors.map(
    ({ anchor, isPublished }) => `${code(anchor)}${isPublished ? ' (published)' : ''}`,
  );
  const pairs: [string, string | undefined][] = [
    [
      'File',
      `${code(file)}${isCarried ? ', not touched: its text changes because of something it shares' : ''}.`,
    ],
    ['Version', text(`${standing.sentence} ${datesSentence(policy)}`.trim())],
    [
      'Compared with',
      policy.comparedWith === 'published'
        ? 'The last published version, since the text before could not be read.'
        : undefined,
    ],
    ['Materiality', materiality && text(materiality.sentence)],
    ['Notice', notice && text(notice.sentence)],
    ['Anchors that go away', lost.length > 0 ? `${lost.join(', ')}. ${anchorWords(lostAnchors)}` : undefined],
    ['Page', page && linkTo(page, page)],
  ];
  return `<dl>${pairs.flatMap(([name, value]) => (value ? [`<dt>${name}</dt><dd>${value}</dd>`] : [])).join('')}</dl>`;
}

function changeItem(change: PolicyReview['changes'][number], policy: PolicyReview): string {
  const words = directionWords[change.direction];
  return [
    quoted(change.text, policy),
    words && `<span class="direction">${text(words)}</span>`,
    change.href && linkTo(change.href, 'see it'),
  ]
    .filter(Boolean)
    .join(' ');
}

function redlinePart({ redline, language }: PolicyReview): string {
  const sections = redline ? changedSections(redline) : [];
  if (sections.length === 0) return '';
  const parts = sections.map(
    ({ title, blocks }) => `<h4>${text(title)}</h4>${blocks.map(redlineBlock).join('')}`,
  );
  return `<h3>Redline</h3><details><summary>Show it</summary><div class="redline" lang="${text(language)}" dir="auto">${parts.join('\n')}</div></details>`;
}

function changedSections({ sections }: Redline) {
  return sections
    .map(({ title, blocks }) => ({
      title,
      blocks: blocks.filter(({ change, formats }) => change !== 'same' || formats.length > 0),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}

function redlineBlock(block: RedlineBlock): string {
  const { ops, formats } = block;
  const place = placeOf(block);
  const forms = formats.map(({ before, after }) => text(` (${before} → ${after})`)).join('');
  return `<p>${place ? `${text(place)}: ` : ''}${ops.map(mark).join('')}${forms}</p>`;
}

function mark([kind, words]: Op): string {
  if (kind === '=') return text(words);
  return kind === '-' ? `<del>${text(words)}</del>` : `<ins>${text(words)}</ins>`;
}

function unchangedPart({ unchanged }: Review): string[] {
  if (unchanged.length === 0) return [];
  return [
    `<p>Edited without a change of the text: ${unchanged.map(({ file }) => code(file)).join(', ')}.</p>`,
  ];
}

function sharedParts({ shared, policies }: Review): string[] {
  const carried = carriedSentences(policies).map((sentence) => `<p>${text(sentence)}</p>`);
  if (shared.length === 0 && carried.length === 0) return [];
  return ['<h2>Shared things that change, and who names them</h2>', ...carried, list(shared.map(sharedItem))];
}

function sharedItem(thing: SharedChange): string {
  const names = thing.namedBy.map(
    (named) =>
      `${code(named.policy)} ${quoted(named.title, named)} (${text(languageName(named.language))}): ${text(namedWords(named))}.`,
  );
  return `${code(thing.path)} in ${code(thing.file)}, ${text(sharedWords(thing))}. ${text(namedSentence(thing))}${list(names)}`;
}

function list(items: readonly string[]): string {
  return items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
}

function table(caption: string, heads: readonly string[], rows: readonly string[][]): string {
  if (rows.length === 0) return '';
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<div class="table" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

// What a message sets between backticks is a name of a file.
function withCode(message: string): string {
  const parts = message.split('`');
  if (parts.length % 2 === 0) return text(message);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : text(part))).join('');
}

function code(value: string): string {
  return `<code>${text(value)}</code>`;
}

// Words of a policy are in its language, those of a review in English.
function quoted(words: string, { language }: { language: string }): string {
  return `<span lang="${text(language)}" dir="auto">${text(words)}</span>`;
}

function linkTo(address: string, words: string): string {
  return /^https?:/.test(address) ? link(address, words) : code(address);
}
