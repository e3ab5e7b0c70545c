import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';

const mostBytes = 100 * 1024 * 1024;

/**
 * Reads a Word document as HTML. Refuses what is no document, and one that would grow beyond 100 MB, before anything is
 * unpacked.
 */
export async function htmlOfWord(bytes: Uint8Array): Promise<string | { fault: string }> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) return { fault: 'damaged Word document' };
  if (unpacked > mostBytes) return { fault: 'Word document that unpacks to more than 100 MB' };
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  } catch {
    return { fault: 'damaged Word document' };
  }
}

// The central directory of a zip file says how large each file in it is (APPNOTE.TXT 4.3.12); a file that is larger than
// it says is not believed.
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const size = view.getUint32(at + 24, true);
    total += size;
    if (total > mostBytes) return total;
    if (!isAsLarge(bytes, view, at, size)) return undefined;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

function isAsLarge(bytes: Uint8Array, view: DataView, entry: number, size: number): boolean {
  if (view.getUint16(entry + 10, true) === 0) return true;
  const header = view.getUint32(entry + 42, true);
  if (header + 30 > view.byteLength) return false;
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = bytes.subarray(start, start + view.getUint32(entry + 20, true));
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }).length === size;
  } catch {
    return false;
  }
}

function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}
