import { makeMemory } from '../../memory.ts';
import { isWord, makeTokenize } from '../../text/tokens.ts';
import { chromePhrasesOf, languagesOfMenus } from './chrome-phrases.ts';

// What a page of a site says around a text, where a text was taken from one: "Skip to content", "Was this helpful? Yes No".

// "Prev Boats and nets Next Fish": the pages before and after.
const pager =
  /^(?:Prev(?:ious)?|Précédent|Vorherige|Anterior|Precedente|Vorige) \p{Lu}[^.]* (?:Next|Suivant|Nächste|Siguiente|Successivo|Volgende|Próximo) \p{Lu}[^.]*$/u;

const longestPhrase = 7;
const longestText = 200;

/** Whether a text is nothing but phrases that pages say around texts; one word alone may be an answer or a name. */
export function isChrome(text: string, language: string): boolean {
  const phrases = chromePhrasesOf(language);
  if (!phrases || text.length > longestText) return false;
  if (pager.test(text)) return true;
  // Buttons beside each other may have lost the space between them.
  const spaced = text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
  const words = makeTokenize(language)(spaced).filter((token) => isWord(token) && !/^\d+$/.test(token));
  if (isChoiceOfLanguage(words)) return true;
  let hasPhrase = false;
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at, phrases);
    if (length === 0) return false;
    hasPhrase ||= length > 1;
    at += length;
  }
  return hasPhrase;
}

/** Whether a text ends with a button that lost its space, as what opens over a page does: "You will like our mails.Close". */
export function isPopup(text: string, language: string): boolean {
  const [, button = ''] = /[.!?](\p{Lu}\p{Ll}+)$/u.exec(text) ?? [];
  return chromePhrasesOf(language)?.has(button.toLowerCase()) ?? false;
}

const pictures =
  /^(?:an? |eine? |une? |un[ao]? |een |uma? )?(?:illustration|image|photo|picture|screenshot|icon|abbildung|bild|foto|ilustración|imagen|immagine|illustrazione|afbeelding|illustratie|ilustração|imagem)s? (?:representing|showing|depicting|représentant|montrant|que muestra|che mostra|met daarop|mostrando)\s/i;

/** Whether a text says what a picture shows, as it is read aloud: nothing is asked of readers, or promised. */
export function isOfPicture(text: string): boolean {
  if (!pictures.test(text) || text.length > longestText) return false;
  return !/\b(?:must|may|shall|will|should|can)\b/i.test(text);
}

const fewestLanguages = 3;

// "English Français Deutsch": each in its own words, as a menu has them and a sentence does not.
function isChoiceOfLanguage(words: readonly string[]): boolean {
  const known = words.filter((word) => ownNames().has(word));
  return new Set(known).size >= fewestLanguages && known.length * 3 > words.length * 2;
}

const remember = makeMemory<ReadonlySet<string>>(1);

function ownNames(): ReadonlySet<string> {
  const nameOf = (language: string) =>
    new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return remember(
    'all',
    () => new Set(Array.from(languagesOfMenus, (language) => nameOf(language).toLowerCase())),
  );
}

// How many words the longest phrase has that begins at one; 0 for none.
function phraseAt(words: readonly string[], at: number, phrases: ReadonlySet<string>): number {
  for (let length = longestPhrase; length > 0; length--)
    if (phrases.has(words.slice(at, at + length).join('_')) && at + length <= words.length) return length;
  return 0;
}
