import { baseLanguage } from './base-language.ts';
import { english } from './en/english.ts';
import { languages, type Words } from './languages.ts';

export type { Words } from './languages.ts';

/** The words for a language; English stands in for a language that has none yet. */
export function wordsFor(language: string): Words {
  return languages[baseLanguage(language)] ?? english;
}

/** The language of those words, in which the values in them are shown as well: a sentence is in one language. */
export function spokenLanguage(language: string): string {
  return languages[baseLanguage(language)] ? language : 'en-GB';
}
