import { type PolicyFile, policyFile, type Section } from '../../schemas/policy.ts';
import type { ProductFile } from '../../schemas/product.ts';
import type { SiteFile } from '../../schemas/site.ts';
import type { Instructions } from '../../schemas/steps.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import { disclosureOf, disclosuresInOrder, inventoriesInOrder } from '../disclosures/in-order.ts';
import { type Problem, tellFirst } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import { quotingReaderOf, type Reader, readerOf } from '../text/show.ts';
import { suggestHelp } from '../text/suggest.ts';
import { contentOf } from './all-sections.ts';
import { defined } from './defined.ts';
import { type Filled, type FoundLink, fillFile, type QuotingText, type Targets } from './fill.ts';
import type { Facts, ResolvedBlock, ResolvedPolicy, ResolvedSection } from './policy-model.ts';
import { numbersIn } from './quotable-numbers.ts';
import type { Scope } from './quotation.ts';
import { quotesIn } from './quotes.ts';
import { resolveSections } from './sections.ts';
import { mayHold } from './uncertain.ts';
import { sourcesOf } from './written.ts';

/** One policy file and everything around it that its text can name. */
type PolicySource = {
  file: ParsedFile;
  value: PolicyFile;
  product: { id: string; value: ProductFile; written: ProductFile };
  slug: string;
  site: SiteFile;
  /** What its texts can quote beside its own facts: the files of its product and site. */
  around: readonly Scope[];
  steps: { value: Record<string, Instructions>; written: Record<string, Instructions> };
  /** The texts around it that quote facts. */
  quoting: readonly QuotingText[];
  /** The slugs of all policies of the product. */
  slugs: readonly string[];
};

/**
 * Turns a valid policy file into a resolved policy: quotations filled, references followed, blocks given their rows.
 * Reports ids that name nothing, quotations and links that are wrong, blocks with nothing to show.
 */
export function resolvePolicy(source: PolicySource): {
  policy: ResolvedPolicy;
  problems: Problem[];
  links: FoundLink[];
} {
  const language = source.value.language ?? source.product.value.language ?? source.site.languages[0] ?? 'en';
  const reader = readerOf(language);
  const filled = fillPolicy(source, quotingReaderOf(language));
  const { uses } = filled;
  const texts = { value: filled.value, product: source.product.value, steps: source.steps.value };
  const { problems, ...resolved } = resolveTexts(texts, { ...source, language, reader, uses });
  const { policy } = resolved;
  const quoting = [...filled.quoting, ...source.quoting];
  const written = {
    value: withIds(source.value, policy.sections),
    product: source.product.written,
    steps: source.steps.written,
  };
  // Nothing differs where no text quotes.
  const asWritten =
    quoting.length > 0 ? resolveTexts(written, { ...source, language, reader, uses }).policy : undefined;
  return {
    policy: {
      ...policy,
      quotes: quotesIn(filled.quotes, filled.value, policy.sections),
      sources: sourcesOf(policy, asWritten, quoting, textsOfOurs(source)),
    },
    problems: [...filled.problems, ...problems, ...dateProblems(source)],
    links: filled.links,
  };
}

type ResolvedTexts = { value: PolicyFile; product: ProductFile; steps: Record<string, Instructions> };
type ResolvedWith = Pick<PolicySource, 'file' | 'slug' | 'slugs' | 'around'> & {
  product: { id: string };
  language: string;
  reader: Reader;
  uses: ReadonlySet<string>;
};

function resolveTexts(
  { value, product, steps }: ResolvedTexts,
  { file, product: { id }, slug, slugs, around, language, reader, uses }: ResolvedWith,
): { policy: ResolvedPolicy; problems: Problem[] } {
  const facts = resolveFacts(value, product, reader);
  const known = { ...steps, ...value.steps };
  const { sections, problems } = resolveSections(value, {
    file,
    steps: known,
    slug,
    slugs,
    facts,
    isUncertain: (path) => around.some((scope) => mayHold(scope, path)),
  });
  const policy: ResolvedPolicy = {
    product: { id, name: product.name },
    slug,
    language,
    ...headOf(value),
    facts: { ...facts, ...namedIn(facts, sections, uses) },
    sections,
  };
  return { policy, problems };
}

// What is said of a policy as a whole, in the order of records.
function headOf(value: PolicyFile) {
  const { kind, title, kicker, lead, updated, reviewed, aliases, moved, change, notice } = value;
  const { numbering = 'none' } = value;
  const { effective, starts } = bindingDays(value);
  const days = { updated, effective, starts, reviewed };
  return defined({ kind, title, kicker, lead, ...days, numbering, aliases, moved, change, notice });
}

// The id of a section that has none is made from its title as readers see it.
function withIds<T extends { sections?: readonly Section[] | undefined }>(
  value: T,
  sections: readonly ResolvedSection[],
): T {
  const named = value.sections?.map((section, index) => {
    const { id, sections: inner = [] } = sections[index] ?? {};
    return { ...('sections' in section ? withIds(section, inner) : section), id };
  });
  return { ...value, ...(named && { sections: named }) };
}

