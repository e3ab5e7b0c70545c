import type { Category } from '../../../schemas/disclosures/categories.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { directive, isUnderDirective, pecr, scheduleA1, storageLaw } from '../cites/eprivacy.ts';
import { acrossLines, isEnglish } from '../english/written-texts.ts';
import { labelsOf, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import { allSections } from '../facts/placed-sections.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const consentOrExemption: PolicyRule = {
  id: 'eprivacy/consent-or-exemption',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'Each category of cookies waits for consent, or names the exception it falls under.',
  why: 'A reader learns which cookies wait for an answer, and why the others do not.',
  cites: [directive, pecr, scheduleA1('secondary')],
  examples: {
    ok: {
      policy: yaml`
        categories:
          essential:
            label: Essential
            consent: exempt
            because: they keep the cart you asked for
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          essential:
            label: Essential
            consent: exempt
      `,
      problem: {
        at: 'policy.yaml:4:14',
        message:
          'Directive 2002/58/EC Art. 5(3) allows storage without consent in named cases; no field says which is that of “Essential”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const law = storageLaw(product);
    const categories = entriesOf(policy.facts.categories);
    const silent = categories.filter(
      ([, { exemption, because }]) => exemption === undefined && because === undefined,
    );
    const open = silent.filter(
      ([id, category]) =>
        category.consent === undefined &&
        !says(asked, category, policy) &&
        !isStrictlyNamed(category, policy) &&
        !isSaidBeside(id, policy),
    );
    if (open.length > 0)
      yield* gapIn(subject, {
        at: { path: placeAmong('categories', open) },
        asks: `${law} asks for consent, or for one of its exceptions`,
        unsaid: `which of the two holds for ${labelsOf(open, 'or')}`,
        fill: 'add `consent` to each category',
        help: 'Add `consent: required`, or `consent: exempt` with `because:` or `exemption:`, to each category.',
        topic: 'storageConsent',
      });
    const exempt = silent.filter(
      ([, category]) => category.consent === 'exempt' && !says(necessary, category, policy),
    );
    yield* withoutReason(subject, exempt, law);
    yield* checkExceptions(categories, product);
  },
};

function* withoutReason(
  subject: Subject,
  exempt: readonly [string, Category][],
  law: string,
): Iterable<Draft> {
  const [first, ...others] = exempt;
  if (!first) return;
  const at = (id: string) => ({ path: ['categories', id, 'consent'] });
  yield* gapIn(subject, {
    at: at(first[0]),
    asks: `${law} allows storage without consent in named cases`,
    unsaid: `which is that of ${labelsOf(exempt, 'or')}`,
    fill: 'add `because` or `exemption` there',
    help: 'Add `because:` with the reason in words, or `exemption:` with the exception that is meant.',
    topic: 'storageNecessity',
    ...(others.length > 0 && {
      related: others.map(([id]) => ({ at: at(id), message: 'No case is named here either.' })),
    }),
  });
}

// "Strictly necessary" is the name of an exception.
function isStrictlyNamed({ label }: Category, policy: { language: string }): boolean {
  return isEnglish(policy) && strictly.test(label);
}

const strictly = /\bstrictly (?:necessary|required|needed)\b/i;

// What stands above the table of a category: "These cookies are strictly necessary", "They require your consent".
function isSaidBeside(id: string, policy: ResolvedPolicy): boolean {
  const above = allSections(policy.sections).flatMap(({ section: { content } }) => {
    const shown = content.findIndex(
      (block) => block.type === 'inventory' && block.of === 'cookies' && block.part === id,
    );
    return content.slice(0, Math.max(shown, 0));
  });
  const either = new RegExp(`${asked.source}|${strictly.source}`, 'i');
  return (
    isEnglish(policy) && above.some((block) => block.type === 'prose' && acrossLines(either).test(block.text))
  );
}

function* checkExceptions(
  categories: readonly [string, Category][],
  product: ProductSubject,
): Iterable<Draft> {
  for (const [id, { label, exemption }] of categories) {
    if (exemption === undefined || isException(exemption, product)) continue;
    yield {
      at: { path: ['categories', id, 'exemption'] },
      message: `“${label}” rests on \`${exemption}\`, which is not among the exceptions ${directive.text} names: \`communication\` and \`requested\`.`,
      help: 'Write the exception that applies, or `consent: required`.',
    };
  }
}

const asked = /\bconsent\b|\b(?:if|once|until|unless|after) you (?:have )?(?:agree|accept|allow|opt)/i;
const necessary =
  /\bstrictly (?:necessary|required|needed)\b|\b(?:necessary|needed|required|essential|indispensable) (?:for|to|in order)\b|\b(?:our|the|this) [\w-]+ needs? (?:for|to|in order)\b|\bwithout (?:them|these|it|this)\b|\b(?:cannot|not|n[’']t) (?:work|function|run)\b/i;

function says(words: RegExp, { label, description = '' }: Category, policy: { language: string }): boolean {
  return isEnglish(policy) && acrossLines(words).test(`${label}. ${description}`);
}

// One field holds one exception: where the law it comes from is declared too, it is that law's question.
function isException(exemption: NonNullable<Category['exemption']>, product: ProductSubject): boolean {
  const { regimes = [] } = product.written;
  if (exemption === 'communication' || exemption === 'requested' || !isUnderDirective(product)) return true;
  return regimes.includes(exemption === 'audience-fr' ? 'eprivacy-fr' : 'pecr');
}
