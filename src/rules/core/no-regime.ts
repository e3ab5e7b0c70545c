import { internal } from '../cites/core.ts';
import type { Draft, PolicyRule, ProductSubject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const noRegime: PolicyRule = {
  id: 'core/no-regime',
  about: 'product',
  severity: 'info',
  summary: 'A product declares the laws its policies are checked against.',
  why: 'Without a declared regime only the rules about consistency run, and nobody notices what was not looked for.',
  cites: [
    internal(
      'A report says what was looked for, and what was not',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_24',
    ),
  ],
  examples: {
    ok: {
      product: yaml`
      name: Shop
      regimes: [gdpr, eprivacy]
    `,
    },
    notOk: {
      product: yaml`
        name: Shop
      `,
      problem: {
        at: 'product.yaml:1:1',
        message: 'No regime is declared, so only the rules about consistency run.',
      },
    },
  },
  *check({ written: { regimes } }: ProductSubject): Iterable<Draft> {
    // An empty list is an answer: it says that no regime is meant.
    if (regimes) return;
    yield {
      at: { in: 'product', path: ['regimes'] },
      message: 'No regime is declared, so only the rules about consistency run.',
      help: 'Add `regimes:` to product.yaml with the laws counsel names, or `regimes: []` if none is meant.',
    };
  },
};
