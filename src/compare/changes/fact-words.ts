import { vendorName } from '../../page/vendor-name.ts';
import { showCountry } from '../../text/show.ts';
import { plain, quoted, type Shows } from './field-change.ts';

// What stands in a field of a fact, in the words of one of the versions.

/** Yes or no. */
export const yesNo: Shows<boolean> = (is, { comparison }) =>
  is ? comparison.reader.words.yes : comparison.reader.words.no;

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
  const { country: code, does } = policy.facts.vendors[id] ?? {};
  if (policy !== comparison.after || Object.hasOwn(comparison.before.facts.vendors, id)) return name;
  const details = [code && country(code, side), does && quoted(does)].filter(Boolean);
  return details.length > 0 ? `${name} (${details.join(', ')})` : name;
};

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
