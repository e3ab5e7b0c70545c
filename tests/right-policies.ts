import { readFileSync } from 'node:fs';
import { around, type Texts } from './compile-texts.ts';

const read = (name: string) => readFileSync(`tests/fixtures/mistakes/${name}.yaml`, 'utf8');

/** Policies and what stands around them in which nothing is wrong. */
export const right: Texts = {
  'site.yaml': around['site.yaml'] ?? '',
  'shop/product.yaml': read('product'),
  'shop/cookie-policy.yaml': read('cookie-policy'),
  'shop/privacy-policy.yaml': read('privacy-policy'),
};

/** The same with a slip in one file, `site` or one of the product: what stands in it once is written in another way. */
export function withSlip(file: string, written: string, wrong: string): Texts {
  const path = file === 'site' ? 'site.yaml' : `shop/${file}.yaml`;
  const text = right[path] ?? '';
  if (text.split(written).length !== 2) throw new Error(`Not once in ${path}: ${written}`);
  return { ...right, [path]: text.replace(written, () => wrong) };
}
