import { text, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, factList } from '../../page/terms.ts';
import { showDate } from '../../text/show.ts';

/** Which signals of a browser are honoured. */
export function signalsBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { dnt, gpc, thirdPartyTracking, text: more } = policy.facts.signals ?? {};
  const since = gpc?.since && showDate(gpc.since, context);
  const gpcText =
    gpc &&
    [gpc.honoured ? words.signals.honoured : words.signals.ignored, since && words.signals.since(since)]
      .filter(Boolean)
      .join(', ');
  return factList(
    entries([
      [words.signals.dnt, dnt && text(dnt === 'honoured' ? words.signals.honoured : words.signals.ignored)],
      [words.signals.gpc, text(gpcText)],
      [words.signals.scope, gpc?.scope && inline(gpc.scope)],
      [words.signals.confirmation, gpc?.confirmation && inline(gpc.confirmation)],
      [words.signals.tracking, yesOrNo(thirdPartyTracking, words.signals.tracked, words.signals.notTracked)],
      [words.signals.text, more && inline(more)],
    ]),
  );
}
