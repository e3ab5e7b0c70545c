import { thing } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { controllerFields } from './change.ts';

export const controller: Disclosure<'controller'> = {
  name: 'controller',
  home: 'product',
  form: 'thing',
  title: ({ disclosures }) => disclosures.controller,
  changes: thing(controllerFields),
};
