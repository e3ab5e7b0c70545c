import type { Children } from '../../../schemas/disclosures/children.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { inOurWords, type Reader, showList, showNumber } from '../../text/show.ts';

/** An age, or each with its region: "16 (EEA), 13 (elsewhere)". */
export function agesOf({ age = 0, ages }: Partial<Children>, reader: Reader): string {
  const shown = ages?.map((one) => `${showNumber(one.age, reader)} (${one.where})`);
  return shown ? showList(shown, inOurWords(reader)) : showNumber(age, reader);
}

/** Whether children use a product all the same: a policy that says what parents decide, or whose data it is, says so. */
export function isUsedByChildren({ children, audiences = {} }: Facts): boolean {
  const { parents, separateConsent, audio, internalOperations }: Partial<Children> = children ?? {};
  return (
    [parents, separateConsent, audio, internalOperations].some((part) => part !== undefined) ||
    Object.values(audiences).some((people) => people.children)
  );
}
