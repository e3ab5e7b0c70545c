import { thing } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { requestFields } from './change.ts';
import { requestsBlock } from './page.ts';

export const requests: Disclosure<'requests'> = {
  name: 'requests',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.requests,
  whole: requestsBlock,
  changes: thing(requestFields),
};
