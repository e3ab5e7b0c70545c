import { compareText } from '../problem.ts';
import { isMap } from '../read/shape.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { quotedPaths } from '../resolve/quotation.ts';
import { changedFields } from '../versions/published.ts';
import type { NamedBy, PolicyReview, SharedChange } from './review-model.ts';

import type { PolicyText, SharedFile, Side } from './side.ts';

/** Lists the shared things that differ between two sides of a change, in the order of their files. */
export function sharedChanges(
  before: Side,
  after: Side,
  changed: ReadonlyMap<string, PolicyReview>,
): SharedChange[] {
  const files = [...new Set([...before.shared.keys(), ...after.shared.keys()])].sort(compareText);
  return files.flatMap((file) => {
    const known = after.shared.get(file) ?? before.shared.get(file);
    if (!known || !isWhole(before.shared.get(file)) || !isWhole(after.shared.get(file))) return [];
    const olds = thingsOf(before.shared.get(file));
    const news = thingsOf(after.shared.get(file));
    return [...new Set([...news.keys(), ...olds.keys()])].flatMap((path) => {
      const own = differenceOf(path, olds.get(path), news.get(path), known);
      return own ? [{ ...own, namedBy: namedBy(own, known, { before, after, changed }) }] : [];
    });
  });
}

// Of a file that cannot be read nothing can be told; its faults are.
function isWhole(shared: SharedFile | undefined): boolean {
  return shared === undefined || isMap(shared.value);
}

type Thing = Omit<SharedChange, 'namedBy'>;

// Inventories are compared entry by entry, everything else key by key.
function thingsOf(shared: SharedFile | undefined): Map<string, unknown> {
  if (!shared || !isMap(shared.value)) return new Map();
  return new Map(
    Object.entries(shared.value).flatMap(([key, value]): [string, unknown][] =>
      ['vendors', 'contacts', 'steps'].includes(key) && isMap(value)
        ? Object.entries(value).map(([id, entry]) => [`${key}.${id}`, entry])
        : [[key, value]],
    ),
  );
}

function differenceOf(
  path: string,
  before: unknown,
  after: unknown,
  { file, kind }: SharedFile,
): Thing | undefined {
  const fields = changedFields(before, after);
  if (fields.length === 0) return undefined;
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return {
    file,
    path,
    kind: kindOf(path, kind),
    change,
    fields: change === 'changed' ? fields.filter((field) => field !== '') : [],
  };
}

function kindOf(path: string, kind: SharedFile['kind']): SharedChange['kind'] {
  if (path.startsWith('vendors.')) return 'vendor';
  if (path.startsWith('contacts.')) return 'contact';
  if (path.startsWith('steps.')) return 'steps';
  if (kind === 'product' && path === 'controller') return 'controller';
  return kind === 'product' ? 'product' : 'site';
}

type Both = { before: Side; after: Side; changed: ReadonlyMap<string, PolicyReview> };

function namedBy(thing: Thing, { product }: SharedFile, { before, after, changed }: Both): NamedBy[] {
  const all = [...new Set([...before.policies.keys(), ...after.policies.keys()])].sort(compareText);
  return all.flatMap((name) => {
    const texts = [after.policies.get(name), before.policies.get(name)].filter((text) => text !== undefined);
    const own = texts.filter((text) => product === undefined || text.product.id === product);
    const [shown] = texts.flatMap(({ compiled }) => compiled?.policy ?? []);
    if (!shown || !own.some((text) => names(text, thing))) return [];
    const review = changed.get(name);
    return [
      {
        policy: name,
        title: shown.title,
        language: shown.language,
        isRead: after.policies.get(name)?.compiled !== undefined || !after.policies.has(name),
        isEdited: before.policies.get(name)?.digest !== after.policies.get(name)?.digest,
        isChanged: review !== undefined && review.change !== 'kept',
        needsDate: review?.standing.kind === 'published-edited',
      },
    ];
  });
}

function names(text: PolicyText, { kind, path }: Thing): boolean {
  const policy = text.compiled?.policy;
  if (!policy) return false;
  const [key = '', id = ''] = path.split('.');
  switch (kind) {
    case 'vendor':
      return Object.hasOwn(policy.facts.vendors, id);
    case 'contact':
      return Object.hasOwn(policy.facts.contacts, id);
    case 'controller':
      return policy.facts.controller !== undefined;
    case 'steps':
      return showsSteps(text.value(), id);
    case 'product':
      return isAboutAll(key, policy) || quotes(text.value(), key);
    case 'site':
      return quotes(text.value(), key);
  }
}

// The name of its product stands on every page, and its domains tell a first party from a third.
function isAboutAll(key: string, { facts }: ResolvedPolicy): boolean {
  return key === 'name' || key === 'language' || (key === 'domains' && facts.cookies !== undefined);
}

// Steps are filled into the text: only the file says under which id they were shared.
function showsSteps(value: unknown, id: string): boolean {
  if (!isMap(value) || (isMap(value.steps) && Object.hasOwn(value.steps, id))) return false;
  return somewhere(
    value.sections,
    (item) => isMap(item) && Array.isArray(item.steps) && item.steps.includes(id),
  );
}

// A quotation is looked up in the policy first: what it says itself is not shared.
function quotes(value: unknown, key: string): boolean {
  if (!isMap(value) || Object.hasOwn(value, key)) return false;
  const isOf = (path: string) => path === key || path.startsWith(`${key}.`);
  return somewhere(value, (item) => typeof item === 'string' && quotedPaths(item).some(isOf));
}

function somewhere(value: unknown, is: (item: unknown) => boolean): boolean {
  if (is(value)) return true;
  if (Array.isArray(value)) return value.some((item) => somewhere(item, is));
  return isMap(value) && Object.values(value).some((item) => somewhere(item, is));
}
