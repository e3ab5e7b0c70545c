import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compile } from '../src/compile/compile.ts';
import { keeperIn, openCache } from '../src/doors/cache.ts';
import { openFindings } from '../src/doors/finding-cache.ts';
import { withProducts } from '../src/site/products-of-part.ts';
import { renderProse } from '../src/text/prose.ts';
import { around, sourcesOf } from './compile-texts.ts';
import { cookies } from './published-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'policybook-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sources = sourcesOf({
  ...around,
  'bar/product.yaml': 'name: Bar\n',
  'bar/cookies.yaml': cookies,
  'shop/cookies.yaml': cookies,
});

// A build of a part, or of the whole: it opens what is kept, and keeps what it makes when it is done.
function begin(products: readonly string[], part?: string) {
  const own = new Set(products);
  const of = part === undefined ? undefined : { name: part, products: own };
  const cache = openCache(folder, keeperIn(folder), of);
  const findings = openFindings(folder, keeperIn(folder), of);
  const known = products.filter((product) => findings.get(product, 'key') !== undefined);
  const finish = () => {
    const made: string[] = [];
    const noting = {
      get: cache.policies.get,
      set(...[entry, compiled]: Parameters<typeof cache.policies.set>) {
        made.push(entry.product);
        cache.policies.set(entry, compiled);
      },
    };
    const { products: compiled } = compile(withProducts(sources, own), {
      cache: { ...cache, policies: noting },
      version: '',
      render: renderProse,
      isPart: part !== undefined,
    });
    cache.save(compiled.flatMap(({ policies }) => policies));
    for (const product of products) findings.set(product, 'key', []);
    findings.save(products);
    return made;
  };
  return { known, finish };
}

test('finds what parts have made that were built at once in one folder', () => {
  const parts = [begin(['bar'], 'one'), begin(['shop'], 'two')];
  expect(parts.map(({ finish }) => finish())).toEqual([['bar'], ['shop']]);
  const again = begin(['bar'], 'third');
  expect([again.known, again.finish()]).toEqual([['bar'], []]);
  const whole = begin(['bar', 'shop']);
  expect([whole.known, whole.finish()]).toEqual([['bar', 'shop'], []]);
  expect(readdirSync(folder).filter((name) => name.startsWith('findings'))).toEqual([
    'findings',
    'findings.json',
  ]);
});
