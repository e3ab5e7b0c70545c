import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import type { Draft } from '../../compare/changes/change.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { party, vendor } from '../../compare/changes/fact-words.ts';
import {
  code,
  plain,
  quoted,
  reordered,
  type Shows,
  type Subject,
  value,
} from '../../compare/changes/field-change.ts';
import { vendorName } from '../../page/vendor-name.ts';
import { showList } from '../../text/show.ts';
import { categoryOf, consentRank } from '../categories/disclosure.ts';
import { domainsOf, providersOf } from './page.ts';

/** Who sets a cookie, from where and for what hang together: each of the four fields is explained once. */
export function cookieClaims(before: Cookie, after: Cookie, subject: Subject): Draft[] {
  const changed = (key: 'category' | 'provider' | 'domain' | 'party') => before[key] !== after[key];
  // A party that follows from where it lives says nothing that this does not.
  const livesElsewhere = changed('domain') || !isEqual(before.domains, after.domains);
  const drafts: Draft[] = [];
  if (changed('category'))
    drafts.push(...categoryMove(before, after, subject, !changed('domain') && !changed('provider')));
  const isPartyExplained = changed('category') && !changed('domain') && !changed('provider');
  const isFlipped = before.party !== undefined && after.party !== undefined && changed('party');
  if (isFlipped && !isPartyExplained) return [...drafts, partyFlip(before, after, subject)];
  if (changed('domain')) drafts.push(...domainChange(before, after, subject));
  if (changed('provider')) drafts.push(...providerChange(before, after, subject));
  if (changed('party') && !isPartyExplained && !livesElsewhere && !changed('provider')) {
    drafts.push(...value('cookie-changed', party)(fieldOf('party', before, after, subject)));
  }
  return drafts;
}

function fieldOf<K extends keyof Cookie>(key: K, before: Cookie, after: Cookie, subject: Subject) {
  return { before: before[key], after: after[key], key, subject };
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
    return entry?.consent && from?.consent !== to?.consent
      ? comparison.words.consentBefore(label, plain(comparison.reader.words.consent[entry.consent]))
      : label;
  };
  return value(
    rule,
    show,
  )(fieldOf('category', before, after, subject)).map((draft) => ({
    ...draft,
    parts: {
      ...draft.parts,
      ...(claimsParty &&
        partyOfNew && { details: party(partyOfNew, { policy: comparison.after, comparison }) }),
    },
  }));
}

function partyFlip(before: Cookie, after: Cookie, { path, name, comparison }: Subject): Draft {
  const isSetByOther = after.party === 'third' && after.provider !== undefined && after.provider !== 'self';
  const details = [
    ...(isSetByOther ? providersOf(after).map((id) => plain(vendorName(id, comparison.after))) : []),
    ...(isSetByOther && isEqual(domainsOf(before), domainsOf(after)) ? [] : domainsOf(after).map(code)),
  ].join(', ');
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

// Of several, all are shown.
function providerChange(before: Cookie, after: Cookie, subject: Subject): Draft[] {
  const show: Shows<string> = (_, side) => {
    const cookie = side.policy === subject.comparison.before ? before : after;
    return showList(
      providersOf(cookie).map((id) => vendor(id, side)),
      subject.comparison.reader,
    );
  };
  const field = fieldOf('provider', before, after, subject);
  return areSame(providersOf(before), providersOf(after))
    ? [reordered(field)]
    : value('cookie-provider-changed', show)(field);
}

function areSame(before: readonly string[], after: readonly string[]): boolean {
  return isEqual(before.toSorted(), after.toSorted());
}

function domainChange(before: Cookie, after: Cookie, subject: Subject): Draft[] {
  const { reader, before: older } = subject.comparison;
  const show: Shows<string> = (_, { policy }) =>
    showList(domainsOf(policy === older ? before : after).map(code), reader);
  const field = fieldOf('domain', before, after, subject);
  if (areSame(domainsOf(before), domainsOf(after))) return [reordered(field)];
  if (before.domains || after.domains) return value('cookie-domain-changed', show)(field);
  const [from, to] = [before.domain ?? '', after.domain ?? ''];
  const rule: ChangeRule = from.endsWith(`.${to}`)
    ? 'cookie-domain-widened'
    : to.endsWith(`.${from}`)
      ? 'cookie-domain-narrowed'
      : 'cookie-domain-changed';
  const isStated = from !== '' && to !== '';
  return value(isStated ? rule : 'cookie-domain-changed', code)(field);
}
