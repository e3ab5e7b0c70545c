import type {
  Ai,
  Audience,
  AutomatedDecision,
  Category,
  Children,
  Cookie,
  DataCategory,
  Purpose,
  Recipient,
  Requests,
  Retention,
  Sale,
  Security,
  Signals,
  Transfer,
} from '../../schemas/inventory.ts';
import type { Contact } from '../../schemas/product.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import type { Comparison, Draft } from './change.ts';
import type { ChangeRule } from './change-rules.ts';
import type { DisclosureName } from './change-words.ts';
import { compareKeyed, isEqual, movedItems } from './compare.ts';
import {
  aliasesOf,
  anchorChanges,
  apart,
  code,
  compareFields,
  date,
  type Fields,
  flag,
  items,
  length,
  list,
  plain,
  quoted,
  type Shows,
  type Subject,
  texts,
  value,
} from './field-change.ts';
import type { Facts, Inventory, ResolvedPolicy, Right } from './resolve.ts';
import { showCountry, showList, showNumber, showPeriod } from './show.ts';
import type { Words } from './words.ts';

type Entry<T> = {
  added: ChangeRule;
  removed: ChangeRule;
  fields: Fields<T>;
  name: (entry: T, policy: ResolvedPolicy, comparison: Comparison, id: string) => string;
  /** What else to say of an entry that is new. */
  details?: (entry: T, comparison: Comparison) => string | undefined;
  /** Changes that explain several fields at once; the fields say nothing of them. */
  claims?: (before: T, after: T, subject: Subject) => Draft[];
};

/** Compares everything a policy discloses, by id and field. */
export function factChanges(comparison: Comparison): Draft[] {
  const { before, after } = comparison;
  const [old, now] = [before.facts, after.facts];
  return [
    ...anchorChanges(before.aliases ?? [], after.aliases ?? [], { path: '', name: '', comparison }),
    ...single('controller', controllerFields, old.controller, now.controller, comparison),
    ...single('notice', noticeFields, before.notice, after.notice, comparison),
    ...inventory('categories', categories, old.categories, now.categories, comparison),
    ...inventory('cookies', cookies, old.cookies, now.cookies, comparison),
    ...single('signals', signalFields, old.signals, now.signals, comparison),
    ...inventory('audiences', audiences, old.audiences, now.audiences, comparison),
    ...inventory('data', data, old.data, now.data, comparison),
    ...inventory('purposes', purposes, old.purposes, now.purposes, comparison),
    ...inventory('recipients', recipients, old.recipients, now.recipients, comparison),
    ...inventory('retention', retention, old.retention, now.retention, comparison),
    ...inventory('rights', rights, old.rights, now.rights, comparison),
    ...single('requests', requestFields, old.requests, now.requests, comparison),
    ...inventory('transfers', transfers, old.transfers, now.transfers, comparison),
    ...single('security', securityFields, old.security, now.security, comparison),
    ...single('children', childrenFields, old.children, now.children, comparison),
    ...aiChanges(comparison),
    ...inventory('automatedDecisions', automated, old.automatedDecisions, now.automatedDecisions, comparison),
    ...saleChanges(comparison),
    ...entries('vendors', vendors, old.vendors, now.vendors, comparison),
    ...entries('contacts', contacts, old.contacts, now.contacts, comparison),
  ];
}

function single<T extends object>(
  name: DisclosureName,
  fields: Fields<T>,
  before: T | undefined,
  after: T | undefined,
  comparison: Comparison,
): Draft[] {
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) return [disclosure(name, before, after, comparison)];
  return compareFields(fields, before, after, {
    path: name,
    name: comparison.words.disclosures[name],
    comparison,
  });
}

function disclosure(path: DisclosureName, before: unknown, after: unknown, { words }: Comparison): Draft {
  const rule = before === undefined ? 'disclosure-added' : 'disclosure-removed';
  return { rule, path, before, after, parts: { name: words.disclosures[path] } };
}

type NoneName = keyof Words['none'];

