import { thing } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { childrenFields } from './change.ts';
import { childrenBlock } from './page.ts';

export const children: Disclosure<'children'> = {
  name: 'children',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.children,
  whole: childrenBlock,
  changes: thing(childrenFields),
};
