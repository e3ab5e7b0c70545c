import type { Sale } from '../../schemas/inventory.ts';
import type { Facts } from '../core/resolve/resolve.ts';

/** What a policy says of selling and sharing; `none` says that neither is done. */
export function saleSaid({ sale }: Facts): Sale {
  return sale === 'none' ? { sells: false, shares: false } : (sale ?? {});
}

/** Whether a policy says that personal data is sold or shared. */
export function isSoldOrShared(facts: Facts): boolean {
  const { sells, shares } = saleSaid(facts);
  return sells === true || shares === true;
}

/** Whether a policy says that personal data is neither sold nor shared. */
export function isNeitherSoldNorShared(facts: Facts): boolean {
  const { sells, shares } = saleSaid(facts);
  return sells === false && shares === false;
}

/** What a policy says is done, in a word: `sold`, `shared`, or both. */
export function soldOrShared(facts: Facts): string {
  const { sells, shares } = saleSaid(facts);
  return sells && shares ? 'sold and shared' : sells ? 'sold' : 'shared';
}
