import { isMachineName } from '../../../schemas/cookie-name.ts';
import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { code as codeMarkdown, plain } from '../../compare/changes/field-change.ts';
import { code, fact } from '../../page/cell.ts';
import type { Piece } from '../../page/piece.ts';

/** The name of a cookie on a page: as code, or as it is written where its maker calls it so. */
export function namePiece({ name }: Cookie, path: string, href?: string): Piece {
  return isMachineName(name) ? code(`${path}.name`, name, href) : (fact(`${path}.name`, name, href) ?? []);
}

/** The name of a cookie in a sentence, as Markdown. */
export function nameInWords(name: string): string {
  return isMachineName(name) ? codeMarkdown(name) : plain(name);
}
