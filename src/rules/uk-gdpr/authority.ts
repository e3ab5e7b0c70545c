import { ukGdpr } from '../cites/gdpr.ts';
import { likelyStatement } from '../english/likely.ts';
import { hasRight } from '../facts/rights.ts';
import { gapAmong } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const authority: PolicyRule = {
  id: 'uk-gdpr/authority',
  about: 'product',
  severity: 'error',
  regimes: ['uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'People in the United Kingdom are told of the authority there.',
  why: 'An authority in another country cannot help them.',
  cites: [ukGdpr('13(2)(d)', 'secondary')],
  examples: {
    ok: {
      product: yaml`
        contacts:
          ico: { label: The Information Commission, url: "https://ico.org.uk/make-a-complaint" }
        authorities: { GB: ico }
      `,
    },
    notOk: {
      product: yaml`
        contacts:
          dpc: { label: Data Protection Commission, url: "https://www.dataprotection.ie" }
        authorities: { IE: dpc }
      `,
      problem: {
        at: 'product.yaml:3:1',
        message:
          'UK GDPR Art. 13(2)(d) lists the right to complain to the Information Commissioner; no field says whom people in the United Kingdom can complain to, and no text seems to.',
      },
    },
  },
  *check({ written: { authorities }, policies }: ProductSubject): Iterable<Draft> {
    const notices = policies.filter(({ policy }) => policy.kind === 'privacy-policy');
    if (authorities?.GB || notices.length === 0 || notices.some(namesAuthority)) return;
    // Where no text tells a right to complain at all, gdpr/complaint says so.
    if (!authorities && !notices.some(tellsComplaint)) return;
    yield gapAmong(notices, {
      at: { in: 'product', path: ['authorities'] },
      asks: 'UK GDPR Art. 13(2)(d) lists the right to complain to the Information Commissioner',
      unsaid: 'whom people in the United Kingdom can complain to',
      fill: 'fill `authorities` of product.yaml',
      help: 'Add the authority to `contacts` of product.yaml, and its id as `GB` to `authorities`.',
      topic: 'complaint',
    });
  },
};

function tellsComplaint(subject: Subject): boolean {
  return hasRight(subject.policy, 'complain') || likelyStatement(subject, 'complaint') !== undefined;
}

// Its name is the same in every language.
function namesAuthority({ texts, policy }: Subject): boolean {
  const labels = Object.values(policy.facts.contacts).map(({ label }) => label);
  return [...labels, ...texts.map(({ text }) => text)].some((text) =>
    /\bInformation\s+Commission(er)?\b|\bICO\b|\bico\.org\.uk\b/.test(text),
  );
}
