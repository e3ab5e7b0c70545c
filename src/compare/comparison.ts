import type { PolicyPage } from '../page/page-model.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { escapeHtml } from '../text/html.ts';
import { renderProse } from '../text/prose.ts';
import { type Reader, showDate } from '../text/show.ts';
import { type Change, changesBetween, type Level, proposeMaterial } from './changes/changes.ts';
import { type Beside, tellMoved } from './changes/moved.ts';
import { redline } from './redline/redline.ts';
import type { Redline, RedlineBlock, RedlinePart, RedlineSection } from './redline/redline-model.ts';

/** One version as it is compared: its text, its page, and the address of that page; its date is its name unless given. */
export type Compared = { policy: ResolvedPolicy; page: PolicyPage; path: string; name?: string };

/** A version between two that are compared, or the newer of them: what its authors said of it. */
export type ComparisonStep = { name: string; summary?: string; isMaterial: boolean; because?: string };

// A group of listed changes, gravest first.
type ChangeGroup = { level: Level; title: string; items: { html: string; href?: string }[] };

/** A section of the redline. */
export type ComparedSection = {
  id: string;
  headingHtml: string;
  note?: string;
  level: 2 | 3;
  runs: ComparedRun[];
};

// Blocks that did not change, folded under a title where they are many; or one that did, with the ways to its neighbours.
type ComparedRun =
  | { type: 'unchanged'; title?: string; blocks: ComparedBlock[] }
  | { type: 'change'; number: number; position: string; steps: Step[]; blocks: ComparedBlock[] };

type Step = { number: number; text: string };

/** What is shown together, with the words of both versions marked. */
export type ComparedBlock =
  | { type: 'paragraph' | 'term' | 'code'; html: string }
  | { type: 'items'; items: string[] }
  | { type: 'table'; captionHtml: string; columns: ComparedColumn[]; rows: string[][] };

type ComparedColumn = { html: string; labelHtml: string };

/** Two versions side by side: first what changed as facts, then the text marked up. */
export type ComparisonPage = {
  intro: string;
  summary?: { title: string; html: string };
  /** Said where the authors judge a change otherwise than its facts propose. */
  judgement?: string;
  list: { title: string; groups: ChangeGroup[]; none: string; placeText: string };
  redline: { title: string; legend: string; parts: ComparedPart[] };
};

// Sections that changed one by one, and runs of sections that did not, by their headings.
type ComparedPart =
  | { type: 'section'; section: ComparedSection }
  | { type: 'unchanged'; title: string; sections: ComparedSection[] };

/**
 * Compares two versions and makes everything their page shows. `steps` are the versions after the older one up to the
 * newer, where there may be several; what the authors said of each is told. `beside` are the other policies of the product.
 */
export function toComparison(
  before: Compared,
  after: Compared,
  reader: Reader,
  { steps = [], beside = [] }: { steps?: readonly ComparisonStep[]; beside?: readonly Beside[] } = {},
): ComparisonPage {
  const { diff } = reader.words;
  const marked = redline(before.page, after.page, { paths: { before: before.path, after: after.path } });
  const changes = tellMoved(changesBetween(before.policy, after.policy, marked), {
    before: before.policy,
    after: after.policy,
    beside,
    reader,
  });
  const summary = steps.length > 0 ? stepsHtml(steps, reader) : summaryHtml(after);
  return {
    intro: diff.between(nameOf(before, reader), nameOf(after, reader)),
    ...(summary && { summary: { title: diff.summary, html: summary } }),
    ...(steps.length > 0 ? gravestOf(steps, reader) : judgementOf(changes, after, reader)),
    list: {
      title: diff.list,
      groups: groupChanges(changes, before, after, reader),
      none: diff.none,
      placeText: diff.place,
    },
    redline: { title: diff.redline, legend: diff.legend, parts: toParts(marked, reader) },
  };
}

