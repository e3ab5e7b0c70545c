import type { RightId } from '../../schemas/disclosures/rights.ts';

// What a right is called, once "the right to" and "your personal data" are taken off.
const known: [RightId, RegExp][] = [
  ['access', /^access$/],
  ['correct', /^(correct|correction|rectify|rectification)$/],
  ['delete', /^(delete|deletion|erase|erasure|(to )?be forgotten)$/],
  ['export', /^(data )?portability$/],
  ['restrict', /^(restrict|restriction|restriction of|restrict the)$/],
  ['object', /^(object|objection)$/],
  ['withdraw-consent', /^(withdraw|withdrawal of) consent$/],
  ['complain', /^(complain|(lodge|make|file) a complaint)$/],
  ['non-discrimination', /^non-?discrimination$/],
  ['know', /^know$/],
  ['opt-out-sale', /^opt[- ]?out of (the )?(sale|sales|selling)( (and|or|&) sharing)?$/],
  ['appeal', /^appeal$/],
  [
    'no-automated-decision',
    /^((rights? )?(in relation|related|relating|with regard) to |(rights? )?(regarding|concerning|about) |(rights? )?(not to be|not be) subject to )?(an |solely |purely )*(automated|automatic) (individual )?(decisions?|decision[- ]making)( and profiling|, including profiling)?$/,
  ],
];

const before = /^(\d+[.)] )?(the |your |a )?(rights? (of|to) )?(request )?/;
const behind =
  /( (to|of|our|the|your|my|personal|data|information|processing|use|and|with (a|the)( competent)? supervisory authority))+$/;

// Where the law has it: "(Art. 15)".
const article = /\s*\((?:gdpr,? )?(?:art(?:icles?|\.)?|§+) ?\d[^()]*(?:\(\d+\)[^()]*)*\)/g;

/**
 * Which of the known rights something is called, by one name or by several of the same: "Erasure / to be forgotten".
 * Nothing where a name speaks of two, or of more than the right.
 */
export function knownRight(label: string): RightId | undefined {
  const names = label
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(article, '')
    .replace(/["“”„«»)]/g, '')
    .split(/\s*[/(]\s*/);
  const [right, ...others] = new Set(names.map(rightCalled));
  return others.length === 0 ? right : undefined;
}

function rightCalled(name: string): RightId | undefined {
  const words = name.replace(before, '');
  const bare = words.replace(behind, '');
  return known.find(([, pattern]) => pattern.test(words) || pattern.test(bare))?.[0];
}
