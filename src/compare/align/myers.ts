import type { Spend } from './effort.ts';

// Myers, "An O(ND) difference algorithm and its variations" (1986), with the linear-space refinement of its section 4b.

/**
 * What of two sequences is not common to them: 1 marks an item that went, or that came. Where the work was too much, what
 * lies between two common items was replaced whole, and the difference is not the smallest.
 */
export type Difference = { gone: Uint8Array; come: Uint8Array; isSmallest: boolean };

type Frame = {
  a: Int32Array;
  b: Int32Array;
  forward: Int32Array;
  backward: Int32Array;
  spend: Spend;
} & Difference;
type Box = { left: number; right: number; top: number; bottom: number };
type Snake = { x: number; y: number; endX: number; endY: number };

/** Compares two sequences of interned items with the fewest deletions and insertions that the work allows to find. */
export function compareSequences(a: Int32Array, b: Int32Array, spend: Spend = () => true): Difference {
  const size = 2 * (a.length + b.length) + 4;
  const gone = new Uint8Array(a.length);
  const come = new Uint8Array(b.length);
  const [forward, backward] = [new Int32Array(size), new Int32Array(size)];
  const frame: Frame = { a, b, gone, come, forward, backward, spend, isSmallest: true };
  mark({ left: 0, right: a.length, top: 0, bottom: b.length }, frame);
  return { gone, come, isSmallest: frame.isSmallest };
}

function mark(box: Box, frame: Frame): void {
  const { left, right, top, bottom } = trim(box, frame);
  const snake = left < right && top < bottom ? middleSnake({ left, right, top, bottom }, frame) : undefined;
  if (snake) {
    mark({ left, right: snake.x, top, bottom: snake.y }, frame);
    mark({ left: snake.endX, right, top: snake.endY, bottom }, frame);
    return;
  }
  if (left < right && top < bottom) frame.isSmallest = false;
  frame.gone.fill(1, left, right);
  frame.come.fill(1, top, bottom);
}

function trim(box: Box, { a, b }: Frame): Box {
  let { left, right, top, bottom } = box;
  while (left < right && top < bottom && a[left] === b[top]) {
    left++;
    top++;
  }
  while (left < right && top < bottom && a[right - 1] === b[bottom - 1]) {
    right--;
    bottom--;
  }
  return { left, right, top, bottom };
}

// Two searches, from both corners, meet in the middle of a shortest path. `forward[k]` is the furthest x reached on
// diagonal k from the top left, `backward[k]` the least x reached on diagonal k from the bottom right. The work is that of
// both searches: it grows with the differences, not with the lengths.
function middleSnake(
  { left, right, top, bottom }: Box,
  { a, b, forward, backward, spend }: Frame,
): Snake | undefined {
  const width = right - left;
  const height = bottom - top;
  const delta = width - height;
  const isOdd = (delta & 1) !== 0;
  const middle = width + height + 1;
  const most = (width + height + 1) >> 1;
  forward[middle + 1] = 0;
  backward[middle + delta - 1] = width;
  for (let d = 0; d <= most; d++) {
    if (!spend(2 * d + 2)) return undefined;
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(forward, middle + k - 1) < at(forward, middle + k + 1));
      const x = down ? at(forward, middle + k + 1) : at(forward, middle + k - 1) + 1;
      let endX = x;
      while (endX < width && endX - k < height && endX - k >= 0 && a[left + endX] === b[top + endX - k])
        endX++;
      forward[middle + k] = endX;
      const other = k - delta;
      if (isOdd && other > -d && other < d && endX >= at(backward, middle + k)) {
        return { x: left + x, y: top + x - k, endX: left + endX, endY: top + endX - k };
      }
    }
    for (let other = -d; other <= d; other += 2) {
      const k = other + delta;
      const up = other === d || (other !== -d && at(backward, middle + k - 1) < at(backward, middle + k + 1));
      const endX = up ? at(backward, middle + k - 1) : at(backward, middle + k + 1) - 1;
      let x = endX;
      while (x > 0 && x - k > 0 && x <= width && a[left + x - 1] === b[top + x - k - 1]) x--;
      backward[middle + k] = x;
      if (!isOdd && k >= -d && k <= d && x <= at(forward, middle + k)) {
        return { x: left + x, y: top + x - k, endX: left + endX, endY: top + endX - k };
      }
    }
  }
  throw new Error('Unexpected end of a search, expected the two halves to meet.');
}

function at(items: Int32Array, index: number): number {
  // The arrays are longer than any diagonal of the box.
  return items[index] as number;
}
