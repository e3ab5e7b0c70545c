const joinsLetters =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f' +
  ['Arab', 'Syrc', 'Nkoo', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym']
    .concat(['Sinh', 'Khmr', 'Mymr', 'Tibt'])
    .map((script) => `\\p{scx=${script}}`)
    .join('');

/** Characters that are not seen, or seen as another one: by group what is wrong with each. */
export const suspicious = new RegExp(
  '(?<control>[\\0-\\x09\\x0b-\\x1f\\x7f-\\x9f\\ufffd\\u2028\\u2029\\p{Co}\\p{Cs}\\p{NChar}])' +
    '|(?<bidi>[\\u202a-\\u202e\\u2066-\\u2069\\u{e0000}-\\u{e007f}])' +
    `|(?<invisible>[\\u00ad\\u200b\\u2060-\\u2064\\ufeff]|(?<![${joinsLetters}])[\\u200c\\u200d])`,
  'gu',
);

const characterNames: Record<string, string> = {
  '\0': 'NULL',
  '\t': 'TAB',
  '\r': 'CARRIAGE RETURN',
  '\x1b': 'ESCAPE',
  '\x7f': 'DELETE',
  '\x85': 'NEXT LINE',
  '\u00a0': 'NO-BREAK SPACE',
  '\u00ad': 'SOFT HYPHEN',
  '\u200b': 'ZERO WIDTH SPACE',
  '\u200c': 'ZERO WIDTH NON-JOINER',
  '\u200d': 'ZERO WIDTH JOINER',
  '\u2028': 'LINE SEPARATOR',
  '\u2029': 'PARAGRAPH SEPARATOR',
  '\u202a': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202b': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202c': 'POP DIRECTIONAL FORMATTING',
  '\u202d': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202e': 'RIGHT-TO-LEFT OVERRIDE',
  '\u2060': 'WORD JOINER',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\u2069': 'POP DIRECTIONAL ISOLATE',
  '\ufeff': 'ZERO WIDTH NO-BREAK SPACE',
  '\ufffd': 'REPLACEMENT CHARACTER',
};

/** A character by number and, where it has a known one, by name: "U+200B ZERO WIDTH SPACE". */
export function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = characterNames[character];
  return name ? `U+${code} ${name}` : `U+${code}`;
}
