import { nameCharacter, suspicious } from './hidden-characters.ts';

/** Quotes a piece of the file in a message: short, and with hidden characters by name. */
export function show(text: string): string {
  const line = text.replace(/[ \n]+/g, ' ').replace(/^ | $/g, '');
  const short = line.length > 40 ? `${line.slice(0, 39)}…` : line;
  return `“${short.replace(suspicious, bracketName).replace(/[^\S ]/g, bracketName)}”`;
}

function bracketName(character: string): string {
  return `[${nameCharacter(character)}]`;
}
