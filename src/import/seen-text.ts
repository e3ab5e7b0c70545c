import { suspicious } from '../read/hidden-characters.ts';

// What stands where a letter was lost before the text came here.
const lostLetter = '\ufffd';

/** Whether letters of a text were lost: `seenText` puts a question mark for each. */
export function hasLostLetters(text: string): boolean {
  return text.includes(lostLetter);
}

/**
 * Text as a policy may hold it: letters in one part, no characters that nobody sees, and what was saved in an encoding of
 * old pages as its readers saw it. A sign of a font of symbols at the start of a line is a bullet.
 */
export function seenText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\t\v\f]/g, (mark) => (mark.startsWith('\r') ? '\n' : ' '))
    .replace(suspicious, (character, ...rest) => shownAs(character, rest));
}

// The groups of the pattern come between what was found and where.
function shownAs(character: string, rest: readonly unknown[]): string {
  const [offset, whole] = rest.slice(-3);
  if (character === lostLetter) return '?';
  if (/\p{Co}/u.test(character)) return isFirst(String(whole), Number(offset)) ? '• ' : ' ';
  const code = character.charCodeAt(0);
  return code >= 0x80 && code <= 0x9f ? ofOldPages(code) : '';
}

function isFirst(whole: string, offset: number): boolean {
  return whole.slice(whole.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

// https://encoding.spec.whatwg.org/#windows-1252: these stand for quotes and dashes, or for nothing.
function ofOldPages(code: number): string {
  const shown = new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return /\p{Cc}/u.test(shown) ? '' : shown;
}
