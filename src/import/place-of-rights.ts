import { listed } from '../text/listed.ts';

// Whom a law gives rights that others may not have, by what headings call it. Of the CCPA and the CPRA it is California.
const places =
  /\b(?:California|Kalifornien|Californie|CCPA|CPRA|Virginia|Colorado|Connecticut|Utah|Nevada|Texas|Oregon|Montana|Brazil|Canada|Qu[eé]bec|Switzerland|United Kingdom|UK|European Economic Area|EEA|European Union|EU|Europe)\b/g;

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
  return listed(first.map((place) => (called(place) === 'California' ? 'California' : place)));
}

function called(place: string): string {
  return names[place] ?? place;
}

const names: Record<string, string> = {
  CCPA: 'California',
  CPRA: 'California',
  'European Economic Area': 'EEA',
  'European Union': 'EU',
  'United Kingdom': 'UK',
};
