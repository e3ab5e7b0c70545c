import { expect, test } from 'vitest';
import { around, compileTexts } from './compile-texts.ts';

const written = `kind: cookie-policy
title: Cookies
categories:
  counting: { label: Counting, each: { provider: plume, domain: plume.example, expires: 13 months, access: [plume] } }
cookies:
  a: { name: a, category: counting }
  b: { name: b, category: counting, provider: self, expires: session }
  c: { name: c }
sections:
  - { title: All, content: [categories: all, cookies: all] }
`;

function compiled(text: string) {
  return compileTexts({
    ...around,
    'shop/product.yaml':
      'name: Shop\ndomains: [shop.example]\nvendors: { plume: { name: Plume, country: DE } }\n',
    'shop/cookies.yaml': text,
  });
}

test('a cookie has what holds for each of its category, unless it says otherwise', () => {
  const { cookies, categories } = compiled(written).compiled.get('shop/cookies')?.policy.facts ?? {};
  expect(cookies).toEqual({
    a: {
      name: 'a',
      category: 'counting',
      type: 'cookie',
      party: 'third',
      provider: 'plume',
      domain: 'plume.example',
      expires: '13 months',
      access: ['plume'],
    },
    b: {
      name: 'b',
      category: 'counting',
      type: 'cookie',
      party: 'third',
      provider: 'self',
      domain: 'plume.example',
      expires: 'session',
      access: ['plume'],
    },
    c: { name: 'c', type: 'cookie' },
  });
  expect(categories).toEqual({ counting: { label: 'Counting' } });
});

test('an id in what holds for each is looked up once', () => {
  const { problems } = compiled(written.replace('provider: plume', 'provider: plumm'));
  expect(problems.map(({ message, place }) => [message, place.line])).toEqual([
    ['Unexpected `plumm`, expected an id from `vendors`.', 4],
  ]);
});
