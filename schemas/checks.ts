// What a pattern cannot tell of a text.

/** Whether a text written like a date is a day of the calendar. */
export function isDay(text: string): boolean {
  const moment = Date.parse(`${text}T00:00Z`);
  // Of 31 February some clocks make a day in March.
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(`${text}T`);
}

/** Whether a text is built like a language tag (BCP 47), so that words can be asked for in it. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Whether a text is the answer to a question, and says nothing by itself. */
export function isYesOrNo(value: unknown): boolean {
  return typeof value === 'string' && /^(?:yes|no|true|false|on|off|y|n|x|✓|ja|nein|oui|non)$/i.test(value);
}
