import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { providersOf } from '../../disclosures/cookies/page.ts';
import type { YamlPath } from '../../read/places.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { isNegated } from '../english/claims.ts';
import { sentenceAt, sentencesOf } from '../english/sentences.ts';
import { matches } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const anonymousClaim: PolicyRule = {
  id: 'core/anonymous-claim',
  about: 'policy',
  severity: 'warning',
  summary:
    'Data that is called anonymous tells nobody apart: no identifiers, no recorded sessions, no path of one visitor.',
  why: 'Readers stop asking about data that is anonymous; what follows one visitor from page to page still concerns them.',
  cites: [
    {
      text: 'GDPR recital 26, on singling out',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#rct_26',
      basis: 'statute',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        categories:
          visits: { label: Visits, description: We know your device by an identifier. }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          visits: { label: Visits, description: Anonymous data under an identifier of your device. }
      `,
      problem: {
        at: 'policy.yaml:2:41',
        message: 'The text says “Anonymous” beside “identifier”, which tells one visitor from another.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { at, words, text } of matches(subject, claimed)) {
      const { words: sentence } = sentenceAt(text, at.mark?.offset ?? 0);
      if (isNegated(sentence)) continue;
      const listed = identifierListed(text, sentence, subject);
      const evidence = isOtherwise(sentence) ? listed : (evidenceAround(text, sentence, subject) ?? listed);
      if (!evidence) continue;
      const said = (names: string) =>
        `The text says “${words}” beside ${names}, which tells one visitor from another.`;
      yield {
        at,
        message: said(`“${evidence}”`),
        each: { name: `“${evidence}”`, all: said },
        help: 'Say what is known of a visitor and what is not, such as “without your name”, or keep totals only.',
      };
    }
  },
};

// What was made anonymous afterwards is another claim: only what is called so counts.
const claimed =
  /\banonymous(ly)?\b|\banonymi[sz]ed (data|information|statistics|form|way|manner|basis|analytics|usage|visitor|reports?|user|insights?|identifiers?)\b/;

/** The identifier that an entry of the list is, or that the sentence speaks of: by its name, or by the company that sets it. */
function identifierListed(
  { path: [inventory, id] }: WrittenText,
  sentence: string,
  { policy, product }: Subject,
): string | undefined {
  const identifiers = entriesOf(policy.facts.cookies).filter(([, { name }]) => identifying.test(name));
  if (inventory === 'cookies') return identifiers.find(([key]) => key === id)?.[1].name;
  const isMeant = (cookie: Cookie) => {
    const companies = providersOf(cookie).flatMap((id) => product.written.vendors?.[id]?.name ?? []);
    return [cookie.name, ...companies].some((name) => sentence.includes(name));
  };
  return identifiers.find(([, cookie]) => isMeant(cookie))?.[1].name;
}

const singlesOut =
  /\b((user|visitor|client|device|advertising|customer|session)[ _-]?ids?|identifiers?|IP address(es)?|session[- ](recordings?|replays?|lengths?|durations?)|(how long )?(your )?sessions? lasts?|cross-device|fingerprint(s|ing)?|user[- ]journeys?|behaviou?r(al)? analysis|heat-?maps?)\b/i;
const identifying = /(^|[_.-])(u?u?id|user|visitor|client)([_.-]|$)|^_ga|^_fbp|^mp_|^_hj/i;

// Totals, what is made anonymous later, and what a person does without a name.
function isOtherwise(sentence: string): boolean {
  return (
    /\b(aggregated?|totals|statistic(s|al)|reports?)\b/i.test(sentence) ||
    /\b(made|makes?|becomes?|render(s|ed)?)\s([\w-]+\s){0,3}anonymous/i.test(sentence) ||
    /\b(you|visitors|users|anyone|people|be\s\w+)\s([\w-]+\s){0,4}anonymously\b/i.test(sentence)
  );
}

// In prose the sentence itself counts: the next one may be about something else. An entry is about one thing.
function evidenceAround(
  { path, text }: WrittenText,
  sentence: string,
  { policy }: Subject,
): string | undefined {
  const [inventory, id] = path;
  if (inventory === 'sections') return evidenceIn(sentence);
  const own = evidenceIn(text) ?? evidenceOfEntry(policy.facts, path.slice(0, 2));
  if (own || inventory !== 'categories') return own;
  return entriesOf(policy.facts.cookies).find(
    ([, { category, name }]) => category === id && identifying.test(name),
  )?.[1].name;
}

/** The words of a text that tell one person from another, and are neither denied nor taken away. */
function evidenceIn(text: string): string | undefined {
  return sentencesOf(text)
    .filter(({ words }) => !isNegated(words) && !removed.test(words))
    .map(({ words }) => singlesOut.exec(words)?.[0].toLowerCase())
    .find((words) => words !== undefined);
}

const removed =
  /\b(anonymi[sz]\w*|shorten\w*|truncat\w*|mask\w*|delet\w*|remov\w*|eras\w*|strip\w*|discard\w*|disconnect\w*|dissociat\w*|decoupl\w*|separate[sd]? from)\b/i;

function evidenceOfEntry(facts: ResolvedPolicy['facts'], [inventory, id]: YamlPath): string | undefined {
  const all = Object.entries(facts).find(([name]) => name === inventory)?.[1];
  const entry = typeof all === 'object' ? Object.entries(all).find(([key]) => key === id)?.[1] : undefined;
  return textsIn(entry)
    .map(evidenceIn)
    .find((words) => words !== undefined);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
