import { expect, test } from 'vitest';
import { findPlaceholders } from '../src/read/placeholders.ts';

const found = (text: string) => findPlaceholders(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['name: TODO the legal name', ['TODO the legal name']],
  ['name: TODO', ['TODO']],
  ['email: TODO@example.com', ['TODO@example.com']],
  ['examples: [TODO one, two]', ['TODO one, two']],
  ['x: {label: "TODO a label"}', ['TODO a label']],
  ['| TODO one | TODO two |', ['TODO one', 'TODO two']],
  ['# TODO: how long\nperiod: 3 days', ['TODO: how long']],
  ['EU: TODO', ['TODO']],
  ['text: Ask us. TODO GDPR basis', ['TODO GDPR basis']],
])('finds what %j leaves open', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'The code `TODO` in a text, todo, TODOS, /TODO, https://a.example/TODO, TODO-list',
  'EN TODO CASO, el usuario responde.',
  'TODO EL CONTENIDO ES NUESTRO.',
  'NOS RESERVAMOS, ANTE TODO, EL DERECHO',
  'LO QUEREMOS TODO',
])('leaves %j alone', (text) => {
  expect(found(text)).toEqual([]);
});

test('says of a comment that it is to be deleted, and of a text that it is to be written', () => {
  expect(findPlaceholders('# TODO ask\nname: TODO it').map(({ help }) => help)).toEqual([
    'Do what the comment says, then delete it. Nothing of it is released before.',
    'Write what belongs there in its place. Nothing of it is released before.',
  ]);
});