function noneChange(path: NoneName, isStated: boolean, comparison: Comparison): Draft {
  const said = comparison.reader.words.none[path];
  return {
    rule: isStated ? 'none-stated' : 'none-withdrawn',
    path,
    before: comparison.before.facts[path],
    after: comparison.after.facts[path],
    parts: isStated ? { after: said } : { before: said },
  };
}

function inventory<T extends object>(
  name: Exclude<keyof Facts & DisclosureName, 'controller'>,
  entry: Entry<T>,
  before: Inventory<T> | undefined,
  after: Inventory<T> | undefined,
  comparison: Comparison,
): Draft[] {
  if (isEqual(before, after) && hasSameOrder(before, after)) return [];
  if (before === undefined || after === undefined) {
    const said = before ?? after;
    return said === 'none'
      ? // Only an inventory that can be `none` is.
        [noneChange(name as NoneName, after === 'none', comparison)]
      : [disclosure(name, before, after, comparison)];
  }
  const drafts = entries(name, entry, mapOf(before), mapOf(after), comparison);
  if (drafts.length > 0) return drafts;
  return [noneChange(name as NoneName, after === 'none', comparison)];
}

function mapOf<T>(inventory: Inventory<T>): Record<string, T> {
  return inventory === 'none' ? {} : inventory;
}

function hasSameOrder(before: unknown, after: unknown): boolean {
  return keysOf(before).join() === keysOf(after).join();
}

function keysOf(inventory: unknown): string[] {
  return typeof inventory === 'object' && inventory !== null ? Object.keys(inventory) : [];
}

function entries<T extends object>(
  path: string,
  entry: Entry<T>,
  before: Record<string, T>,
  after: Record<string, T>,
  comparison: Comparison,
): Draft[] {
  const newIds = renamedIds(before, after);
  const old = Object.fromEntries(Object.entries(before).map(([id, item]) => [newIds.get(id) ?? id, item]));
  const formerIds = new Map([...newIds].map(([former, id]) => [id, former]));
  const { added, removed, kept } = compareKeyed(old, after);
  const nameOf = (id: string, item: T, policy: ResolvedPolicy) => entry.name(item, policy, comparison, id);
  return [
    ...added.map(([id, item]): Draft => {
      const details = entry.details?.(item, comparison);
      const parts = { name: nameOf(id, item, comparison.after), ...(details && { details }) };
      return { rule: ruleOf(entry.added, item), path: `${path}.${id}`, after: item, parts };
    }),
    ...removed.map(([id, item]): Draft => {
      const parts = { name: nameOf(id, item, comparison.before) };
      return { rule: ruleOf(entry.removed, item), path: `${path}.${id}`, before: item, parts };
    }),
    ...kept.flatMap(([id, former, item]) => {
      // Under the name its readers knew.
      const subject = { path: `${path}.${id}`, name: nameOf(id, former, comparison.before), comparison };
      return [
        ...(entry.claims?.(former, item, subject) ?? []),
        ...compareFields(entry.fields, former, item, subject),
        ...anchorChanges([formerIds.get(id) ?? id, ...aliasesOf(former)], [id, ...aliasesOf(item)], subject),
      ];
    }),
    ...orderChange(path, old, after, comparison),
  ];
}

// The new ids of entries that name their old one.
function renamedIds(before: object, after: object): Map<string, string> {
  return new Map(
    Object.entries(after).flatMap(([id, entry]) => {
      if (Object.hasOwn(before, id)) return [];
      const former = aliasesOf(entry).find((old) => Object.hasOwn(before, old) && !Object.hasOwn(after, old));
      return former === undefined ? [] : [[former, id] as const];
    }),
  );
}

// A kind of data that is of a special category from the start is one change.
function ruleOf(rule: ChangeRule, entry: object): ChangeRule {
  const isSpecial = 'special' in entry && entry.special === true;
  if (isSpecial && rule === 'data-category-added') return 'special-category-added';
  if (isSpecial && rule === 'data-category-removed') return 'special-category-removed';
  return rule;
}

