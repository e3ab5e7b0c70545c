import { expect, test } from 'vitest';
import type { CompiledPolicy } from '../src/compile/compile-model.ts';
import { memoryCache } from '../src/doors/cache.ts';
import { passingTold } from '../src/doors/told-cache.ts';
import { compileSources, type Library, problemsOf } from '../src/site/library.ts';
import { sourcesOf } from './compile-texts.ts';
import { project } from './open-folder.ts';

const texts = {
  'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en]\n',
  'quay/product.yaml': 'name: Quay\n',
  'quay/terms.yaml': termsOf('a week'),
  'shop/product.yaml': 'name: Shop\n',
  'shop/notice.yaml': termsOf('a day').replace('terms', 'notice'),
  'shop/terms.yaml': termsOf('a month'),
};

function termsOf(period: string): string {
  return `kind: terms\ntitle: Terms\nsections:\n  - title: Payment\n    content:\n      - TODO say how. Pay within ${period}.\n`;
}

/** What rules find, and how often they had read each policy when all were compiled. */
function inspected(isInspected: boolean) {
  const cache = memoryCache();
  let reads = 0;
  const read = (entry: { key: string }): CompiledPolicy => {
    reads += 1;
    return cache.read(entry);
  };
  const found = new Map<string, ReturnType<Library['findings']['get']>>();
  const library = compileSources(
    sourcesOf(texts),
    { ...project, today: '2026-11-28' },
    {
      cache: { ...cache, read },
      findings: {
        get: (product, key) => found.get(product + key),
        set: (product, key, problems) => void found.set(product + key, problems),
        save: () => undefined,
      },
      told: passingTold(),
      cacheFault: () => undefined,
      isInspected,
    },
  );
  return { problems: problemsOf(library), reads };
}

test('rules that look at each product as it is compiled find the same, and read nothing back', () => {
  const [later, atOnce] = [inspected(false), inspected(true)];
  expect(atOnce.problems).toEqual(later.problems);
  expect(later.problems.filter(({ finding }) => finding)).not.toEqual([]);
  expect([later.reads, atOnce.reads]).toEqual([3, 0]);
});
