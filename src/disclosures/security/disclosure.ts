import type { Security } from '../../../schemas/disclosures/security.ts';
import { thing } from '../../compare/changes/disclosure-change.ts';
import { namedTexts } from '../../compare/changes/entry-change.ts';
import { type Fields, texts } from '../../compare/changes/field-change.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { idOf, pick } from '../../page/selection.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import type { Disclosure } from '../disclosure.ts';

// What a change of how data is protected comes to.
const securityFields: Fields<Security> = {
  measures: namedTexts('security.measures', {
    added: 'security-measure-added',
    removed: 'security-measure-removed',
    changed: 'security-measure-changed',
  }),
  limits: texts('security-limits-changed'),
};

// How data is protected.
function securityBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.security?.measures, block.ids).map(([id, measure]) => ({
    ...idOf(context.anchor('security', id)),
    text: context.inline(`security.measures.${id}`, measure),
  }));
  return { type: 'list', items };
}

export const security: Disclosure<'security'> = {
  name: 'security',
  home: 'policy',
  form: 'thing',
  texts: 'measures',
  title: ({ disclosures }) => disclosures.security,
  entries: securityBlock,
  changes: thing(securityFields),
};
