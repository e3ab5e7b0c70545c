import { listed } from '../text/listed.ts';

// Whom a law gives rights that others may not have, by what headings call it. Of the CCPA and the CPRA it is California.
const places =
  /\b(?:California|Kalifornien|Californie|CCPA|CPRA|Californian|Virginia|Colorado|Connecticut|Utah|Nevada|Texas|Oregon|Montana|Brazil|Brazilian|LGPD|Canada|Canadian|Qu[eé]bec|Switzerland|Swiss|Turkey|Turkish|KVKK|Australian?|Japan|Japanese|India|South Africa|United Kingdom|UK|European Economic Area|EEA|European Union|EU|Europe|European)\b/g;

// A text that speaks of others as well, or of those elsewhere, does not say that these alone have a right.
const more = /\b(?:not|non|outside|others?|except|all|states|elsewhere|U\.?S\.?A?|United States)\b|\bnon-/i;

const condition =
  /^(?:If you (?:are|live|reside)|As an? |For (?:users|residents|people|individuals)|Residents of|(?:\p{Lu}\w+ ){1,3}(?:residents|consumers) )/u;

/**
 * Where people have the rights that are listed: the places named by the words before the list, where they are a condition,
 * or by the nearest heading that names any, the outermost first. Nothing where that may speak of more.
 */
export function placeOfRights(headings: readonly string[], before: string): string | undefined {
  const around = condition.test(before) ? [...headings, before] : headings;
  const nearest = around.findLast((words) => words.search(places) >= 0);
  if (nearest === undefined || nearest.length > 200 || more.test(nearest)) return undefined;
  const named = nearest.match(places) ?? [];
  const first = named.filter(
    (place, index) => named.findIndex((one) => called(one) === called(place)) === index,
  );
  return listed(first.map((place) => (isWritten(place) ? place : called(place))));
}

/**
 * Whether the rights that are listed are those of some people, and no place tells of whom: of those whose data is processed
 * on some basis, of residents of somewhere.
 */
export function areOfSome(headings: readonly string[], before: string): boolean {
  const [sentence = ''] = /(?:[^.!?]|[.!?](?!\s))*[.!?]?$/.exec(before.trim()) ?? [];
  if (everybody.test(sentence)) return false;
  if (ofSome.test(sentence)) return true;
  const isLimited =
    somewhere.test(sentence) ||
    headings.some((words) => ofResidents.test(words) || words.search(places) >= 0);
  return isLimited && placeOfRights(headings, before) === undefined;
}

const everybody =
  /\b(?:wherever|no matter|regardless|every(?:one|body|where)|all (?:users|people|individuals))\b/i;

const ofSome =
  /\b(?:if|where|when|as far as)\b[^.:]*\b(?:consent(?:ed)?|legitimate interests?|contract|under (?:the age of )?\d+|minors?|child(?:ren)?)\b/i;

const somewhere =
  /\bdepending on (?:where|your|the|applicable|local)\b|\b(?:residents|citizens)\b|\b(?:if|where|when|as an?|for)\b[^.:]*\b(?:resid(?:e|es|ent|ing)|citizens?|live|located|based in|jurisdictions?|(?:law|act|regulation|GDPR|CCPA|LGPD) applies|subject to)\b|\b(?:users|people|individuals|visitors|those) (?:in|from|of) (?:the )?\p{Lu}/iu;

const ofResidents =
  /\b(?:residents|citizens|regional|jurisdictions?|U\.?S\.? |state (?:privacy )?(?:laws?|rights))|\b(?:users|people|individuals|visitors) (?:in|from) (?:the )?\p{Lu}/u;

// What has a name of its own that readers know stays as it is written: "EU".
function isWritten(place: string): boolean {
  return !/^(?:CCPA|CPRA|LGPD|KVKK)$/.test(place) && !/(?:an|ish|ese|ss)$/.test(place);
}

function called(place: string): string {
  return names[place] ?? place;
}

const names: Record<string, string> = {
  CCPA: 'California',
  CPRA: 'California',
  Californian: 'California',
  Brazilian: 'Brazil',
  LGPD: 'Brazil',
  Canadian: 'Canada',
  Swiss: 'Switzerland',
  Turkish: 'Turkey',
  KVKK: 'Turkey',
  Australian: 'Australia',
  Japanese: 'Japan',
  European: 'Europe',
  'European Economic Area': 'EEA',
  'European Union': 'EU',
  'United Kingdom': 'UK',
};
