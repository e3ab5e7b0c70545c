import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { cookies as entry } from './change.ts';
import { cookiesBlock } from './page.ts';
import { resolveCookies } from './resolve.ts';

export const cookies: Disclosure<'cookies'> = {
  name: 'cookies',
  home: 'policy',
  form: 'inventory',
  part: { key: 'category', of: 'categories' },
  title: ({ disclosures }) => disclosures.cookies,
  none: ({ none }) => none.cookies,
  resolve: resolveCookies,
  entries: cookiesBlock,
  changes: inventory(entry),
};
