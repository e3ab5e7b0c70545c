import type { ChangeWords, PartName, Parts } from '../change-words.ts';
import { namesOf } from '../field-words.ts';
import { fields } from './fields.ts';

const names = namesOf(fields);

const disclosures: ChangeWords['disclosures'] = {
  controller: 'the company responsible',
  categories: 'categories of cookies',
  cookies: 'cookies and similar technologies',
  consent: 'how consent is given and changed',
  signals: 'browser signals',
  audiences: 'groups of people',
  data: 'the data collected',
  purposes: 'what data is used for',
  recipients: 'who receives data',
  retention: 'how long data is kept',
  rights: 'your rights',
  requests: 'how requests are made and answered',
  transfers: 'data going to other countries',
  security: 'how data is protected',
  children: 'children',
  ai: 'the use of AI models',
  automatedDecisions: 'decisions made by machines alone',
  sale: 'selling and sharing personal data',
  notice: 'how changes are announced',
};

const parts: Record<PartName, string> = {
  audio: 'Recordings of the voice of a child',
  complaints: 'Complaints',
  internalOperations: 'Identifiers of children for internal operations',
  limit: 'The limit of the use of sensitive data',
  manager: 'The place to change a choice',
  optOut: 'The opt-out of sale and sharing',
  parents: 'The rights of parents',
};

const isDisclosure = (name: string) => Object.values(disclosures).includes(name);

type Sentence = (parts: Parts) => string;

const subject = ({ name, field }: Parts) => {
  const what = field ? names[field] : '';
  if (!name) return capital(what);
  return `${isDisclosure(name) ? capital(name) : name}${also(what)}`;
};

// What is so now, and what was: each in a sentence of its own.
const nowAndThen = (now: string, then: string) => `${now}. ${then}.`;

// Where a value came or went there is nothing to compare it with.
const told: Sentence = (parts) => {
  const { before, after, came, went, name, field } = parts;
  const isPlain = parts.said === undefined && parts.inText === undefined;
  if (name && field === 'text' && isPlain && (before === undefined || after === undefined))
    return `${subject({ name })}: the policy ${after === undefined ? `no longer says ${before}` : `now says ${after}`}.`;
  if (before === undefined) return `${subject(parts)}: now stated, ${after}.`;
  if (after === undefined)
    return isPlain
      ? `${subject(parts)}: no longer stated. ${was(before)}.`
      : `${subject(parts)}: no longer stated by itself. ${was(before)}.${asSaid(parts.said)}${asInText(parts)}`;
  const listed = [came && `now also names ${came}`, went && `no longer names ${went}`]
    .filter(Boolean)
    .join('; ');
  if (listed) return `${subject(parts)}: ${listed}.`;
  return before === after
    ? `${subject(parts)}: the words stay, only their look or their links change.`
    : `${subject(parts)}: now ${after}. It was ${before}.`;
};

// A yes or a no by itself is no sentence.
const was = (value: string) => (/^(?:yes|no)$/.test(value) ? `The answer was ${value}` : `It was ${value}`);

const both =
  (sentence: Sentence): Sentence =>
  (parts) =>
    parts.before !== undefined && parts.after !== undefined ? sentence(parts) : told(parts);

const colon = (details: string | undefined) => (details ? `: ${details}` : '');

// A list that one version alone states is told as a whole.
const inBoth =
  (sentence: Sentence): Sentence =>
  (parts) =>
    parts.items === undefined ? told(parts) : sentence(parts);

const behind = (details: string | undefined) => (details ? ` ${details}` : '');

const asSaid = (said: string | undefined) => (said ? ` The policy says of it: ${said}.` : '');

// What the text says may be about something else.
const asInText = ({ inText }: Parts) => (inText ? ` The text says: ${inText}.` : '');

// What no field states any more, a text may say as before.
const orInText =
  (sentence: Sentence): Sentence =>
  (parts) =>
    parts.inText === undefined ? sentence(parts) : told(parts);

const noLonger = (lead: string, noField: string, { name, details, inText }: Parts) =>
  inText
    ? `${noField}${behind(details)} any more: ${name}. The text says it.`
    : `${lead}${behind(details)}: ${name}.`;

const inBrackets = (details: string | undefined) => (details ? ` (${details})` : '');

const also = (details: string | undefined) => (details ? `, ${details}` : '');

const to = (details: string | undefined) => (details ? ` to ${details}` : '');

// What a sentence holds for only, or not for.
const limited = (lead: string, details: string | undefined) => (details ? ` (${lead}: ${details})` : '');

