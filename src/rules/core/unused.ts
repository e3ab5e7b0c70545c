import { internal } from '../cites/core.ts';
import type { Draft, PolicyRule, ProductSubject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const unused: PolicyRule = {
  id: 'core/unused',
  about: 'product',
  severity: 'info',
  summary: 'A policy of the product names every company and contact that product.yaml lists.',
  why: 'What only a file says tells readers nothing, and whoever edits that file believes that they were told.',
  cites: [internal('What is declared is shown to those it is for')],
  examples: {
    ok: {
      product: yaml`
        contacts:
          help: { label: Help, email: help@shop.example }
      `,
      policy: yaml`
        sections:
          - title: Contact
            content: [contact: help]
      `,
    },
    notOk: {
      product: yaml`
        contacts:
          help: { label: Help, email: help@shop.example }
      `,
      problem: {
        at: 'product.yaml:2:3',
        message: '“Help” stands in `contacts`, and no policy of the product names it.',
      },
    },
  },
  *check(product: ProductSubject): Iterable<Draft> {
    const { written, policies } = product;
    if (policies.length === 0) return;
    const officers = officersOf(written);
    for (const list of ['contacts', 'vendors'] as const)
      for (const [id, entry] of Object.entries(written[list] ?? {})) {
        if (policies.some(({ policy }) => policy.facts[list][id] !== undefined)) continue;
        const shown = 'label' in entry ? entry.label : (entry.name ?? id);
        if (officers.has(id) || isWritten([shown, entry.name ?? shown], product)) continue;
        yield {
          at: { in: 'product', path: [list, id] },
          message: `“${shown}” stands in \`${list}\`, and no policy of the product names it.`,
          help: 'Name it where readers look for it, or delete the entry.',
          each: {
            name: `“${shown}”`,
            all: (names) => `${names} stand in \`${list}\`, and no policy of the product names them.`,
          },
        };
      }
  },
};

function isWritten(words: readonly string[], { policies }: ProductSubject): boolean {
  return policies.some(({ texts }) => texts.some(({ text }) => words.some((one) => text.includes(one))));
}

// Whether these are shown is asked by core/contact-unshown.
function officersOf({
  dpo,
  representatives,
  authorities,
}: ProductSubject['written']): ReadonlySet<string | undefined> {
  const areas = typeof representatives === 'object' ? Object.values(representatives) : [];
  return new Set([dpo, ...areas, ...Object.values(authorities ?? {})]);
}
