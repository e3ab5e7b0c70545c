import { providersOf } from '../../disclosures/cookies/page.ts';
import { oncePer } from '../../memory.ts';
import { listed } from '../../text/listed.ts';
import { internal } from '../cites/core.ts';
import { claims } from '../english/claims.ts';
import { likelyStatement } from '../english/likely.ts';
import { matches } from '../english/written-texts.ts';
import {
  advertisingOf,
  advertisingWords,
  isByCategory,
  storedByProduct,
  vendorName,
} from '../facts/storage.ts';
import { knownCookie } from '../known-cookies.ts';
import type { Draft, PolicyRule, ProductSubject, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const noSaleSilentSharing: PolicyRule = {
  id: 'core/no-sale-silent-sharing',
  about: 'policy',
  severity: 'warning',
  summary:
    'A text that says data is not sold, and names companies that advertise, also says whether data is shared with them.',
  why: 'A company that serves advertising often receives data without paying for it; “not sold” alone leaves that open.',
  cites: [
    internal('What a text denies is not in its lists, and “sold” is not all that may be done'),
    {
      text: 'Cal. Civ. Code 1798.140(ah), which keeps “share” apart from “sell”',
      url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.140.',
      basis: 'statute',
      checked: 'secondary',
      of: ['ccpa'],
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        sale: { sells: false, shares: true }
      `,
      product: yaml`
        vendors:
          ads: { name: Ads Ltd, does: shows our advertising on other sites }
      `,
    },
    notOk: {
      policy: yaml`
        sale: { sells: false }
      `,
      product: yaml`
        vendors:
          ads: { name: Ads Ltd, does: shows our advertising on other sites }
      `,
      problem: {
        at: 'policy.yaml:1:16',
        message:
          'The policy says that data is not sold, and no field or sentence says whether it is shared for advertising, which Ads Ltd does.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const found = foundIn(subject.product);
    if (!found) return;
    const denied = denialOfSharing(subject);
    const at = denied ? undefined : denialOf(subject);
    if (denied)
      yield {
        at: denied,
        message: `The policy says that data is not shared for advertising, ${found}.`,
        help: 'Find out whether these companies advertise with what they learn here; then correct `sale` and its text, or take their scripts out.',
      };
    if (!at || saysSharing(subject)) return;
    yield {
      at,
      message: `The policy says that data is not sold, and no field or sentence says whether it is shared for advertising, ${found}.`,
      help: 'Add `shares: true` or `shares: false` to `sale`, and say so in its text.',
    };
  },
};

// Who advertises, or at least sets what is listed in a category for it, as a sentence goes on.
function foundIn(product: ProductSubject): string | undefined {
  const vendors = advertisersOf(product);
  const told = `which ${listed(vendors)} ${vendors.length === 1 ? 'does' : 'do'}`;
  if (vendors.length > 0) return told;
  const ids = new Set(advertisingOf(product).flatMap(({ cookie }) => providersOf(cookie)));
  const setters = [...ids].filter((id) => product.written.vendors?.[id]).map((id) => vendorName(product, id));
  if (setters.length === 0) return undefined;
  return `and what ${listed(setters)} ${setters.length === 1 ? 'sets' : 'set'} is listed in a category for it`;
}

function denialOf(subject: Subject): Spot | undefined {
  const { sale } = subject.policy.facts;
  if (sale === 'none' || sale?.sells === true) return undefined;
  return sale?.sells === false ? { path: ['sale', 'sells'] } : claims(subject, 'noSale')[0]?.at;
}

function denialOfSharing(subject: Subject): Spot | undefined {
  const { sale } = subject.policy.facts;
  if (sale === 'none') return { path: ['sale'] };
  if (sale?.shares !== undefined) return sale.shares ? undefined : { path: ['sale', 'shares'] };
  return affirmedDenial(subject);
}

function affirmedDenial(subject: Subject): Spot | undefined {
  return matches(
    subject,
    /\b(do|does|will|have) not (sell,? (or|nor) share|share (or|nor) sell)\b|\bnever sell or share\b/,
  )[0]?.at;
}

function saysSharing(subject: Subject): boolean {
  const { sale } = subject.policy.facts;
  if (sale !== 'none' && sale?.shares !== undefined) return true;
  return matches(subject, sharing).length > 0 || likelyStatement(subject, 'sharing') !== undefined;
}

const sharing =
  /\bs(?:ell|old)(?:, \w+)*,? (?:or|nor|and) (?:otherwise )?share|\bshare\b[^.;]{0,60} advertis/;

// Those that the files call so, whose names are known for it, and those who are known to set what is listed.
const advertisersOf = oncePer((product: ProductSubject): string[] => {
  const setters = new Set(
    advertisingOf(product)
      .filter((stored) => !isByCategory(stored))
      .flatMap(({ cookie }) => providersOf(cookie)),
  );
  const named = Object.entries(product.written.vendors ?? {})
    .filter(
      ([id, { name = '', does = '', group = '' }]) =>
        setters.has(id) || advertisingWords.test(`${does} ${group}`) || knownNames.test(name),
    )
    .map(([id]) => vendorName(product, id));
  const known = storedByProduct(product).flatMap(({ cookie: { name, provider } }) => {
    const cookie = knownCookie(name);
    return cookie?.kind === 'marketing' && provider === undefined ? [cookie.company] : [];
  });
  return [...new Set([...named, ...known])];
});

const knownNames =
  /\b(?:Meta|Facebook) (?:Pixel|Ads)\b|\bGoogle (?:Ads|AdSense|Marketing Platform)\b|\bDoubleClick\b|\bAdRoll\b|\bCriteo\b|\bTaboola\b|\bOutbrain\b|\b(?:LinkedIn|TikTok|Pinterest|Reddit|Snap|Twitter|X|Bing|Amazon) (?:Insight|Pixel|Ads|Tag)\b|\bMicrosoft Advertising\b|\bTrade Desk\b/i;