function orderChange(
  path: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  { words }: Comparison,
): Draft[] {
  const [old, now] = [Object.keys(before), Object.keys(after)];
  if (movedItems(old, now).length === 0) return [];
  const name = path in words.disclosures ? words.disclosures[path as DisclosureName] : path;
  return [{ rule: 'order-changed', path, before: old, after: now, parts: { name } }];
}

const yesNo: Shows<boolean> = (is, { comparison }) =>
  is ? comparison.reader.words.yes : comparison.reader.words.no;
const country: Shows<string> = (value, { comparison }) => showCountry(value, comparison.reader);
const party: Shows<'first' | 'third'> = (value, { comparison }) => comparison.reader.words.parties[value];
const vendorName = (id: string, policy: ResolvedPolicy) =>
  id === 'self' ? policy.product.name : (policy.facts.vendors[id]?.name ?? id);
const vendor: Shows<string> = (id, { policy }) => plain(vendorName(id, policy));
const fieldValue: Shows<string> = (value, { comparison }) =>
  plain(comparison.reader.words.values[value] ?? value.replaceAll('-', ' '));
const labelIn =
  (name: 'categories' | 'audiences' | 'data'): Shows<string> =>
  (id, { policy }) => {
    const entries = policy.facts[name];
    return quoted(typeof entries === 'object' ? (entries[id]?.label ?? id) : id);
  };

const controllerFields: Fields<NonNullable<Facts['controller']>> = {
  name: value('controller-identity-changed', plain),
  registration: value('controller-identity-changed', plain),
  country: value('controller-identity-changed', country),
  address: value('controller-contact-changed', plain),
  email: value('controller-contact-changed', plain),
};

const noticeFields: Fields<NonNullable<ResolvedPolicy['notice']>> = {
  period: length({
    longer: 'notice-period-lengthened',
    shorter: 'notice-period-shortened',
    changed: 'notice-changed',
  }),
  for: (delta, subject, key) => {
    if (delta.before === 'all' && delta.after === 'material')
      return value('notice-scope-narrowed', fieldValue)(delta, subject, key);
    if (delta.before === 'material' && delta.after === 'all')
      return value('notice-scope-widened', fieldValue)(delta, subject, key);
    return value('notice-changed', fieldValue)(delta, subject, key);
  },
  channels: list({ added: 'notice-channel-added', removed: 'notice-channel-removed' }, fieldValue),
  text: texts('notice-changed'),
};

const consentRank = { exempt: 0, 'opt-out': 1, required: 2 };

const categories: Entry<Category> = {
  added: 'category-added',
  removed: 'category-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('category-changed', quoted),
    description: texts('category-changed'),
    consent: (delta, subject, key) => {
      const { before, after } = delta;
      const rank = before && after ? consentRank[after] - consentRank[before] : 0;
      const rule =
        rank > 0 ? 'consent-requirement-added' : rank < 0 ? 'consent-requirement-removed' : 'consent-changed';
      return value(rule, consent)(delta, subject, key);
    },
    because: texts('category-changed'),
    ifRefused: texts('category-changed'),
    examples: items('category-changed'),
    party: value('category-changed', party),
  },
};

function consent(
  value: NonNullable<Category['consent']>,
  { comparison }: { comparison: Comparison },
): string {
  return quoted(comparison.reader.words.consent[value]);
}

