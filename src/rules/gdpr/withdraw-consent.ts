import type { Regime } from '../../../schemas/product.ts';
import { oncePer } from '../../memory.ts';
import type { YamlPath } from '../../read/places.ts';
import { listOf } from '../../text/one-or-many.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
import { ownPurposes } from '../facts/own-purposes.ts';
import { nameOf } from '../facts/place-of-entries.ts';
import { hasRight } from '../facts/rights.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const withdrawConsent: PolicyRule = {
  id: 'gdpr/withdraw-consent',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'Where something rests on consent, the policy says that it can be withdrawn at any time.',
  why: 'A consent is free only while it can be taken back.',
  cites: [gdpr('13(2)(c)', 'secondary'), gdpr('7(3)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        purposes:
          letters: { label: Newsletter, text: To send you our newsletter., basis: consent }
        rights: [access, withdraw-consent]
      `,
    },
    notOk: {
      policy: yaml`
        purposes:
          letters: { label: Newsletter, text: To send you our newsletter., basis: consent }
        rights: [access]
      `,
      problem: {
        at: 'policy.yaml:2:75',
        message:
          'Consent is relied on for “Newsletter”, and GDPR Art. 13(2)(c) lists the right to withdraw it at any time; no field says that it can be withdrawn, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const [first, ...others] = consentsOf(subject);
    if (!first || isWithdrawalTold(subject)) return;
    const isAboutCookies = subject.policy.kind === 'cookie-policy';
    const names = namesOf([first, ...others].map(({ name }) => name));
    yield* gapIn(subject, {
      at: { path: first.path },
      asks: `Consent is relied on for ${names}, and ${gdprName(subject.product)} Art. 13(2)(c) lists the right to withdraw it at any time`,
      unsaid: 'that it can be withdrawn',
      fill: isAboutCookies ? 'fill `consent.manager`' : 'add `withdraw-consent` to `rights`',
      help: isAboutCookies
        ? 'Say where a visitor changes a choice: `consent.manager`.'
        : 'Add `withdraw-consent` to `rights`.',
      topic: 'withdrawal',
      ...(others.length > 0 && {
        related: others.map(({ path }) => ({ at: { path }, message: 'Consent is relied on here too.' })),
      }),
    });
  },
};

const storageRegimes: ReadonlySet<string> = new Set<Regime>(['eprivacy', 'eprivacy-fr', 'pecr']);

type Reliance = { name: string; path: YamlPath };

function consentsOf({ policy: { kind, facts }, product }: Subject): Reliance[] {
  const purposes = ownPurposes(facts)
    .filter(([, { basis }]) => listOf(basis).includes('consent'))
    .map(([id, purpose]) => ({ name: nameOf([id, purpose]), path: ['purposes', id, 'basis'] }));
  // Where the law on storage is declared too, its own rule asks how a choice about cookies is taken back.
  const isAskedElsewhere =
    kind === 'cookie-policy' && product.written.regimes?.some((regime) => storageRegimes.has(regime));
  const categories = (isAskedElsewhere ? [] : entriesOf(facts.categories))
    .filter(([, { consent }]) => consent === 'required')
    .map(([id, category]) => ({ name: nameOf([id, category]), path: ['categories', id, 'consent'] }));
  const transfers = entriesOf(facts.transfers)
    .filter(([, { mechanism }]) => listOf(mechanism).includes('consent'))
    .map(([id]) => ({ name: `the transfer \`${id}\``, path: ['transfers', id, 'mechanism'] }));
  return [...purposes, ...categories, ...transfers];
}

function isWithdrawalTold(subject: Subject): boolean {
  const { kind, facts } = subject.policy;
  if (kind === 'cookie-policy' && facts.consent?.manager) return true;
  return isRightTold(subject.product);
}

const isRightTold = oncePer(({ policies }: ProductSubject): boolean =>
  policies.some(({ policy }) => hasRight(policy, 'withdraw-consent')),
);
