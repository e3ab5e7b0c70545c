import { textBreak } from './page-text.ts';
import type { Op } from './redline-model.ts';

const breakSign = '¶';

/** Changes as they are shown as plain text: a break as its sign, without the space that came or went for it. */
export function showBreaks(ops: readonly Op[]): Op[] {
  return ops
    .filter((op, index) => !isSpaceForBreak(op, ops[index - 1], ops[index + 1]))
    .map(([sign, text]) => [sign, text.replaceAll(textBreak, `${breakSign} `).replace(/ +$/, ' ')]);
}

/** Whether a change is but the space that came or went where a break went or came. */
export function isSpaceForBreak([sign, text]: Op, last: Op | undefined, next: Op | undefined): boolean {
  const isBreak = (op: Op | undefined, own: Op[0]) => op?.[0] === own && op[1].includes(textBreak);
  if (text.trim() !== '' || text.includes(textBreak)) return false;
  return sign === '-' ? isBreak(next, '+') : sign === '+' && isBreak(last, '-');
}
