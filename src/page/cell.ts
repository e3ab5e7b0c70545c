import { proseText } from '../text/prose.ts';
import type { Piece } from './piece.ts';

/** A piece, or nothing where a value is not stated. */
export type Shown = Piece | '' | undefined;

/** A value as readers see it, by the path it stands at; nothing stays nothing. */
export function fact(path: string, text: string | undefined, href?: string): Piece | undefined {
  return text === undefined ? undefined : present({ sort: 'fact', path, text, ...(href && { href }) });
}

/** A name as a machine writes it. */
export function code(path: string, text: string, href?: string): Piece {
  return [{ sort: 'fact', path, text, isCode: true, ...(href && { href }) }];
}

/** A name the authors gave; nothing stays nothing. */
export function label(path: string, text: string | undefined, href?: string): Piece | undefined {
  return text === undefined ? undefined : present({ sort: 'label', path, text, ...(href && { href }) });
}

/** What we say. */
export function words(text: string, href?: string): Piece {
  return present({ sort: 'words', text, ...(href && { href }) });
}

/** What we say, as a paragraph. */
export function paragraph(text: string): Piece {
  return [{ sort: 'words', text, form: 'paragraph' }];
}

function present(part: Exclude<Piece[number], { sort: 'prose' | 'list' }>): Piece {
  return part.text === '' ? [] : [part];
}

/** What is said of a yes or a no; nothing where neither is stated. */
export function yesOrNo(path: string, is: boolean | undefined, yes: string, no: string): Piece | undefined {
  return is === undefined ? undefined : fact(path, is ? yes : no);
}

/** Several pieces as a list in one cell. */
export function list(items: Piece[]): Piece {
  return [{ sort: 'list', items }];
}

/** Those pieces that show something, each in a line of its own; the first is what the others belong to. */
export function stacked(pieces: readonly Shown[]): Piece | undefined {
  const shown = pieces.flatMap((piece) => (piece && piece.length > 0 ? [piece] : []));
  return shown.length > 1 ? list(shown) : shown[0];
}

/** That a place of the page does not state what readers look for there. */
export function absent(text: string): Piece {
  return [{ sort: 'words', text, form: 'absent' }];
}

/** Those pieces that show something, with our words between them; nothing where none does. */
export function joined(pieces: readonly Shown[], glue: string): Piece | undefined {
  const shown = pieces.flatMap((piece) => (piece && piece.length > 0 ? [piece] : []));
  if (shown.length === 0) return undefined;
  return shown.flatMap((piece, index) => (index > 0 ? [...words(glue), ...piece] : piece));
}

/** Those pieces that show something, one after the other; each is ended by a mark, where its author has not ended it. */
export function sentences(pieces: readonly Shown[], mark: '. ' | '; ' | ': ' = '. '): Piece | undefined {
  const shown = pieces.flatMap((piece) => (piece && piece.length > 0 ? [piece] : []));
  if (shown.length === 0) return undefined;
  return shown.flatMap((piece, index) => {
    const before = shown[index - 1];
    return before ? [...words(isEnded(before) ? ' ' : mark), ...piece] : piece;
  });
}

// Only what is written last counts; a bracket or a quotation mark may close after it.
function isEnded(piece: Piece): boolean {
  const last = piece.at(-1);
  const text = last?.sort === 'prose' ? proseText(last.markdown) : last && 'text' in last ? last.text : '';
  return /[.!?…:;。？！]["'”’»)\]]*\s*$/u.test(text);
}

/** The words of a link or button; a link where it has an address. */
export function labelLink(path: string, { label, url }: { label: string; url?: string | undefined }): Piece {
  return [{ sort: 'label', path: `${path}.label`, text: label, ...(url && { href: url }) }];
}
