import { date } from '../../schemas/values.ts';

/** The day a file is named by, as `2019-05-01 privacy.html`, or as archives of the web write it: `20190501093000.html`. */
export function dayInName(name: string): string | undefined {
  const found = /(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?:\d{6})?(?!\d)/.exec(name);
  if (!found) return undefined;
  const [, year, month, day] = found;
  const written = `${year}-${month}-${day}`;
  return date.safeParse(written).success ? written : undefined;
}