function textsOfOurs({ value, product }: PolicySource): string[] {
  return disclosuresInOrder.flatMap(({ name, home, ours }) => {
    const written: unknown = Reflect.get(home === 'policy' ? value : product.value, name);
    return (ours?.(written) ?? []).map((path) => `facts.${name}.${path}`);
  });
}

// The first day that binds anybody, and the day of each group where those differ.
function bindingDays({ effective, updated }: PolicyFile): Pick<ResolvedPolicy, 'effective' | 'starts'> {
  if (typeof effective !== 'object') return { effective: effective ?? updated };
  const starts = Object.entries(effective).map(([group, from]) => ({ group, from }));
  return { effective: starts.map(({ from }) => from).sort()[0], starts };
}

function fillPolicy({ file, value, product, around }: PolicySource, reader: Reader): Filled<PolicyFile> {
  const scopes = [{ value, schema: policyFile }, ...around];
  return fillFile(file, {
    schema: policyFile,
    value,
    scopes: [...scopes, ...numbersIn(value, scopes, reader)],
    reader,
    targets: targetsOf(value, product.value),
  });
}

function namedIn(
  facts: Facts,
  sections: ResolvedSection[],
  uses: ReadonlySet<string>,
): Pick<Facts, 'contacts' | 'vendors'> {
  const shown = new Set(contentOf({ sections }).flatMap(shownIds));
  // `contacts.privacy.email` names `contacts.privacy`.
  const used = new Set([...uses].map((use) => use.split('.', 2).join('.')));
  const isNamed = (key: string) => shown.has(key) || used.has(key);
  const named = inventoriesInOrder
    .filter(({ home }) => home === 'product')
    .map(({ name }) => {
      const entries = Object.entries(facts[name] ?? {});
      return [name, Object.fromEntries(entries.filter(([id]) => isNamed(`${name}.${id}`)))];
    });
  // Contacts and vendors are the inventories of a product.
  return Object.fromEntries(named) as Pick<Facts, 'contacts' | 'vendors'>;
}

function shownIds(block: ResolvedBlock): string[] {
  if (block.type === 'contact') return [`contacts.${block.id}`];
  if (block.type !== 'inventory' || disclosureOf(block.of).home === 'policy') return [];
  return block.ids.map((id) => `${block.of}.${id}`);
}

/** The ids a policy may refer to; it and its product need not be valid yet. */
export function targetsOf(policy: object, product: object): Targets {
  return Object.fromEntries(
    inventoriesInOrder.map(({ name, home }) => {
      const inventory: unknown = Reflect.get(home === 'policy' ? policy : product, name);
      return [name, isMap(inventory) ? Object.keys(inventory) : []];
    }),
  );
}

function namelessVendor(id: string, file: ParsedFile, known: readonly string[]): Problem {
  return {
    rule: 'reference/unknown',
    severity: 'error',
    message: `Unexpected vendor \`${id}\` without a name, expected one of vendors.yaml or a \`name:\` here.`,
    place: file.place(['vendors', id], 'key'),
    help: suggestHelp(id, known) ?? 'Add `name:` with the name of the company.',
  };
}

function resolveFacts(policy: PolicyFile, product: ProductFile, reader: Reader): Facts {
  const facts = disclosuresInOrder.map(({ name, home, resolve }) => {
    const written: unknown = Reflect.get(home === 'policy' ? policy : product, name);
    return [name, resolve ? resolve(written, { policy, product, reader }) : written];
  });
  // Each disclosure makes the fact of its name, and the list has them all.
  return defined(Object.fromEntries(facts)) as Facts;
}

function dateProblems({ file, value }: PolicySource): Problem[] {
  const { updated } = value;
  const { effective } = bindingDays(value);
  if (!updated || !effective || effective >= updated) return [];
  return [
    {
      rule: 'date/order',
      severity: 'error',
      message: `Unexpected \`effective: ${effective}\`, expected a day on or after \`updated: ${updated}\`.`,
      place: file.place(['effective'], 'value'),
      related: [{ message: 'The date of the text.', place: file.place(['updated'], 'value') }],
      help: 'A text cannot bind before it was written: correct one of the two dates.',
    },
  ];
}

/**
 * Gives each vendor a product names what vendors.yaml knows of it; keys of the product win. `own` is the file of the
 * product.
 * Reports a vendor that has no name because neither file gives one.
 */
export function mergeVendors(
  file: ParsedFile,
  product: ProductFile,
  shared: Record<string, Vendor>,
  own?: Scope,
): { product: ProductFile; problems: Problem[] } {
  if (!product.vendors) return { product, problems: [] };
  const merged = Object.entries(product.vendors).map(
    ([id, vendor]) => [id, { ...(Object.hasOwn(shared, id) && shared[id]), ...vendor }] as const,
  );
  const nameless = merged.filter(
    ([id, vendor]) => vendor.name === undefined && !(own && mayHold(own, ['vendors', id, 'name'])),
  );
  const problems = tellFirst(
    nameless.map(([id]) => ({
      severity: 'error',
      tell: () => namelessVendor(id, file, Object.keys(shared)),
    })),
  );
  const named = merged.map(([id, vendor]) => [id, { ...vendor, name: vendor.name ?? id }]);
  return { product: { ...product, vendors: Object.fromEntries(named) }, problems };
}
