import { text, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, factList } from '../../page/terms.ts';
import { showPeriod } from '../../text/show.ts';
import { contactLine } from '../contacts/page.ts';

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
