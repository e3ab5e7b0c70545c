import { makeMemory } from '../../memory.ts';
import { isWord, type PlacedToken } from '../../text/tokens.ts';

// Whom a text binds and where: names of companies with their legal form, and of countries. Another one is another party or
// another reach, whatever the sentence around it says.

type Tokens = readonly PlacedToken[];

const legalForms = new Set(
  `inc incorporated llc ltd limited plc corp corporation company gmbh ag kg ug se sa sas sarl sàrl srl spa bv nv ab as oy
   aps pty kk sl slu sau sasu eurl kgaa llp pbc pte pvt ltda lda bvba`.split(/\s+/),
);

const longestName = 8;

/** Which tokens are words of the name of a company: those before "Ltd" or "GmbH", and its legal form. */
export function companyWords(tokens: Tokens): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, { text }] of tokens.entries()) {
    if (!isLegalForm(text) || !isCapital(text)) continue;
    if (isWrittenSmall(tokens, index)) found.add(index - 1).add(index);
    for (let at = index - 1; at >= Math.max(0, index - longestName); at--) {
      const word = tokens[at]?.text ?? '';
      // "© 2018 Kelp LLC".
      if (/^(?:19|20)\d\d$/.test(word)) break;
      if (isCapital(word) && !isLegalForm(word)) found.add(at).add(index);
      else if (!/^[,&.]$/.test(word) && !isLegalForm(word)) break;
    }
  }
  return found;
}

// "great GmbH, Harbour 3" and "great GmbH (“we”)": a name without a capital, which its place or short name follows.
function isWrittenSmall(tokens: Tokens, index: number): boolean {
  return /^\p{Ll}{4,}$/u.test(tokens[index - 1]?.text ?? '') && /^[,(]$/.test(tokens[index + 1]?.text ?? '');
}

function isLegalForm(text: string): boolean {
  return legalForms.has(text.toLowerCase().replaceAll('.', ''));
}

const shortForms: Readonly<Record<string, string>> = {
  incorporated: 'inc',
  limited: 'ltd',
  corporation: 'corp',
};

/** A word of the name of a company in small letters, a legal form as it is shortened. */
export function partyWord(text: string): string {
  const word = text.toLowerCase().replaceAll('.', '');
  return shortForms[word] ?? word;
}

function isCapital(text: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(text);
}

// Beside those of `Intl`: short names, unions, and the states of one whose laws differ in what policies are about.
const others = `UK|U.K|Swiss|British|US|U.S|USA|U.S.A|EU|EEA|Europe|European resident|European residents|European Resident|European Residents|European users|European Union|European Economic Area|Great Britain|England|Scotland|Wales|
Northern Ireland|Crimea|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|
Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|
Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|
Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming`;

const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
const remember = makeMemory<ReadonlyMap<string, string[][]>>(20);

// The words of each name, by the first of them.
function countriesIn(language: string): ReadonlyMap<string, string[][]> {
  return remember(language, () => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const known = letters.flatMap((one) => letters.flatMap((other) => names.of(one + other) ?? []));
    const all = [...known, ...others.replaceAll('\n', '').split('|')];
    return Map.groupBy(
      all.map((name) => name.split(/[\s&]+/)),
      ([first = '']) => first,
    );
  });
}

/** Which tokens are words of the name of a country in a sentence; one in the address of a place is part of that. */
export function countryWords(tokens: Tokens, language: string): ReadonlySet<number> {
  const found = new Set<number>();
  const countries = countriesIn(language);
  for (const [index, { text }] of tokens.entries()) {
    const names = countries.get(text) ?? [];
    const longest = names
      .filter((name) => name.every((word, at) => tokens[index + at]?.text === word))
      .toSorted((one, other) => other.length - one.length)[0];
    if (!longest || isInAddress(tokens, index) || isOfEvent(tokens, index)) continue;
    for (const at of longest.keys()) found.add(index + at);
  }
  return found;
}

// "PyCon US" and "the Kelp Conference Germany" are called so, wherever they take place.
function isOfEvent(tokens: Tokens, index: number): boolean {
  return /^\p{Lu}\p{L}*(?:con|conf|fest|camp|conference|summit)$/iu.test(tokens[index - 1]?.text ?? '');
}

const nearAddress = 7;

// Behind a house number or a postal code, or ahead of one, stands where to write to: "South Jordan, UT 84009".
function isInAddress(tokens: Tokens, index: number): boolean {
  const [comma, state, code] = tokens.slice(index + 1, index + 4).map(({ text }) => text);
  if (comma === ',' && /^\p{Lu}{2}$/u.test(state ?? '') && /^\d{5}(?:-\d{4})?$/.test(code ?? '')) return true;
  const before = tokens.slice(Math.max(0, index - nearAddress), index).map(({ text }) => text);
  const stop = before.findLastIndex((text) => /^[;:!?]$/.test(text) || /^\p{Ll}{4,}$/u.test(text));
  const behind = before.slice(stop + 1);
  // The number of the item, as in "(1) The law of Malta applies", is that of no house.
  const isHouse = (text: string, at: number) => isWord(text) && /\d/.test(text) && behind[at + 1] !== ')';
  return behind.some(isHouse);
}
