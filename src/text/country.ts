// What people call some countries, beside the names that Unicode has for them.
const otherNames: Record<string, readonly string[]> = {
  GB: ['England', 'Scotland', 'Wales', 'Northern Ireland'],
  US: ['USA'],
};

/** Whether a text names a country, in its own language, in English, in that of the country, or by its code. */
export function namesCountry(text: string, code: string, language: string): boolean {
  const names = [language, 'en', languageOf(code)].flatMap((tongue) => namesIn(tongue, code));
  const words = wordsOf(text);
  return [code, ...names, ...(otherNames[code] ?? [])].some((name) => words.includes(wordsOf(name)));
}

function languageOf(code: string): string {
  const language = `und-${code}`;
  return new Intl.Locale(language).maximize().language;
}

function namesIn(language: string, code: string): string[] {
  return (['long', 'short'] as const).flatMap(
    (style) => new Intl.DisplayNames(language, { type: 'region', style }).of(code) ?? [],
  );
}

// Whole words between spaces; "U.S." is the word "US".
function wordsOf(text: string): string {
  return ` ${text
    .replaceAll('.', '')
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .join(' ')
    .trim()} `.toLowerCase();
}
