import type { Element, ElementContent } from 'hast';
import { cookieListOfCsv, cookieListOfJson } from './cookie-list.ts';
import type { ReadText } from './import-model.ts';
import { readHtml, readMarkdown } from './read-text.ts';
import { hasLostLetters } from './seen-text.ts';
import { textOf } from './tree.ts';
import { htmlOfWord } from './word-document.ts';

const mostBytes = 10 * 1024 * 1024;
const kinds = 'HTML, Markdown, a Word document (.docx), or a list of cookies in CSV or JSON';

/**
 * Reads a file as a text, or says what was found in its place. What a file is follows from its bytes before its name:
 * a scanned PDF with the name of a page is a PDF.
 */
export async function readSource(name: string, bytes: Uint8Array): Promise<ReadText | { fault: string }> {
  const unfit = unfitFor(bytes);
  if (unfit) return { fault: `Unexpected ${unfit}, expected ${kinds}.` };
  const isWord = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const html = isWord ? await htmlOfWord(bytes) : undefined;
  if (typeof html === 'object') return { fault: `Unexpected ${html.fault}, expected ${kinds}.` };
  const read = shallow(() => (html === undefined ? readTextFile(name, bytes) : readHtml(html)));
  if ('fault' in read) return read;
  if (read.content.every((node) => !/[\p{L}\p{N}]/u.test(textOf(node))))
    return { fault: `Unexpected file without a word that readers see, expected ${kinds}.` };
  return read;
}

// What is nested deeper than any text would not fit on the stack of those who read it, or of what follows.
function shallow(read: () => ReadText | { fault: string }): ReadText | { fault: string } {
  const fault = {
    fault: `Unexpected text with parts more than ${mostDeep} deep inside each other, expected ${kinds}.`,
  };
  try {
    const text = read();
    return 'content' in text && isDeeper(text.content, mostDeep) ? fault : text;
  } catch (error) {
    if (error instanceof RangeError) return fault;
    throw error;
  }
}

const mostDeep = 300;

function isDeeper(nodes: readonly ElementContent[], depth: number): boolean {
  let level = nodes;
  for (let count = 0; count < depth; count += 1)
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []));
  return level.length > 0;
}

function unfitFor(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'empty file';
  if (bytes.length > mostBytes)
    return `file of ${Math.ceil(bytes.length / 1024 / 1024)} MB (at most 10 are read)`;
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') return 'PDF';
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11)
    return 'old Word document (save it as .docx)';
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return !isZip && bytes.subarray(0, 8_000).includes(0) && !isUtf16(bytes) ? 'binary file' : undefined;
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function readTextFile(name: string, bytes: Uint8Array): ReadText | { fault: string } {
  const text = decode(bytes);
  const extension = /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
  if (/^\.ya?ml$/.test(extension)) return { fault: `Unexpected file in YAML, expected ${kinds}.` };
  if (extension === '.json' || extension === '.csv' || extension === '.tsv') return readList(text, extension);
  const isHtml = extension.startsWith('.htm') || isPage(text);
  const read = isHtml ? readHtml(text) : readMarkdown(text);
  return { ...read, ...(hasLostLetters(text) && { hasLostLetters: true }) };
}

// A text in Markdown can begin with elements of a page, such as a picture in a `<div>`: its headings tell.
function isPage(text: string): boolean {
  if (/^\s*(<!doctype|<html|<\?xml|<body[\s>])/i.test(text)) return true;
  return /^\s*<(main|div|section|article|h[1-6]|p)[\s>]/i.test(text) && !/^#{1,6} \S/m.test(text);
}

/** Web pages from before UTF-8 are read as browsers read them: in the encoding they name, or that of western ones. */
function decode(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_096));
    const [, named = ''] = /<meta\b[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(start) ?? [];
    return decoderOf(named).decode(bytes);
  }
}

function decoderOf(named: string): TextDecoder {
  try {
    return new TextDecoder(named || 'windows-1252');
  } catch {
    return new TextDecoder('windows-1252');
  }
}

function readList(text: string, extension: string): ReadText | { fault: string } {
  const table = tableIn(text, extension);
  if (!table)
    return {
      fault: `Unexpected ${extension.slice(1).toUpperCase()} that lists nothing, expected a list of cookies, each with a name.`,
    };
  return { content: [table], isCookieList: true };
}

function tableIn(text: string, extension: string): Element | undefined {
  try {
    return extension === '.json' ? cookieListOfJson(text) : cookieListOfCsv(text);
  } catch {
    return undefined;
  }
}
