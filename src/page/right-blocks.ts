import { showDate, showPeriod } from '../text/show.ts';
import { text, yesOrNo } from './cell.ts';
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
  const { channels, answerWithin, verification, onlineOnly, agent, complaints } = policy.facts.requests ?? {};
  const within = (period: string) => text(words.requests.within(showPeriod(period, context)));
  const ways = channels?.map((id) => contactLine(policy.facts.contacts[id]));
  return factList(
    entries([
      [words.requests.channels, ways?.join('; ')],
      [words.requests.answerWithin, answerWithin && within(answerWithin)],
      [words.requests.verification, verification && inline(verification)],
      [words.requests.agent, agent && inline(agent)],
      [words.requests.complaints, complaints && contactLine(policy.facts.contacts[complaints.channel])],
      [words.requests.acknowledged, complaints?.acknowledgeWithin && within(complaints.acknowledgeWithin)],
      [words.requests.service, yesOrNo(onlineOnly, words.requests.onlineOnly, words.requests.notOnlineOnly)],
    ]),
  );
}

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
