import type { Finding } from './finding.ts';

const maxBytes = 1_000_000;

/** How many bytes of a file are read at most: one that is far too large is told by its first. */
export const mostRead = 100_000_000;

/** Reads bytes as UTF-8 text with LF line ends, or says why they are no text. */
export function decode(bytes: Uint8Array): { text: string; findings: Finding[] } {
  if (bytes.length > maxBytes) return { text: '', findings: [describeSize(bytes)] };
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return { text: '', findings: [describeWide(wide)] };
  try {
    return { text: normaliseLines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), findings: [] };
  } catch {
    const text = normaliseLines(new TextDecoder().decode(bytes));
    return { text, findings: [describeEncoding(text)] };
  }
}

function describeSize(bytes: Uint8Array): Finding {
  const size = `${(Math.ceil(bytes.length / 10_000) / 100).toFixed(2)} MB${bytes.length < mostRead ? '' : ' or more'}`;
  return {
    rule: 'file/size',
    message: `Unexpected file of ${size}, expected at most 1 MB.`,
    help: 'Split the policy into several files, or take out what was pasted by mistake.',
    start: 0,
    end: 0,
  };
}

// Marks at the start of a file; the longer ones begin like the shorter.
const byteOrderMarks: [string, readonly number[]][] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/** In which encoding of two or four bytes a character a file is saved: by its mark, or by zeroes in every other place. */
function wideEncodingOf(bytes: Uint8Array): string | undefined {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[0];
  const start = bytes.subarray(0, 1_000);
  if (!start.includes(0)) return undefined;
  const zeroes = [0, 1, 2, 3].map((place) =>
    start.filter((byte, index) => index % 4 === place && byte === 0),
  );
  const isEmpty = zeroes.map(({ length }) => length > 0 && length * 5 > start.length);
  if (isEmpty.every(Boolean)) return undefined;
  if (isEmpty.filter(Boolean).length === 3) return 'UTF-32';
  const [first, second, third, fourth] = isEmpty;
  return (first && third) || (second && fourth) ? 'UTF-16' : undefined;
}

function describeWide(encoding: string): Finding {
  return {
    rule: 'text/encoding',
    message: `Unexpected file saved as ${encoding}, expected one saved as UTF-8.`,
    help: 'Open the file in your editor and save it again with the encoding UTF-8.',
    start: 0,
    end: 0,
  };
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

function describeEncoding(text: string): Finding {
  const start = text.indexOf('\ufffd');
  return {
    rule: 'text/encoding',
    message: 'Unexpected byte that is not UTF-8, expected a text file saved as UTF-8.',
    help: 'Open the file in your editor and save it again with the encoding UTF-8.',
    start,
    end: start + 1,
  };
}
