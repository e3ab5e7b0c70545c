import { expect, test } from 'vitest';
import { lookFor } from '../src/browser/own-storage.ts';

const stored = { cookie: ['_ga', '_ga_K3X', 'a.b'], local: ['theme'], session: ['draft-7'] };

test.each([
  ['_ga', 'cookie', 'seen'],
  ['_ga_*', 'cookie', 'seen'],
  ['_ga_[random number]', 'cookie', 'seen'],
  ['_gid', 'cookie', 'not-seen'],
  // A name is not a pattern of its own.
  ['a+b', 'cookie', 'not-seen'],
  ['a.b', 'cookie', 'seen'],
  ['aXb', 'cookie', 'not-seen'],
  ['_g', 'cookie', 'not-seen'],
  ['theme', 'local-storage', 'seen'],
  ['theme', 'cookie', 'not-seen'],
  ['draft-<id>', 'session-storage', 'seen'],
  ['pixel', 'pixel', 'unseeable'],
  ['', 'cookie', 'unseeable'],
])('%s as %s is %s', (name, type, expected) => {
  expect(lookFor({ name, type, isHidden: false }, stored)).toBe(expected);
});

test('of what is hidden from scripts nothing is said, whatever has its name', () => {
  expect(lookFor({ name: '_ga', type: 'cookie', isHidden: true }, stored)).toBe('unseeable');
});
