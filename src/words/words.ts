import { baseLanguage } from './base-language.ts';
import { english } from './en/english.ts';
import { languages, type Words } from './languages.ts';

export type { Words } from './languages.ts';

/** The words for a language; English stands in for a language that has none yet. */
export function wordsFor(language: string): Words {
  return languages[baseLanguage(language)] ?? english;
}
