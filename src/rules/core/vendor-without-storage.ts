import { providersOf } from '../../disclosures/cookies/page.ts';
import { oncePer } from '../../memory.ts';
import { listed } from '../../text/listed.ts';
import { internal } from '../cites/core.ts';
import { isNegated, titleAbove } from '../english/claims.ts';
import { sentencesOf } from '../english/sentences.ts';
import { acrossLines, isEnglish } from '../english/written-texts.ts';
import { allSections } from '../facts/placed-sections.ts';
import { storedByProduct, vendorName } from '../facts/storage.ts';
import type { Draft, PolicyRule, ProductSubject, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const vendorWithoutStorage: PolicyRule = {
  id: 'core/vendor-without-storage',
  about: 'policy',
  severity: 'warning',
  summary: 'A company that is said to set cookies has at least one in the list.',
  why: 'A reader who finds the company named looks for its cookies, and for how long they stay.',
  kinds: ['cookie-policy'],
  cites: [internal('Who is said to set cookies is in the list of cookies')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          visits: { name: visits, provider: tally }
        sections:
          - title: Cookies of others
            content: ["{{ vendors.tally.name }} sets cookies."]
      `,
      product: yaml`
        vendors:
          tally: { name: Tally }
          pay: { name: Pay Ltd }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          visits: { name: visits, provider: tally }
        sections:
          - title: Cookies of others
            content: ["{{ vendors.tally.name }} and {{ vendors.pay.name }} set cookies."]
      `,
      product: yaml`
        vendors:
          tally: { name: Tally }
          pay: { name: Pay Ltd }
      `,
      problem: {
        at: 'policy.yaml:5:45',
        message: 'Pay Ltd is named among those who set cookies, and none of its cookies is listed.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const stored = storedByProduct(product);
    const involved = involvedIn(product);
    const named = isEnglish(policy) ? [...mentions(subject)].filter(([id]) => !involved.has(id)) : [];
    const help = 'List what it stores under `cookies` with its `provider`, or say that it stores nothing.';
    if (stored.length > 0) {
      for (const [id, at] of named)
        yield {
          at,
          message: `${vendorName(product, id)} is named among those who set cookies, and none of its cookies is listed.`,
          help,
        };
      return;
    }
    // Where nothing is listed at all, one finding says so for all of them.
    const [first] = named;
    if (!first) return;
    const all = named.map(([id]) => vendorName(product, id));
    const names = all.length > 6 ? [...all.slice(0, 5), `${all.length - 5} more`] : all;
    yield {
      at: first[1],
      message: `${listed(names)} ${names.length === 1 ? 'is' : 'are'} named among those who set cookies, and no cookie is listed.`,
      help,
    };
  },
};

// Who sets or reads something that is listed.
const involvedIn = oncePer(
  (product: ProductSubject): ReadonlySet<string | undefined> =>
    new Set(
      storedByProduct(product).flatMap(({ cookie }) => [...providersOf(cookie), ...(cookie.access ?? [])]),
    ),
);

// Vendors with the first place that names them as setting cookies.
function mentions(subject: Subject): Map<string, Spot> {
  const first = new Map<string, Spot>();
  for (const [id, at] of [...inTexts(subject), ...inBlocks(subject)]) if (!first.has(id)) first.set(id, at);
  return first;
}

function inTexts(subject: Subject): [string, Spot][] {
  return subject.texts
    .filter(({ path }) => path[0] === 'sections')
    .flatMap((text) => {
      const title = titleAbove(subject, text);
      return sentencesOf(text)
        .filter(({ words }) => saysWhoSets(title, words))
        .flatMap(({ words, offset }) =>
          [...words.matchAll(/\{\{\s*vendors\.([^.\s}]+)\.[^}]*\}\}/g)].map(
            ({ 0: { length }, 1: id = '', index }): [string, Spot] => [
              id,
              { path: text.path, mark: { offset: offset + index, length } },
            ],
          ),
        );
    });
}

function inBlocks({ policy }: Subject): [string, Spot][] {
  return allSections(policy.sections)
    .filter(({ section }) => isAboutOthers(section.title))
    .flatMap(({ section, path }) =>
      section.content.flatMap((block, index) => {
        const ids = block.type === 'inventory' && block.of === 'vendors' ? block.ids : [];
        return ids.map((id): [string, Spot] => [id, { path: [...path, 'content', index] }]);
      }),
    );
}

function saysWhoSets(title: string, sentence: string): boolean {
  if (isNegated(sentence)) return false;
  // What a company sets on pages of its own is its own affair.
  if (/\bown (?:pages?|web ?sites?|sites?|domains?)\b/i.test(sentence)) return false;
  const isAboutCookies = /\bcookies?\b/i.test(`${title} ${sentence}`);
  return isAboutOthers(title) || (isAboutCookies && sets.test(sentence));
}

const sets = acrossLines(/(?<!\bthe )\b(?:sets?|places?) (?:[\w-]+ ){0,3}cookies?\b|\b(?:set|placed) by\b/i);

function isAboutOthers(title: string): boolean {
  return /\bthird[- ]part\w+ (?:web ?site )?cookies\b|\bcookies (?:of|from|by|set by|placed by) (?:others|third parties|other companies)\b/i.test(
    title,
  );
}
