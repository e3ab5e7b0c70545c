import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Facts, ResolvedPolicy } from './resolve.ts';
import { isMap } from './shape.ts';

/**
 * A published version: the resolved policy, sealed. `digest` is the SHA-256 of the record without it, in canonical
 * JSON (RFC 8785); `previous` is the digest of the version before, so that no version can be changed unnoticed.
 * Formats evolve; a reader of format 1 stays for ever.
 */
export type VersionRecord = { format: 1; content: RecordContent; digest: string; previous?: string };

/**
 * A resolved policy as a record keeps it: inventories are lists with ids, since canonical JSON sorts keys and the order
 * of entries is the order on the page. The day counsel last confirmed a text belongs to the day, not to the text, and
 * is left out.
 */
export type RecordContent = Omit<ResolvedPolicy, 'reviewed' | 'facts'> & { facts: Record<string, unknown> };

/** Seals a resolved policy on top of the version before it. */
export function sealRecord(policy: ResolvedPolicy, previous: string | undefined): VersionRecord {
  const body = { format: 1 as const, content: toContent(policy), ...(previous && { previous }) };
  return { ...body, digest: digestOf(body) };
}

/** The text of a record's file: canonical JSON and a line end. */
export function writeRecord(record: VersionRecord): string {
  return `${canonicalize(record)}\n`;
}

/** The policy a record holds. */
export function openRecord({ content }: VersionRecord): ResolvedPolicy {
  // What `toContent` made of a ResolvedPolicy, turned back; the digest vouches for it.
  return { ...content, facts: mapFacts(content.facts, toMaps) } as unknown as ResolvedPolicy;
}

/** Whether two resolved policies say the same, whatever order their keys stand in. */
export function isSameContent(a: ResolvedPolicy, b: ResolvedPolicy): boolean {
  return canonicalize(toContent(a)) === canonicalize(toContent(b));
}

/** What is wrong with a record, or the record. */
export type ReadRecord = { record: VersionRecord } | { fault: string };

/**
 * Reads the text of a record's file and checks its digest.
 * A fault completes the sentence "Unexpected …".
 */
export function readRecord(text: string): ReadRecord {
  const value = parseJson(text);
  if (!isMap(value)) return { fault: 'text that is not a JSON object' };
  const { format, content, digest, previous } = value;
  if (format !== 1) return { fault: `format ${JSON.stringify(format)}` };
  if (!isMap(content) || typeof digest !== 'string') return { fault: 'record without content or digest' };
  if (previous !== undefined && typeof previous !== 'string')
    return { fault: 'previous that is not a digest' };
  const actual = digestOf({ format, content, ...(previous !== undefined && { previous }) });
  if (actual !== digest || text !== `${canonicalize(value)}\n`) {
    return {
      fault: `content: its digest is ${actual.slice(0, 16)}…, the record says ${digest.slice(0, 16)}…`,
    };
  }
  // The digest says that `sealRecord` made it.
  return { record: value as unknown as VersionRecord };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The SHA-256 of a value's canonical JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}

/** The content a resolved policy is sealed with. */
export function toContent({ reviewed: _reviewed, ...policy }: ResolvedPolicy): RecordContent {
  return { ...policy, facts: mapFacts(policy.facts, toLists) };
}

// The facts that are maps by id: of entries, or of texts that stand inside a fact.
const inventories = new Set<string>([
  'contacts',
  'vendors',
  'categories',
  'cookies',
  'audiences',
  'data',
  'purposes',
  'recipients',
  'retention',
  'rights',
  'transfers',
  'automatedDecisions',
] satisfies (keyof Facts)[]);
const texts: Record<string, string> = { security: 'measures', ai: 'uses' } satisfies Partial<
  Record<keyof Facts, string>
>;

type Forms = { entries(inventory: unknown): unknown; texts(inventory: unknown): unknown };

function mapFacts(facts: object, forms: Forms): Record<string, unknown> {
  const changed = Object.entries(facts).map(([name, value]) => {
    if (inventories.has(name)) return [name, forms.entries(value)];
    const key = texts[name];
    return key && isMap(value) ? [name, { ...value, [key]: forms.texts(value[key]) }] : [name, value];
  });
  return Object.fromEntries(changed);
}

const toLists: Forms = {
  entries: (inventory) =>
    isMap(inventory)
      ? Object.entries(inventory).map(([id, entry]) => ({ id, ...(isMap(entry) && entry) }))
      : inventory,
  texts: (inventory) =>
    isMap(inventory) ? Object.entries(inventory).map(([id, text]) => ({ id, text })) : inventory,
};

const toMaps: Forms = {
  entries: (list) =>
    Array.isArray(list) ? Object.fromEntries(list.map(({ id, ...entry }) => [id, entry])) : list,
  texts: (list) => (Array.isArray(list) ? Object.fromEntries(list.map(({ id, text }) => [id, text])) : list),
};
