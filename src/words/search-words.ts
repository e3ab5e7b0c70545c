import { baseLanguage } from './base-language.ts';
import { search } from './en/search.ts';
import type { Language } from './languages.ts';

type SearchWords = typeof search;

// Beside the list of languages, since a script that reads that one would hold every word there is.
const languages: Record<string, SearchWords> & Record<Language, SearchWords> = { en: search };

/** The words of the search, in a language; English stands in for one that has none yet. */
export function searchWordsFor(language: string): SearchWords {
  return languages[baseLanguage(language)] ?? search;
}
