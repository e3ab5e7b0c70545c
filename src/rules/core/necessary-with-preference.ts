import type { Category } from '../../../schemas/disclosures/categories.ts';
import { listed } from '../../text/listed.ts';
import { opinionOnExemptions } from '../cites/cookies.ts';
import { directive } from '../cites/eprivacy.ts';
import { affirmed } from '../english/claims.ts';
import { quotable } from '../english/quotable.ts';
import type { Match } from '../english/written-texts.ts';
import { claimOfStrict, strictCategories } from '../facts/storage.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const necessaryWithPreference: PolicyRule = {
  id: 'core/necessary-with-preference',
  about: 'policy',
  severity: 'warning',
  summary:
    'A category that cannot be refused and holds preferences, such as a theme or a language, says what exempts them.',
  why: 'Preferences are counted among what a visitor asked for only where the visitor did ask; the text should say so.',
  cites: [directive, opinionOnExemptions],
  examples: {
    ok: {
      policy: yaml`
        categories:
          needed:
            label: Strictly necessary
            examples: [signing in, dark mode]
            because: You switch dark mode on yourself.
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          needed:
            label: Strictly necessary
            examples: [signing in, dark mode]
      `,
      problem: {
        at: 'policy.yaml:4:28',
        message:
          '“Strictly necessary” is presented as necessary, and holds “dark mode” without saying what exempts it from consent.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const [id, category] of strictCategories(subject.policy)) {
      if (hasGround(category)) continue;
      const found = affirmed(subject, preferences, (text) => belongsTo(text, id, subject));
      const [first, ...rest] = found;
      if (!first) continue;
      const words = [...new Set(found.map((match) => `“${quotable(match.words)}”`))];
      yield {
        at: first.at,
        message: `“${category.label}” ${claimOfStrict(category)}, and holds ${listed(words)} without saying what exempts ${words.length === 1 ? 'it' : 'them'} from consent.`,
        help: 'Move it to a category of its own that visitors can refuse, or say in `because` and `exemption` why it needs no consent.',
        related: rest.map((match: Match) => ({
          at: match.at,
          message: `“${quotable(match.words)}” is named here.`,
        })),
      };
    }
  },
};

const preferences =
  /\b(?:dark|light)(?:(?: or |\/)(?:dark|light))? (?:mode|theme|pages?)\b|\bthemes?\b|\bcolou?r scheme\b|\blanguage(?: and region)?\b|\bregion\b|\bcurrency\b|\btime ?zone\b|\bfont size\b|\bdisplay (?:settings|preferences)\b/;

function hasGround({ because, exemption }: Category): boolean {
  return because !== undefined || exemption === 'requested' || exemption === 'appearance';
}

function belongsTo(
  { path: [inventory, id = '', key] }: WrittenText,
  category: string,
  { written }: Subject,
): boolean {
  if (inventory === 'categories') return id === category && (key === 'description' || key === 'examples');
  if (inventory !== 'cookies' || key !== 'purpose' || !written.cookies || written.cookies === 'none')
    return false;
  return written.cookies[id]?.category === category;
}
