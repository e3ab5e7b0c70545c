import { patternOf } from '../../../schemas/cookie-name.ts';
import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { providersOf } from '../../disclosures/cookies/page.ts';
import { partyOfHost } from '../../disclosures/cookies/resolve.ts';
import { oncePer } from '../../memory.ts';
import type { YamlPath } from '../../read/places.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { escapePattern } from '../../text/escape-pattern.ts';
import { listed } from '../../text/listed.ts';
import { affirms } from '../english/claims.ts';
import { isEnglish } from '../english/written-texts.ts';
import type { Draft, ProductSubject, Spot, Subject } from '../rule.ts';
import { entriesOf } from './entries.ts';

/** An entry of a policy's storage with its id and the policy that lists it. */
export type Stored = { id: string; cookie: Cookie; owner: Subject };

/** Everything a policy says it stores. */
export const storedBy = oncePer((owner: Subject): Stored[] =>
  entriesOf(owner.policy.facts.cookies).map(([id, cookie]) => ({ id, cookie, owner })),
);

/** Everything the policies of a product say they store. */
export const storedByProduct = oncePer(({ policies }: ProductSubject): Stored[] =>
  policies.flatMap(storedBy),
);

/** Who sets or reads what the policies of a product say they store, by their ids. */
export const settersIn = oncePer(
  (product: ProductSubject): ReadonlySet<string> =>
    new Set(storedByProduct(product).flatMap(({ cookie }) => providersOf(cookie))),
);

/** Whether an entry is a cookie and no other technology. */
export function isCookie({ cookie: { type = 'cookie' } }: Stored): boolean {
  return type === 'cookie';
}

/** The names of entries as a sentence shows them: `_ga` and `_ga_*`; after five, how many more there are. */
export function namesOf(stored: readonly Stored[]): string {
  const names = stored.map(({ cookie }) => `\`${cookie.name}\``);
  return names.length > 6 ? listed([...names.slice(0, 5), `${names.length - 5} more`]) : listed(names);
}

/** The spot of a field of an entry, as seen from a policy of the same product. */
export function spotOf({ id, owner }: Stored, from: Subject | undefined, ...rest: YamlPath): Spot {
  const path = ['cookies', id, ...rest];
  return owner.slug === from?.slug ? { path } : { in: { policy: owner.slug }, path };
}

/** The entries of a finding as its other half, each with its place. */
export function relatedTo(
  stored: readonly Stored[],
  from: Subject,
  field: keyof Cookie,
): NonNullable<Draft['related']> {
  return stored.map((one) => ({
    at: spotOf(one, from, field),
    message: `\`${one.cookie.name}\` is listed here.`,
  }));
}

/** First or third party as it follows from the host; nothing where the host or the product's domains are not known. */
export function hostParty({ cookie, owner }: Stored): 'first' | 'third' | undefined {
  const own = owner.product.written.domains;
  const { domain, domains = domain === undefined ? [] : [domain] } = cookie;
  const parties = new Set(own ? domains.map((host) => partyOfHost(host, own)) : []);
  // Of hosts that are some of both, an entry is of neither.
  return parties.size === 1 ? [...parties][0] : undefined;
}

/** Whether somebody else sets an entry, or it lives on somebody else's host. */
export function isOutside({ cookie }: Stored): boolean {
  return cookie.party === 'third' || providersOf(cookie).some((id) => id !== 'self');
}

/** The name readers know a vendor by. */
export function vendorName({ written }: ProductSubject, id: string): string {
  return written.vendors?.[id]?.name ?? id;
}

/** The category of an entry, where it has one. */
export function categoryOf({ cookie, owner }: Stored): Category | undefined {
  const { categories } = owner.policy.facts;
  return cookie.category && categories && categories !== 'none' ? categories[cookie.category] : undefined;
}

/** Words for advertising and what serves it. */
export const advertisingWords =
  /(?:\badvertis\w*|\bads?\b|\bretarget\w*|\bremarket\w*|\bmarketing\b|\bconversion tracking\b)(?![\w-]*\.\w)/i;

/** Words for counting and watching visitors. */
export const analyticsWords =
  /\banalytics\b(?![\w-]*\.\w)|\baudience measurement\b|\bA\/B test\w*|\bheatmaps?\b|\bsession recordings?\b|\b(?:usage|visit\w*|traffic) statistics\b|\b(?:count|measur)(?:e|es|ing|s)? (?:visits|visitors|traffic|page views|usage)\b/i;

/** What is stored for advertising: an entry with that purpose, or an entry of others in a category with it. */
export const advertisingOf = oncePer((product: ProductSubject): Stored[] =>
  storedByProduct(product).filter((stored) => {
    const { purpose = '' } = stored.cookie;
    if (!isEnglish(stored.owner.policy) || isAboutChoice(purpose)) return false;
    if (!isOutside(stored)) return affirms(purpose, /\badvertising\b|\bads\b|\bretarget\w*|\bremarket\w*/i);
    return affirms(`${purpose}\n\n${textOf(categoryOf(stored))}`, advertisingWords);
  }),
);

/** Whether an entry of advertising is one by what its category is called or says, and not by its own purpose. */
export function isByCategory({ cookie: { purpose = '' } }: Stored): boolean {
  return !affirms(purpose, advertisingWords);
}

/** Whether a purpose is to remember what a visitor chose, which names what the choice was about. */
export function isAboutChoice(purpose: string): boolean {
  return /\b(?:choices?|chose|chosen|consent\w*|allow\w*|accept\w*|refus\w*|agree\w*|opt(?:ed)?[ -]?(?:in|out)|(?:cookies?|analytics|advertising|marketing|privacy) preferences?)\b/i.test(
    purpose,
  );
}

function textOf(category: Category | undefined): string {
  return [category?.label, category?.description, ...(category?.examples ?? [])]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

/** What a text says of a category that visitors cannot refuse, as a sentence goes on after its name. */
export function claimOfStrict({ consent }: Category): string {
  return consent === 'exempt' ? 'is exempt from consent' : 'is presented as necessary';
}

/** Whether a category is one that visitors cannot refuse: exempt, or so called. */
export function isStrict({ label, consent }: Category): boolean {
  if (consent) return consent === 'exempt';
  return (
    /\b(?:strictly necessary|necessary|essential|(?<!\bconsent (?:is )?)(?:required|needed))\b/i.test(
      label,
    ) && !/\b(?:non|not)[- ]/i.test(label)
  );
}

/** The categories of a policy that visitors cannot refuse, with their ids. */
export function strictCategories({ facts, language }: ResolvedPolicy): [string, Category][] {
  return isEnglish({ language }) ? entriesOf(facts.categories).filter(([, one]) => isStrict(one)) : [];
}

/** Whether a name is one that a pattern with * covers. */
export function covers(pattern: string, name: string): boolean {
  const source = patternOf(pattern).split('*').map(escapePattern).join('.*');
  return new RegExp(`^${source}$`).test(name);
}
