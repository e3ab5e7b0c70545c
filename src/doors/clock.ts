/** The day that counts as today: in UTC, unless the environment names one, so that a build can be made again later. */
export function today(): string {
  return process.env.POLICYBOOK_TODAY ?? new Date(Date.now()).toISOString().slice(0, 10);
}
