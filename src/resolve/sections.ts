import { type Block, type BlockName, blocks } from '../../schemas/block.ts';
import { disclosureFields } from '../../schemas/disclosures/all.ts';
import type { CookieColumn } from '../../schemas/disclosures/cookies.ts';
import type { Numbering, PolicyFile, Section, Subsection } from '../../schemas/policy.ts';
import type { Instructions } from '../../schemas/steps.ts';
import type { Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import { isMap, valueAt } from '../read/shape.ts';
import type { Reader } from '../text/show.ts';
import { suggestHelp } from '../text/suggest.ts';
import type { FactName, Facts, InventoryName, ResolvedBlock, ResolvedSection, Tone } from './policy-model.ts';

type Context = {
  file: ParsedFile;
  value: PolicyFile;
  steps: Record<string, Instructions>;
  slug: string;
  slugs: readonly string[];
  facts: Facts;
  reader: Reader;
};

type Found = { block: ResolvedBlock } | { problem: Problem };

/**
 * Gives every section its id and every block its rows.
 * Reports sections without an id that can be made from the title, ids that stand twice, blocks that name nothing or
 * have nothing to show. A block with a problem is left out.
 */
export function resolveSections(
  policy: PolicyFile,
  context: Context,
): { sections: ResolvedSection[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const numbering = policy.numbering ?? 'none';
  const sections = policy.sections.map((section, index) =>
    resolveSection(section, ['sections', index], numbering, context, problems),
  );
  return { sections, problems: [...problems, ...duplicateIds(sections, policy, context.file)] };
}

function resolveSection(
  section: Section | Subsection,
  path: YamlPath,
  numbering: Numbering,
  context: Context,
  problems: Problem[],
): ResolvedSection {
  const children = 'sections' in section ? (section.sections ?? []) : [];
  const childNumbering = ('numbering' in section && section.numbering) || numbering;
  const content = (section.content ?? []).flatMap((item, index) => {
    const found = resolveItem(item, [...path, 'content', index], context);
    if ('block' in found) return [found.block];
    problems.push(found.problem);
    return [];
  });
  const id = section.id ?? slugOf(section.title);
  if (!id) problems.push(noId(section, path, context.file));
  if (!section.content && children.length === 0) problems.push(emptySection(path, context.file));
  return {
    id: id ?? '',
    aliases: section.aliases ?? [],
    title: section.title,
    numbering,
    content,
    sections: children.map((child, index) =>
      resolveSection(child, [...path, 'sections', index], childNumbering, context, problems),
    ),
  };
}

/** The anchor a title gives: its ASCII letters and digits in lower case, joined by hyphens. */
export function slugOf(title: string): string | undefined {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[^a-z]+|-+$/g, '');
  return slug.slice(0, 63).replace(/-$/, '') || undefined;
}

function noId(section: Subsection, path: YamlPath, file: ParsedFile): Problem {
  return {
    rule: 'schema/missing-key',
    severity: 'error',
    message: `Unexpected title \`${section.title}\`, expected letters from a to z, which its id is made of.`,
    place: file.place([...path, 'title'], 'value'),
    help: 'Add `id:` with a short name in small letters from a to z.',
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

function duplicateIds(sections: ResolvedSection[], policy: PolicyFile, file: ParsedFile): Problem[] {
  const seen = new Map<string, YamlPath>();
  // An id that was made from the title is shown at the title.
  const written = (path: YamlPath) =>
    valueAt(policy, path) === undefined ? [...path.slice(0, -1), 'title'] : path;
  const ofPolicy = (policy.aliases ?? []).map((id, index) => ({ id, path: ['aliases', index] }));
  return [...idPaths(sections), ...ofPolicy].flatMap(({ id, path }) => {
    const first = seen.get(id);
    if (!first) seen.set(id, path);
    if (!first || id === '') return [];
    return [
      {
        rule: 'reference/duplicate' as const,
        severity: 'error' as const,
        message: `Unexpected second section with the id \`${id}\`, expected each id once in a policy.`,
        place: file.place(written(path), 'value'),
        related: [{ message: 'The first one stands here.', place: file.place(written(first), 'value') }],
        help: path.includes('aliases')
          ? 'Delete the alias: the id leads to the other section.'
          : 'Give one of the two sections another `id:`.',
      },
    ];
  });
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

function resolveItem(item: string | Block, path: YamlPath, context: Context): Found {
  if (typeof item === 'string') return { block: { type: 'prose', text: item } };
  // The schema lets only blocks of this table pass, each under its own key.
  const name = Object.keys(item).find((key) => key in blocks) as BlockName;
  return resolveBlock(name, item, [...path, name], context);
}

function resolveBlock(name: BlockName, item: Block, path: YamlPath, context: Context): Found {
  if ('note' in item) return callout('note', item.note);
  if ('important' in item) return callout('important', item.important);
  if ('warning' in item) return callout('warning', item.warning);
  if ('tip' in item) return callout('tip', item.tip);
  if ('definitions' in item) return { block: { type: 'definitions', items: item.definitions } };
  if ('cards' in item) return { block: { type: 'cards', items: item.cards } };
  if ('history' in item) return { block: { type: 'history', count: item.history } };
  if ('steps' in item) return stepsBlock(item.steps, path, context);
  if ('contact' in item) return contactBlock(item.contact, path, context);
  if ('policy' in item) return policyBlock(item.policy, path, context);
  if ('cookies' in item) return partBlock('cookies', item, item.cookies, path, context);
  if ('data' in item) return partBlock('data', item, item.data, path, context);
  if ('vendors' in item) return partBlock('vendors', item, item.vendors, path, context);
  if (isFactName(name)) return factBlock(name, path, context);
  return selectionBlock(name as InventoryName, item, path, context);
}

function callout(tone: Tone, value: string | { title: string; text: string }): Found {
  return { block: { type: 'callout', tone, ...(typeof value === 'string' ? { text: value } : value) } };
}

function stepsBlock(
  items: (string | Instructions)[],
  path: YamlPath,
  { steps, value, file }: Context,
): Found {
  const known = { ...steps, ...value.steps };
  const unknown = items.findIndex((item) => typeof item === 'string' && !Object.hasOwn(known, item));
  if (unknown >= 0) {
    return {
      problem: unknownId(
        String(items[unknown]),
        'steps',
        Object.keys(known),
        file.place([...path, unknown], 'value'),
      ),
    };
  }
  const found = items.map((item) => (typeof item === 'string' ? known[item] : item));
  return { block: { type: 'steps', items: found.filter((item) => item !== undefined) } };
}

function contactBlock(id: string, path: YamlPath, { facts, file }: Context): Found {
  if (Object.hasOwn(facts.contacts, id)) return { block: { type: 'contact', id } };
  return { problem: unknownId(id, 'contacts', Object.keys(facts.contacts), file.place(path, 'value')) };
}

function policyBlock(slug: string, path: YamlPath, { slugs, slug: own, file }: Context): Found {
  const others = slugs.filter((other) => other !== own);
  if (others.includes(slug)) return { block: { type: 'policy', slug } };
  return {
    problem: {
      rule: 'reference/unknown',
      severity: 'error',
      message: `Unexpected \`${slug}\`, expected another policy of this product.`,
      place: file.place(path, 'value'),
      help: suggestHelp(slug, others) ?? 'This product has no other policy yet: add it, or delete the block.',
    },
  };
}

// `cookies`, `data` and `vendors` are shown by a part that is not an id of theirs: a category, an audience, a group.
const partKeys = { cookies: 'category', data: 'audience', vendors: 'group' } as const;

function partBlock(
  of: keyof typeof partKeys,
  item: { caption?: string; columns?: CookieColumn[] },
  part: string,
  path: YamlPath,
  { facts, file }: Context,
): Found {
  const inventory = facts[of];
  if (inventory === 'none') return { block: { type: 'none', of: of === 'vendors' ? 'recipients' : of } };
  const entries: [string, { category?: string; audience?: string; group?: string }][] = Object.entries(
    inventory ?? {},
  );
  const chosen = entries.filter(([, entry]) => part === 'all' || entry[partKeys[of]] === part);
  if (chosen.length === 0)
    return {
      problem: emptyPart(
        of,
        part,
        entries.map(([, entry]) => entry[partKeys[of]]),
        path,
        file,
      ),
    };
  const ids = chosen.map(([id]) => id);
  const { caption, columns } = item;
  return {
    block: { type: 'inventory', of, part, ids, ...(caption && { caption }), ...(columns && { columns }) },
  };
}

function emptyPart(
  of: keyof typeof partKeys,
  part: string,
  known: (string | undefined)[],
  path: YamlPath,
  file: ParsedFile,
): Problem {
  const parts = [...new Set(known)].filter((item) => item !== undefined);
  return {
    rule: 'block/empty',
    severity: 'error',
    message:
      part === 'all'
        ? `Unexpected block with nothing to show, expected entries in \`${of}\`.`
        : `Unexpected \`${part}\`, expected a ${partKeys[of]} that some entry of \`${of}\` has.`,
    place: file.place(path, 'value'),
    help: (part === 'all' ? undefined : suggestHelp(part, parts)) ?? addEntries(of),
  };
}

const factNames: ReadonlySet<string> = new Set<FactName>([
  'consent',
  'signals',
  'requests',
  'ai',
  'sale',
  'children',
]);

function isFactName(name: string): name is FactName {
  return factNames.has(name);
}

function factBlock(of: FactName, path: YamlPath, context: Context): Found {
  const fact = context.facts[of];
  if (fact === 'none' && (of === 'ai' || of === 'sale')) return { block: { type: 'none', of } };
  if (isMap(fact) && Object.keys(fact).length > 0) return { block: { type: 'fact', of } };
  return { problem: emptyInventory(of, path, context.file) };
}

function selectionBlock(of: InventoryName, item: Block, path: YamlPath, { facts, file }: Context): Found {
  const inventory = of === 'security' ? facts.security?.measures : facts[of];
  if (inventory === 'none') return { block: { type: 'none', of: of as 'categories' } };
  const known = Object.keys(inventory ?? {});
  if (known.length === 0) return { problem: emptyInventory(of, path, file) };
  // Every block of this form holds a selection under its own name.
  const selection = (item as Record<string, string | string[]>)[of] ?? 'all';
  const wanted = selection === 'all' ? known : [selection].flat();
  const unknown = wanted.findIndex((id) => !known.includes(id));
  if (unknown >= 0) {
    const at = Array.isArray(selection) ? [...path, unknown] : path;
    return { problem: unknownId(String(wanted[unknown]), of, known, file.place(at, 'value')) };
  }
  const caption = 'caption' in item ? item.caption : undefined;
  const part = selection === 'all' ? 'all' : wanted.join(' ');
  return { block: { type: 'inventory', of, part, ids: wanted, ...(caption && { caption }) } };
}

function emptyInventory(of: string, path: YamlPath, file: ParsedFile): Problem {
  return {
    rule: 'block/empty',
    severity: 'error',
    message: `Unexpected block with nothing to show, expected entries in \`${of}\`.`,
    place: file.place(path, 'key'),
    help: addEntries(of),
  };
}

function addEntries(of: string): string {
  const home = homes[of] ?? 'this policy';
  const canBeNone = Object.hasOwn(disclosureFields, of) && allowsNone(of as keyof typeof disclosureFields);
  return `Add entries to \`${of}\` in ${home}${canBeNone ? ', write `none` there if that is meant' : ''}, or delete the block.`;
}

function allowsNone(of: keyof typeof disclosureFields): boolean {
  return disclosureFields[of].safeParse('none').success;
}

// Where an inventory stands that is not part of a policy.
const homes: Record<string, string> = {
  vendors: 'product.yaml',
  contacts: 'product.yaml',
  steps: 'steps.yaml or this policy',
};

function unknownId(id: string, of: string, known: string[], place: Problem['place']): Problem {
  return {
    rule: 'reference/unknown',
    severity: 'error',
    message: `Unexpected \`${id}\`, expected an id from \`${of}\`.`,
    place,
    help: suggestHelp(id, known) ?? addEntries(of),
  };
}
