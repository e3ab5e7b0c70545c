import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { listed } from '../../text/listed.ts';
import { directive, ico, pecr, storageLaw } from '../cites/eprivacy.ts';
import { isNegated } from '../english/claims.ts';
import { likelyStatement } from '../english/likely.ts';
import { quotable } from '../english/quotable.ts';
import { sentenceAt } from '../english/sentences.ts';
import { type Match, matches } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const nonCookieTech: PolicyRule = {
  id: 'eprivacy/non-cookie-tech',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary:
    'Pixels, local storage, SDKs and the like are listed as cookies are, where the text says they are used.',
  why: 'What is kept or read without a cookie is the same to a reader: it has a name, a purpose and a time too.',
  cites: [
    {
      text: 'EDPB Guidelines 2/2023',
      url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/guidelines-22023-technical-scope-art-53-eprivacy-directive_en',
      basis: 'guidance',
      checked: 'secondary',
    },
    { ...directive, checked: 'secondary' },
    { ...pecr, checked: 'secondary' },
    ico,
  ],
  examples: {
    ok: {
      policy: yaml`
        lead: We use cookies and local storage.
        cookies:
          theme: { name: shop.theme, type: local-storage }
      `,
    },
    notOk: {
      policy: yaml`
        lead: We use cookies and local storage.
        cookies:
          cart: { name: shop_cart }
      `,
      problem: {
        at: 'policy.yaml:1:26',
        message:
          'Directive 2002/58/EC Art. 5(3) covers more than cookies; the text names “local storage”, and no entry of `cookies` is of that kind.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { cookies } = subject.policy.facts;
    // Where the list itself stands in prose, so may these.
    if (entriesOf(cookies).length === 0 && likelyStatement(subject, 'storageList')) return;
    const types = new Set(entriesOf(cookies).map(([, { type }]) => type));
    const found = technologies
      .filter(({ as }) => !as.some((type) => types.has(type)))
      .flatMap(({ words }) => matches(subject, words).find(saysUse) ?? []);
    const [first, ...others] = inOrder(found, subject);
    if (!first) return;
    const names = [first, ...others].map(({ words }) => `“${quotable(words)}”`);
    yield {
      at: first.at,
      message: `${storageLaw(subject.product)} covers more than cookies; the text names ${listed(names)}, and no entry of \`cookies\` is of ${others.length > 0 ? 'these kinds' : 'that kind'}.`,
      help: 'Add each one to `cookies` with its `name`, `type` (such as `local-storage` or `beacon`), purpose and time.',
      related: others.map(({ at, words }) => ({ at, message: `“${quotable(words)}” is named here.` })),
    };
  },
};

const technologies: readonly { words: RegExp; as: readonly Cookie['type'][] }[] = [
  {
    words:
      /\b(?:(?:web|tracking) )?beacons?\b|(?<!\b(?:meta|facebook|tiktok|twitter|x|linkedin|pinterest|snap|reddit|google) )\b(?:tracking )?pixels?(?: tags?)?\b|\bclear gifs?\b/,
    as: ['pixel', 'beacon'],
  },
  {
    words: /\blocal (?:browser )?storage\b|\blocalStorage\b/,
    as: ['local-storage', 'session-storage', 'indexed-db'],
  },
  { words: /\bsession storage\b|\bsessionStorage\b/, as: ['session-storage'] },
  { words: /\bIndexedDB\b/, as: ['indexed-db'] },
  { words: /\bSDKs?\b|\bsoftware development kits?\b/, as: ['sdk'] },
  { words: /\b(?:device|browser) fingerprint(?:s|ing)?\b/, as: ['device-id', 'other'] },
];

// How to get rid of it, or the unit of a screen.
const otherwise =
  /\b(?:clear(?:ing)?|delet(?:e|ing)|block(?:ing)?|(?:in|of|\d+)\s+pixels|resolution|(?:screen|image)\s+size)\b/i;

/** Whether a technology is said to be in use, not only explained, cleared or denied. */
function saysUse({ at, text }: Match): boolean {
  if (text.path.includes('definitions')) return false;
  const sentence = sentenceOrItem(text.text, at.mark?.offset ?? 0);
  if (isNegated(sentence) || otherwise.test(sentence)) return false;
  if (text.path[0] === 'lead') return true;
  const isOurs = /\b(?:we|our|us)\b|\{\{\s*name\s*\}\}/i.test(sentence);
  return (
    isOurs &&
    /\b(?:us(?:e|es|ed|ing)|sets?|plac(?:e|es|ed)|stor(?:e|es|ed)|keeps?|rel(?:y|ies)|employs?)\b/i.test(
      sentence,
    )
  );
}

/** The sentence around an offset; for an item of a list, with the line that leads into the list. */
function sentenceOrItem(text: string, at: number): string {
  const { words, offset } = sentenceAt(text, at);
  if (!item.test(words)) return words;
  const before = text.slice(0, offset).split('\n');
  const lead = before.findLast((line) => line.trim() !== '' && !item.test(line)) ?? '';
  return lead.trimEnd().endsWith(':') ? `${lead} ${words}` : words;
}

const item = /^\s*[-*+] /;

function inOrder(found: readonly Match[], { texts }: Subject): Match[] {
  const orderOf = ({ at, text }: Match) => texts.indexOf(text) * 100_000 + (at.mark?.offset ?? 0);
  return [...found].sort((a, b) => orderOf(a) - orderOf(b));
}
