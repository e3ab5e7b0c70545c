import type { CookieColumn } from '../../schemas/disclosures/cookies.ts';
import type { DataColumn } from '../../schemas/disclosures/data.ts';
import type { FieldName } from './change-words.ts';

type Headed = { name: string; heading: string };

/** What each field is called in the list of changes, and, where it is shown by itself, in the heading over it. */
export type FieldWords = Record<FieldName, string | Headed> &
  Record<Extract<CookieColumn | DataColumn, FieldName>, Headed>;

type SomeWords = Record<string, string | Headed>;

type HeadingsOf<F> = { [K in keyof F as F[K] extends Headed ? K : never]: string };

/** The names of fields in the list of changes. */
export function namesOf(fields: SomeWords): Record<FieldName, string> {
  // The table is held to every field where it is written: what is missing is named there, once.
  return Object.fromEntries(
    Object.entries(fields).map(([key, said]) => [key, typeof said === 'string' ? said : said.name]),
  ) as Record<FieldName, string>;
}

/** The headings of those fields that have one. */
export function headingsOf<F extends SomeWords>(fields: F): HeadingsOf<F> {
  // The keys are those that have a heading.
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, said]) => (typeof said === 'string' ? [] : [[key, said.heading]])),
  ) as HeadingsOf<F>;
}
