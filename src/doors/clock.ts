import { dayIn } from '../time/day.ts';

/**
 * The day that counts as today: what the clock says in a time zone, unless the environment names one, so that a build can
 * be made again later.
 */
export function today(timeZone: string): string {
  return process.env.POLICYBOOK_TODAY ?? dayIn(timeZone, Date.now());
}
