import type { Vendor } from '../../../schemas/vendor.ts';
import { listed } from '../../text/listed.ts';
import { entriesOf } from '../facts/entries.ts';
import { shownVendors } from '../facts/shown-vendors.ts';
import type { Cite, Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

const clauses: Cite = {
  text: 'Decision (EU) 2021/914, Annex III of the clauses',
  url: 'https://eur-lex.europa.eu/eli/dec_impl/2021/914/oj',
  basis: 'guidance',
  checked: 'memory',
};

export const subProcessorDetails: PolicyRule = {
  id: 'gdpr/sub-processor-details',
  about: 'policy',
  severity: 'info',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['sub-processors'],
  summary: 'A list of sub-processors says which company each one is, where it is and what it does.',
  why: 'A customer decides about a sub-processor by who answers for it, where the data goes and what for.',
  cites: [clauses],
  examples: {
    ok: {
      policy: yaml`
        kind: sub-processors
        sections:
          - title: Who they are
            content: [vendors: all]
      `,
      product: yaml`
        vendors:
          plume: { name: Plume, legal: Plume GmbH, places: [DE], does: counts visits }
      `,
    },
    notOk: {
      policy: yaml`
        kind: sub-processors
        sections:
          - title: Who they are
            content: [vendors: all]
      `,
      product: yaml`
        vendors:
          plume: { name: Plume, does: counts visits }
      `,
      problem: {
        at: 'product.yaml:2:3',
        message:
          'The list of sub-processors in the clauses of Decision (EU) 2021/914 has the name, place and task of each; no field says the company behind Plume or where it processes data.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const shown = shownVendors(policy);
    for (const [id, vendor] of entriesOf(product.written.vendors)) {
      const missing = shown.has(id) ? missingOf(vendor) : [];
      if (missing.length === 0) continue;
      const { name = id } = vendor;
      const gap = (names: string) =>
        `${asks}; no field says ${listed(
          missing.map((one) => words[one](names)),
          'or',
        )}.`;
      yield {
        at: { in: 'product', path: ['vendors', id] },
        message: gap(name),
        help: `Add ${listed(missing.map((one) => `\`${one}:\``))} to the vendor, in product.yaml or vendors.yaml.`,
        each: { name, all: gap },
      };
    }
  },
};

const asks =
  'The list of sub-processors in the clauses of Decision (EU) 2021/914 has the name, place and task of each';

const words = {
  legal: (name: string) => `the company behind ${name}`,
  places: () => 'where it processes data',
  does: () => 'what it does',
};

// A name that ends with the form of a company is a company's.
const isCompany =
  /\b(Inc|LLC|LLP|Ltd|Limited|GmbH|B\.?V|N\.?V|S\.?A|SAS|SARL|S\.?r\.?l|S\.?p\.?A|Corp|Corporation|AG|AB|A\/S|ApS|AS|Oy|PLC|Pty|KK|SE|e\.?V|Kft|s\.?r\.?o)\b\.?/;

function missingOf({ name = '', legal, country, places, addresses, does }: Partial<Vendor>) {
  return [
    ...(legal || isCompany.test(name) ? [] : (['legal'] as const)),
    ...(country || places || addresses ? [] : (['places'] as const)),
    ...(does ? [] : (['does'] as const)),
  ];
}
