import { isMap } from '../read/shape.ts';

/** What keeps a file from being a sealed one, which completes "Unexpected …", and the next step where it is not the usual one. */
export type FormFault = { fault: string; help?: string };

const putBack = 'put the file back as it was committed';

/** The text and the JSON object of a file, its text or its bytes; or what befell the file on its way. */
export function readJson(
  source: string | Uint8Array,
): { text: string; value: Record<string, unknown> } | FormFault {
  const text = typeof source === 'string' ? source : decode(source);
  if (text === undefined || /^\uFEFF/.test(text)) return otherEncoding(text);
  if (text.trim() === '') return { fault: 'file without text' };
  if (/^(<{7}|={7}|>{7})( |\r?$)/m.test(text)) return unmerged;
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? { text, value } : { fault: 'text that is not a JSON object' };
  } catch (error) {
    return { fault: brokenJson(text, error) };
  }
}

/** What is said of a file that holds what was sealed, spelled in another way. */
export function otherForm(text: string): FormFault {
  if (text.includes('\r'))
    return {
      fault: 'line ends CR LF, which something has put in the place of LF',
      help: 'Put the line `**/history/** text eol=lf` into .gitattributes, then delete the files and check them out again.',
    };
  return {
    fault: 'form: it is not canonical JSON and a line end',
    help: `A record is one line without spaces, its keys in order. Take history/ out of what editors and formatters rewrite, and ${putBack}.`,
  };
}

// A byte order mark stays in the text, since it is no part of what was sealed.
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function otherEncoding(text: string | undefined): FormFault {
  return {
    fault: text === undefined ? 'bytes that are not UTF-8' : 'byte order mark at its start',
    help: `An editor saved it in another encoding: ${putBack}.`,
  };
}

const unmerged: FormFault = {
  fault: 'marks of a merge that is not done',
  help: 'Two branches wrote this file. Keep the one that is published, as a whole: `git checkout --ours` or `--theirs`. A head.json can be deleted: `policybook release` writes it again.',
};

// Node says where, in words that are its own, and of a first character nothing.
function brokenJson(text: string, error: unknown): string {
  const [, position] = /position (\d+)/.exec(String(error)) ?? [];
  const at = position === undefined ? undefined : Number(position);
  if (at === undefined ? /end of JSON/.test(String(error)) : at >= text.trimEnd().length)
    return 'end in the middle of its text';
  return `text that is no JSON${at === undefined ? '' : ` from character ${at + 1} on`}`;
}
