import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { readLength } from '../../../schemas/length.ts';
import { fact, joined, type Shown, words as say, sentences } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { showPeriod } from '../../text/show.ts';

/** How long something is kept, with what limits that: "6 months after you close it (for questions that come late)". */
export function howLong(entry: Retention, path: string, { words, inline, ...reader }: PageContext): Shown {
  const { period, atMost, from, criteria } = entry;
  const shown = period && showPeriod(period, { words, ...reader });
  const length = shown && fact(`${path}.period`, atMost ? words.upTo(shown) : shown);
  const isRegional = period !== undefined && readLength(period).length > 1;
  const counted = joined([length, from && inline(`${path}.from`, from)], isRegional ? ', ' : ' ');
  const reason = entry.for && inline(`${path}.for`, entry.for);
  const kept = counted && reason ? [...counted, ...say(' ('), ...reason, ...say(')')] : (counted ?? reason);
  return sentences([kept, criteria && inline(`${path}.criteria`, criteria)], '; ');
}

/** What is kept longer than the rest. */
export function exception(except: string, path: string, { words, inline }: PageContext): Piece {
  return [...say(`${words.exceptLabel}: `), ...inline(`${path}.except`, except)];
}
