import type { TextBlockName } from '../resolve/policy-model.ts';
import type { BlockDefinition } from './block.ts';
import { important, note, tip, warning } from './callout.ts';
import { cards } from './cards.ts';
import { contact } from './contact.ts';
import { definitions } from './definitions.ts';
import { history } from './history.ts';
import { parties } from './parties.ts';
import { policy } from './policy.ts';
import { signatures } from './signatures.ts';
import { steps } from './steps.ts';
import { table } from './table.ts';

/** Every block with a text of its own. A key of the schemas that is missing here does not compile. */
export const textBlocks: { readonly [K in TextBlockName]: BlockDefinition<K> } = {
  note,
  important,
  warning,
  tip,
  contact,
  definitions,
  table,
  parties,
  signatures,
  cards,
  steps,
  policy,
  history,
};
