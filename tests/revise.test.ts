import { expect, test } from 'vitest';
import { parseYaml } from '../src/read/parse.ts';
import { reviseText } from '../src/versions/revise.ts';

function revised(text: string, effective?: string): string | undefined {
  const file = parseYaml('policies/shop/cookies.yaml', new TextEncoder().encode(text));
  return reviseText(file, { updated: '2026-11-23', ...(effective && { effective }) });
}

test('sets the dates and drops what the last version said of itself', () => {
  const text = `# A comment stays.
kind: notice
title: Notice
updated: 2026-01-01 # the date
effective: 2026-02-01
change:
  summary: >-
    Something
    else.

  material: true
# Another comment.
sections:
  - title: One
    content: [Text.]
`;
  expect(revised(text, '2026-12-01')).toBe(`# A comment stays.
kind: notice
title: Notice
updated: 2026-11-23
effective: 2026-12-01
# Another comment.
sections:
  - title: One
    content: [Text.]
`);
});

test('drops the day the last version bound where the new one binds at once', () => {
  const text = 'kind: notice\ntitle: Notice\neffective: 2026-02-01\nupdated: 2026-01-01\nsections: []\n';
  expect(revised(text)).toBe('kind: notice\ntitle: Notice\nupdated: 2026-11-23\nsections: []\n');
});

test('gives a date to a text that had none, after its title', () => {
  const text = 'kind: notice\ntitle: >-\n  A long\n  title\nsections: []\n';
  expect(revised(text)).toBe(
    'kind: notice\ntitle: >-\n  A long\n  title\nupdated: 2026-11-23\nsections: []\n',
  );
});

test('leaves a file alone that cannot be read', () => {
  expect(revised('kind: [')).toBeUndefined();
});
