import type { PolicyPage } from '../page/page-model.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { escapeHtml } from '../text/html.ts';
import { renderProse } from '../text/prose.ts';
import { type Reader, showDate } from '../text/show.ts';
import { type Change, changesBetween, type Level, proposeMaterial } from './changes/changes.ts';
import { type Redline, type RedlineBlock, type RedlineSection, redline } from './redline/redline.ts';

/** One version as it is compared: its text, its page, and the address of that page. */
export type Compared = { policy: ResolvedPolicy; page: PolicyPage; path: string };

/** A group of listed changes, gravest first. */
export type ChangeGroup = { level: Level; title: string; items: { html: string; href?: string }[] };

/** A section of the redline, ready to be printed; `html` holds its blocks, unchanged runs folded. */
export type ComparedSection = { id: string; headingHtml: string; note?: string; level: 2 | 3; html: string };

/** Two versions side by side: first what changed as facts, then the text marked up. */
export type ComparisonPage = {
  intro: string;
  summary?: { title: string; html: string };
  /** Said where the authors judge a change otherwise than its facts propose. */
  judgement?: string;
  list: { title: string; groups: ChangeGroup[]; none: string; placeText: string };
  redline: { title: string; legend: string; parts: ComparedPart[] };
};

/** Sections that changed one by one, and runs of sections that did not, by their headings. */
export type ComparedPart =
  | { type: 'section'; section: ComparedSection }
  | { type: 'unchanged'; title: string; sections: ComparedSection[] };

/** Compares two versions and makes everything their page shows. */
export function toComparison(before: Compared, after: Compared, reader: Reader): ComparisonPage {
  const { diff } = reader.words;
  const marked = redline(before.page, after.page);
  const changes = changesBetween(before.policy, after.policy, marked);
  const { change, updated = '' } = after.policy;
  const dates = [before.policy.updated ?? '', updated].map((date) => showDate(date, reader));
  return {
    intro: diff.between(dates[0] ?? '', dates[1] ?? ''),
    ...(change && { summary: { title: diff.summary, html: renderProse(change.summary, { wrap: 'block' }) } }),
    ...judgementOf(changes, after, reader),
    list: {
      title: diff.list,
      groups: groupChanges(changes, before, after, reader),
      none: diff.none,
      placeText: diff.place,
    },
    redline: { title: diff.redline, legend: diff.legend, parts: toParts(marked, reader) },
  };
}

function judgementOf(
  changes: readonly Change[],
  { policy }: Compared,
  { words }: Reader,
): Pick<ComparisonPage, 'judgement'> {
  const { material, because } = policy.change ?? {};
  const isProposed = proposeMaterial(changes);
  if (material === undefined || material === isProposed) return {};
  const said = material ? words.diff.judgedMaterial : words.diff.judgedNotMaterial;
  const reason = because ? renderProse(because, { wrap: 'block' }) : '';
  return { judgement: `<p>${escapeHtml(said)}</p>${reason}` };
}

function groupChanges(
  changes: readonly Change[],
  before: Compared,
  after: Compared,
  reader: Reader,
): ChangeGroup[] {
  const levels: Level[] = ['material', 'review', 'editorial'];
  return levels.flatMap((level) => {
    const items = changes
      .filter((change) => change.level === level)
      .map(({ sentence, anchor, after: now }) => ({
        html: renderProse(sentence, { wrap: 'inline' }),
        ...(anchor && { href: `${now === undefined ? before.path : after.path}#${anchor}` }),
      }));
    return items.length > 0 ? [{ level, title: reader.words.diff.levels[level], items }] : [];
  });
}

function toParts({ sections }: Redline, reader: Reader): ComparedPart[] {
  const units = sections.map((section) => groupBlocks(section.blocks.slice(1)));
  const leading = leadingSections(sections);
  const total = units.flat().filter(({ isSame }) => !isSame).length;
  let count = 0;
  const parts: ComparedPart[] = [];
  for (const [index, section] of sections.entries()) {
    const own = units[index] ?? [];
    const isFolded = isUnchanged(section) && !leading.has(section);
    const compared = {
      ...toSection(section, reader),
      html: writeUnits(own, { reader, first: count + 1, total, isSame: isFolded }),
    };
    count += own.filter((unit) => !unit.isSame).length;
    const last = parts.at(-1);
    if (!isFolded) parts.push({ type: 'section', section: compared });
    else if (last?.type === 'unchanged') last.sections.push(compared);
    else parts.push({ type: 'unchanged', title: '', sections: [compared] });
  }
  return parts.map((part) =>
    part.type === 'unchanged' ? { ...part, title: reader.words.diff.unchanged(part.sections.length) } : part,
  );
}

function isUnchanged({ change, isMoved, formerTitle }: RedlineSection): boolean {
  return change === 'same' && !isMoved && formerTitle === undefined;
}

// A section inside another is not understood without the heading of that other.
function leadingSections(sections: readonly RedlineSection[]): Set<RedlineSection> {
  const leading = new Set<RedlineSection>();
  let outer: RedlineSection | undefined;
  for (const section of sections) {
    if (section.level === 2) outer = section;
    else if (outer && !isUnchanged(section)) leading.add(outer);
  }
  return leading;
}

