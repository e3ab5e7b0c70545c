import { expect, test } from 'vitest';
import { phoneAddress } from '../src/text/phone.ts';
import { pageOf } from './compile-texts.ts';

test.each([
  ['+353 (0)1 555-0100', 'tel:+35315550100'],
  ['+353 1 555-0100', 'tel:+35315550100'],
  ['+44 (0) 20 7946 0000', 'tel:+442079460000'],
  ['+44 (20) 7946-0000', 'tel:+442079460000'],
  ['+49 (0)30 901820', 'tel:+4930901820'],
  ['+1 (555) 010-0199', 'tel:+15550100199'],
  // In Italy the zero is part of the number.
  ['+39 (0)6 1234567', 'tel:+39061234567'],
  ['+39 06 1234567', 'tel:+39061234567'],
  ['+378 0549 882345', 'tel:+3780549882345'],
  ['+225 01 23 45 67 89', 'tel:+2250123456789'],
])('dials %s as %s', (written, address) => {
  expect(phoneAddress(written)).toBe(address);
});

test.each([
  ['+353 01 555 0100'],
  ['+44 (020) 7946 0000'],
  ['+225 (0)1 23 45 67 89'],
  ['+7 (8) 495 123-45-67'],
  ['+36 (06) 1 234 5678'],
  ['+353 (1 555 0100'],
  ['+1 234'],
  ['+1 2345 6789 0123 4567'],
  ['+1'],
])('makes no link of %s, of which nobody knows what to dial', (written) => {
  expect(phoneAddress(written)).toBeUndefined();
});

test('a number of which nobody knows what to dial stands as it is written, in a card and in a sentence', () => {
  const page = (phone: string) =>
    pageOf('sections: [{ title: Ask, content: [{ contact: desk }, "Call {{ contacts.desk.phone }}."] }]\n', {
      'shop/product.yaml': `name: Shop\ncontacts: { desk: { label: Desk, phone: ${phone} } }\n`,
    }).sections[0]?.blocks;
  expect(page('+353 (0)1 555-0100')).toMatchObject([
    { entries: [{ text: [{ text: '+353 (0)1 555-0100', href: 'tel:+35315550100' }] }] },
    { text: [{ html: '<p>Call <a href="tel:+35315550100">+353 (0)1 555-0100</a>.</p>' }] },
  ]);
  expect(page('+353 01 555-0100')).toEqual([
    expect.objectContaining({
      entries: [
        {
          term: 'Telephone',
          text: [{ sort: 'fact', path: 'contacts.desk.phone', text: '+353 01 555-0100' }],
        },
      ],
    }),
    { type: 'text', text: [expect.objectContaining({ html: '<p>Call +353 01 555-0100.</p>' })] },
  ]);
});
