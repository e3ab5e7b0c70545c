import type { Cite } from '../rule.ts';

type Checked = Cite['checked'];

/** A part of the regulations of the California Consumer Privacy Act: `7011(e)(1)(A)`. */
export function ccr(part: string, checked: Checked): Cite {
  const [section = part] = part.split('(');
  const url = `https://www.law.cornell.edu/regulations/california/11-CCR-${section}`;
  return { text: `11 CCR ${part}`, url, basis: 'statute', checked };
}

/** A part of the California Civil Code: `1798.130(a)(5)`. */
export function civilCode(part: string, checked: Checked): Cite {
  return { text: `Cal. Civ. Code ${part}`, url: codeUrl('CIV', part), basis: 'statute', checked };
}

/** A part of the California Business and Professions Code: `22575(b)(1)`. */
export function businessCode(part: string, checked: Checked): Cite {
  return { text: `Cal. Bus. & Prof. Code ${part}`, url: codeUrl('BPC', part), basis: 'statute', checked };
}

// The addresses of that site end a section with a full stop.
function codeUrl(code: string, part: string): string {
  const [section = part] = part.split('(');
  return `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=${code}&sectionNum=${section}.`;
}