function nameOf({ name, policy }: Compared, reader: Reader): string {
  return name ?? showDate(policy.updated ?? '', reader);
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
  const units = sections.map((section) =>
    groupBlocks(section.blocks.filter((block) => block !== headingOf(section))),
  );
  const leading = leadingSections(sections);
  const total = units.flat().filter(({ isSame }) => !isSame).length;
  let count = 0;
  const parts: ComparedPart[] = [];
  for (const [index, section] of sections.entries()) {
    const own = units[index] ?? [];
    const isFolded = isUnchanged(section) && !leading.has(section);
    const compared = {
      ...toSection(section, reader),
      runs: isFolded ? [unchanged(own)] : toRuns(own, { reader, first: count + 1, total }),
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

function toSection(section: RedlineSection, { words }: Reader): Omit<ComparedSection, 'runs'> {
  const { sections } = words.diff;
  const notes = [
    section.change === 'added' && sections.added,
    section.change === 'removed' && sections.removed,
    section.isMoved && sections.moved,
    section.formerTitle !== undefined && sections.renamed(section.formerTitle),
  ].filter((note) => typeof note === 'string');
  const heading = headingOf(section)?.html ?? escapeHtml(section.title);
  return {
    id: `r-${section.id.replace(/^_/, '')}`,
    headingHtml: section.number ? `${escapeHtml(section.number)} ${heading}` : heading,
    ...(notes.length > 0 && { note: notes.join(', ') }),
    level: section.level,
  };
}

// A heading that became a paragraph elsewhere is not there any more.
function headingOf({ id, blocks: [first] }: RedlineSection): RedlineBlock | undefined {
  return first?.kind === 'heading' || id === '_opening' ? first : undefined;
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

type Numbering = { reader: Reader; first: number; total: number };

function toRuns(units: readonly Unit[], { reader, first, total }: Numbering): ComparedRun[] {
  let number = first;
  return runsOf(units).flatMap((run) => {
    if (!run[0]?.isSame) return run.map((unit) => changed(unit, number++, total, reader));
    return run.length > 1
      ? [{ ...unchanged(run), title: reader.words.diff.unchangedText }]
      : [unchanged(run)];
  });
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

function unchanged(units: readonly Unit[]): ComparedRun {
  return { type: 'unchanged', blocks: toBlocks(units) };
}

function changed(unit: Unit, number: number, total: number, { words }: Reader): ComparedRun {
  const { position, previous, next } = words.diff;
  return {
    type: 'change',
    number,
    position: position(number, total),
    steps: [
      ...(number > 1 ? [{ number: number - 1, text: previous }] : []),
      ...(number < total ? [{ number: number + 1, text: next }] : []),
    ],
    blocks: toBlocks([unit]),
  };
}

function toBlocks(units: readonly Unit[]): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  for (const { kind, blocks: own } of units) {
    if (kind === 'cell') blocks.push(toTable(own));
    else for (const part of own.flatMap((block) => block.parts ?? [block])) addPart(blocks, part);
  }
  return blocks;
}

function addPart(blocks: ComparedBlock[], { kind, html }: RedlinePart): void {
  const last = blocks.at(-1);
  if (kind === 'code' || kind === 'paragraph') blocks.push({ type: kind, html });
  else if (kind !== 'item') blocks.push({ type: 'term', html });
  else if (last?.type === 'items') last.items.push(html);
  else blocks.push({ type: 'items', items: [html] });
}

function toTable(blocks: readonly RedlineBlock[]): ComparedBlock {
  const caption = blocks.find(({ cell }) => !cell);
  const cells = blocks.filter(({ cell }) => cell);
  const columns = [...new Set(cells.map(({ cell }) => cell?.column ?? ''))];
  const [first = [], ...rest] = Map.groupBy(cells, ({ cell }) => cell?.line ?? '').values();
  const isHead = first.every((block) => textOf(block) === block.cell?.column);
  const inColumn = (row: readonly RedlineBlock[], column: string) =>
    row.filter(({ cell }) => cell?.column === column).map(({ html }) => html);
  return {
    type: 'table',
    captionHtml: caption?.html ?? escapeHtml(cells[0]?.cell?.table ?? ''),
    columns: columns.map((column) => {
      const labelHtml = escapeHtml(column);
      return { html: (isHead && inColumn(first, column)[0]) || labelHtml, labelHtml };
    }),
    rows: (isHead ? rest : [first, ...rest]).map((row) =>
      columns.map((column) => inColumn(row, column).join(' ')),
    ),
  };
}
