import { fact, yesOrNo } from '../../page/cell.ts';
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
      [
        words.signals.dnt,
        dnt && fact('signals.dnt', dnt === 'honoured' ? words.signals.honoured : words.signals.ignored),
      ],
      [words.signals.gpc, fact('signals.gpc', gpcText)],
      [words.signals.scope, gpc?.scope && inline('signals.gpc.scope', gpc.scope)],
      [words.signals.confirmation, gpc?.confirmation && inline('signals.gpc.confirmation', gpc.confirmation)],
      [
        words.signals.tracking,
        yesOrNo(
          'signals.thirdPartyTracking',
          thirdPartyTracking,
          words.signals.tracked,
          words.signals.notTracked,
        ),
      ],
      [words.signals.text, more && inline('signals.text', more)],
    ]),
  );
}
