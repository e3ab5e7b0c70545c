import type { Category } from '../../../schemas/disclosures/categories.ts';
import { directive, gdprOnConsent, pecr, storageLaw } from '../cites/eprivacy.ts';
import { type Match, matches } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const consentMechanism: PolicyRule = {
  id: 'eprivacy/consent-mechanism',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'Cookies that need consent wait for it, instead of running until somebody refuses.',
  why: 'Consent is something a person does; a cookie that is already there when they first read about it had none.',
  cites: [{ ...directive, checked: 'secondary' }, { ...pecr, checked: 'secondary' }, gdprOnConsent('4(11)')],
  examples: {
    ok: {
      policy: yaml`
      categories:
        analytics:
          label: Analytics
          consent: required
    `,
    },
    notOk: {
      policy: yaml`
        categories:
          analytics:
            label: Analytics
            consent: opt-out
      `,
      problem: {
        at: 'policy.yaml:4:14',
        message:
          'Directive 2002/58/EC Art. 5(3) asks for consent before storage; “Analytics” runs until a visitor opts out.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const law = storageLaw(subject.product);
    for (const [id, category] of entriesOf(subject.policy.facts.categories)) {
      if (category.exemption !== undefined) continue;
      if (category.consent === 'opt-out')
        yield {
          at: { path: ['categories', id, 'consent'] },
          message: `${law} asks for consent before storage; “${category.label}” runs until a visitor opts out.`,
          help: 'Ask first and write `consent: required`, or name the exception that applies with `exemption:`.',
        };
      const offer = category.consent === undefined ? onlyOffer(subject, category) : undefined;
      if (offer)
        yield {
          at: offer.at,
          message: `${law} asks for consent before storage; for “${category.label}” the text offers only opting out.`,
          help: `Ask first, say so here, and add \`consent: required\` to \`categories.${id}\`.`,
          related: [
            {
              at: { path: ['categories', id] },
              message: 'This category does not say whether it waits for consent.',
            },
          ],
        };
    }
  },
};

const asking =
  /\b(?:consent|opt(?:ing|ed)?[ -]in|if you (?:agree|accept|allow)|(?:accept|allow|agree to) (?:all|cookies|them|non))\b/;
const generic = new Set(['cookies', 'other', 'strictly', 'technologies', 'trackers']);

/** Where a text offers to opt out of a category, without asking anywhere. */
function onlyOffer(subject: Subject, { label, because }: Category): Match | undefined {
  if (because !== undefined || subject.policy.facts.consent || matches(subject, asking).length > 0)
    return undefined;
  const words = (label.toLowerCase().match(/[a-z]{5,}/g) ?? []).filter((word) => !generic.has(word));
  if (words.length === 0) return undefined;
  const offer = new RegExp(`\\bopt(?:ing|ed)?[ -]?out of (?:[a-z]+ ){0,3}?(?:${words.join('|')})\\b`);
  return matches(subject, offer)[0];
}
