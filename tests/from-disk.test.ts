import { expect, test } from 'vitest';
import { fromDisk } from '../src/site/from-disk.ts';

test.each([
  ['index.html', '', '<a href="/">', '<a href="index.html">'],
  ['shop/cookies/index.html', '', '<a href="/shop/#list">', '<a href="../../shop/index.html#list">'],
  [
    'shop/cookies/index.html',
    '/legal',
    '<a class="x" href="/legal/">',
    '<a class="x" href="../../index.html">',
  ],
  [
    'shop/index.html',
    '/legal',
    '<link rel="stylesheet" href="/legal/style.css?v=1">',
    '<link rel="stylesheet" href="../style.css?v=1">',
  ],
  [
    'shop/index.html',
    '',
    '<a href="#top"><a href="https://a.example/">',
    '<a href="#top"><a href="https://a.example/">',
  ],
  [
    'shop/index.html',
    '/legal',
    '<a href="/other/"><a href="//a.example/">',
    '<a href="/other/"><a href="//a.example/">',
  ],
  ['shop/index.html', '', '<code>&lt;a href="/x/"&gt;</code>', '<code>&lt;a href="/x/"&gt;</code>'],
  [
    'old/index.html',
    '',
    '<meta http-equiv="refresh" content="0; url=/shop/cookies/">',
    '<meta http-equiv="refresh" content="0; url=../shop/cookies/index.html">',
  ],
  ['index.html', '', '<script type="module" src="/compare.js"></script><p>', '<p>'],
  ['index.html', '', '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><p>', '<p>'],
])('in %s below "%s" turns %s into %s', (path, base, html, expected) => {
  expect(fromDisk(html, path, base)).toBe(expected);
});
