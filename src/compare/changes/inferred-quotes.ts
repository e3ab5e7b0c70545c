import { isDay } from '../../../schemas/checks.ts';
import { parsePeriod } from '../../../schemas/values.ts';
import { proseText } from '../../text/prose.ts';
import type { Quote } from '../../text/quoted.ts';
import { type Reader, showDate, showPeriod } from '../../text/show.ts';

/** A fact as prose that quotes it may show it. */
export type ShownFact = { path: string; forms: readonly string[] };

/**
 * Whether equal words can hardly be anything but a quotation: an address, a name, a sentence. A number, a date, a period
 * or a word stands in a text for many reasons.
 */
export function isTelling({ path, forms }: ShownFact): boolean {
  const [form = ''] = forms;
  if (forms.length > 1) return false;
  return (
    /@|:\/\//.test(form) || form.split(' ').length > 3 || (/(^|\.)name$/.test(path) && /\p{Lu}/u.test(form))
  );
}

/** A fact in the forms in which prose shows it; only texts, dates and periods are looked for. */
export function shownFact(path: string, value: unknown, { language, words }: Reader): ShownFact {
  const reader: Reader = { language, words, in: 'quotes' };
  if (typeof value !== 'string') return { path, forms: [] };
  const plain = proseText(value).replaceAll(/\s+/g, ' ').trim();
  const forms =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value)
      ? [plain, showDate(value, reader)]
      : parsePeriod(value)
        ? [plain, showPeriod(value, reader)]
        : [plain];
  return { path, forms: forms.filter((form) => form !== '') };
}

/**
 * What a record of format 1 does not say: where a text quotes a fact. Every place at which one of the facts stands in a
 * form it is shown in may be a quotation of it; the other version, or what the fact is, has to say whether it is one.
 */
export function inferQuotes(text: string, facts: readonly ShownFact[]): Quote[] {
  return facts.flatMap(({ path, forms }) =>
    [...new Set(forms)].flatMap((form) =>
      startsOf(form, text).map((start) => ({ start, end: start + form.length, path })),
    ),
  );
}

function startsOf(form: string, text: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) starts.push(at);
  return starts;
}
