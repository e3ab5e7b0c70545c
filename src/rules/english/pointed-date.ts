import type { Subject } from '../rule.ts';
import { type Match, matches } from './written-texts.ts';

/** Where an English policy points to a date of its own, “the date at the top”, that no field has. */
export function pointedDate(subject: Subject): Match | undefined {
  const { updated, effective } = subject.policy;
  return matches(subject, pointer).find(({ words }) => {
    if (/effective/i.test(words)) return !effective;
    // Which day stands above the text, it leaves open.
    return !updated && (!effective || ofUpdate.test(words));
  });
}

const quote = '["“”’\']';
const deed = '(updated|revised|modified|amended|reviewed)';
const ofUpdate = new RegExp(`${deed}|revision|publication`, 'i');
const label = `(${quote}(last[ -])?${deed}${quote} |last[ -]${deed} )`;
const kind = `(${label}|effective |revision |publication |(?<=\\b(the|this|that|a) ))`;
const top = String.raw`((shown|given|stated|printed|displayed|indicated|listed) )?((at|on|near) the (top|head|beginning|start)( of (this|the) (policy|page|notice|document|statement|text))?|above\b(?! (which|the|your|an?|each)\b))`;
const pointer = new RegExp(String.raw`${kind}date ${top}|${label}date\b`);
