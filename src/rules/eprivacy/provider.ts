import { providersOf } from '../../disclosures/cookies/page.ts';
import { cnil, ico, isUnderDirective, planet49 } from '../cites/eprivacy.ts';
import { entriesOf } from '../facts/entries.ts';
import { placeOfEntries } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const provider: PolicyRule = {
  id: 'eprivacy/provider',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'Each cookie states who sets it, and another company comes with a link to its own policy.',
  why: 'What happens to the data after another company has it stands in the policy of that company.',
  cites: [planet49, cnil, ico],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          video: { name: player, provider: clips }
      `,
      product: yaml`
        vendors:
          clips: { name: Clips, policy: "https://clips.example/privacy" }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          video: { name: player, provider: clips }
      `,
      product: yaml`
        vendors:
          clips: { name: Clips }
      `,
      problem: {
        at: 'policy.yaml:2:36',
        message:
          'CNIL guidance expects a reader to find out about the companies that set cookies; ' +
          'there is no link to the policy of Clips.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const expects = expecting(product);
    const all = entriesOf(policy.facts.cookies);
    const unset = all.filter(([, { provider: who }]) => who === undefined);
    if (unset.length > 0)
      yield* gapIn(subject, {
        ...placeOfEntries(
          'cookies',
          unset.map(([id]) => [id, {}]),
          { of: all.length, also: 'No `provider:` here.' },
        ),
        asks: `${expects} each cookie to name who sets it`,
        unsaid: `who sets ${namesOf(
          unset.map(([, { name }]) => `\`${name}\``),
          'or',
        )}`,
        fill: 'add `provider` there',
        help: 'Add `provider:` with `self`, or with the id of a company in `vendors` of product.yaml.',
        topic: 'storageSetter',
      });
    const vendors = product.written.vendors ?? {};
    const isUnlinked = (id: string) =>
      isWithoutPolicy(id, vendors) && !isLinked(subject, vendors[id]?.name ?? id);
    const setters = all.filter(([, cookie]) => providersOf(cookie).some(isUnlinked));
    const ids = [...new Set(setters.flatMap(([, cookie]) => providersOf(cookie).filter(isUnlinked)))];
    const [first] = setters;
    if (!first) return;
    yield {
      at: { path: ids.length === 1 ? ['cookies', first[0], 'provider'] : ['cookies'] },
      message: `${expects} a reader to find out about the companies that set cookies; there is no link to the policy of ${namesOf(
        ids.map((id) => vendors[id]?.name ?? id),
        'or',
      )}.`,
      help: 'Add `policy:` with the address of its privacy policy to the vendor, in product.yaml or vendors.yaml.',
      related: ids.map((id) => ({
        at: { in: 'product', path: ['vendors', id] },
        message: 'No `policy:` here.',
      })),
    };
  },
};

/** The guidance that a message names, by the laws a product has declared. */
function expecting(product: ProductSubject): string {
  if (!isUnderDirective(product)) return 'ICO guidance expects';
  return product.written.regimes?.includes('pecr') ? 'CNIL and ICO guidance expect' : 'CNIL guidance expects';
}

// "See the privacy policy of Google", with a link there.
function isLinked({ texts }: Subject, name: string): boolean {
  const [first = name] = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return texts.some(({ text }) =>
    [...text.matchAll(/\[([^\]]*)\]\((https?:[^)\s]*)\)|<(https?:[^>\s]*)>/g)].some(([link]) => {
      const words = link.toLowerCase();
      return words.includes(first) && /polic|priva|datenschutz|confidential|legal/.test(words);
    }),
  );
}

function isWithoutPolicy(id: string, vendors: Record<string, { policy?: string | undefined }>): boolean {
  return id !== 'self' && vendors[id]?.policy === undefined;
}
