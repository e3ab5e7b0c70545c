import { fact, joined, yesOrNo } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries, factList } from '../../page/terms.ts';
import { showPeriod } from '../../text/show.ts';
import { contactLine } from '../contacts/page.ts';

/** How a request is made and answered. */
export function requestsBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { requests = {} } = policy.facts;
  const { channels, answerWithin, extension, verification, onlineOnly, agent, complaints } = requests;
  const within = (key: string, period: string) =>
    fact(`requests.${key}`, words.requests.within(showPeriod(period, context)));
  const ways = channels?.map((id) => contactLine(id, context)) ?? [];
  return factList(
    entries([
      [words.requests.channels, joined(ways, '; ')],
      [words.requests.answerWithin, answerWithin && within('answerWithin', answerWithin)],
      [words.requests.extension, extension && inline('requests.extension', extension)],
      [words.requests.verification, verification && inline('requests.verification', verification)],
      [words.requests.agent, agent && inline('requests.agent', agent)],
      [words.requests.complaints, complaints && contactLine(complaints.channel, context)],
      [
        words.requests.acknowledged,
        complaints?.acknowledgeWithin && within('complaints.acknowledgeWithin', complaints.acknowledgeWithin),
      ],
      [
        words.requests.service,
        yesOrNo('requests.onlineOnly', onlineOnly, words.requests.onlineOnly, words.requests.notOnlineOnly),
      ],
    ]),
  );
}
