import { thing } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { signalFields } from './change.ts';
import { signalsBlock } from './page.ts';

export const signals: Disclosure<'signals'> = {
  name: 'signals',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.signals,
  whole: signalsBlock,
  changes: thing(signalFields),
};
