/**
 * What has to be asked of those who receive data, as a question goes on, where an English text does not say it: whether it
 * is sold to them, or shared for advertising. What is denied in plain words is not asked, unless the text goes on that a
 * law may see it otherwise.
 */
export function untoldOfSale(text: string): string | undefined {
  const [denied] = denial.exec(text) ?? [];
  if (!denied || otherwise.test(text)) return 'sold to any of these, or shared with them for advertising';
  return bothDenied.test(denied) ? undefined : 'shared with any of these for advertising';
}

const denial = /\b(do|does|did|will|have|has)( not|n['’]t| never) (\w+ ){0,2}["“'‘]?s(ell|old)\b[^.]*/i;
// "We do not sell your data, but we may share it" denies one of the two.
const bothDenied =
  /\bsell["”'’]?(?:(?!\b(?:but|however|may)\b)[^.]){0,60}\b(or|nor|and) (\w+ ){0,2}["“'‘]?shar(e|ing)\b/i;
const otherwise = /\b(considered|deemed|constitut\w+|qualif\w+ as)\b[^.]{0,60}["“'‘](sale|sharing|sell)/i;
