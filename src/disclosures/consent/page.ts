import { fact, labelLink } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, factList } from '../../page/terms.ts';
import { showPeriod } from '../../text/show.ts';

/** How visitors refuse, how they change their choice, and how long it is remembered. */
export function consentBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { manager, rejectAll, keptFor } = policy.facts.consent ?? {};
  return factList(
    entries([
      [words.choice.manager, manager && labelLink('consent.manager', manager)],
      [words.choice.where, manager?.text && inline('consent.manager.text', manager.text)],
      [words.choice.rejectAll, rejectAll && fact('consent.rejectAll', words.choice.rejections[rejectAll])],
      [words.choice.keptFor, keptFor && fact('consent.keptFor', showPeriod(keptFor, context))],
    ]),
  );
}
