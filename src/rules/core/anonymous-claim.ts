import type { YamlPath } from '../../core/read/places.ts';
import type { ResolvedPolicy } from '../../core/resolve/resolve.ts';
import { entriesOf } from '../inventory.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { sentenceAt } from '../sentences.ts';
import { matches, type WrittenText } from '../texts.ts';

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
      checked: 'read',
    },
  ],
  examples: {
    ok: {
      policy:
        'categories:\n  visits: { label: Visits, description: We know your device by an identifier. }\n',
    },
    notOk: {
      policy:
        'categories:\n  visits: { label: Visits, description: Anonymous data under an identifier of your device. }\n',
      problem: {
        at: 'policy.yaml:2:41',
        message: 'The text says “Anonymous” beside “identifier”, which tells one visitor from another.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { at, words, text } of matches(subject, /\banonymous(ly)?\b/)) {
      const { words: sentence } = sentenceAt(text.text, at.mark?.offset ?? 0);
      if (/\b(not|never|n['’]t|aggregated?|totals|statistic(s|al))\b/i.test(sentence)) continue;
      const evidence = evidenceAround(text, subject);
      if (!evidence) continue;
      yield {
        at,
        message: `The text says “${words}” beside “${evidence.toLowerCase()}”, which tells one visitor from another.`,
        help: 'Say what is known of a visitor and what is not, such as “without your name”, or keep totals only.',
      };
    }
  },
};

const singlesOut =
  /\b((user|visitor|client|device|advertising|customer|session)[ _-]?ids?|identifiers?|IP address(es)?|session[- ](recordings?|replays?|lengths?|durations?)|(how long )?(your )?sessions? lasts?|cross-device|fingerprint(s|ing)?|user[- ]journeys?|behaviou?r(al)? analysis|heat-?maps?)\b/i;
const identifying = /(^|[_.-])(u?u?id|user|visitor|client)([_.-]|$)|^_ga|^_fbp|^mp_|^_hj/i;

function evidenceAround(text: WrittenText, { policy }: Subject): string | undefined {
  const own = singlesOut.exec(text.text)?.[0];
  if (own) return own;
  const [inventory, id] = text.path;
  if (inventory === 'categories') return evidenceOfCategory(String(id), policy);
  if (inventory !== 'sections') return evidenceIn(policy.facts, text.path.slice(0, 2));
  return undefined;
}

function evidenceOfCategory(id: string, { facts }: ResolvedPolicy): string | undefined {
  const cookie = entriesOf(facts.cookies).find(
    ([, { category, name }]) => category === id && identifying.test(name),
  );
  return evidenceIn(facts, ['categories', id]) ?? cookie?.[1].name;
}

/** The words in an entry of an inventory that tell one person from another. */
function evidenceIn(facts: ResolvedPolicy['facts'], [inventory, id]: YamlPath): string | undefined {
  const all = Object.entries(facts).find(([name]) => name === inventory)?.[1];
  const entry = typeof all === 'object' ? Object.entries(all).find(([key]) => key === id)?.[1] : undefined;
  return singlesOut.exec(JSON.stringify(entry ?? ''))?.[0];
}
