import { type Block, type BlockName, blocks } from '../../schemas/block.ts';
import type { Numbering, PolicyFile, Section } from '../../schemas/policy.ts';
import type { Found, Resolving } from '../blocks/block.ts';
import { textBlockNamed } from '../blocks/by-type.ts';
import { disclosureOf, shownEntries } from '../disclosures/in-order.ts';
import { type Problem, tellFirst, type Untold } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import { isMap, valueAt } from '../read/shape.ts';
import { valuesCalled } from '../read/usual-names.ts';
import { suggestHelp } from '../text/suggest.ts';
import { addEntries, emptyInventory, unknownId } from './block-problems.ts';
import { nameAsText } from './name-as-text.ts';
import { pageSizeProblem } from './page-size.ts';
import type {
  FactName,
  Filter,
  InventoryName,
  NoneName,
  ResolvedBlock,
  ResolvedSection,
  ShownName,
} from './policy-model.ts';

/**
 * Gives every section its id and every block its rows.
 * Reports sections without an id that can be made from the title, ids that stand twice, blocks that name nothing or
 * have nothing to show. A block with a problem is left out.
 */
export function resolveSections(
  policy: PolicyFile,
  context: Resolving,
): { sections: ResolvedSection[]; problems: Problem[] } {
  const tooLarge = pageSizeProblem(policy, context);
  if (tooLarge) return { sections: [], problems: [tooLarge] };
  const untold: Untold[] = [];
  const numbering = policy.numbering ?? 'none';
  const sections = policy.sections.map((section, index) =>
    resolveSection(section, ['sections', index], numbering, context, (tell) =>
      untold.push({ severity: 'error', tell }),
    ),
  );
  return { sections, problems: tellFirst([...untold, ...duplicateIds(sections, policy, context.file)]) };
}

function resolveSection(
  section: Section,
  path: YamlPath,
  numbering: Numbering,
  context: Resolving,
  report: (tell: () => Problem) => void,
): ResolvedSection {
  const children = 'sections' in section ? (section.sections ?? []) : [];
  const childNumbering = ('numbering' in section && section.numbering) || numbering;
  const content = (section.content ?? []).flatMap((item, index) => {
    const found = resolveItem(item, [...path, 'content', index], context);
    if ('block' in found) return [found.block];
    if (!found.missing?.some(context.isUncertain)) report(found.tell);
    return [];
  });
  const id = section.id ?? slugOf(section.title);
  if (!id) report(() => noId(section, path, context.file));
  if (countedTwice(section.title, numbering, path)) report(() => numberInTitle(section, path, context.file));
  if (!section.content && children.length === 0) report(() => emptySection(path, context.file));
  return {
    id: id ?? '',
    aliases: section.aliases ?? [],
    title: section.title,
    numbering,
    ...('annex' in section && section.annex && { annex: section.annex }),
    content,
    sections: children.map((child, index) =>
      resolveSection(child, [...path, 'sections', index], childNumbering, context, report),
    ),
  };
}

/** The anchor a title gives: its ASCII letters and digits in lower case, joined by hyphens. */
export function slugOf(title: string): string | undefined {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '');
  return slug.slice(0, 63).replace(/-$/, '') || undefined;
}

function noId(section: Section, path: YamlPath, file: ParsedFile): Problem {
  return {
    rule: 'schema/missing-key',
    severity: 'error',
    message: `Unexpected title \`${section.title}\`, expected letters from a to z, which its id is made of.`,
    place: file.place([...path, 'title'], 'value'),
    help: 'Add `id:` with a short name in small letters from a to z.',
  };
}

// `2. Our cookies` as the second section, where the page counts as well.
function countedTwice(title: string, numbering: Numbering, path: YamlPath): boolean {
  const place = Number(path.at(-1)) + 1;
  if (numbering === 'none') return false;
  const [, number, letter] =
    /^(?:§ ?)?(?:(?:\d{1,2}\.)*(\d{1,2})[.):]?|([A-Z])[.):])\s+(?=\p{L})/u.exec(title) ?? [];
  const isMarked = /^(?:§|\d+(?:[.):]\s|\.\d))/.test(title);
  return numbering === 'letters'
    ? letter === String.fromCharCode(64 + place)
    : isMarked && Number(number) === place;
}

