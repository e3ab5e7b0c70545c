import type { Entry, PageContext } from '../page-model.ts';
import type { Places } from '../places.ts';
import { entries } from '../terms.ts';
import { companyLine, dataLine, recipientLine } from './data.ts';
import { denialLine, saleLine } from './denials.ts';
import { ageLine, controllerLine, noticeLine } from './publisher.ts';
import { answerLine, channelLine, choiceLines, contactsLine, rightLine } from './requests.ts';
import { retentionLine } from './retention.ts';
import { lifetimeLine, storedLine } from './storage.ts';

/**
 * What a policy comes to in a few lines, computed from its facts alone, each with the way to where it stands. Every line
 * follows from the facts as they are written, with their conditions, or is left out.
 */
export function glance(page: PageContext, places: Places): Entry[] {
  const context = { ...page, places };
  return entries([
    rightLine(context),
    channelLine(context),
    answerLine(context),
    ...choiceLines(context),
    storedLine(context),
    lifetimeLine(context),
    dataLine(context),
    recipientLine(context),
    companyLine(context),
    retentionLine(context),
    denialLine(context),
    saleLine(context),
    ageLine(context),
    noticeLine(context),
    controllerLine(context),
    contactsLine(context),
  ]);
}
