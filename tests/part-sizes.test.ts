import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productsOfPart } from '../src/site/products-of-part.ts';

test('takes of three products of one size the second for the second of three parts', () => {
  const sizes = new Map([
    ['bakery', 4],
    ['cellar', 4],
    ['dairy', 4],
  ]);
  expect([...productsOfPart({ number: 2, count: 3 }, sizes)]).toEqual(['cellar']);
});

test('has each product in one part, in order, and no part larger than its share by more than one product', () => {
  const sizes = fc
    .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 })
    .map((list) => new Map(list.map((size, index) => [`product-${index}`, size])));
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 12 }), (all, count) => {
      const parts = Array.from({ length: count }, (_, index) => [
        ...productsOfPart({ number: index + 1, count }, all),
      ]);
      expect(parts.flat()).toEqual([...all.keys()]);
      const total = [...all.values()].reduce((sum, size) => sum + size, 0);
      for (const part of parts) {
        const size = part.reduce((sum, id) => sum + (all.get(id) ?? 0), 0);
        expect(size).toBeLessThanOrEqual(total / count + Math.max(...all.values()));
      }
    }),
  );
});