function numberInTitle({ title }: Section, path: YamlPath, file: ParsedFile): Problem {
  const [number = ''] = /^\S+/.exec(title.replace(/^§ /, '§')) ?? [];
  return {
    rule: 'reference/duplicate',
    severity: 'error',
    message: `Unexpected number \`${number}\` in a title, expected it once: \`numbering\` counts the sections.`,
    place: file.place([...path, 'title'], 'value'),
    help: 'Delete it from the title, or write `numbering: none`.',
  };
}

function emptySection(path: YamlPath, file: ParsedFile): Problem {
  return {
    rule: 'block/empty',
    severity: 'error',
    message: 'Unexpected section without text, expected `content:` or `sections:`.',
    place: file.place([...path, 'title'], 'value'),
    help: 'Write its text under `content:`, or delete the section.',
  };
}

function duplicateIds(sections: ResolvedSection[], policy: PolicyFile, file: ParsedFile): Untold[] {
  const seen = new Map<string, YamlPath>();
  // An id that was made from the title is shown at the title.
  const written = (path: YamlPath) =>
    valueAt(policy, path) === undefined ? [...path.slice(0, -1), 'title'] : path;
  const ofPolicy = (policy.aliases ?? []).map((id, index) => ({ id, path: ['aliases', index] }));
  const elsewhere = Object.keys(policy.moved ?? {}).map((id) => ({ id, path: ['moved', id] }));
  return [...idPaths(sections), ...ofPolicy, ...elsewhere].flatMap(({ id, path }): Untold[] => {
    const first = seen.get(id);
    if (!first) seen.set(id, path);
    if (!first || id === '') return [];
    const tell = (): Problem => ({
      rule: 'reference/duplicate',
      severity: 'error',
      message: `Unexpected second section with the id \`${id}\`, expected each id once in a policy.`,
      place: file.place(written(path), 'value'),
      related: [{ message: 'The first one stands here.', place: file.place(written(first), 'value') }],
      help: duplicateHelp(path),
    });
    return [{ severity: 'error', tell }];
  });
}

function duplicateHelp(path: YamlPath): string {
  if (path[0] === 'moved') return 'Take it out: what has this id is still here.';
  return path.includes('aliases')
    ? 'Delete the alias: the id leads to the other section.'
    : 'Give one of the two sections another `id:`.';
}

function idPaths(sections: ResolvedSection[], prefix: YamlPath = []): { id: string; path: YamlPath }[] {
  return sections.flatMap((section, index) => {
    const path = [...prefix, 'sections', index];
    const own = [
      { id: section.id, path: [...path, 'id'] },
      ...section.aliases.map((id, at) => ({ id, path: [...path, 'aliases', at] })),
    ];
    return [...own, ...idPaths(section.sections, path)];
  });
}

function resolveItem(item: string | Block, path: YamlPath, context: Resolving): Found<ResolvedBlock> {
  if (typeof item === 'string') {
    const problem = nameAsText(item, context.file.place(path, 'value'));
    return problem ? { tell: () => problem } : { block: { type: 'prose', text: item } };
  }
  // The schema lets only blocks of this table pass, each under its own key.
  const name = Object.keys(item).find((key) => key in blocks) as BlockName;
  const own = textBlockNamed(name);
  if (own) return own.resolve(Reflect.get(item, name), [...path, name], context);
  // What is left are the blocks that are named after what they show.
  return disclosedBlock(name as ShownName, item, [...path, name], context);
}

function disclosedBlock(
  of: ShownName,
  item: Block,
  path: YamlPath,
  context: Resolving,
): Found<ResolvedBlock> {
  const { facts, file } = context;
  const { part, whole } = disclosureOf(of);
  // The names are narrowed by what only those have: `none`, a part, entries, a page as a whole.
  if (facts[of] === 'none') return { block: { type: 'none', of: of as NoneName } };
  if (!whole) return entriesBlock(of as InventoryName, part?.key, item, path, context);
  if (Object.keys(facts[of] ?? {}).length > 0) return { block: { type: 'fact', of: of as FactName } };
  return { tell: () => emptyInventory(of, path, file) };
}

function entriesBlock(
  of: InventoryName,
  key: string | undefined,
  item: Block,
  path: YamlPath,
  context: Resolving,
): Found<ResolvedBlock> {
  const selection = selectionOf(of, item);
  if (typeof selection === 'object' && !Array.isArray(selection))
    return filterBlock(of, selection, item, path, context);
  if (key === undefined || Array.isArray(selection))
    return selectionBlock(of, selection, item, path, context);
  return partBlock(of, { key, part: selection }, item, path, context);
}

// What a block shows is written under its own name.
function selectionOf(of: InventoryName, item: Block): string | string[] | Filter {
  return Reflect.get(item, of) ?? 'all';
}

