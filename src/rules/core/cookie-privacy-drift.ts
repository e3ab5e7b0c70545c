import type { YamlPath } from '../../read/places.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { comparePeriods } from '../../time/period.ts';
import { internal } from '../cites/core.ts';

import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const cookiePrivacyDrift: PolicyRule = {
  id: 'core/cookie-privacy-drift',
  about: 'product',
  severity: 'error',
  summary: 'The policies of a product state the same fact in the same way.',
  why: 'Readers who compare two policies of one product and find two answers trust neither.',
  cites: [
    internal(
      'What one policy says, another of the same product does not deny: GDPR Art. 5(1)(a)',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_5',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
        kind: cookie-policy
        signals: { dnt: ignored }
      `,
      others: {
        'privacy-policy.yaml': yaml`
        kind: privacy-policy
        signals: { dnt: ignored }
      `,
      },
    },
    notOk: {
      policy: yaml`
        kind: cookie-policy
        title: Cookies
        signals: { dnt: ignored }
      `,
      others: {
        'privacy-policy.yaml': yaml`
        kind: privacy-policy
        signals: { dnt: honoured }
      `,
      },
      problem: {
        at: 'privacy-policy.yaml:2:17',
        message: '`signals.dnt` is honoured here and ignored in “Cookies”.',
      },
    },
  },
  *check({ policies }: ProductSubject): Iterable<Draft> {
    const first = new Map<string, Shared & { subject: Subject }>();
    for (const subject of policies) {
      for (const fact of sharedFacts(subject)) {
        const other = first.get(fact.key);
        if (!other) first.set(fact.key, { ...fact, subject });
        if (!other || other.subject === subject || isSame(fact.shown, other.shown)) continue;
        yield {
          at: { in: { policy: subject.slug }, path: fact.path },
          message: `${fact.name} is ${fact.shown} here and ${other.shown} in “${other.subject.policy.title}”.`,
          help: 'Find out which is true, and say the same in both.',
          related: [
            { at: { in: { policy: other.subject.slug }, path: other.path }, message: 'The other one.' },
          ],
        };
      }
    }
  },
};

// A fact that more than one policy can state; `key` says which.
type Shared = { key: string; name: string; path: YamlPath; shown: string };

function isSame(a: string, b: string): boolean {
  return a === b || comparePeriods(a, b) === 'same';
}

function sharedFacts({ policy: { facts } }: Subject): Shared[] {
  const { signals, consent, requests } = facts;
  return [
    ...(['cookies', 'data', 'transfers', 'ai', 'automatedDecisions'] as const).flatMap((name) =>
      facts[name] === undefined ? [] : flag([name], facts[name] === 'none' ? 'none' : 'given'),
    ),
    ...saleFacts(facts),
    ...flag(['signals', 'dnt'], signals?.dnt),
    ...flag(['signals', 'gpc', 'honoured'], signals?.gpc?.honoured),
    ...flag(['signals', 'gpc', 'since'], signals?.gpc?.since),
    ...flag(['signals', 'thirdPartyTracking'], signals?.thirdPartyTracking),
    ...flag(['consent', 'rejectAll'], consent?.rejectAll),
    ...flag(['consent', 'keptFor'], consent?.keptFor),
    ...flag(['requests', 'answerWithin'], requests?.answerWithin),
    ...aiFacts(facts),
    ...cookieFacts(facts),
    ...retentionFacts(facts),
  ];
}

// To write `none` is to say that nothing is sold and nothing is shared.
function saleFacts({ sale }: Facts): Shared[] {
  if (sale === undefined) return [];
  const { sells, shares, targetedAds } =
    sale === 'none' ? { sells: false, shares: false, targetedAds: undefined } : sale;
  const facts = [
    ...flag(['sale', 'sells'], sells),
    ...flag(['sale', 'shares'], shares),
    ...flag(['sale', 'targetedAds'], targetedAds),
  ];
  return sale === 'none' ? facts.map((fact) => ({ ...fact, path: ['sale'] })) : facts;
}

function aiFacts({ ai }: Facts): Shared[] {
  if (ai === undefined || ai === 'none') return [];
  return (['training', 'review', 'trigger'] as const).flatMap((key) => flag(['ai', key], ai[key]));
}

function flag(path: string[], value: string | boolean | undefined): Shared[] {
  if (value === undefined) return [];
  const key = path.join('.');
  return [{ key, name: `\`${key}\``, path, shown: String(value) }];
}

function cookieFacts({ cookies }: Facts): Shared[] {
  const all = entriesOf(cookies);
  const byName = Map.groupBy(all, ([, { name }]) => name);
  return all.flatMap(([id, cookie]) => {
    // A name that stands twice is that of two cookies, on two domains.
    if ((byName.get(cookie.name)?.length ?? 0) > 1) return [];
    return (['expires', 'dataRetention', 'provider'] as const).flatMap((field) =>
      flag(['cookies', id, field], cookie[field]).map((fact) => ({
        ...fact,
        key: `cookie ${cookie.name} ${field}`,
        name: `\`${field}\` of the cookie \`${cookie.name}\``,
      })),
    );
  });
}

function retentionFacts({ retention }: Facts): Shared[] {
  return entriesOf(retention).flatMap(([id, { of, from = '', period }]) =>
    flag(['retention', id, 'period'], period).map((fact) => ({
      ...fact,
      key: `retention ${of} ${from}`.toLowerCase(),
      name: `The period for “${of}”`,
    })),
  );
}
