import canonicalize from 'canonicalize';
import type { Act2, Head2, ImportedFrom, Version2 } from '../../schemas/record-2.ts';
import { digestOf, sha256 } from '../digest.ts';
import { makeMemory } from '../memory.ts';
import type { PolicyPage } from '../page/page-model.ts';
import { isMap } from '../read/shape.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { writtenOf } from '../resolve/written.ts';
import { checkEntry2, checkHead2 } from './record-2.ts';
import { type FormFault, otherForm, readJson } from './record-form.ts';
import { type ChainEntry, checkEntry, type VersionRecord } from './record-formats.ts';
import { shownOf } from './shown.ts';
import type { Act } from './timeline.ts';

/** Where in its chain an entry is sealed: of which policy, on which day, after which entry. */
type Seal = { policy: string; day: string; previous: string | undefined };

/** Seals a version: what its authors wrote, the page that readers are shown, and where it was imported from, if it was. */
export function sealVersion(
  { policy, page }: { policy: ResolvedPolicy; page: PolicyPage },
  { id, day, policy: name, previous, imported }: Seal & { id: string; imported?: ImportedFrom },
): Version2 {
  const entry = sealed({
    format: 2,
    entry: 'version',
    policy: name,
    id,
    released: day,
    ...writtenOf(policy),
    shown: shownOf(page),
    ...(imported && { imported }),
    ...(previous && { previous }),
  });
  // What was sealed as a version is one.
  return entry as Version2;
}

/** An act that is not sealed yet, and so has no day. */
export type UnsealedAct = Act extends infer A ? (A extends Act ? Omit<A, 'day'> : never) : never;

/** Seals an act. */
export function sealAct(
  { type, ...said }: UnsealedAct,
  { policy, day, previous }: Seal & { previous: string },
): Act2 {
  // What was sealed as an act is one.
  return sealed({ format: 2, entry: type, policy, day, ...said, previous }) as Act2;
}

/** Seals the head of a chain: which entry is its last, and how many there are. */
export function sealHead(policy: string, entries: number, last: string): Head2 {
  const body = { format: 2 as const, policy, entries, last };
  return { ...body, digest: digestOf(body) };
}

function sealed(body: Record<string, unknown>): ChainEntry {
  const checked = checkEntry2({ ...body, digest: digestOf(body) });
  // What no reader could open must not be published.
  if ('fault' in checked)
    throw new Error(`The record of ${body.policy} would have an unexpected ${checked.fault}.`);
  return checked.entry;
}

/** The text of a record's file: canonical JSON and a line end. */
export function writeRecord(record: ChainEntry | Head2): string {
  return `${canonicalize(record)}\n`;
}

/** Whether an entry of a chain is a version. */
export function isVersion(entry: ChainEntry): entry is VersionRecord {
  return entry.format === 1 || entry.entry === 'version';
}

/** The policy an entry says it is of, as `<product>/<slug>`. */
export function policyNameOf(entry: ChainEntry): string {
  return entry.format === 1 ? `${entry.content.product.id}/${entry.content.slug}` : entry.policy;
}

/** What a version is named by: the date of its text, and `.2` for the second of that day. */
export function versionIdOf(record: VersionRecord): string {
  return record.format === 1 ? record.content.updated : record.id;
}

/** What is wrong with a record, or the record. */
type ReadRecord = { record: VersionRecord } | FormFault;

/** Reads the file of a version's record; the file of an act is none. A fault completes the sentence "Unexpected …". */
export function readRecord(source: string | Uint8Array): ReadRecord {
  const result = readEntry(source);
  if ('fault' in result) return result;
  const { entry } = result;
  return isVersion(entry) ? { record: entry } : { fault: `${entry.entry}, which is no version` };
}

type ReadEntry = { entry: ChainEntry } | FormFault;

/**
 * Reads the file of an entry of a chain, its text or its bytes, in whichever format, and checks its digest.
 * A fault completes the sentence "Unexpected …".
 */
