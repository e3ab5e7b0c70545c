import { expect, test } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import type { PageSection } from '../src/page/page-model.ts';
import { htmlOf } from '../src/page/piece.ts';
import { renderProse } from '../src/text/prose.ts';
import { readRecord, sealVersion, writeRecord } from '../src/versions/record.ts';
import { openRecord } from '../src/versions/record-formats.ts';
import { openVersion } from '../src/versions/versions.ts';
import { around, compileTexts } from './compile-texts.ts';

// What agreements have: parties, tables with lists in them, annexes, lines to sign on.

const agreement = `kind: data-processing-agreement
title: Data processing agreement
updated: 2026-01-01
numbering: decimal
sections:
  - title: The parties
    content:
      - parties:
          - { as: Customer, name: Whoever opens the account }
          - { as: Processor, name: "{{ name }} Ltd", text: Registered in Galway. }
      - See {{ sections.measures-inside.number }}.
  - title: Signatures
    content:
      - signatures: [{ for: Customer }, { for: Processor, name: M. Quay, title: Director }]
  - title: Measures
    annex: true
    sections:
      - { title: Doors, id: measures-inside, content: [They are locked.] }
  - title: What is processed
    annex: true
    content:
      - table:
          caption: Data and time
          columns: [Data, How long]
          rows:
            - [Names, "- a day\\n- or two"]
            - [Places, '']
`;

function compiled(text = agreement) {
  const { problems, compiled: policies } = compileTexts({ ...around, 'shop/dpa.yaml': text });
  const found = policies.get('shop/dpa');
  if (!found) throw new Error(problems.map(({ message }) => message).join(' '));
  return found;
}

const flat = (sections: readonly PageSection[]): PageSection[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);

test('annexes are numbered apart, and what is inside one anew', () => {
  const sections = flat(compiled().page.sections);
  expect(sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
    '1. The parties',
    '2. Signatures',
    'Annex 1. Measures',
    '1. Doors',
    'Annex 2. What is processed',
  ]);
  const [parties] = sections;
  const said = parties?.blocks[1];
  expect(said?.type === 'text' && htmlOf(said.text)).toBe('<p>See 1 of Annex 1.</p>');
});

test('shows parties, lines to sign on, and lists in cells', () => {
  const markdown = policyMarkdown(compiled().page);
  expect(markdown).toMatch(
    /- \*\*Customer\*\*: Whoever opens the account\n+- \*\*Processor\*\*: Shop Ltd\s+Registered in Galway\./,
  );
  expect(markdown).toContain('- **Name**: M. Quay\n- **Title**: Director\n- **Date**: …');
  expect(markdown).toMatch(/Data and time\n\n\| Data +\| How long +\|\n.*\n\| Names +\| a day; or two \|/);
  const table = flat(compiled().page.sections).at(-1)?.blocks[0];
  const cell = table?.type === 'table' ? table.rows[0]?.cells[1] : undefined;
  expect(cell && htmlOf(cell)).toBe('<ul>\n<li>a day</li>\n<li>or two</li>\n</ul>');
});

test('refuses a row that has not a cell for each column', () => {
  const { problems } = compileTexts({
    ...around,
    'shop/dpa.yaml': agreement.replace("[Places, '']", '[Places]'),
  });
  expect(
    problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message, place }) => [message, place.line]),
  ).toEqual([['Unexpected row of 1 cells, expected 2, one for each column.', 27]]);
});

test('tells a change of a party, a cell and a signer', () => {
  const after = compiled(
    agreement
      .replace('Registered in Galway', 'Registered in Cork')
      .replace('[Places, ', '[Shores, ')
      .replace('M. Quay', 'N. Strand'),
  );
  const before = compiled();
  const changes = changesBetween(before.policy, after.policy, redline(before.page, after.page));
  expect(changes.map(({ rule, path }) => `${rule} ${path}`)).toMatchInlineSnapshot(`
    [
      "prose-changed sections.the-parties",
      "prose-changed sections.what-is-processed",
      "prose-changed sections.signatures",
      "prose-changed sections.signatures",
    ]
  `);
});

test('is sealed in a record, and opened as it was', () => {
  const { policy, page } = compiled();
  const record = sealVersion(
    { policy, page },
    { policy: 'shop/dpa', id: '2026-01-01', day: '2026-01-01', previous: undefined },
  );
  const read = readRecord(writeRecord(record));
  if ('fault' in read) throw new Error(read.fault);
  const { sources: _sources, reviewed: _reviewed, ...sealed } = policy;
  expect(openRecord(read.record)).toEqual(sealed);
  const opened = openVersion(
    read.record,
    { product: 'shop', slug: 'dpa' },
    { site: { name: 'Example', url: 'https://example.com/' }, render: renderProse },
  );
  expect(opened.page.sections).toEqual(page.sections);
});
