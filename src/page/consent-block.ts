import { escapeHtml, link } from '../text/html.ts';
import { showPeriod } from '../text/show.ts';
import { text } from './cell.ts';
import type { PageBlock, PageContext } from './page.ts';
import { entries, factList } from './terms.ts';

/** How visitors refuse, how they change their choice, and how long it is remembered. */
export function consentBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { manager, rejectAll, keptFor } = policy.facts.consent ?? {};
  return factList(
    entries([
      [words.choice.manager, manager && labelLink(manager)],
      [words.choice.where, manager?.text && inline(manager.text)],
      [words.choice.rejectAll, rejectAll && text(words.choice.rejections[rejectAll])],
      [words.choice.keptFor, keptFor && text(showPeriod(keptFor, context))],
    ]),
  );
}

/** The words of a link or button; a link where it has an address. */
export function labelLink({ label, url }: { label: string; url?: string | undefined }): string {
  return url ? link(url, label) : escapeHtml(label);
}
