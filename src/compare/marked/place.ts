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
  if (isOfHeading(change) && heading !== undefined) return `c-${heading}`;
  const marked = units.filter((unit) => numbered.numbers.has(unit));
  const fits = fitsOf(marked, change);
  const best = marked[fits.indexOf(Math.max(...fits))];
  const number = (best && numbered.numbers.get(best)) ?? heading;
  return number === undefined ? factPlace(change, numbered) : `c-${number}`;
}

// What is told once of several sections stands at the first of them.
function isOwn({ path, anchor }: Change, { id }: RedlineSection): boolean {
  if (id === '_opening')
    return ['lead', 'title', 'kicker'].includes(path) || (path === 'sections' && anchor === undefined);
  if (path === 'sections') return anchor === id;
  return path === `sections.${id}` || path.startsWith(`sections.${id}.`);
}

function isOfHeading({ rule }: Change): boolean {
  return rule === 'title-changed' || rule.startsWith('section-');
}

// How well units show what a change tells: its whole texts, a part of them, or else a look or a link that is another.
function fitsOf(units: readonly Unit[], { before, after }: Change): number[] {
  const [old, now] = [before, after].map((told) => (typeof told === 'string' ? told : ''));
  const [olds, news] = [formsOf(old), formsOf(now)];
  const fitOf = (block: RedlineBlock) => {
    const said = sidesOf(block);
    return 2 * (fitIn(said.before, olds) + fitIn(said.after, news)) + (looks(block, old, now) ? 1 : 0);
  };
  return units.map((unit) => (unit.type === 'blocks' ? Math.max(...unit.blocks.map(fitOf)) : 0));
}

// Of what is told of several texts the first counts.
function formsOf(told = ''): string[] {
  return [...new Set([told, told.split('\n')[0] ?? ''].map(fold))].filter((form) => form !== '');
}

function fitIn(said: string, forms: readonly string[]): number {
  if (said === '' || forms.length === 0) return 0;
  if (forms.includes(said)) return 2;
  return forms.some((form) => said.includes(form) || form.includes(said)) ? 1 : 0;
}

function looks({ formats, origins }: RedlineBlock, old = '', now = ''): boolean {
  const leads = (side: 'before' | 'after', href: string) =>
    href !== '' && origins[side]?.spans.some((span) => span.href === href) === true;
  const isLook = formats.some(({ before, after }) => before === old && after === now);
  return isLook || (leads('before', old) && leads('after', now));
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

// What a fact is shown by: the row of a table, or the text that is made from it, or else what shows another field of its entry.
function factPlace({ path }: Change, numbered: Numbered): string | undefined {
  const entry = path.split('.').slice(0, -1);
  return (
    placeOfPath(path, numbered) ?? (entry.length > 1 ? placeOfPath(entry.join('.'), numbered) : undefined)
  );
}

function placeOfPath(path: string, { sections, numbers }: Numbered): string | undefined {
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