const promisedOf = (which: Parts['which']) => (which === 'material' ? 'important changes' : 'changes');

const announced = ({ after, details, which }: Parts) =>
  `${capital(promisedOf(which))} are now announced${to(details)} ${after} before they bind`;

const noticeThen: Sentence = (parts) => nowAndThen(announced(parts), `It was ${parts.before}`);

// Countries that English names with an article, where the authors have not written one.
const articled =
  /(?<!\bthe )\b(United (?:States|Kingdom|Arab Emirates)|Netherlands|Philippines|Dominican Republic|Bahamas|Gambia|Maldives|Seychelles|Isle of Man|(?:[A-Z]\w+ ){1,2}Islands|EU|EEA|European (?:Union|Economic Area))\b/g;

const withArticle = (places = '') => places.replaceAll(articled, 'the $1');

const textForms: Record<string, string> = {
  cell: 'in a table',
  item: 'in a list',
  paragraph: 'as paragraphs',
};

// Below the title of its section a sentence does not name it.
const inPlace = (name: string | undefined, sentence: string) =>
  name === undefined ? capital(sentence) : `In ${name}, ${sentence}`;

const reads =
  (lead: string): Sentence =>
  ({ name, before, after }) =>
    nowAndThen(inPlace(name, `${lead} ${after ?? 'nothing'}`), `It was ${before ?? 'nothing'}`);

// The same happened to so many texts.
const readsInSome =
  (what: string): Sentence =>
  (parts) =>
    reads(
      parts.items
        ? `${parts.items} texts differ in ${what} alone. The first now reads`
        : `where ${what} alone differ, the text now reads`,
    )(parts);

const livesOn: Sentence = ({ name, before, after }) =>
  nowAndThen(`${name} now lives on ${after}`, `It lived on ${before}`);

// Whom it is not meant for says nothing of whom it is meant for.
const age: Sentence = ({ before, after }) =>
  nowAndThen(`What the policy says of children now concerns people under ${after}`, `It was ${before}`);

// "for 90 days", but "until you delete it".
function forTime(period = ''): string {
  if (period === 'persistent') return 'as persistent';
  return /^(about |up to )*\p{N}/u.test(period) ? `for ${period}` : period;
}

// Words of the authors that begin as a sentence does: "Session (expires when you quit the browser)".
const isSaid = (period = '') => /^\p{Lu}/u.test(period);

function keptThen({ name, before, after, details, isAsBefore }: Parts): string {
  const now = isSaid(after)
    ? `How long ${name} is kept is now “${after}”`
    : `${name} is now kept ${forTime(after)}`;
  return nowAndThen(
    `${now}${limited(isAsBefore ? 'except, as before' : 'except', details)}`,
    `It was ${isSaid(before) ? `“${before}”` : before}`,
  );
}

// Words of the authors say by themselves how soon.
function within(period = ''): string {
  return /^(about )?\p{N}/u.test(period) ? `within ${period}` : period;
}

const later = (details: string | undefined, isAsBefore = false) =>
  limited(isAsBefore ? 'an answer may come later, as before' : 'an answer may come later', details);

const answered = ({ after, details, isAsBefore }: Parts) =>
  `Requests are now answered ${within(after)}${later(details, isAsBefore)}`;

const answeredThen: Sentence = (parts) =>
  nowAndThen(answered(parts), `It was ${parts.before}${limited('an answer could come later', parts.went)}`);

function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('en') + sentence.slice(1);
}