const cookies: Entry<Cookie> = {
  added: 'cookie-added',
  removed: 'cookie-removed',
  name: ({ name }) => code(name),
  details: (cookie, { after, reader, words }) => {
    const label = categoryOf(cookie, after)?.label;
    const said = [
      label && words.cookieDetails.category(quoted(label)),
      cookie.provider && words.cookieDetails.provider(plain(vendorName(cookie.provider, after))),
      cookie.expires && words.cookieDetails.expires(showPeriod(cookie.expires, reader)),
    ].filter((part) => part !== undefined && part !== '');
    return said.length > 0 ? said.join(', ') : undefined;
  },
  claims: cookieClaims,
  fields: {
    name: value('cookie-changed', code),
    type: value(
      'cookie-changed',
      (type, { comparison }) => comparison.reader.words.storage[type ?? 'cookie'],
    ),
    category: apart,
    purpose: texts('cookie-purpose-changed'),
    provider: apart,
    domain: apart,
    party: apart,
    expires: length({
      longer: 'cookie-duration-increased',
      shorter: 'cookie-duration-decreased',
      changed: 'cookie-duration-changed',
    }),
    secure: flag(
      { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
      yesNo,
    ),
    httpOnly: flag(
      { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
      yesNo,
    ),
    partitioned: flag(
      { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
      yesNo,
    ),
    sameSite: (delta, subject, key) => {
      const rank = { none: 0, lax: 1, strict: 2 };
      const step = delta.before && delta.after ? rank[delta.after] - rank[delta.before] : 0;
      const rule: ChangeRule =
        step > 0
          ? 'cookie-protection-strengthened'
          : step < 0
            ? 'cookie-protection-weakened'
            : 'cookie-changed';
      const show: Shows<'strict' | 'lax' | 'none'> = (name) =>
        quoted(subject.comparison.reader.words.attributes.sameSite[name]);
      return value(rule, show)(delta, subject, key);
    },
    path: value('cookie-changed', code),
  },
};

function categoryOf({ category }: Cookie, { facts }: ResolvedPolicy): Category | undefined {
  return category && typeof facts.categories === 'object' ? facts.categories[category] : undefined;
}

// Who sets a cookie, from where and for what hang together: each of the four fields is explained once.
function cookieClaims(before: Cookie, after: Cookie, subject: Subject): Draft[] {
  const changed = (key: 'category' | 'provider' | 'domain' | 'party') => before[key] !== after[key];
  const drafts: Draft[] = [];
  if (changed('category'))
    drafts.push(...categoryMove(before, after, subject, !changed('domain') && !changed('provider')));
  const isPartyExplained = changed('category') && !changed('domain') && !changed('provider');
  const isFlipped = before.party !== undefined && after.party !== undefined && changed('party');
  if (isFlipped && !isPartyExplained) return [...drafts, partyFlip(before, after, subject)];
  if (changed('domain')) drafts.push(...domainChange(before, after, subject));
  if (changed('provider'))
    drafts.push(
      ...value('cookie-provider-changed', vendor)(delta('provider', before, after), subject, 'provider'),
    );
  if (changed('party') && !isPartyExplained && !changed('domain') && !changed('provider')) {
    drafts.push(...value('cookie-changed', party)(delta('party', before, after), subject, 'party'));
  }
  return drafts;
}

function delta<K extends keyof Cookie>(key: K, before: Cookie, after: Cookie) {
  return { before: before[key], after: after[key] };
}

function categoryMove(before: Cookie, after: Cookie, subject: Subject, claimsParty: boolean): Draft[] {
  const { comparison } = subject;
  const [from, to] = [categoryOf(before, comparison.before), categoryOf(after, comparison.after)];
  const rank = (category: Category | undefined) => (category?.consent ? consentRank[category.consent] : 0);
  // Between what needs no consent and the rest, only people can say which is less.
  const step = rank(from) > 0 && rank(to) > 0 ? rank(to) - rank(from) : 0;
  const rule: ChangeRule =
    step < 0 ? 'cookie-category-widened' : step > 0 ? 'cookie-category-narrowed' : 'cookie-category-changed';
  const partyOfNew = after.party && before.party !== after.party ? after.party : undefined;
  const show: Shows<string> = (id, { policy }) => {
    const entry = typeof policy.facts.categories === 'object' ? policy.facts.categories[id] : undefined;
    const label = quoted(entry?.label ?? id);
    return entry?.consent
      ? comparison.words.consentBefore(label, plain(comparison.reader.words.consent[entry.consent]))
      : label;
  };
  return value(rule, show)(delta('category', before, after), subject, 'category').map((draft) => ({
    ...draft,
    parts: {
      ...draft.parts,
      ...(claimsParty &&
        partyOfNew && { details: party(partyOfNew, { policy: comparison.after, comparison }) }),
    },
  }));
}

function partyFlip(before: Cookie, after: Cookie, { path, name, comparison }: Subject): Draft {
  const details =
    after.party === 'third' && after.provider && after.provider !== 'self'
      ? plain(vendorName(after.provider, comparison.after))
      : after.domain && code(after.domain);
  return {
    rule: after.party === 'third' ? 'cookie-first-to-third-party' : 'cookie-third-to-first-party',
    path: `${path}.party`,
    before: partyFacts(before),
    after: partyFacts(after),
    parts: { name, ...(details && { details }) },
  };
}

function partyFacts({ party, domain, provider }: Cookie): object {
  return { party, ...(domain && { domain }), ...(provider && { provider }) };
}

function domainChange(before: Cookie, after: Cookie, subject: Subject): Draft[] {
  const [from, to] = [before.domain ?? '', after.domain ?? ''];
  const rule: ChangeRule = from.endsWith(`.${to}`)
    ? 'cookie-domain-widened'
    : to.endsWith(`.${from}`)
      ? 'cookie-domain-narrowed'
      : 'cookie-domain-changed';
  const isStated = from !== '' && to !== '';
  return value(isStated ? rule : 'cookie-domain-changed', code)(
    delta('domain', before, after),
    subject,
    'domain',
  );
}

const signalFields: Fields<Signals> = {
  dnt: (delta, { path, comparison }, key) => {
    const show: Shows<'honoured' | 'ignored'> = (is) => comparison.reader.words.signals[is];
    return value(honouring(delta, 'honoured', 'ignored'), show)(
      delta,
      { path, name: comparison.words.signals.dnt, comparison },
      key,
    );
  },
  gpc: (delta, { path, comparison }, key) => {
    const subject = { path: `${path}.gpc`, name: comparison.words.signals.gpc, comparison };
    if (delta.before && delta.after) return compareFields(gpcFields, delta.before, delta.after, subject);
    const show: Shows<NonNullable<Signals['gpc']>> = ({ honoured }) =>
      comparison.reader.words.signals[honoured ? 'honoured' : 'ignored'];
    return value('signal-changed', show)(delta, { ...subject, path }, key);
  },
  text: texts('signal-changed'),
};

const gpcFields: Fields<NonNullable<Signals['gpc']>> = {
  honoured: (delta, subject, key) => value(honouring(delta, true, false), yesNo)(delta, subject, key),
  since: value('signal-changed', date),
  scope: texts('signal-changed'),
};

function honouring<V>({ before, after }: { before?: V; after?: V }, yes: V, no: V): ChangeRule {
  if (before === no && after === yes) return 'signal-honoured';
  return before === yes && after === no ? 'signal-ignored' : 'signal-changed';
}

const audiences: Entry<Audience> = {
  added: 'audience-added',
  removed: 'audience-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('audience-changed', quoted),
    description: texts('audience-changed'),
    role: value('audience-role-changed', (role, { comparison }) =>
      quoted(comparison.reader.words.roles[role]),
    ),
  },
};

const data: Entry<DataCategory> = {
  added: 'data-category-added',
  removed: 'data-category-removed',
  name: ({ label }) => quoted(label),
  details: ({ examples }, { reader }) =>
    examples &&
    showList(
      examples.map((example) => plain(example)),
      reader,
    ),
  fields: {
    label: value('data-category-changed', quoted),
    examples: list(
      { added: 'data-examples-widened', removed: 'data-examples-narrowed', changed: 'data-category-changed' },
      quoted,
    ),
    description: texts('data-category-changed'),
    audience: value('data-category-changed', labelIn('audiences')),
    source: value('data-source-changed', (source, { comparison }) =>
      quoted(comparison.reader.words.sources[source]),
    ),
    special: (delta, subject, key) => {
      const isSpecial = delta.after ?? false;
      if ((delta.before ?? false) === isSpecial)
        return value('data-category-changed', yesNo)(delta, subject, key);
      return value(isSpecial ? 'special-category-added' : 'special-category-removed', yesNo)(
        delta,
        subject,
        key,
      );
    },
  },
};

const purposes: Entry<Purpose> = {
  added: 'purpose-added',
  removed: 'purpose-removed',
  name: ({ label, text }) => quoted(label ?? text),
  fields: {
    label: value('purpose-details-changed', quoted),
    text: texts('purpose-changed'),
    audience: value('purpose-details-changed', labelIn('audiences')),
    data: list({ added: 'purpose-data-widened', removed: 'purpose-data-narrowed' }, labelIn('data')),
    basis: value('legal-basis-changed', (basis, { comparison }) =>
      quoted(comparison.reader.words.bases[basis]),
    ),
    interest: texts('purpose-details-changed'),
  },
};

const recipients: Entry<Recipient> = {
  added: 'recipient-category-added',
  removed: 'recipient-category-removed',
  name: ({ label, vendors, text }, policy, { reader }, id) => {
    if (label) return quoted(label);
    if (vendors)
      return showList(
        vendors.map((vendor) => plain(vendorName(vendor, policy))),
        reader,
      );
    return quoted(text ?? id);
  },
  fields: {
    label: value('recipient-changed', quoted),
    vendors: list({ added: 'recipient-vendor-added', removed: 'recipient-vendor-removed' }, vendor),
    text: texts('recipient-changed'),
    why: texts('recipient-changed'),
  },
};

const retention: Entry<Retention> = {
  added: 'retention-added',
  removed: 'retention-removed',
  name: ({ label, of }) => quoted(label ?? of),
  details: ({ period, criteria }, { reader }) =>
    period ? showPeriod(period, reader) : criteria && quoted(criteria),
  claims: (before, after, { path, name, comparison }) => {
    if (!changesItsBasis(before, after)) return [];
    const show = ({ period, criteria }: Retention) =>
      period ? showPeriod(period, comparison.reader) : quoted(criteria ?? '');
    return [
      {
        rule: 'retention-criteria-changed',
        path: `${path}.criteria`,
        before: before.period ?? before.criteria,
        after: after.period ?? after.criteria,
        parts: { name, before: show(before), after: show(after) },
      },
    ];
  },
  fields: {
    label: value('retention-changed', quoted),
    of: texts('retention-changed'),
    period: (delta, subject, key, entry) =>
      changesItsBasis(entry.before, entry.after)
        ? []
        : length({
            longer: 'retention-increased',
            shorter: 'retention-decreased',
            changed: 'retention-period-changed',
          })(delta, subject, key, entry),
    atMost: (delta, subject, key, entry) => {
      const shown = entry.after.period && showPeriod(entry.after.period, subject.comparison.reader);
      return flag(
        { on: 'retention-limit-added', off: 'retention-limit-removed', changed: 'retention-changed' },
        yesNo,
      )({ before: delta.before ?? false, after: delta.after ?? false }, subject, key, entry).map((draft) =>
        draft.rule !== 'retention-changed' && shown
          ? { ...draft, parts: { ...draft.parts, after: shown } }
          : draft,
      );
    },
    criteria: (delta, subject, key, entry) =>
      changesItsBasis(entry.before, entry.after)
        ? []
        : texts('retention-criteria-changed')(delta, subject, key, entry),
    from: texts('retention-changed'),
    for: texts('retention-changed'),
    // biome-ignore lint/suspicious/noThenProperty: a field of the schema; nobody awaits this table.
    then: texts('retention-changed'),
    except: texts('retention-changed'),
  },
};

// A period that gives way to words, or words to a period, is one change.
function changesItsBasis(before: Retention, after: Retention): boolean {
  const becomesWords = before.period && !before.criteria && !after.period && after.criteria;
  const becomesPeriod = !before.period && before.criteria && after.period && !after.criteria;
  return Boolean(becomesWords || becomesPeriod);
}

const rights: Entry<Right> = {
  added: 'right-added',
  removed: 'right-removed',
  name: ({ text }) => quoted(text),
  fields: {
    text: texts('right-changed'),
    prominent: (delta, subject, key, entry) =>
      flag(
        { on: 'right-prominence-added', off: 'right-prominence-removed', changed: 'right-changed' },
        yesNo,
      )({ before: delta.before ?? false, after: delta.after ?? false }, subject, key, entry),
  },
};

const requestFields: Fields<Requests> = {
  channels: list({ added: 'right-channel-added', removed: 'right-channel-removed' }, (id, { policy }) =>
    quoted(policy.facts.contacts[id]?.label ?? id),
  ),
  answerWithin: length({
    longer: 'right-deadline-lengthened',
    shorter: 'right-deadline-shortened',
    changed: 'right-request-changed',
  }),
  verification: texts('right-verification-changed'),
};

const transfers: Entry<Transfer> = {
  added: 'transfer-added',
  removed: 'transfer-removed',
  name: ({ country, text }, _, { reader }, id) =>
    country ? showCountry(country, reader) : quoted(text ?? id),
  fields: {
    country: value('transfer-country-changed', country),
    vendors: list({ added: 'transfer-vendor-added', removed: 'transfer-vendor-removed' }, vendor),
    mechanism: value('transfer-safeguard-changed', (name, { comparison }) =>
      quoted(comparison.reader.words.mechanisms[name]),
    ),
    text: texts('transfer-changed'),
  },
};

const securityFields: Fields<Security> = {
  measures: (delta, { comparison }) =>
    namedTexts('security.measures', delta, comparison, {
      added: 'security-measure-added',
      removed: 'security-measure-removed',
      changed: 'security-measure-changed',
    }),
  limits: texts('security-limits-changed'),
};

type TextRules = { added: ChangeRule; removed: ChangeRule; changed: ChangeRule };

function namedTexts(
  path: string,
  { before = {}, after = {} }: { before?: Record<string, string>; after?: Record<string, string> },
  comparison: Comparison,
  rules: TextRules,
): Draft[] {
  const { added, removed, kept } = compareKeyed(before, after);
  return [
    ...added.map(
      ([id, item]): Draft => ({
        rule: rules.added,
        path: `${path}.${id}`,
        after: item,
        parts: { name: quoted(item) },
      }),
    ),
    ...removed.map(
      ([id, item]): Draft => ({
        rule: rules.removed,
        path: `${path}.${id}`,
        before: item,
        parts: { name: quoted(item) },
      }),
    ),
    ...kept
      .filter(([, old, now]) => old !== now)
      .flatMap(([id, old, now]) =>
        texts(rules.changed)({ before: old, after: now }, { path, name: '', comparison }, id),
      ),
    ...orderChange(path, before, after, comparison),
  ];
}

const childrenFields: Fields<Children> = {
  age: (delta, subject, key) => {
    const rule = (delta.after ?? 0) < (delta.before ?? 0) ? 'minimum-age-lowered' : 'minimum-age-raised';
    return value(rule, (age: number) => showNumber(age, subject.comparison.reader))(delta, subject, key);
  },
  text: texts('children-text-changed'),
};

function aiChanges(comparison: Comparison): Draft[] {
  const { ai: before } = comparison.before.facts;
  const { ai: after } = comparison.after.facts;
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) {
    const isNone = (before ?? after) === 'none';
    return [
      isNone ? noneChange('ai', after === 'none', comparison) : disclosure('ai', before, after, comparison),
    ];
  }
  if (after === 'none') return [{ rule: 'ai-removed', path: 'ai', before, after, parts: {} }];
  if (before === 'none') {
    const uses = showList(
      Object.values(after.uses).map((use) => quoted(use)),
      comparison.reader,
    );
    return [{ rule: 'ai-added', path: 'ai', before, after, parts: { items: uses } }];
  }
  return compareFields(aiFields, before, after, {
    path: 'ai',
    name: comparison.words.disclosures.ai,
    comparison,
  });
}

const aiFields: Fields<Ai> = {
  uses: (delta, { comparison }) =>
    namedTexts('ai.uses', delta, comparison, {
      added: 'ai-use-added',
      removed: 'ai-use-removed',
      changed: 'ai-use-changed',
    }),
  vendors: list({ added: 'ai-vendor-added', removed: 'ai-vendor-removed' }, vendor),
  trigger: (delta, subject, key) => {
    const rule: ChangeRule =
      !delta.before || !delta.after
        ? 'ai-changed'
        : delta.after === 'automatic'
          ? 'ai-automatic-added'
          : 'ai-automatic-removed';
    const show: Shows<'on-request' | 'automatic'> = (is) =>
      quoted(subject.comparison.reader.words.ai.triggers[is]);
    return value(rule, show)(delta, subject, key);
  },
  training: flag({ on: 'ai-training-added', off: 'ai-training-removed', changed: 'ai-changed' }, yesNo),
  review: flag({ on: 'ai-review-added', off: 'ai-review-removed', changed: 'ai-changed' }, yesNo),
};

const automated: Entry<AutomatedDecision> = {
  added: 'automated-decision-added',
  removed: 'automated-decision-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('automated-decision-changed', quoted),
    logic: texts('automated-decision-changed'),
    effect: texts('automated-decision-changed'),
  },
};

