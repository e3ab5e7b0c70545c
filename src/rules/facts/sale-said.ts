import type { Sale } from '../../../schemas/disclosures/sale.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { matches } from '../english/written-texts.ts';
import type { Subject } from '../rule.ts';

/** What a policy says of selling and sharing; `none` says that neither is done. */
export function saleSaid({ sale }: Pick<Facts, 'sale'>): Sale {
  return sale === 'none' ? { sells: false, shares: false } : (sale ?? {});
}

/** Whether a policy says that personal data is sold or shared. */
export function isSoldOrShared(facts: Facts): boolean {
  const { sells, shares } = saleSaid(facts);
  return sells === true || shares === true;
}

/** What a policy says is done, in a word: `sold`, `shared`, or both. */
export function soldOrShared(facts: Facts): string {
  const { sells, shares } = saleSaid(facts);
  return sells && shares ? 'sold and shared' : sells ? 'sold' : 'shared';
}

// The titles the statute gives to its links, and the icon's: "Your Privacy Choices".
const titles = {
  optOut: /\[[^\]]*(do not (sell|share)|your (california )?privacy choices)[^\]]*\]\(/,
  limit: /\[[^\]]*(limit the use|your (california )?privacy choices)[^\]]*\]\(/,
};

/** Whether a text of the policy links to where people opt out, or limit the use of sensitive data. */
export function linksChoice(subject: Subject, choice: keyof typeof titles): boolean {
  return matches(subject, titles[choice]).length > 0;
}
