import canonicalize from 'canonicalize';
import type { Record1 } from '../../schemas/record-1.ts';
import { digestOf } from '../digest.ts';
import { disclosuresInOrder, inventoriesInOrder } from '../disclosures/in-order.ts';
import { isMap } from '../read/shape.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { checkRecord1, openRecord1 } from './record-1.ts';

/**
 * A published version: the resolved policy, sealed. `digest` is the SHA-256 of the record without it, in canonical
 * JSON (RFC 8785); `previous` is the digest of the version before, so that no version can be changed unnoticed.
 * Formats evolve; a reader of format 1 stays for ever.
 */
export type VersionRecord = Record1;

/**
 * A resolved policy as a record keeps it: inventories are lists with ids, since canonical JSON sorts keys and the order
 * of entries is the order on the page. The day counsel last confirmed a text belongs to the day, not to the text, and
 * is left out.
 */
type Content = Omit<ResolvedPolicy, 'reviewed' | 'quotes' | 'facts'> & { facts: Record<string, unknown> };

/** Seals a resolved policy on top of the version before it. */
export function sealRecord(policy: ResolvedPolicy, previous: string | undefined): VersionRecord {
  const body = { format: 1, content: toContent(policy), ...(previous && { previous }) };
  const checked = checkRecord1({ ...body, digest: digestOf(body) });
  // What no reader could open must not be published.
  if ('fault' in checked)
    throw new Error(`The record of ${policy.slug} would have an unexpected ${checked.fault}.`);
  return checked.record;
}

/** The text of a record's file: canonical JSON and a line end. */
export function writeRecord(record: VersionRecord): string {
  return `${canonicalize(record)}\n`;
}

/** The policy a record holds. */
export function openRecord(record: VersionRecord): ResolvedPolicy {
  return openRecord1(record);
}

/** Whether two resolved policies say the same, whatever order their keys stand in. */
export function isSameContent(a: ResolvedPolicy, b: ResolvedPolicy): boolean {
  return canonicalize(toContent(a)) === canonicalize(toContent(b));
}

/** What is wrong with a record, or the record. */
export type ReadRecord = { record: VersionRecord } | { fault: string };

/**
 * Reads a record's file, its text or its bytes, and checks its digest.
 * A fault completes the sentence "Unexpected …".
 */
export function readRecord(source: string | Uint8Array): ReadRecord {
  const text = typeof source === 'string' ? source : decode(source);
  const value = text === undefined ? undefined : parseJson(text);
  if (!isMap(value)) return { fault: 'text that is not a JSON object' };
  const { format, content, digest, previous, ...others } = value;
  if (format !== 1) return { fault: `format ${JSON.stringify(format)}` };
  if (!isContent(content) || typeof digest !== 'string') return { fault: 'record without content or digest' };
  if (previous !== undefined && !isDigest(previous)) return { fault: 'previous that is not a digest' };
  const [other] = Object.keys(others);
  if (other !== undefined) return { fault: `key ${JSON.stringify(other)}` };
  const canonical = canonicalText(value);
  if (canonical === undefined) return { fault: 'text that no canonical JSON can hold' };
  const actual = digestOf({ format, content, ...(previous !== undefined && { previous }) });
  if (actual !== digest) {
    return {
      fault: `content: its digest is ${actual.slice(0, 16)}…, the record says ${digest.slice(0, 16)}…`,
    };
  }
  if (text !== `${canonical}\n`) return { fault: 'form: it is not canonical JSON and a line end' };
  return checkRecord1(value);
}

// A byte order mark stays in the text, since it is no part of what was sealed.
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Nothing canonical can be made of half a character, a number too large, or nesting without end.
function canonicalText(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

// A digest can be made for anything, so what no page can do without is looked at as well.
function isContent(value: unknown): value is Record<string, unknown> {
  if (!isMap(value) || !isMap(value.product) || !isMap(value.facts) || !Array.isArray(value.sections))
    return false;
  const { product, slug, language, kind, title, updated } = value;
  return [product.id, product.name, slug, language, kind, title, updated].every(
    (text) => typeof text === 'string',
  );
}

/** The content a resolved policy is sealed with. */
export function toContent({ reviewed: _reviewed, quotes: _quotes, ...policy }: ResolvedPolicy): Content {
  return { ...policy, facts: toLists(policy.facts) };
}

// The facts that are maps by id: of entries, or of texts that stand inside a fact.
const inventories = new Set<string>(inventoriesInOrder.map(({ name }) => name));
const texts: Record<string, string> = Object.fromEntries(
  disclosuresInOrder.flatMap(({ name, texts }) => (texts ? [[name, texts]] : [])),
);

function toLists(facts: object): Record<string, unknown> {
  const changed = Object.entries(facts).map(([name, value]) => {
    if (inventories.has(name)) return [name, toList(value)];
    const key = texts[name];
    return key && isMap(value) ? [name, { ...value, [key]: toTexts(value[key]) }] : [name, value];
  });
  return Object.fromEntries(changed);
}

function toList(inventory: unknown): unknown {
  if (!isMap(inventory)) return inventory;
  return Object.entries(inventory).map(([id, entry]) => ({ id, ...(isMap(entry) && entry) }));
}

function toTexts(inventory: unknown): unknown {
  return isMap(inventory) ? Object.entries(inventory).map(([id, text]) => ({ id, text })) : inventory;
}