/** The sentences of the list of changes, and the names things have in them. */
export const changes: ChangeWords = {
  sentences: {
    'title-changed': ({ before, after }) =>
      nowAndThen(`The policy is now called ${after}`, `It was called ${before}`),
    'kicker-changed': ({ before, after }) =>
      nowAndThen(
        `The line above the title now reads ${after ?? 'nothing'}`,
        `It read ${before ?? 'nothing'}`,
      ),
    'kind-changed': ({ before, after }) =>
      nowAndThen(`This is now a document of the kind ${after}`, `It was of the kind ${before}`),
    'language-changed': ({ before, after }) =>
      nowAndThen(`The text is now in ${after}`, `It was in ${before}`),
    'product-renamed': ({ before, after }) =>
      nowAndThen(`The product is now called ${after}`, `It was called ${before}`),
    'address-changed': ({ before, after }) =>
      nowAndThen(`The policy now stands at ${after}`, `It stood at ${before}`),
    'numbering-changed': ({ name }) => `${capital(name ?? 'The policy')} is now numbered in another way.`,
    'effective-date-changed': ({ before, after }) => {
      if (before === undefined) return `A day from which the policy binds is now stated: ${after}.`;
      if (after === undefined)
        return `The day from which the policy binds is no longer stated. It was ${before}.`;
      return nowAndThen(`The policy now binds from ${after}`, `It was ${before}`);
    },
    'reviewed-changed': ({ before, after }) => {
      if (after === undefined)
        return `The day on which the text was last checked is no longer stated. It was ${before}.`;
      const now = `The text was last checked on ${after}`;
      return before ? nowAndThen(now, `It was ${before}`) : `${now}.`;
    },

    'notice-period-shortened': noticeThen,
    'notice-period-lengthened': noticeThen,
    'notice-period-added': (parts) => `${announced(parts)}. No time was stated.`,
    'notice-period-removed': orInText(
      ({ before, details, which }) =>
        `How long before they bind ${promisedOf(which)} are announced${to(details)} is no longer stated. It was ${before}.`,
    ),
    'notice-scope-narrowed': ({ details }) =>
      `Only important changes are now announced${to(details)}. It was all changes.`,
    'notice-scope-widened': ({ details }) =>
      `All changes are now announced${to(details)}. It was only important ones.`,
    'notice-people-narrowed': ({ after }) =>
      nowAndThen(`Notice of changes is now promised to ${after}`, 'It was promised without naming anybody'),
    'notice-people-widened': ({ before }) =>
      nowAndThen('Notice of changes is now promised without naming anybody', `It was promised to ${before}`),
    'notice-channel-added': inBoth(({ items }) => `For announcing changes, the policy now names ${items}.`),
    'notice-channel-removed': inBoth(
      ({ items }) => `For announcing changes, the policy no longer names ${items}.`,
    ),
    'notice-changed': both((parts) => (parts.field === 'period' ? noticeThen(parts) : told(parts))),

    'disclosure-added': ({ name, details }) => `The policy now speaks of ${name}${colon(details)}.`,
    'disclosure-removed': ({ name, details }) => `The policy no longer speaks of ${name}${colon(details)}.`,
    'promise-added': ({ name, details }) => `The policy now says ${name}${inBrackets(details)}.`,
    'promise-removed': ({ name, details, inText }) =>
      inText
        ? `No field says any more ${name}${inBrackets(details)}. The text says: ${inText}.`
        : `The policy no longer says ${name}${inBrackets(details)}.`,
    'none-stated': ({ after }) => `The policy now says: ${after}`,
    'none-withdrawn': ({ before, said, ...parts }) => {
      if (parts.inText) return `No field says any more: “${before}”${asInText(parts)}`;
      return said
        ? `In the place of “${before}” the policy now says of it: ${said}.`
        : `The policy no longer says: ${before}`;
    },

    'entry-divided': ({ name, before, after }) =>
      after ? `${name} is now divided into ${after}.` : `${before} are now one: ${name}.`,

    'category-added': ({ name, details }) => `The category ${name} is new${colon(details)}.`,
    'category-removed': ({ name }) => `The category ${name} is gone.`,
    'consent-requirement-added': told,
    'consent-requirement-removed': told,
    'consent-changed': told,
    'category-changed': told,

    'objection-added': ({ name, after }) => `${name}: there is now a way to object, ${after}.`,
    'objection-removed': ({ name, before }) => `${name}: how to object is no longer said. It was ${before}.`,

    'cookie-added': ({ name, details }) => `${name} is new${colon(details)}.`,
    'cookie-removed': ({ name }) => `The policy no longer lists ${name}.`,
    'cookie-duration-increased': keptThen,
    'cookie-duration-decreased': keptThen,
    'cookie-duration-changed': both(keptThen),
    'cookie-duration-added': ({ name, after }) =>
      `${name} is now kept ${forTime(after)}. No time was stated.`,
    'cookie-duration-removed': orInText(
      ({ name, before }) => `How long ${name} is kept is no longer stated. It was ${before}.`,
    ),
    'cookie-category-widened': ({ name, before, after, details }) =>
      nowAndThen(`${name} is now in ${after}${also(details)}`, `It was in ${before}`),
    'cookie-category-narrowed': ({ name, before, after, details }) =>
      nowAndThen(`${name} is now in ${after}${also(details)}`, `It was in ${before}`),
    'cookie-category-changed': both(({ name, before, after, details }) =>
      nowAndThen(`${name} is now in ${after}${also(details)}`, `It was in ${before}`),
    ),
    'cookie-first-to-third-party': ({ name, details }) =>
      nowAndThen(`${name} is now third-party${colon(details)}`, 'It was first-party'),
    'cookie-third-to-first-party': ({ name, details }) =>
      nowAndThen(`${name} is now first-party${colon(details)}`, 'It was third-party'),
    'cookie-provider-changed': both(({ name, before, after }) =>
      nowAndThen(`${name} is now set by ${after}`, `It was set by ${before}`),
    ),
    'cookie-purpose-changed': told,
    'cookie-domain-widened': livesOn,
    'cookie-domain-narrowed': livesOn,
    'cookie-domain-changed': both(livesOn),
    'cookie-access-widened': ({ name, items }) => `${name} can now also be read by ${items}.`,
    'cookie-access-narrowed': ({ name, items }) =>
      `The policy no longer names ${items} among those who can read ${name}.`,
    'cookie-trigger-widened': ({ name, before, after }) =>
      nowAndThen(`${name} is now set ${after}`, `It was set ${before}`),
    'cookie-trigger-narrowed': ({ name, before, after }) =>
      nowAndThen(`${name} is now set ${after}`, `It was set ${before}`),
    'cookie-data-duration-increased': ({ name, before, after }) =>
      nowAndThen(`What ${name} collects is now kept ${forTime(after)}`, `It was ${before}`),
    'cookie-data-duration-decreased': ({ name, before, after }) =>
      nowAndThen(`What ${name} collects is now kept ${forTime(after)}`, `It was ${before}`),
    'cookie-data-duration-added': ({ name, after }) =>
      `What ${name} collects is now kept ${forTime(after)}. No time was stated.`,
    'cookie-data-duration-removed': orInText(
      ({ name, before }) => `How long what ${name} collects is kept is no longer stated. It was ${before}.`,
    ),
    'cookie-protection-weakened': told,
    'cookie-protection-strengthened': told,
    'cookie-changed': told,

    'consent-manager-added': ({ items }) => `The policy now names a place to change a choice: ${items}.`,
    'consent-manager-removed': ({ items }) =>
      `The policy no longer names this place to change a choice: ${items}.`,
    'refusal-strengthened': ({ before, after }) =>
      nowAndThen(`It is now easier to refuse everything: ${after}`, `It was ${before}`),
    'refusal-weakened': ({ before, after }) =>
      nowAndThen(`It is now harder to refuse everything: ${after}`, `It was ${before}`),
    'consent-choice-changed': told,

    'signal-honoured': ({ name, details }) => `${name} is now honoured${limited('applies to', details)}.`,
    'signal-ignored': ({ name, details }) =>
      `${name} is no longer honoured${limited('applies to', details)}.`,
    'third-party-tracking-added': () => 'Others now collect what people do over time and across websites.',
    'third-party-tracking-removed': () =>
      'Others no longer collect what people do over time and across websites.',
    'signal-changed': told,

    'audience-added': ({ name }) => `The policy now speaks of ${name}.`,
    'audience-removed': ({ name }) => `The policy no longer speaks of ${name}.`,
    'audience-role-changed': told,
    'audience-changed': told,

    'data-category-added': ({ name, details }) =>
      `The policy now lists ${name} among the data collected${colon(details)}.`,
    'data-category-removed': ({ name }) => `The policy no longer lists ${name} among the data collected.`,
    'special-category-added': ({ name, field, details }) =>
      field
        ? `The policy now lists ${name} as data of a special category.`
        : `The policy now lists ${name} among the data collected, as data of a special category${colon(details)}.`,
    'special-category-removed': ({ name, field }) =>
      field
        ? `The policy no longer lists ${name} as data of a special category.`
        : `The policy no longer lists ${name}, data of a special category, among the data collected.`,
    'data-source-changed': told,
    'data-examples-widened': inBoth(({ name, items }) => `${name} now also names ${items}.`),
    'data-examples-narrowed': inBoth(({ name, items }) => `${name} no longer names ${items}.`),
    'data-category-changed': told,

    'purpose-added': ({ name, details }) => `The policy now names this purpose: ${name}${also(details)}.`,
    'purpose-removed': ({ name, inText }) =>
      noLonger('The policy no longer names this purpose', 'No field names this purpose', {
        ...(name && { name }),
        ...(inText && { inText }),
      }),
    'purpose-changed': both(({ before, after }) =>
      nowAndThen(`A purpose now reads ${after}`, `It read ${before}`),
    ),
    'purpose-data-widened': inBoth(({ name, items }) => `${name} now also uses ${items}.`),
    'purpose-data-narrowed': inBoth(({ name, items }) => `For ${name}, the policy no longer names ${items}.`),
    'legal-basis-changed': told,
    'purpose-details-changed': told,

    'recipient-category-added': ({ name, details }) =>
      `The policy now lists ${name} among those who receive data${colon(details)}.`,
    'recipient-category-removed': ({ name }) =>
      `The policy no longer lists ${name} among those who receive data.`,
    'recipient-vendor-added': inBoth(({ name, items }) =>
      name ? `${name} now names ${items}.` : `The policy now names ${items} among those who receive data.`,
    ),
    'recipient-vendor-removed': inBoth(({ name, items }) =>
      name
        ? `${name} no longer names ${items}.`
        : `The policy no longer names ${items} among those who receive data.`,
    ),
    'recipient-data-widened': ({ name, items }) => `${name}: they now also receive ${items}.`,
    'recipient-data-narrowed': ({ name, items }) =>
      `${name}: the policy no longer names ${items} among what they receive.`,
    'recipient-changed': told,

    'retention-added': ({ name, details }) =>
      `The policy now says how long this is kept: ${name}${also(details)}.`,
    'retention-removed': orInText(
      ({ name, details }) =>
        `The policy no longer says how long this is kept: ${name}.${details ? ` It was ${details}.` : ''}`,
    ),
    'retention-increased': keptThen,
    'retention-decreased': keptThen,
    'retention-period-changed': both(keptThen),
    'retention-period-added': ({ name, after, details }) =>
      `${name} is now kept ${forTime(after)}${limited('except', details)}. No time was stated.`,
    'retention-period-removed': orInText(
      ({ name, before, details }) =>
        `The period for which ${name} is kept is no longer stated. It was ${before}${limited('except', details)}.`,
    ),
    'retention-limit-added': keptThen,
    'retention-limit-removed': keptThen,
    'retention-criteria-changed': both(({ name, before, after, details }) =>
      nowAndThen(
        `${name} is now kept ${forTime(after)}${limited('except', details)}`,
        `It was kept ${forTime(before)}`,
      ),
    ),
    'retention-changed': told,

    'right-added': ({ name, details }) => `The policy now names this right${behind(details)}: ${name}.`,
    'right-removed': (parts) =>
      noLonger('The policy no longer names this right', 'No field names this right', parts),
    'right-changed': both((parts) =>
      parts.field === 'text'
        ? nowAndThen(`A right${behind(parts.details)} now reads ${parts.after}`, `It read ${parts.before}`)
        : told(parts),
    ),
    'right-prominence-added': ({ name }) => `A right is now set apart from the others: ${name}.`,
    'right-prominence-removed': ({ name }) => `A right is no longer set apart from the others: ${name}.`,
    'right-deadline-lengthened': answeredThen,
    'right-deadline-shortened': answeredThen,
    'right-deadline-added': (parts) => `${answered(parts)}. No time was stated.`,
    'right-deadline-removed': orInText(
      ({ before, details }) =>
        `The time in which requests are answered is no longer stated. It was ${before}${later(details)}.`,
    ),
    'right-channel-added': inBoth(({ items }) => `Requests can now also go to ${items}.`),
    'right-channel-removed': inBoth(({ items }) => `For requests, the policy no longer names ${items}.`),
    'complaint-channel-added': ({ items }) => `The policy now says that complaints can go to ${items}.`,
    'complaint-channel-removed': ({ items }) =>
      `The policy no longer says that complaints can go to ${items}.`,
    'complaint-deadline-lengthened': ({ before, after }) =>
      nowAndThen(`Complaints are now acknowledged ${within(after)}`, `It was ${before}`),
    'complaint-deadline-shortened': ({ before, after }) =>
      nowAndThen(`Complaints are now acknowledged ${within(after)}`, `It was ${before}`),
    'complaint-deadline-added': ({ after }) =>
      `Complaints are now acknowledged ${within(after)}. No time was stated.`,
    'complaint-deadline-removed': ({ before }) =>
      `The time in which complaints are acknowledged is no longer stated. It was ${before}.`,
    'right-verification-changed': told,
    'right-request-changed': both((parts) =>
      parts.field === 'answerWithin' ? answeredThen(parts) : told(parts),
    ),

    'transfer-added': ({ name, details }) =>
      `The policy now names this transfer abroad: ${name}${also(details)}.`,
    'transfer-removed': ({ name }) => `The policy no longer names this transfer abroad: ${name}.`,
    'transfer-country-changed': both(({ before, after, items, details }) =>
      nowAndThen(
        `${(items ?? details) ? `The transfer${items ? ` ${items}` : to(details)}` : 'A transfer'} now goes to ${withArticle(after)}`,
        `It went to ${withArticle(before)}`,
      ),
    ),
    'transfer-safeguard-changed': told,
    'transfer-vendor-added': inBoth(
      ({ name, items }) => `${name}: the policy now names ${items} as receiving data there.`,
    ),
    'transfer-vendor-removed': inBoth(
      ({ name, items }) => `${name}: the policy no longer names ${items} as receiving data there.`,
    ),
    'transfer-changed': told,

    'security-measure-added': ({ name }) => `The policy now names this security measure: ${name}.`,
    'security-measure-removed': (parts) =>
      noLonger(
        'The policy no longer names this security measure',
        'No field names this security measure',
        parts,
      ),
    'security-measure-changed': ({ before, after }) =>
      nowAndThen(`A security measure now reads ${after}`, `It read ${before}`),
    'security-limits-changed': told,

    'minimum-age-lowered': age,
    'minimum-age-raised': age,
    'child-publicity-added': () => 'Children can now make data public.',
    'child-publicity-removed': () => 'Children can no longer make data public.',
    'child-choice-added': ({ after }) => `The policy now names a choice of parents or children: ${after}.`,
    'child-choice-removed': ({ before = '', inText }) =>
      noLonger(
        'The policy no longer names this choice of parents or children',
        'No field names this choice of parents or children',
        { name: before, ...(inText && { inText }) },
      ),
    'children-text-changed': told,

    'ai-added': ({ items }) => `AI models are now used${items ? `: ${items}` : ''}.`,
    'ai-removed': () => 'AI models are no longer used.',
    'ai-use-added': ({ name }) => `The policy now names this use of AI models: ${name}.`,
    'ai-use-removed': (parts) =>
      noLonger(
        'The policy no longer names this use of AI models',
        'No field names this use of AI models',
        parts,
      ),
    'ai-use-changed': ({ before, after }) =>
      nowAndThen(`A use of AI models now reads ${after}`, `It read ${before}`),
    'ai-vendor-added': inBoth(({ items }) => `The policy now names models of ${items}.`),
    'ai-vendor-removed': inBoth(({ items }) => `The policy no longer names models of ${items}.`),
    'ai-automatic-added': () => 'AI models now run by themselves. They ran only when a person asked.',
    'ai-automatic-removed': () => 'AI models now run only when a person asks. They ran by themselves.',
    'ai-training-added': () => 'Data is now used to train AI models.',
    'ai-training-removed': () => 'Data is no longer used to train AI models.',
    'ai-review-added': () => 'A person now approves what AI models produce before anybody sees it.',
    'ai-review-removed': () => 'A person no longer approves what AI models produce before it is shown.',
    'ai-changed': told,

    'automated-decision-added': ({ name }) =>
      `The policy now names a decision that machines make alone: ${name}.`,
    'automated-decision-removed': ({ name }) =>
      `The policy no longer names this decision that machines make alone: ${name}.`,
    'automated-decision-changed': told,

    'sale-or-sharing-added': ({ name, said }) => `Personal data is now ${name}.${asSaid(said)}`,
    'sale-or-sharing-removed': ({ name, said }) => `Personal data is no longer ${name}.${asSaid(said)}`,
    'sale-opt-out-added': inBoth(
      ({ items }) => `For opting out of sale and sharing, the policy now names ${items}.`,
    ),
    'sale-opt-out-removed': inBoth(
      ({ items }) => `For opting out of sale and sharing, the policy no longer names ${items}.`,
    ),
    'sensitive-limit-added': ({ items }) =>
      `For limiting the use of sensitive data, the policy now names ${items}.`,
    'sensitive-limit-removed': ({ items }) =>
      `For limiting the use of sensitive data, the policy no longer names ${items}.`,
    'sale-changed': (parts) => `${told(parts)}${parts.after === undefined ? '' : asSaid(parts.said)}`,

    'vendor-added': ({ name, details }) => `The policy now names ${name}${also(details)}.`,
    'vendor-removed': ({ name, inText }) =>
      inText ? `No field names ${name} any more. The text does.` : `The policy no longer names ${name}.`,
    'vendor-country-changed': both(({ name, before, after }) =>
      nowAndThen(`${name} is now in ${withArticle(after)}`, `It was in ${withArticle(before)}`),
    ),
    'vendor-role-changed': told,
    'vendor-opt-out-added': ({ name, after }) =>
      `The policy now names a place to object to what ${name} does: ${after}.`,
    'vendor-opt-out-removed': ({ name, before }) =>
      `The policy no longer names this place to object to what ${name} does: ${before}.`,
    'vendor-changed': told,

    'contact-added': ({ name }) => `The policy now names ${name} as a contact.`,
    'contact-removed': ({ name, inText }) =>
      inText
        ? `No field names ${name} as a contact any more. The text says: ${inText}.`
        : `The policy no longer names ${name} as a contact.`,
    'contact-changed': told,
    'controller-identity-changed': told,
    'controller-contact-changed': told,

    'section-added': ({ name }) => `${capital(name ?? '')} is new.`,
    'section-removed': ({ name, after }) =>
      after ? `${capital(name ?? '')} is now part of ${after}.` : `${capital(name ?? '')} is gone.`,
    'section-moved': ({ name, items, details }) =>
      details
        ? `${details} sections now stand somewhere else: ${items}.`
        : `${capital(name ?? '')} now stands somewhere else.`,
    'section-renamed': ({ before, after, items, details }) => {
      if (items) return `${details} sections have other numbers: ${items}.`;
      if (details) return `Only capital letters change in the titles of ${details} sections: ${after}.`;
      return `${capital(before ?? '')} is now called ${after}.`;
    },
    'anchor-added': ({ name, items, details }) =>
      details
        ? `Links to new anchors of ${details} sections now lead there: ${items}.`
        : `Links to ${items} now lead to ${name ?? 'the start of the text'}.`,
    'anchor-removed': ({ name, items, details }) =>
      details
        ? `Links to former anchors of ${details} sections no longer lead there: ${items}.`
        : `Links to ${items} no longer lead to ${name ?? 'the start of the text'}.`,

    'block-added': ({ name, items }) => `${capital(name ?? '')} now shows ${items}.`,
    'block-removed': ({ name, items }) => `${capital(name ?? '')} no longer shows ${items}.`,
    'block-moved': ({ before, after, items }) =>
      `${capital(after ?? '')} now shows ${items}, which ${before} showed before.`,
    'block-selection-changed': ({ name, before, after }) =>
      nowAndThen(`${capital(name ?? '')} now shows ${after}`, `It showed ${before}`),
    'block-caption-changed': ({ name, before, after }) =>
      nowAndThen(
        `In ${name}, a table is now captioned ${after ?? 'in the usual way'}`,
        `It was captioned ${before ?? 'in the usual way'}`,
      ),
    'block-column-added': ({ name, items }) => `In ${name}, a table now shows ${items}.`,
    'block-column-removed': ({ name, items }) => `In ${name}, a table no longer shows ${items}.`,
    'callout-changed': ({ name, before, after }) =>
      nowAndThen(`In ${name}, a text is now marked ${after}`, `It was marked ${before}`),
    'order-changed': ({ name }) => `${capital(name ?? '')}: the order is now another.`,

    'definition-added': ({ name, after }) => `${name} is now defined: ${after}.`,
    'definition-removed': ({ name, before }) => `${name} is no longer defined: ${before}.`,
    'definition-renamed': ({ before, after }) => `The term ${before} is now ${after}; what it means stays.`,
    'definition-changed': ({ name, before, after }) =>
      nowAndThen(`${name} is now defined as ${after}`, `It was defined as ${before}`),

    'prose-obligation-changed': reads('where words such as may, must or not differ, the text now reads'),
    'prose-number-changed': (parts) =>
      reads(
        parts.items
          ? `${parts.items} figures that stand alone differ. The first now reads`
          : 'where numbers, dates or periods differ, the text now reads',
      )(parts),
    'link-target-changed': ({ name, items, before, after, details }) => {
      if (details) {
        const codes = `of ${details} links only a code in the address changes: ${items ?? ''}.`;
        const hosts = `${details} links to ${before} now lead to the same addresses at ${after}: ${items ?? ''}.`;
        return inPlace(name, before ? hosts : codes);
      }
      const link = items ? `the link ${items}` : 'a link';
      if (before === undefined)
        return `${inPlace(name, items ? `${items} is now a link` : 'there is now a link')} to ${after ?? 'nothing'}.`;
      if (after === undefined)
        return nowAndThen(
          inPlace(name, items ? `${items} is no longer a link` : 'a link is gone'),
          `It led to ${before}`,
        );
      return nowAndThen(inPlace(name, `${link} now leads to ${after}`), `It led to ${before}`);
    },
    'prose-added': ({ name, after }) => `New${name ? ` in ${name}` : ''}: ${after}.`,
    'prose-removed': ({ name, before }) => `Gone${name ? ` from ${name}` : ''}: ${before}.`,
    'prose-moved': ({ name, after, from, items, details }) => {
      const [texts, shown] = details ? [`${details} texts`, items] : ['a text', after];
      const [stand, stood] = details ? ['stand', 'They stood'] : ['stands', 'It stood'];
      if (!from) return inPlace(name, `${texts} now ${stand} somewhere else: ${shown ?? ''}.`);
      return nowAndThen(
        capital(`${texts} now ${stand} ${name ? `in ${name}` : 'here'}: ${shown ?? ''}`),
        `${stood} in ${from}`,
      );
    },
    'prose-changed': reads('the text now reads'),
    'prose-renamed': ({ before, after, items }) =>
      `${after} now stands in the place of ${before}${items ? `, in ${items} texts` : ''}.`,
    'prose-date-changed': reads('the date of the text is now'),
    'prose-typo': reads('a word is now spelled in another way:'),
    'prose-wording-changed': reads('where small words or the form of words alone differ, the text now reads'),
    'prose-capitals-changed': (parts) =>
      readsInSome(
        parts.before?.toLowerCase() === parts.after?.toLowerCase()
          ? 'capital letters'
          : 'capital letters and punctuation',
      )(parts),
    'prose-renumbered': (told) => {
      const { name, items, details } = told;
      if (items && details)
        return inPlace(name, `${details} lists now begin with other numbers: ${items} ….`);
      if (items) return inPlace(name, `an item now has another number: ${items}.`);
      const lead = details ? `in ${details} texts. The first now reads` : 'the text now reads';
      return reads(
        details
          ? `numbers of sections or items differ ${lead}`
          : `where numbers of sections or items differ, ${lead}`,
      )(told);
    },
    'prose-breaks-changed': ({ name, items, details }) =>
      inPlace(
        name,
        `${details ? `${details} texts are` : 'a text is'} now divided into paragraphs or items in another way${colon(items)}.`,
      ),
    'prose-form-changed': ({ name, items, after }) => {
      const { [after ?? '']: form = after } = textForms;
      return inPlace(name, `the same words now stand ${form}: ${items ?? ''}.`);
    },
    'prose-depth-changed': ({ name, items, details }) =>
      details
        ? inPlace(name, `${details} items now stand on another level of their list: ${items ?? ''}.`)
        : inPlace(name, `an item now stands on another level of its list: ${items ?? ''}.`),
    'prose-punctuation-only': readsInSome('punctuation or spaces'),
    'format-only': ({ name, items, after }) => {
      if (after) return inPlace(name, `other words are now the link to ${after}${colon(items)}.`);
      return items
        ? inPlace(name, `the look of ${items} changes.`)
        : inPlace(name, `the look of some words changes.`);
    },
    'whitespace-only': ({ name }) => inPlace(name, `only the source of the text changes; it reads the same.`),
  },
  fields: names,
  disclosures,
  parts,
  topics: {
    policy: 'The policy as a whole',
    contacts: 'Contacts',
    vendors: 'Companies and services',
  },
  nowIs: (before, after) => `${before} is now ${after}`,
  sameIn: (places) => (places === 1 ? 'The same in one more place.' : `The same in ${places} more places.`),
  movedToo: (from) => (from ? `The text stood in ${from}.` : 'The text now stands somewhere else.'),
  slips: {
    'prose-punctuation-only': 'Only punctuation or spaces differ.',
    'prose-capitals-changed': 'Only capital letters differ.',
    'prose-typo': 'Only the spelling of a word differs.',
    'prose-wording-changed': 'Only small words or the form of words differ.',
  },
  announced: { material: 'important changes', all: 'all changes' },
  section: (title) => `the section “${title}”`,
  anchorOf: (anchors, place) => `${anchors} (${place})`,
  row: (name, place) => `the row of “${name}” in ${place}`,
  introduction: 'the introduction',
  versions: (count) => (count === 1 ? 'the last version' : `the last ${count} versions`),
  cookieDetails: {
    provider: (name) => `set by ${name}`,
    category: (label) => `in ${label}`,
    expires: (period) => `kept ${forTime(period)}`,
    access: (names) => `readable by ${names}`,
    dataRetention: (period) => `its data kept ${forTime(period)}`,
  },
  processedIn: (places) => `which processes data in ${withArticle(places)}`,
  consentBefore: (label, consent) => `${label} (${consent})`,
  signals: { dnt: 'Do Not Track', gpc: 'Global Privacy Control' },
  sale: {
    sells: 'sold',
    shares: 'shared for advertising across sites',
    targetedAds: 'used for targeted advertising',
    under16: 'known to be sold or shared where it is about people under 16',
    sensitive: 'used, where it is sensitive, for more than what needs no choice',
  },
};
