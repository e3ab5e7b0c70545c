import type { Spot, Subject } from '../rule.ts';
import { likelyStatement } from './likely.ts';
import { sentenceAt } from './sentences.ts';
import { matches } from './written-texts.ts';

/** Where an English policy says that it collects no data of anybody, without an exception; nothing where it does not. */
export function nothingCollected(subject: Subject): Spot | undefined {
  const { facts } = subject.policy;
  if (facts.data !== undefined || facts.recipients !== undefined || facts.retention !== undefined)
    return undefined;
  return matches(subject, nothing).find(({ at, text }) => {
    const { words } = sentenceAt(text, at.mark?.offset ?? 0);
    return !exception.test(words) && likelyStatement(subject, 'legalBasis') === undefined;
  })?.at;
}

const what = '(any |your )?((personal(ly identifiable)?|user) )*(data|information)';
const nothing = new RegExp(
  [
    String.raw`\b(do|does|will)( not|n['’]t| never)( (and|or) will (never|not))? (collect|gather|collect or store|collect, store,? or share) ${what}( (from|about|of) (you|(any |our |the )?(users?|visitors|people|anyone)))?[.!,;]`,
    String.raw`\bnever collects? ${what}( (from|about|of) (you|(any |our )?(users?|visitors|anyone)))?[.!]`,
    String.raw`\bno ((personal|user) )*(data|information) (is|are) (ever )?collected[.!]`,
    String.raw`\bdata collected ?:[*_ ]*none\b`,
  ].join('|'),
);
const exception =
  /\b(if|unless|except|other than|knowingly|intentionally|children|minors|without|sensitive|special|through|when|beyond|more than|directly)\b/i;
