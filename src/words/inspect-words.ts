import { baseLanguage } from './base-language.ts';
import { inspect } from './en/inspect.ts';
import type { Language } from './languages.ts';

type InspectWords = typeof inspect;

// Beside the list of languages, since a script that reads that one would hold every word there is.
const languages: Record<string, InspectWords> & Record<Language, InspectWords> = { en: inspect };

/** The words for looking at a reader's device, in a language; English stands in for one that has none yet. */
export function inspectWordsFor(language: string): InspectWords {
  return languages[baseLanguage(language)] ?? inspect;
}