function shown(of: InventoryName, part: string, ids: string[], item: Block): Found<ResolvedBlock> {
  const caption = 'caption' in item && item.caption;
  const columns = 'columns' in item && item.columns;
  return {
    block: { type: 'inventory', of, part, ids, ...(caption && { caption }), ...(columns && { columns }) },
  };
}

function partBlock(
  of: InventoryName,
  { key, part }: { key: string; part: string },
  item: Block,
  path: YamlPath,
  { facts, file }: Resolving,
): Found<ResolvedBlock> {
  const entries = Object.entries(shownEntries(of, facts));
  const ids = entries.filter(([, entry]) => part === 'all' || partOf(entry, key) === part).map(([id]) => id);
  if (ids.length > 0) return shown(of, part, ids, item);
  const known = () => entries.flatMap(([, entry]) => partOf(entry, key) ?? []);
  const tell = () => emptyPart({ of, key, part, known: known() }, file.place(path, 'value'));
  const without = entries.flatMap(([id, entry]) => (partOf(entry, key) === undefined ? [[of, id, key]] : []));
  return { missing: [[of, part], ...without], tell };
}

function partOf(entry: unknown, key: string): string | undefined {
  const part = isMap(entry) ? entry[key] : undefined;
  return typeof part === 'string' ? part : undefined;
}

function partHelp(part: string, known: readonly string[]): string | undefined {
  if (part === 'all') return undefined;
  return valuesCalled(part).includes('all') ? 'Write `all` to show all of them.' : suggestHelp(part, known);
}

function emptyPart(
  { of, key, part, known }: { of: InventoryName; key: string; part: string; known: string[] },
  place: Problem['place'],
): Problem {
  return {
    rule: 'block/empty',
    severity: 'error',
    message:
      part === 'all'
        ? `Unexpected block with nothing to show, expected entries in \`${of}\`.`
        : `Unexpected \`${part}\`, expected a ${key} that some entry of \`${of}\` has.`,
    place,
    help: partHelp(part, [...new Set(known)]) ?? addEntries(of),
  };
}

// `{source: observed}`: what each of these fields says of an entry, whichever of several values it has there.
function filterBlock(
  of: InventoryName,
  filter: Filter,
  item: Block,
  path: YamlPath,
  { facts, file }: Resolving,
): Found<ResolvedBlock> {
  const asked = Object.entries(filter);
  const entries = Object.entries(shownEntries(of, facts)).filter(([, entry]) =>
    asked.every(([key, value]) => hasValue(heldAt(entry, key), value)),
  );
  const ids = entries.map(([id]) => id);
  if (ids.length > 0 && asked.length > 0) return shown(of, ids.join(' '), ids, item);
  return { tell: () => emptyFilter(of, asked, file.place(path, 'value')) };
}

function emptyFilter(of: InventoryName, asked: [string, unknown][], place: Problem['place']): Problem {
  const said = asked.map(([key, value]) => `${key}: ${value}`).join(', ');
  return {
    rule: 'block/empty',
    severity: 'error',
    message:
      asked.length === 0
        ? 'Unexpected empty map, expected what entries have in common.'
        : `Unexpected \`{${said}}\`, which no entry of \`${of}\` has, expected one at least.`,
    place,
    help: 'Name what entries have, or write `all`.',
  };
}

// Of several, `providers` has all and `provider` the first.
function heldAt(entry: unknown, key: string): unknown {
  return isMap(entry) ? (entry[`${key}s`] ?? entry[key]) : undefined;
}

function hasValue(held: unknown, value: unknown): boolean {
  return Array.isArray(held) ? held.includes(value) : held === value;
}

function selectionBlock(
  of: InventoryName,
  selection: string | string[],
  item: Block,
  path: YamlPath,
  { facts, file }: Resolving,
): Found<ResolvedBlock> {
  const entries = shownEntries(of, facts);
  const known = Object.keys(entries);
  if (known.length === 0) return { tell: () => emptyInventory(of, path, file) };
  const wanted = selection === 'all' ? known : [selection].flat();
  const unknown = wanted.findIndex((id) => !Object.hasOwn(entries, id));
  if (unknown < 0) return shown(of, selection === 'all' ? 'all' : wanted.join(' '), wanted, item);
  const at = Array.isArray(selection) ? [...path, unknown] : path;
  const missing = String(wanted[unknown]);
  return { missing: [[of, missing]], tell: () => unknownId(missing, of, known, file.place(at, 'value')) };
}
