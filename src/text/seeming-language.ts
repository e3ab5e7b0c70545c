// Words that every text in a language needs, for those most policies are written in; `en` is among them to be told apart.
const frequent: Record<string, readonly string[]> = Object.fromEntries(
  Object.entries({
    en: 'the and to you your our this with are by that from we of or',
    de: 'der die und wir sie nicht ist ihre mit auf für von werden oder',
    fr: 'le les des vous nous est pour une votre vos dans et du ou',
    es: 'el los las que usted una para con por su del y sus o',
    it: 'il gli di che per della sono con una dei nel e alla i',
    nl: 'het een van wij we je uw niet dat zijn voor met of worden',
    pt: 'os as que uma para com não dos você seus ou da do e',
    pl: 'się nie oraz przez jest do na lub dla zgodnie w z i są',
    sv: 'och att vi du din för som av är på med inte eller',
    da: 'og at vi du din for som af er på med ikke eller til',
  }).map(([language, words]) => [language, words.split(' ')]),
);

/**
 * The language (BCP 47) that a text seems to be in, by the words that stand in it most often; nothing where it is short, or
 * reads as much like another language.
 */
export function seemingLanguage(text: string): string | undefined {
  const written = languageOfScript(text);
  if (written) return written;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < enough) return undefined;
  const counts = Map.groupBy(words, (word) => word);
  const shares = Object.entries(frequent)
    .map(([language, known]) => ({
      language,
      share: known.reduce((sum, word) => sum + (counts.get(word)?.length ?? 0), 0) / words.length,
    }))
    .sort((a, b) => b.share - a.share);
  const [best, next] = shares;
  return best && next && best.share > fewest && best.share > next.share * clearly ? best.language : undefined;
}

// Letters that one language alone is written in, and those that two are, told apart by what only one of them has.
const scripts: readonly [string, RegExp][] = [
  ['ja', /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ['ko', /\p{sc=Hangul}/gu],
  ['zh', /\p{sc=Han}/gu],
  ['el', /\p{sc=Greek}/gu],
  ['he', /\p{sc=Hebrew}/gu],
];

function languageOfScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isIn = ([, script]: (typeof scripts)[number]) => (text.match(script)?.length ?? 0) * 5 > letters;
  return letters < enough ? undefined : scripts.find(isIn)?.[0];
}

const enough = 60;
const fewest = 0.09;
const clearly = 1.3;

/**
 * The language that a paragraph is in where it is another than that of the text around it, both among those that are known
 * here and told apart for certain; what stands in quotation marks, code and addresses is left out.
 */
export function otherLanguage(paragraph: string, around: string): string | undefined {
  const own = frequent[around];
  const words =
    paragraph
      .replaceAll(aside, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (!own || words.length < enoughOfParagraph) return undefined;
  const counts = Object.entries(frequent).map(([language, known]) => {
    const found = words.filter((word) => known.includes(word));
    return { language, count: found.length, distinct: new Set(found).size };
  });
  const mine = counts.find(({ language }) => language === around)?.count ?? 0;
  const [best] = counts.sort((a, b) => b.count - a.count);
  const isSure = best && best.distinct >= 4 && best.count / words.length > mostly && mine * 4 <= best.count;
  return isSure ? best.language : undefined;
}

/** Whether a long text lacks the words that every text in a language needs, where those are known here. */
export function isForeign(text: string, language: string): boolean {
  const own = frequent[language];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return (
    words.length >= enoughOfParagraph &&
    !!own &&
    words.filter((word) => own.includes(word)).length < words.length * rarely
  );
}

const rarely = 0.05;

const aside =
  /\]\([^)\s]*|\bhttps?:\S+|\{\{[^}]*\}\}|`[^`]*`|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|"[^"]*"|^>.*$/gm;
const enoughOfParagraph = 12;
const mostly = 0.18;
