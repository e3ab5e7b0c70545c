import type { z } from 'zod';
import { accepts } from './shape.ts';

type Schema = z.core.$ZodType;

const pad = (part: string | number | undefined) => String(part ?? '').padStart(2, '0');

/** The day that a person means who wrote it otherwise, or a sentence on how days are written. */
export function dateStep(value: string, schema: Schema): string {
  if (/^(?:today|now|immediately|at once|heute|jetzt|ab sofort|sofort)$/i.test(value))
    return 'Write the day itself, like 2026-03-31: a text keeps its date when it is published again.';
  const hyphened = value.replaceAll(/[‐‑‒–—−]/g, '-');
  if (hyphened !== value && accepts(schema, hyphened)) return hyphened;
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(value) ?? [];
  if (year && Number(month) >= 1 && Number(month) <= 12 && accepts(schema, `${year}-${month}-01`)) {
    const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return `This month has ${days} days.`;
  }
  const [only, ...more] = value.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? [];
  if (only && accepts(schema, only))
    return more.length === 0 ? only : 'Write one day: the one that this key asks for.';
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value);
  if (parts) {
    const whole = `${parts[1]}-${pad(parts[2])}-${pad(parts[3])}`;
    if (accepts(schema, whole)) return whole;
  }
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? [];
  const both = [`${last}-${pad(second)}-${pad(first)}`, `${last}-${pad(first)}-${pad(second)}`];
  const inOne = value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const found = [...new Set([...both, inOne, dateInWords(value)])].filter(
    (date) => date && accepts(schema, date),
  );
  if (found.length > 1)
    return `Write the year first: \`${found[0]}\` if the day stood first, \`${found[1]}\` if the month did.`;
  const [start] = [
    `${value}-01`,
    /^\p{L}+\.? \d{4}$/u.test(value) ? dateInWords(`1 ${value}`) : undefined,
  ].filter((date) => date && accepts(schema, date));
  if (start) return `Write the day as well, like \`${start}\`.`;
  return found[0] ?? 'Write the year, the month and the day in digits, like 2026-03-31.';
}

function dateInWords(value: string): string | undefined {
  const year = /\b\d{4}\b/.exec(value)?.[0];
  const day = /\b(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d)/.exec(value)?.[1];
  const word = /\p{L}{3,}/u.exec(value.replace(/\d+(?:st|nd|rd|th)/, ''))?.[0].toLowerCase() ?? '';
  const month = months.findIndex((names) => names.test(word));
  return year && day && month >= 0 ? `${year}-${pad(month + 1)}-${pad(day)}` : undefined;
}

// As they begin in English, German, French, Spanish, Italian and Dutch.
const months = [
  /^(?:jan|jän|gen|ene)/,
  /^(?:feb|fév)/,
  /^(?:mar|mär|mrz|maa)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mag|mei)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|ago)/,
  /^sep|^set/,
  /^(?:oct|okt|ott)/,
  /^nov/,
  /^(?:dec|dez|déc|dic)/,
];
