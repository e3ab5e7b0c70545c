import { internal } from '../cites/core.ts';
import { affirms, type Claim, claims, titleAbove } from '../english/claims.ts';
import { isEnglish } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import { advertisingOf, isByCategory, namesOf, relatedTo } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const noAdsVsMarketing: PolicyRule = {
  id: 'core/no-ads-vs-marketing',
  about: 'policy',
  severity: 'error',
  summary: 'A text that denies advertising or tracking across sites stands beside lists that show neither.',
  why: 'A reader who trusts the sentence sees no reason to refuse anything.',
  cites: [internal('What a text denies is not in its lists')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          login: { name: login, provider: self, purpose: Keeps you signed in. }
        sections:
          - title: What we do not do
            content: [We use no advertising cookies.]
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          ad: { name: ad_id, provider: ads, purpose: Shows you advertising elsewhere. }
        sections:
          - title: What we do not do
            content: [We use no advertising cookies.]
      `,
      product: yaml`
        vendors:
          ads: { name: Ads Ltd }
      `,
      problem: {
        at: 'policy.yaml:5:22',
        message: 'The text says “no advertising cookies”, and `ad_id` is listed for advertising.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const denied = denials(subject);
    const { sale } = subject.policy.facts;
    const isDeniedByField = sale !== 'none' && sale?.targetedAds === false;
    const shown = denied.length > 0 || isDeniedByField ? evidence(subject) : undefined;
    if (!shown) return;
    const { words: _words, ...rest } = shown;
    const help = 'Take the sentence out or limit it to what it is true of, or end what the list shows.';
    for (const { at, words } of denied)
      yield { at, message: `The text says “${words}”, and ${shown.words}.`, help, ...rest };
    if (isDeniedByField)
      yield {
        at: { path: ['sale', 'targetedAds'] },
        message: `\`sale.targetedAds\` is false, and ${shown.words}.`,
        help,
        ...rest,
      };
  },
};

// What is said about Do Not Track has a rule of its own.
function denials(subject: Subject): Claim[] {
  return [...claims(subject, 'noAdvertising'), ...claims(subject, 'noCrossSite')].filter(
    ({ text }) => text.path[0] !== 'signals' && !/do not track/i.test(titleAbove(subject, text)),
  );
}

type Evidence = { words: string } & Pick<Draft, 'related' | 'severity'>;

function evidence(subject: Subject): Evidence | undefined {
  const all = advertisingOf(subject.product);
  const own = all.filter((stored) => !isByCategory(stored));
  const ads = own.length > 0 ? own : all;
  const are = ads.length === 1 ? 'is' : 'are';
  if (ads.length > 0)
    return {
      words: `${namesOf(ads)} ${are} listed ${own.length > 0 ? 'for advertising' : 'in a category for advertising'}`,
      related: relatedTo(ads, subject, 'name'),
      // What a category is called says less of each entry than its own purpose.
      ...(own.length === 0 && { severity: 'warning' as const }),
    };
  const { facts } = subject.policy;
  const purpose = entriesOf(facts.purposes).find(
    ([, { text }]) => isEnglish(subject.policy) && affirms(text, targeting),
  );
  if (!purpose) return undefined;
  return {
    words: `the purpose \`${purpose[0]}\` is targeted advertising`,
    related: [{ at: { path: ['purposes', purpose[0], 'text'] }, message: 'The purpose is named here.' }],
  };
}

const targeting =
  /\b(?:targeted|interest-based|personali[sz]ed|behaviou?ral) (?:ads?|advertis\w+)|\b(?:retarget|remarket)\w*/i;
