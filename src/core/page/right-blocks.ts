import { showDate, showPeriod } from '../show.ts';
import { text } from './cell.ts';
import { contactLine } from './contact-block.ts';
import type { PageBlock, PageContext } from './page.ts';
import { type InventoryBlock, idOf, pick } from './selection.ts';
import { entries, factList } from './terms.ts';

/** What readers can ask for. */
export function rightsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(
    context.policy.facts.rights as Record<string, { text: string; prominent?: boolean }>,
    block.ids,
  ).map(([id, right]) => ({
    ...idOf(context.anchor('rights', id)),
    html: right.prominent ? `<strong>${context.inline(right.text)}</strong>` : context.inline(right.text),
  }));
  return { type: 'list', items };
}

/** How a request is made and answered. */
export function requestsBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { channels, answerWithin, verification } = policy.facts.requests ?? {};
  const ways = channels?.map((id) => contactLine(policy.facts.contacts[id]));
  return factList(
    entries([
      [words.requests.channels, ways?.join('; ')],
      [
        words.requests.answerWithin,
        answerWithin && text(words.requests.within(showPeriod(answerWithin, context))),
      ],
      [words.requests.verification, verification && inline(verification)],
    ]),
  );
}

/** Which signals of a browser are honoured. */
export function signalsBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { dnt, gpc, text: more } = policy.facts.signals ?? {};
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
      [words.signals.text, more && inline(more)],
    ]),
  );
}