export function readEntry(source: string | Uint8Array): ReadEntry {
  const read = () => readSealed(source, (value, format) => checkEntry[format](value));
  return typeof source === 'string' ? read() : rememberEntry(sha256(source), read);
}

// The last version of a policy is opened with its chain, and once more for the text that follows it.
const rememberEntry = makeMemory<ReadEntry>(4);

/** Reads `head.json`, and checks its digest. */
export function readHead(source: string | Uint8Array): { head: Head2 } | FormFault {
  return readSealed(source, checkHead2);
}

type Check<T> = (value: Record<string, unknown>, format: ChainEntry['format']) => T | FormFault;

function readSealed<T extends object>(source: string | Uint8Array, check: Check<T>): T | FormFault {
  const read = readJson(source);
  if ('fault' in read) return read;
  const { text, value } = read;
  const { digest, ...body } = value;
  const { format, previous } = body;
  if (!isFormat(format)) return otherFormat(format);
  const isSealed = format !== 1 || isContent(body.content);
  if (!isSealed) return { fault: 'record without content or digest' };
  if (digest === undefined) return { fault: 'absence of `digest`' };
  if (!isDigest(digest)) return { fault: 'digest that is not one, of 64 digits and letters from a to f' };
  if (previous !== undefined && !isDigest(previous)) return { fault: 'previous that is not a digest' };
  const other = format === 1 && Object.keys(body).find((key) => !keys1.has(key));
  if (other) return { fault: `key ${JSON.stringify(other)}` };
  const canonical = asSealed(text, value) ?? canonicalTexts(value);
  if (canonical === undefined) return { fault: 'text that no canonical JSON can hold' };
  const actual = sha256(canonical.body);
  const checked = check(value, format);
  // A key or value that no record has tells more than a digest does.
  if (actual !== digest && 'fault' in checked) return checked;
  if (actual !== digest) {
    return {
      fault: `content: its digest is ${actual.slice(0, 16)}…, the record says ${digest.slice(0, 16)}…`,
    };
  }
  return text === `${canonical.whole}\n` ? checked : otherForm(text);
}

function otherFormat(format: unknown): FormFault {
  const isNewer = typeof format === 'number' && format > Math.max(...Object.keys(checkEntry).map(Number));
  const help =
    'A newer policybook may have sealed it: update the package, or put the file back as it was committed.';
  const fault = format === undefined ? 'absence of `format`' : `format ${JSON.stringify(format)}`;
  return { fault, ...(isNewer && { help }) };
}

function isFormat(value: unknown): value is ChainEntry['format'] {
  return typeof value === 'number' && Object.hasOwn(checkEntry, value);
}

const keys1 = new Set(['format', 'content', 'previous']);

type Texts = { whole: string; body: string };

// Nearly every record lies there as it was sealed: to see that costs a fifth of writing it anew. Of objects whose keys are in
// order JSON is canonical, but for half a character.
function asSealed(text: string, value: Record<string, unknown>): Texts | undefined {
  try {
    const whole = JSON.stringify(value);
    if (text !== `${whole}\n` || /\\ud[89a-f]/.test(whole) || !isInOrder(value)) return undefined;
    const { digest: _digest, ...body } = value;
    return { whole, body: JSON.stringify(body) };
  } catch {
    // It is nested without end.
    return undefined;
  }
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last = '';
  for (const [key, inner] of Object.entries(value)) {
    if (key < last || !isInOrder(inner)) return false;
    last = key;
  }
  return true;
}

// A record as it was sealed, with and without its digest: its parts are written once. Nothing canonical can be made of half a
// character, a number too large, or nesting without end.
function canonicalTexts(value: Record<string, unknown>): Texts | undefined {
  try {
    const keys = Object.keys(value).sort();
    const parts = keys.map((key) => `${canonicalize(key)}:${canonicalize(value[key])}`);
    const body = parts.filter((_, index) => keys[index] !== 'digest');
    return { whole: `{${parts.join(',')}}`, body: `{${body.join(',')}}` };
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
