import { makeMemory } from '../memory.ts';

const remember = makeMemory<string>(50);

/** The language of a tag of BCP 47, without script and region. Every word of a text may ask for it, and reading a tag takes long. */
export function baseLanguage(language: string): string {
  return remember(language, () => new Intl.Locale(language).language);
}
