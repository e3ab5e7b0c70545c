import { disclosuresInOrder } from '../disclosures/in-order.ts';
import type { Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import { suggestHelp } from '../text/suggest.ts';

/** A block that has nothing to show. */
export function emptyInventory(of: string, path: YamlPath, file: ParsedFile): Problem {
  return {
    rule: 'block/empty',
    severity: 'error',
    message: `Unexpected block with nothing to show, expected entries in \`${of}\`.`,
    place: file.place(path, 'key'),
    help: addEntries(of),
  };
}

/** What to do where an inventory has too few entries. */
export function addEntries(of: string): string {
  const disclosure = disclosuresInOrder.find(({ name }) => name === of);
  const ofProduct = disclosure?.home === 'product' && 'product.yaml';
  const home = of === 'steps' ? 'steps.yaml or this policy' : ofProduct || 'this policy';
  return `Add entries to \`${of}\` in ${home}${disclosure?.none ? ', write `none` there if that is meant' : ''}, or delete the block.`;
}

/** An id that no entry has. */
export function unknownId(id: string, of: string, known: string[], place: Problem['place']): Problem {
  return {
    rule: 'reference/unknown',
    severity: 'error',
    message: `Unexpected \`${id}\`, expected an id from \`${of}\`.`,
    place,
    help:
      id === 'all' ? `Write \`${of}: all\`, without brackets.` : (suggestHelp(id, known) ?? addEntries(of)),
  };
}