function toSection(section: RedlineSection, { words }: Reader): Omit<ComparedSection, 'html'> {
  const { sections } = words.diff;
  const notes = [
    section.change === 'added' && sections.added,
    section.change === 'removed' && sections.removed,
    section.isMoved && sections.moved,
    section.formerTitle !== undefined && sections.renamed(section.formerTitle),
  ].filter((note) => typeof note === 'string');
  const heading = section.blocks[0]?.html ?? escapeHtml(section.title);
  return {
    id: `r-${section.id.replace(/^_/, '')}`,
    headingHtml: section.number ? `${escapeHtml(section.number)} ${heading}` : heading,
    ...(notes.length > 0 && { note: notes.join(', ') }),
    level: section.level,
  };
}

type Unit = { isSame: boolean; kind: RedlineBlock['kind']; blocks: RedlineBlock[] };

// Blocks that are shown together: the cells of a table are one unit, each paragraph is one.
function groupBlocks(blocks: readonly RedlineBlock[]): Unit[] {
  const units: Unit[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = units.at(-1);
    const isSame = block.change === 'same' && block.formats.length === 0;
    const isCaption = !block.cell && blocks[index + 1]?.cell?.table === textOf(block);
    if (isCaption) units.push({ isSame, kind: 'cell', blocks: [block] });
    else if (last?.kind === 'cell' && block.cell && tableOf(last) === block.cell.table) {
      last.blocks.push(block);
      last.isSame &&= isSame;
    } else units.push({ isSame, kind: block.kind, blocks: [block] });
  }
  return units;
}

function textOf({ ops }: RedlineBlock): string {
  return ops.flatMap(([kind, text]) => (kind === '-' ? [] : [text])).join('');
}

function tableOf({ blocks: [first, second] }: Unit): string | undefined {
  return first?.cell?.table ?? second?.cell?.table ?? (first && textOf(first));
}

type Writing = { reader: Reader; first: number; total: number; isSame: boolean };

function writeUnits(units: readonly Unit[], { reader, first, total, isSame }: Writing): string {
  if (isSame) return writeRun(units);
  const { diff } = reader.words;
  let number = first;
  const parts = runsOf(units).map((run) => {
    if (run[0]?.isSame) return run.length > 1 ? fold(diff.unchangedText, writeRun(run)) : writeRun(run);
    return run.map((unit) => writeChanged(unit, number++, total, reader)).join('');
  });
  return parts.join('');
}

function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    if (last?.[0]?.isSame === unit.isSame) last.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

function fold(title: string, html: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>${html}</details>`;
}

function writeChanged(unit: Unit, number: number, total: number, { words }: Reader): string {
  const label = escapeHtml(words.diff.position(number, total));
  const step = (to: number, text: string) =>
    `<span class="step"> · <a href="#c-${to}">${escapeHtml(text)}</a></span>`;
  const steps = [
    label,
    ...(number > 1 ? [step(number - 1, words.diff.previous)] : []),
    ...(number < total ? [step(number + 1, words.diff.next)] : []),
  ];
  return `<div class="change" id="c-${number}"><p class="position">${steps.join('')}</p>${writeRun([unit])}</div>`;
}

function writeRun(units: readonly Unit[]): string {
  const html: string[] = [];
  for (const [index, unit] of units.entries()) {
    const isItem = unit.kind === 'item';
    if (isItem && units[index - 1]?.kind !== 'item') html.push('<ul>');
    html.push(writeUnit(unit));
    if (isItem && units[index + 1]?.kind !== 'item') html.push('</ul>');
  }
  return html.join('');
}

function writeUnit({ kind, blocks }: Unit): string {
  const inner = blocks[0]?.html ?? '';
  switch (kind) {
    case 'cell':
      return writeTable(blocks);
    case 'item':
      return `<li>${inner}</li>`;
    case 'code':
      return `<pre><code>${inner}</code></pre>`;
    case 'term':
    case 'title':
    case 'heading':
      return `<p class="term">${inner}</p>`;
    case 'paragraph':
      return `<p>${inner}</p>`;
  }
}

function writeTable(blocks: readonly RedlineBlock[]): string {
  const caption = blocks.find(({ cell }) => !cell);
  const cells = blocks.filter(({ cell }) => cell);
  const columns = [...new Set(cells.map(({ cell }) => cell?.column ?? ''))];
  const [first = [], ...rest] = Map.groupBy(cells, ({ cell }) => cell?.line ?? '').values();
  const isHead = first.every((block) => textOf(block) === block.cell?.column);
  const heads = columns.map((column) => {
    const own = isHead && first.find(({ cell }) => cell?.column === column);
    return `<th scope="col" role="columnheader">${own ? own.html : escapeHtml(column)}</th>`;
  });
  const body = (isHead ? rest : [first, ...rest]).map((row) => writeRow(row, columns)).join('');
  const title = caption?.html ?? escapeHtml(cells[0]?.cell?.table ?? '');
  return `<table class="inventory" role="table"><caption>${title}</caption><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead><tbody role="rowgroup">${body}</tbody></table>`;
}

function writeRow(row: readonly RedlineBlock[], columns: readonly string[]): string {
  const cells = columns.map((column) => {
    const html = row.filter(({ cell }) => cell?.column === column).map((block) => block.html);
    const label = `<span class="cell-label" aria-hidden="true">${escapeHtml(column)}</span>`;
    return `<td role="cell"${html.join('') === '' ? ' class="blank"' : ''}>${label}<span class="cell-value">${html.join(' ')}</span></td>`;
  });
  return `<tr role="row">${cells.join('')}</tr>`;
}
