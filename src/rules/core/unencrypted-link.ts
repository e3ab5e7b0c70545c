import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const unencryptedLink: PolicyRule = {
  id: 'core/unencrypted-link',
  about: 'product',
  severity: 'info',
  summary: 'Links lead to addresses with https.',
  why: 'On the way to an address with http, others can read what is looked up there, and change what is shown.',
  cites: [
    internal(
      'Security of personal data: GDPR Art. 32(1)',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_32',
    ),
  ],
  examples: {
    ok: {
      product: yaml`
        vendors:
          tally: { name: Tally, policy: https://tally.example/privacy }
      `,
    },
    notOk: {
      product: yaml`
        vendors:
          tally: { name: Tally, policy: http://tally.example/privacy }
      `,
      problem: {
        at: 'product.yaml:2:33',
        message: '“http://tally.example/privacy” is an address without https.',
      },
    },
  },
  *check(product: ProductSubject): Iterable<Draft> {
    for (const [id, vendor] of Object.entries(product.written.vendors ?? {}))
      for (const key of ['policy', 'optOut'] as const)
        if (vendor[key]?.startsWith('http:'))
          yield { at: { in: 'product', path: ['vendors', id, key] }, ...saidOf(vendor[key]) };
    for (const policy of product.policies) yield* inTexts(policy);
  },
};

function* inTexts({ slug, texts }: Subject): Iterable<Draft> {
  for (const { path, text } of texts)
    for (const { index: offset, 0: words } of text.matchAll(address)) {
      const at = { in: { policy: slug }, path, mark: { offset, length: words.length } };
      yield { at, ...saidOf(words) };
    }
}

const address = /\bhttp:\/\/[^\s<>()[\]`"']*[\w/]/g;

function saidOf(words: string): Pick<Draft, 'message' | 'help' | 'each'> {
  const name = `“${quotable(words)}”`;
  return {
    message: `${name} is an address without https.`,
    each: { name, all: (names) => `${names} are addresses without https.` },
    help: 'Try the same address with https://, and write that where it works: without it, an address in the text is no link.',
  };
}
