import { internal } from '../cites/core.ts';
import { claims, titleAbove } from '../english/claims.ts';
import { advertisingOf, namesOf, relatedTo } from '../facts/storage.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const dntVsTracking: PolicyRule = {
  id: 'core/dnt-vs-tracking',
  about: 'policy',
  severity: 'error',
  summary:
    'A text that denies tracking across sites, where it speaks of Do Not Track, stands beside a list without advertising cookies of others.',
  why: 'Cookies of advertisers are made to recognise a person on other sites; the sentence says that nobody does.',
  cites: [
    internal('What a text denies is not in its lists'),
    {
      text: 'Cal. Bus. & Prof. Code 22575(b)(6)',
      url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=BPC&sectionNum=22575.',
      basis: 'statute',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          login: { name: login, provider: self, purpose: Keeps you signed in. }
        signals:
          text: We do not track you across other websites.
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          ad: { name: ad_id, provider: ads, purpose: Shows you advertising elsewhere. }
        signals:
          text: We do not track you across other websites.
      `,
      product: yaml`
        vendors:
          ads: { name: Ads Ltd }
      `,
      problem: {
        at: 'policy.yaml:4:12',
        message:
          'The text says “do not track you across other websites”, and `ad_id` is listed for advertising.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const ads = advertisingOf(subject.product);
    if (ads.length === 0) return;
    for (const { at, says } of denials(subject))
      yield {
        at,
        message: `${says}, and ${namesOf(ads)} ${ads.length === 1 ? 'is' : 'are'} listed for advertising.`,
        help: 'Say which companies recognise people on other sites and with which cookies, or end that.',
        related: relatedTo(ads, subject, 'name'),
      };
  },
};

function denials(subject: Subject): { at: Spot; says: string }[] {
  const said = claims(subject, 'noCrossSite')
    .filter(({ text }) => text.path[0] === 'signals' || /do not track/i.test(titleAbove(subject, text)))
    .map(({ at, words }) => ({ at, says: `The text says “${words}”` }));
  if (subject.policy.facts.signals?.thirdPartyTracking !== false) return said;
  const at = { path: ['signals', 'thirdPartyTracking'] };
  return [{ at, says: '`signals` says that nobody else follows people across websites' }, ...said];
}
