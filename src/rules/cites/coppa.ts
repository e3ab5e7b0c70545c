import type { Cite } from '../rule.ts';

/** A part of the Children's Online Privacy Protection Rule: `312.4(d)(1)`. */
export function coppaRule(part: string): Cite {
  const [section = part] = part.split('(');
  return {
    text: `16 CFR ${part}`,
    url: `https://www.ecfr.gov/current/title-16/chapter-I/subchapter-C/part-312/section-${section}`,
    basis: 'statute',
    checked: 'secondary',
  };
}
