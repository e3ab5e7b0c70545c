import { showBreaks } from '../compare/redline/breaks.ts';
import type { Op, Redline, RedlineBlock } from '../compare/redline/redline-model.ts';

import type { PolicyReview, Review } from '../review/review-model.ts';
import { baseSentence } from '../review/sentences.ts';
import { link, escapeHtml as text } from '../text/html.ts';
import { placeOf } from './comparison.ts';
import { type Block, type Inline, type Item, reviewBlocks } from './review-blocks.ts';

/** A review as a document of its own: no script, nothing from elsewhere, light or dark as the reader has it. */
export function reviewHtml(review: Review): string {
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
<h1>Review of policies</h1>
${reviewBody(review)}
</main>
</body>
</html>
`;
}

/** What a review says, as a part of a page. */
export function reviewBody(review: Review): string {
  const parts = [
    `<p class="head">${text(review.head)}</p>`,
    ...(review.base ? [`<p>${text(baseSentence(review.base))}</p>`] : []),
    `<p>${text(review.notice)}</p>`,
    ...reviewBlocks(review).map(writeBlock),
  ];
  return parts.join('\n');
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

function writeBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h2>${writeInline(block.text)}</h2>`;
    case 'text':
      return `<p>${writeInline(block.text)}</p>`;
    case 'list':
      return `${block.title ? `<h3>${text(block.title)}</h3>` : ''}${list(block.items)}`;
    case 'table':
      return table(block);
    case 'facts':
      return `<dl>${block.facts.map(({ term, value }) => `<dt>${term}</dt><dd>${writeInline(value)}</dd>`).join('')}</dl>`;
    case 'redline':
      return redlinePart(block.policy);
    case 'policy':
      return ['<section>', ...block.blocks.map(writeBlock), '</section>'].join('\n');
  }
}

function writeInline(parts: readonly Inline[]): string {
  return parts.map(writePart).join('');
}

function writePart(part: Inline): string {
  if (typeof part === 'string') return text(part);
  switch (part.type) {
    case 'code':
      return code(part.text);
    case 'remark':
      return `<span class="direction">${text(part.text)}</span>`;
    case 'quoted':
      return `<span lang="${text(part.language)}" dir="auto">${text(part.text)}</span>`;
    case 'link':
      return /^https?:/.test(part.address) ? link(part.address, part.text) : code(part.address);
    case 'names':
      return part.names.map(writeInline).join(', ');
  }
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
  const forms = formats
    .filter(({ kind }) => kind !== 'break')
    .map(({ before, after }) => text(` (${before} → ${after})`))
    .join('');
  return `<p>${place ? `${text(place)}: ` : ''}${showBreaks(ops).map(mark).join('')}${forms}</p>`;
}

function mark([kind, words]: Op): string {
  if (kind === '=') return text(words);
  return kind === '-' ? `<del>${text(words)}</del>` : `<ins>${text(words)}</ins>`;
}

function list(items: readonly Item[]): string {
  const lines = items.map((item) => {
    const inner = list(item.items.map((words) => ({ text: words, items: [] })));
    return `<li>${writeInline(item.text)}${inner}</li>`;
  });
  return lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';
}

function table({ caption, heads, rows }: Extract<Block, { type: 'table' }>): string {
  if (rows.length === 0) return '';
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${writeInline(cell)}</td>`).join('')}</tr>`);
  return `<div class="table" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function code(value: string): string {
  return `<code>${text(value)}</code>`;
}