function saleChanges(comparison: Comparison): Draft[] {
  const { sale: before } = comparison.before.facts;
  const { sale: after } = comparison.after.facts;
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) {
    const isNone = (before ?? after) === 'none';
    return [
      isNone
        ? noneChange('sale', after === 'none', comparison)
        : disclosure('sale', before, after, comparison),
    ];
  }
  const drafts = compareFields(saleFields, saleOf(before, after), saleOf(after, before), {
    path: 'sale',
    name: comparison.words.disclosures.sale,
    comparison,
  });
  return drafts.length > 0 ? drafts : [noneChange('sale', after === 'none', comparison)];
}

// `none` says of both practices that they are not done; of the rest it says nothing that could be compared.
function saleOf(sale: Sale | 'none', other: Sale | 'none'): Sale {
  if (sale !== 'none') return sale;
  const { text: _text, ...practices } = other === 'none' ? {} : other;
  return Object.fromEntries(Object.keys(practices).map((key) => [key, false]));
}

const practice =
  (key: 'sells' | 'shares' | 'targetedAds'): Fields<Sale>['sells'] =>
  (delta, subject, field, entry) =>
    flag({ on: 'sale-or-sharing-added', off: 'sale-or-sharing-removed', changed: 'sale-changed' }, yesNo)(
      delta,
      subject,
      field,
      entry,
    ).map((draft) =>
      draft.rule === 'sale-changed'
        ? draft
        : { ...draft, parts: { ...draft.parts, name: subject.comparison.words.sale[key] } },
    );

