// Myers, "An O(ND) difference algorithm and its variations" (1986), with the linear-space refinement of its section 4b.

/** What of two sequences is not common to them: 1 marks an item that went, or that came. */
export type Difference = { gone: Uint8Array; come: Uint8Array };

type Frame = { a: Int32Array; b: Int32Array; forward: Int32Array; backward: Int32Array } & Difference;
type Box = { left: number; right: number; top: number; bottom: number };
type Snake = { x: number; y: number; endX: number; endY: number };

/** Compares two sequences of interned items with the fewest deletions and insertions. */
export function compareSequences(a: Int32Array, b: Int32Array): Difference {
  const size = 2 * (a.length + b.length) + 4;
  const gone = new Uint8Array(a.length);
  const come = new Uint8Array(b.length);
  const frame = { a, b, gone, come, forward: new Int32Array(size), backward: new Int32Array(size) };
  mark({ left: 0, right: a.length, top: 0, bottom: b.length }, frame);
  return { gone, come };
}

function mark(box: Box, frame: Frame): void {
  const { left, right, top, bottom } = trim(box, frame);
  if (left === right) frame.come.fill(1, top, bottom);
  else if (top === bottom) frame.gone.fill(1, left, right);
  else {
    const { x, y, endX, endY } = middleSnake({ left, right, top, bottom }, frame);
    mark({ left, right: x, top, bottom: y }, frame);
    mark({ left: endX, right, top: endY, bottom }, frame);
  }
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
// diagonal k from the top left, `backward[k]` the least x reached on diagonal k from the bottom right.
function middleSnake({ left, right, top, bottom }: Box, { a, b, forward, backward }: Frame): Snake {
  const width = right - left;
  const height = bottom - top;
  const delta = width - height;
  const isOdd = (delta & 1) !== 0;
  const middle = width + height + 1;
  const most = (width + height + 1) >> 1;
  forward[middle + 1] = 0;
  backward[middle + delta - 1] = width;
  for (let d = 0; d <= most; d++) {
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
