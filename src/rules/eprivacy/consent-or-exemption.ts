import { labelsOf, placeAmong } from '../cookie-words.ts';
import { directive, pecr, storageLaw } from '../eprivacy-cites.ts';
import { entriesOf } from '../inventory.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';

export const consentOrExemption: PolicyRule = {
  id: 'eprivacy/consent-or-exemption',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'Each category of cookies waits for consent, or names the exception it falls under.',
  why: 'A reader learns which cookies wait for an answer, and why the others do not.',
  cites: [directive, pecr],
  examples: {
    ok: {
      policy:
        'categories:\n  essential:\n    label: Essential\n    consent: exempt\n' +
        '    because: they keep the cart you asked for\n',
    },
    notOk: {
      policy: 'categories:\n  essential:\n    label: Essential\n    consent: exempt\n',
      problem: {
        at: 'policy.yaml:4:14',
        message:
          'Directive 2002/58/EC Art. 5(3) allows storage without consent in named cases; “Essential” is exempt and names none.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const law = storageLaw(product);
    const silent = entriesOf(policy.facts.categories).filter(([, { exemption }]) => exemption === undefined);
    const open = silent.filter(([, { consent }]) => consent === undefined);
    if (open.length > 0)
      yield {
        at: { path: placeAmong('categories', open) },
        message: `${law} asks for consent, or for one of its exceptions; which of the two holds for ${labelsOf(open, 'or')} is not stated.`,
        help: 'Add `consent: required`, or `consent: exempt` with `because:` or `exemption:`, to each category.',
      };
    for (const [id, { label, consent, because }] of silent) {
      if (consent === 'exempt' && because === undefined)
        yield {
          at: { path: ['categories', id, 'consent'] },
          message: `${law} allows storage without consent in named cases; “${label}” is exempt and names none.`,
          help: 'Add `because:` with the reason in words, or `exemption:` with the exception that is meant.',
        };
    }
  },
};