const saleFields: Fields<Sale> = {
  sells: practice('sells'),
  shares: practice('shares'),
  targetedAds: practice('targetedAds'),
  text: texts('sale-changed'),
};

const vendors: Entry<Vendor> = {
  added: 'vendor-added',
  removed: 'vendor-removed',
  name: ({ name }) => plain(name),
  details: ({ does, country: code }, { reader }) =>
    [code && showCountry(code, reader), does && quoted(does)].filter(Boolean).join(', ') || undefined,
  fields: {
    name: value('vendor-changed', plain),
    country: value('vendor-country-changed', country),
    does: texts('vendor-changed'),
    group: value('vendor-changed', quoted),
    role: value('vendor-role-changed', fieldValue),
    policy: value('vendor-changed', code),
    optOut: flagged({ on: 'vendor-opt-out-added', off: 'vendor-opt-out-removed', changed: 'vendor-changed' }),
    domains: items('vendor-changed'),
  },
};

function flagged(rules: { on: ChangeRule; off: ChangeRule; changed: ChangeRule }): Fields<Vendor>['optOut'] {
  return (delta, subject, key, entry) => {
    const rule =
      delta.before === undefined ? rules.on : delta.after === undefined ? rules.off : rules.changed;
    return value(rule, code)(delta, subject, key, entry);
  };
}

const contacts: Entry<Contact> = {
  added: 'contact-added',
  removed: 'contact-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('contact-changed', quoted),
    name: value('contact-changed', plain),
    email: value('contact-changed', plain),
    phone: value('contact-changed', plain),
    url: value('contact-changed', code),
    address: value('contact-changed', plain),
  },
};
