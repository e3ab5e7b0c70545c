import { type FileKind, type FileValue, fileSchemas } from '../../schemas/json-schema.ts';
import type {
  Compilation,
  CompiledPolicy,
  PolicyEntry,
  ProductEntry,
  Sources,
} from '../compile/compile-model.ts';
import { oncePer } from '../memory.ts';
import type { KeptFile } from '../read/kept-file.ts';
import { type ParsedFile, parseYaml, reopenFile } from '../read/parse.ts';
import { absoluteAddress } from '../resolve/address.ts';
import { mergeVendors } from '../resolve/resolve.ts';
import { seemsEnglish, undetermined } from './english/seems-english.ts';
import { isEnglish, writtenTexts } from './english/written-texts.ts';
import type { Inspected } from './inspect.ts';
import type { ProductSubject, Subject } from './rule.ts';

type Read = {
  sources: Sources;
  /** The paths of all files there. */
  paths: ReadonlySet<string>;
  readCompiled(entry: { key: string }): CompiledPolicy;
  asOf: string;
};

// Every product stands on it.
const vendorsOf = oncePer((sources: Sources) => {
  const file = parseYaml(`${sources.root}/vendors.yaml`, sources.read('vendors.yaml'));
  return { file, value: checkedValue('vendors', file) };
});

/**
 * One product of a compiled folder as rules see it, on a given day; nothing where its own file is not there. Policies
 * with a fault are left out: what they say is not certain.
 */
export function readProduct(
  product: ProductEntry,
  { site }: Pick<Compilation, 'site'>,
  read: Read,
): Inspected | undefined {
  const { sources, paths, asOf } = read;
  if (!paths.has(`${product.id}/product.yaml`)) return undefined;
  const parse = parserOf(sources);
  const productFile = parse(`${product.id}/product.yaml`);
  const vendors = paths.has('vendors.yaml') ? vendorsOf(sources) : undefined;
  const shared = vendors?.value.vendors ?? {};
  const { product: written } = mergeVendors(productFile, checkedValue('product', productFile), shared);
  const policyFile = (slug: string) => parse(`${product.id}/${slug}.yaml`);
  const policies: Subject[] = [];
  const isNamed = ({ slug }: PolicyEntry) => paths.has(`${product.id}/${slug}.yaml`);
  // A file that has another name than its policy is told about that first.
  const misnamed = product.policies.filter((entry) => !isNamed(entry)).map(({ slug }) => slug);
  const unread = [...product.unread, ...misnamed];
  const subject: ProductSubject = { id: product.id, unread, written, policies, asOf };
  for (const entry of product.policies.filter(isNamed)) policies.push(subjectOf(entry, subject, read, parse));
  return {
    subject,
    productFile,
    ...(vendors && { vendorsFile: vendors.file }),
    policyFile,
    unread,
    ...(site.handbook && { handbook: absoluteAddress(site.url, '/handbook/') }),
  };
}

type Parse = (path: string, kept?: KeptFile) => ParsedFile;

/** Reads each file once, from what was kept of it where it was. */
function parserOf(sources: Sources): Parse {
  const parsed = new Map<string, ParsedFile>();
  return (path, kept) => {
    const name = `${sources.root}/${path}`;
    const open = () =>
      kept ? reopenFile(name, sources.read(path), kept) : parseYaml(name, sources.read(path));
    const file = parsed.get(path) ?? open();
    parsed.set(path, file);
    return file;
  };
}

function subjectOf(
  entry: PolicyEntry,
  product: ProductSubject,
  { readCompiled, asOf }: Read,
  parse: Parse,
): Subject {
  const { policy, file: kept, written } = readCompiled(entry);
  const opened = parse(`${product.id}/${entry.slug}.yaml`, kept);
  const file = written ?? checkedValue('policy', opened);
  const texts = writtenTexts(file);
  const before = previousOf(entry);
  return {
    product,
    slug: entry.slug,
    policy: isEnglish(policy) && !seemsEnglish(texts) ? { ...policy, language: undetermined } : policy,
    written: file,
    texts,
    isPublished: entry.versions.at(-1)?.isProposed === false,
    ...(before && { previous: readCompiled(before).policy }),
    day: policy.effective ?? policy.updated ?? asOf,
    asOf,
  };
}

// A product with a policy that compiled is valid, and so is what stands around it. What has several spellings is read as
// one of them.
function checkedValue<K extends FileKind>(kind: K, file: ParsedFile): FileValue<K> {
  // The schema was picked by K, which the table's type cannot say.
  return fileSchemas[kind].parse(file.value) as FileValue<K>;
}

// A text that is not published yet follows the last published one; a published text follows the one before it.
function previousOf({ versions }: PolicyEntry): { key: string } | undefined {
  const published = versions.filter(({ isProposed }) => !isProposed);
  return versions.at(-1)?.isProposed ? published.at(-1) : published.at(-2);
}
