import type { Category } from '../../../schemas/disclosures/categories.ts';
import { providersOf } from '../../disclosures/cookies/page.ts';
import type { YamlPath } from '../../read/places.ts';
import { opinionOnExemptions } from '../cites/cookies.ts';
import { directive } from '../cites/eprivacy.ts';
import { affirmed, affirms } from '../english/claims.ts';
import { quotable } from '../english/quotable.ts';
import {
  advertisingWords,
  analyticsWords,
  claimOfStrict,
  isAboutChoice,
  spotOf,
  storedBy,
  strictCategories,
  vendorName,
} from '../facts/storage.ts';
import type { Draft, PolicyRule, Spot, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const necessaryWithAnalytics: PolicyRule = {
  id: 'core/necessary-with-analytics',
  about: 'policy',
  severity: 'error',
  summary: 'A category that cannot be refused holds nothing for analytics or advertising.',
  why: 'Counting and advertising serve the site, not the visitor who asked for a page; readers expect a choice about them.',
  cites: [directive, opinionOnExemptions],
  examples: {
    ok: {
      policy: yaml`
        categories:
          needed: { label: Strictly necessary }
          visits: { label: Analytics }
        cookies:
          visitor: { name: visitor, category: visits, purpose: Counts visits for our analytics. }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          needed: { label: Strictly necessary }
          visits: { label: Analytics }
        cookies:
          visitor: { name: visitor, category: needed, purpose: Counts visits for our analytics. }
      `,
      problem: {
        at: 'policy.yaml:5:56',
        message: '“Strictly necessary” is presented as necessary, and holds “Counts visits” (`visitor`).',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const [id, category] of strictCategories(subject.policy)) {
      // Two exceptions from consent are for statistics themselves.
      const words = isForStatistics(category) ? advertisingWords : bothWords;
      for (const { at, what } of foundIn(id, words, subject))
        yield {
          at,
          message: `“${category.label}” ${claimOfStrict(category)}, and holds ${what}.`,
          help: 'Move it to a category that visitors can refuse, or name the exception from consent that covers it in `exemption`.',
          related: [{ at: { path: ['categories', id, 'label'] }, message: 'The category is named here.' }],
          each: {
            name: what,
            all: (names) => `“${category.label}” ${claimOfStrict(category)}, and holds ${names}.`,
          },
        };
    }
  },
};

const bothWords = new RegExp(`${analyticsWords.source}|${advertisingWords.source}`, 'i');

function isForStatistics({ exemption }: Category): boolean {
  return exemption === 'statistical' || exemption === 'audience-fr';
}

function foundIn(id: string, words: RegExp, subject: Subject): { at: Spot; what: string }[] {
  const isMeant = ({ path, text }: WrittenText) => isOf(path, id) && !isAboutChoice(text);
  const inCategory = affirmed(subject, words, isMeant).map((match) => ({
    at: match.at,
    what: `“${quotable(match.words)}”`,
  }));
  const inCookies = storedBy(subject)
    .filter(({ cookie }) => cookie.category === id && !isAboutChoice(cookie.purpose ?? ''))
    .flatMap((stored) => {
      const { name, purpose } = stored.cookie;
      const [match] = affirmed(
        subject,
        words,
        ({ path }) => path.join('.') === `cookies.${stored.id}.purpose`,
      );
      if (match) return [{ at: match.at, what: `“${quotable(match.words)}” (\`${name}\`)` }];
      // Where the entry has no purpose, what its provider does is all there is.
      const vendors = subject.product.written.vendors ?? {};
      const doesOf = (id: string) => vendors[id]?.does ?? '';
      const provider = providersOf(stored.cookie).find((id) => affirms(doesOf(id), words));
      if (purpose !== undefined || provider === undefined) return [];
      const [does, at] = [doesOf(provider), spotOf(stored, subject, 'provider')];
      return [{ at, what: `\`${name}\` of ${vendorName(subject.product, provider)} (“${does}”)` }];
    });
  return [...inCategory, ...inCookies];
}

function isOf([inventory, id, key]: YamlPath, category: string): boolean {
  return inventory === 'categories' && id === category && (key === 'description' || key === 'examples');
}
