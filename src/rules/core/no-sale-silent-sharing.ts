import { listed } from '../../text/listed.ts';
import { claims } from '../english/claims.ts';
import { matches } from '../english/written-texts.ts';
import { advertisingOf, advertisingWords, vendorName } from '../facts/storage.ts';
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
    {
      text: 'Cal. Civ. Code 1798.140(ah), which keeps “share” apart from “sell”',
      url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.140.',
      basis: 'statute',
      checked: 'secondary',
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
          'The policy says that data is not sold, and not whether it is shared for advertising, which Ads Ltd does.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const at = denialOf(subject);
    const vendors = advertisers(subject.product);
    if (!at || vendors.length === 0 || saysSharing(subject)) return;
    yield {
      at,
      message: `The policy says that data is not sold, and not whether it is shared for advertising, which ${listed(vendors)} ${vendors.length === 1 ? 'does' : 'do'}.`,
      help: 'Add `shares: true` or `shares: false` to `sale`, and say so in its text.',
    };
  },
};

function denialOf(subject: Subject): Spot | undefined {
  const { sale } = subject.policy.facts;
  if (sale === 'none' || sale?.sells === true) return undefined;
  return sale?.sells === false ? { path: ['sale', 'sells'] } : claims(subject, 'noSale')[0]?.at;
}

function saysSharing(subject: Subject): boolean {
  const { sale } = subject.policy.facts;
  if (sale !== 'none' && sale?.shares !== undefined) return true;
  return matches(subject, sharing).length > 0;
}

const sharing =
  /\bs(?:ell|old)(?:, \w+)*,? (?:or|nor|and) (?:otherwise )?share|\bshare\b[^.;]{0,60} advertis/;

function advertisers(product: ProductSubject): string[] {
  const setters = advertisingOf(product).map(({ cookie }) => cookie.provider);
  return Object.entries(product.written.vendors ?? {})
    .filter(
      ([id, { does = '', group = '' }]) => setters.includes(id) || advertisingWords.test(`${does} ${group}`),
    )
    .map(([id]) => vendorName(product, id));
}
