import { oncePer } from '../../memory.ts';
import type { Change } from '../changes/changes.ts';
import type { RedlineBlock, RedlineSection } from '../redline/redline-model.ts';
import { rowId } from './blocks.ts';
import type { Numbered } from './sections.ts';
import { isUnmarked, type Unit } from './units.ts';

/** The id of the place in a redline where a listed change is marked, if there is one. */
export function placeOfChange(change: Change, numbered: Numbered): string | undefined {
  const own = numbered.sections.find(({ section }) => isOwn(change, section));
  if (!own) return factPlace(change, numbered);
  const { section, units } = own;
  const heading = numbered.numbers.get(section);
  const isOfHeading =
    change.path.endsWith('.title') ||
    [change.before, change.after].some((value) => typeof value === 'object');
  if (isOfHeading && heading !== undefined) return `c-${heading}`;
  const marked = units.filter((unit) => numbered.numbers.has(unit));
  const best = marked.find((unit) => says(unit, change)) ?? marked[0];
  const number = (best && numbered.numbers.get(best)) ?? heading;
  return number === undefined ? factPlace(change, numbered) : `c-${number}`;
}

function isOwn({ path }: Change, { id }: RedlineSection): boolean {
  if (id === '_opening') return ['lead', 'title', 'kicker'].includes(path);
  return path === `sections.${id}` || path.startsWith(`sections.${id}.`);
}

// Whether a unit shows the words that a change tells.
function says(unit: Unit, { before, after }: Change): boolean {
  if (unit.type !== 'blocks') return false;
  const [old, now] = [before, after].map((told) => (typeof told === 'string' ? fold(told) : ''));
  return unit.blocks.some((block) => {
    const said = sidesOf(block);
    return isPart(said.before, old) || isPart(said.after, now);
  });
}

// Each change of a section asks for the texts of all that is marked in it.
const sidesOf = oncePer((block: RedlineBlock) => ({
  before: fold(sideOf(block, '-')),
  after: fold(sideOf(block, '+')),
}));

function sideOf({ ops }: RedlineBlock, sign: '-' | '+'): string {
  return ops.map(([own, text]) => (own === '=' || own === sign ? text : '')).join('');
}

function fold(text: string): string {
  return text.replaceAll(/\s{2,}|[^\S ]/g, ' ').trim();
}

function isPart(one: string, other = ''): boolean {
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}

// What a fact is shown by: the row of a table, or the text that is made from it.
function factPlace({ path }: Change, { sections, numbers }: Numbered): string | undefined {
  const found = sections.flatMap(({ units }) =>
    units.flatMap((unit) => {
      const number = numbers.get(unit);
      if (unit.type !== 'blocks' || number === undefined) return [];
      return unit.blocks.flatMap((block) => {
        const likeness = isUnmarked(block) ? 0 : likenessOf(block, path);
        return likeness > 0 ? [{ likeness, id: idOf(block, unit.blocks, number) }] : [];
      });
    }),
  );
  return found.toSorted((one, other) => other.likeness - one.likeness)[0]?.id;
}

function idOf(block: RedlineBlock, blocks: readonly RedlineBlock[], number: number): string {
  if (!block.cell || block.cell.line.endsWith('.0')) return `c-${number}`;
  return rowId(
    number,
    blocks.filter(({ cell }) => cell?.line === block.cell?.line),
  );
}

// How many parts of the path of a block and that of a change are the same; one has to be part of the other.
function likenessOf({ origins }: RedlineBlock, path: string): number {
  const likeness = [origins.before, origins.after].map((origin) => {
    const own = origin?.source.path;
    if (own === undefined) return 0;
    const isInside = own === path || own.startsWith(`${path}.`) || path.startsWith(`${own}.`);
    return isInside ? Math.min(own.split('.').length, path.split('.').length) : 0;
  });
  return Math.max(...likeness);
}
