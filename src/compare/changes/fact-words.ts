import { area } from '../../../schemas/values.ts';
import type { Vendor } from '../../../schemas/vendor.ts';
import { vendorName } from '../../page/vendor-name.ts';
import { type Reader, showCountry, showList } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';
import type { Comparison } from './change.ts';
import { plain, quoted, quoteMarks, type Shows } from './field-change.ts';

// What stands in a field of a fact, in the words of one of the versions.

/** Yes or no. */
export const yesNo: Shows<boolean> = (is, { comparison }) =>
  is ? comparison.reader.words.yes : comparison.reader.words.no;

/** Yes or no by the sentence that the page has for it. */
export const asShown =
  (say: (words: Words) => { yes: string; no: string }): Shows<boolean> =>
  (is, { comparison }) => {
    const { yes, no } = say(comparison.reader.words);
    return quoteMarks(is ? yes : no);
  };

/** A country by name. */
export const country: Shows<string> = (value, { comparison }) => showCountry(value, comparison.reader);

/** First or third party. */
export const party: Shows<'first' | 'third'> = (value, { comparison }) =>
  comparison.reader.words.parties[value];

/** A vendor by name. */
export const vendor: Shows<string> = (id, { policy }) => plain(vendorName(id, policy));

/** A vendor by name, with what the policy says of it where the other version does not name it. */
export const joiningVendor: Shows<string> = (id, side) => {
  const { policy, comparison } = side;
  const name = vendor(id, side);
  const { [id]: entry } = policy.facts.vendors;
  if (policy !== comparison.after || Object.hasOwn(comparison.before.facts.vendors, id)) return name;
  const details = entry && vendorDetails(entry, comparison);
  return details ? `${name} (${details})` : name;
};

/** What the policy says of a vendor it did not name before: where it is, where it processes data, what it does. */
export function vendorDetails(
  { country, places, does }: Vendor,
  { reader, words }: Pick<Comparison, 'reader' | 'words'>,
): string {
  const details = [
    country && showCountry(country, reader),
    places && words.processedIn(plain(showPlaces(places, reader))),
    does && quoted(does),
  ];
  return details.filter(Boolean).join(', ');
}

/** Places by name: a code is a country, anything else is in the words of the authors. */
export function showPlaces(places: readonly string[], reader: Reader): string {
  return showList(
    places.map((place) => (area.safeParse(place).success ? showCountry(place, reader) : place)),
    reader,
  );
}

/** One of the values that a field allows. */
export const fieldValue: Shows<string> = (value, { comparison }) =>
  plain(comparison.reader.words.values[value] ?? value.replaceAll('-', ' '));

/** A contact by its label. */
export const contact: Shows<string> = (id, { policy }) => quoted(policy.facts.contacts[id]?.label ?? id);

/** The words of a link or button. */
export const label: Shows<{ label: string }> = ({ label }) => quoted(label);

/** An entry of another inventory by its label. */
export const labelIn =
  (name: 'categories' | 'audiences' | 'data'): Shows<string> =>
  (id, { policy }) => {
    const entries = policy.facts[name];
    return quoted(typeof entries === 'object' ? (entries[id]?.label ?? id) : id);
  };
