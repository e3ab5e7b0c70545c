import { listed } from '../../text/listed.ts';
import { internal } from '../cites/core.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, ProductSubject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const contactDomain: PolicyRule = {
  id: 'core/contact-domain',
  about: 'product',
  severity: 'info',
  summary: 'The e-mail address of a contact lives on a domain of the product or of its company.',
  why: 'An address elsewhere looks like a mistake or a fraud, and readers hesitate to send a request there.',
  cites: [
    internal(
      'Contact details can be told to be those of the company: GDPR Art. 13(1)(a)',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_13',
    ),
  ],
  examples: {
    ok: {
      product: yaml`
        domains: [shop.example]
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example }
      `,
    },
    notOk: {
      product: yaml`
        domains: [shop.example]
        contacts:
          privacy: { label: Privacy desk, email: privacy@stall.example }
      `,
      problem: {
        at: 'product.yaml:3:42',
        message:
          '“Privacy desk” is reached at `stall.example`; the domains of the product are `shop.example`.',
      },
    },
  },
  *check({ written }: ProductSubject): Iterable<Draft> {
    const own = [...(written.domains ?? []), ...(written.url ? [new URL(written.url).hostname] : [])];
    if (own.length === 0) return;
    const company = domainOf(written.controller?.email);
    const others = outsiders(written);
    for (const [id, { label, email }] of entriesOf(written.contacts)) {
      const domain = domainOf(email);
      const isKnown = domain === undefined || [...own, company].some((one) => one && isRelated(one, domain));
      if (isKnown || others.has(id)) continue;
      yield {
        at: { in: 'product', path: ['contacts', id, 'email'] },
        message: `“${label}” is reached at \`${domain}\`; the domains of the product are ${listed([...new Set(own)].map((one) => `\`${one}\``))}.`,
        help: `Correct the address, or add \`${domain}\` to \`domains\` if it is yours.`,
      };
    }
  },
};

function domainOf(email: string | undefined): string | undefined {
  return email?.split('@').at(-1)?.toLowerCase();
}

function isRelated(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

// An authority, a representative or an outside officer has an address of its own.
function outsiders({ authorities, representatives, dpo }: ProductSubject['written']): Set<string> {
  const represented = representatives === undefined || representatives === 'none' ? {} : representatives;
  const all = [...Object.values(authorities ?? {}), ...Object.values(represented), dpo];
  return new Set(all.filter((id) => id !== undefined));
}
