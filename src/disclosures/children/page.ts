import type { Children } from '../../../schemas/disclosures/children.ts';
import { paragraph, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, withEntries } from '../../page/terms.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { type Reader, showList, showNumber } from '../../text/show.ts';

/** From which age the product can be used, and what holds for children who use it. */
export function childrenBlock(context: PageContext): PageBlock {
  const { words, block, inline, policy } = context;
  const { text: more, ...facts }: Partial<Children> = policy.facts.children ?? {};
  const age = agesOf(facts, context);
  const { publicByChild, separateConsent, saleOptIn, internalOperations, audio, parents } = facts;
  const { children: said } = words;
  const shown: [term: string, key: string, text: string | undefined][] = [
    [said.separateConsent, 'separateConsent', separateConsent],
    [said.saleOptIn, 'saleOptIn', saleOptIn],
    [said.operations, 'internalOperations.operations', internalOperations?.operations],
    [said.safeguards, 'internalOperations.safeguards', internalOperations?.safeguards],
    [said.recordings, 'audio.use', audio?.use],
    [said.deletion, 'audio.deletion', audio?.deletion],
    [said.review, 'parents.review', parents?.review],
    [said.delete, 'parents.delete', parents?.delete],
    [said.refuse, 'parents.refuse', parents?.refuse],
    [said.how, 'parents.how', parents?.how],
  ];
  const sentence = isUsedByChildren(policy.facts) ? said.holds(age) : said.age(age);
  return withEntries(
    [...paragraph(sentence), ...(more ? block('children.text', more) : [])],
    entries([
      [said.publicity, yesOrNo('children.publicByChild', publicByChild, said.canPublish, said.cannotPublish)],
      ...shown.map(([term, key, text]) => [term, text && inline(`children.${key}`, text)] as const),
    ]),
  );
}

/** An age, or each with its region: "16 (EEA), 13 (elsewhere)". */
export function agesOf({ age = 0, ages }: Partial<Children>, reader: Reader): string {
  const shown = ages?.map((one) => `${showNumber(one.age, reader)} (${one.where})`);
  return shown ? showList(shown, reader) : showNumber(age, reader);
}

/** Whether children use a product all the same: a policy that says what parents decide, or whose data it is, says so. */
export function isUsedByChildren({ children, audiences = {} }: Facts): boolean {
  const { parents, separateConsent, audio, internalOperations }: Partial<Children> = children ?? {};
  return (
    [parents, separateConsent, audio, internalOperations].some((part) => part !== undefined) ||
    Object.values(audiences).some((people) => people.children)
  );
}
