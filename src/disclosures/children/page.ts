import type { Children } from '../../../schemas/disclosures/children.ts';
import { yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, withEntries } from '../../page/terms.ts';
import { escapeHtml } from '../../text/html.ts';

/** From which age the product can be used, and what holds for children who use it. */
export function childrenBlock({ words, block, inline, policy }: PageContext): PageBlock {
  const { age = 0, text: more, ...facts }: Partial<Children> = policy.facts.children ?? {};
  const { publicByChild, separateConsent, saleOptIn, internalOperations, audio, parents } = facts;
  const { children: said } = words;
  const shown: [string, string | undefined][] = [
    [said.separateConsent, separateConsent],
    [said.saleOptIn, saleOptIn],
    [said.operations, internalOperations?.operations],
    [said.safeguards, internalOperations?.safeguards],
    [said.recordings, audio?.use],
    [said.deletion, audio?.deletion],
    [said.review, parents?.review],
    [said.delete, parents?.delete],
    [said.refuse, parents?.refuse],
    [said.how, parents?.how],
  ];
  return withEntries(
    `<p>${escapeHtml(said.age(age))}</p>${more ? block(more) : ''}`,
    entries([
      [said.publicity, yesOrNo(publicByChild, said.canPublish, said.cannotPublish)],
      ...shown.map(([term, said]): [string, string | undefined] => [term, said && inline(said)]),
    ]),
  );
}
