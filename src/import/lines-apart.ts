import { breakAtEnd } from '../text/line-break.ts';
import { inspectProse } from '../text/prose.ts';

/** Sets lines apart that each begin with a mark of their own: they would run into one paragraph. */
export function withLinesApart(text: string): string {
  if (!mayRunOn.test(text)) return text;
  const slip = inspectProse(text).faults.find(({ rule }) => rule === 'prose/list');
  if (!slip) return text;
  const start = text.lastIndexOf('\n', slip.offset - 1) + 1;
  const [before, line] = [text.slice(0, start), text.slice(start)];
  const outer = /^[ \t>]*/.exec(line)?.[0] ?? '';
  const isAmid = before !== '' && !/\n[ \t>]*\n$/.test(before);
  const parted = isAmid
    ? `${withoutBreakAtEnd(before)}\n${outer.trimEnd()}\n${line}`
    : before + line.replace(strayMark, '$1');
  return parted === text ? text : withLinesApart(parted);
}

// Empty lines that were broken off, too.
function withoutBreakAtEnd(text: string): string {
  const above = text.replace(/[ \t>\n]+$/, '');
  return breakAtEnd.test(above) ? withoutBreakAtEnd(above.replace(breakAtEnd, '')) : above;
}

const mayRunOn = /^[ \t>]*(?:[•●○▪◦‣·–—]|\d+\.\d|\(?(?:[a-zA-Z]|[ivxlcdmIVXLCDM]{2,7})[.)])/m;
const strayMark = /^([ \t>]*(?:[-+*] |\d{1,9}[.)] )*)[•●○▪◦‣·–—:][ \t\u00a0]+/;
