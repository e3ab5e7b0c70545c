import type { Disclosure } from '../disclosure.ts';
import { aiChanges } from './change.ts';
import { aiBlock } from './page.ts';

export const ai: Disclosure<'ai'> = {
  name: 'ai',
  home: 'policy',
  form: 'thing',
  texts: 'uses',
  title: ({ disclosures }) => disclosures.ai,
  none: ({ none }) => none.ai,
  whole: aiBlock,
  changes: aiChanges,
};
