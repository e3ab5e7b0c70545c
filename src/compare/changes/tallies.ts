import { matchesOf, type Range } from './addresses.ts';

// What a page counts by itself, and what a program numbers: the figures are others every day, and no one is bound by them.

const number = String.raw`\d+(?:[.,]\d+)*`;
const people = 'recipients|users|visitors|members|customers|listeners|viewers|readers';

const tallyForms = [
  // "2693 out of 4010 found this helpful".
  new RegExp(String.raw`\b${number} (?:out )?of ${number}(?= (?:people |users )?found )`, 'giu'),
  // "© 1999–2021": a page renews that by itself.
  /(?:©|\(c\)|\bcopyright)(?: ©)? (?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?(?!\d)/giu,
  // What a price did since yesterday, "+1.42%".
  /(?<![\p{L}\p{N}] ?)[+−-]\d+[.,]\d+ ?%/gu,
  // The size of a file to download, "(PDF, 0.1MB, EN)".
  /(?<=\((?:PDF|DOCX?|ZIP|XLSX?)\b[^()]{0,10})\d+(?:[.,]\d+)? ?[KM]i?[Bo]\b/giu,
  // When a program wrote a page: "Updated 2026-02-26T20:16:47Z by Ann".
  /(?<![\p{L}\p{N}])\d{4}-\d\d-\d\dT\d\d:[\d:.]+(?:Z|[+-]\d\d:?\d\d)?(?![\p{L}\p{N}])/gu,
  // "2026.8.19.1116".
  /^\d+(?:\.\d+){3,}$/gu,
  // "Build e044032 (691)".
  /^build [\p{L}\p{N}.]+(?: \([\p{N}.]+\))?$/giu,
];

const counted = new RegExp(
  String.raw`\b(?:average|estimated|approximately)\b.*\bactive (?:${people})\b`,
  'iu',
);
const bigNumber = /\b\d{1,3}(?:[.,]\d{3})+\b|\b\d{4,}\b|\b\d+(?:\.\d+)? (?:thousand|million|billion)\b/giu;
const agoForm = /\b\d+ (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago$/giu;
const longestEntry = 40;

/** Where a text has figures of what a page counts: how many used a service, found an answer helpful, how long ago an entry came. */
export function talliesIn(text: string): Range[] {
  if (!/\d/.test(text)) return [];
  return [
    ...tallyForms.flatMap((form) => matchesOf(form, text)),
    ...(text.length <= longestEntry ? matchesOf(agoForm, text) : []),
    ...(/\bactive\b/i.test(text) ? countsIn(text) : []),
  ];
}

function countsIn(text: string): Range[] {
  const counting = sentencesOf(text).filter(({ sentence }) => counted.test(sentence));
  return counting.flatMap(({ start, sentence }) =>
    matchesOf(bigNumber, sentence).map((range) => ({ start: range.start + start, end: range.end + start })),
  );
}

function sentencesOf(text: string): { start: number; sentence: string }[] {
  return Array.from(text.matchAll(/.*?(?:[.!?](?=\s\p{Lu})|$)/gsu), ({ index, 0: sentence }) => ({
    start: index,
    sentence,
  }));
}
