import { expect, test } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import type { Row } from '../src/page/page-model.ts';
import { htmlOf } from '../src/page/piece.ts';
import { soldSharedOrNone } from '../src/rules/ccpa/sold-shared-or-none.ts';
import { readEntry, sealVersion, writeRecord } from '../src/versions/record.ts';
import { openRecord } from '../src/versions/record-formats.ts';
import { around, compileTexts } from './compile-texts.ts';
import { findingsIn } from './rules.ts';

const text = `kind: privacy-policy
title: Privacy
updated: 2026-11-01
data:
  name: { label: Name, ccpa: [identifiers] }
  visits: { label: Visits, ccpa: [internet-activity] }
purposes:
  order: { label: Orders, text: To send what you order., data: [name], basis: contract }
  count: { text: To count visits., data: [visits], basis: [consent, legitimate-interests], choice: Switch it off in your settings. }
recipients:
  post: { label: Carriers, data: [name], sold: false }
  ads: { vendors: [plume], data: [visits], sold: true }
retention:
  logs: { of: Logs, data: [visits], period: 90 days }
sections:
  - title: All
    content:
      - data: all
        columns: [ccpa, data, purposes, basis, choice, disclosedTo, soldTo, keptFor]
      - recipients: all
      - purposes: all
`;

function compiled(policy = text) {
  const { compiled: found, problems } = compileTexts({
    ...around,
    'shop/product.yaml': 'name: Shop\nvendors: { plume: { name: Plume } }\n',
    'shop/privacy.yaml': policy,
  });
  expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const one = found.get('shop/privacy');
  if (!one?.page) throw new Error('No page.');
  return { policy: one.policy, page: one.page };
}

const plain = ({ cells }: Row) => cells.map((cell) => htmlOf(cell).replaceAll(/<[^>]*>/g, ''));

test('a row of data says what other inventories say of it', () => {
  const [block] = compiled().page.sections[0]?.blocks ?? [];
  if (block?.type !== 'table') throw new Error('No table.');
  expect(block.columns).toEqual([
    'Category in California',
    'Data',
    'Used for',
    'Legal basis',
    'Your choice',
    'Disclosed to',
    'Sold to or shared with',
    'Kept for',
  ]);
  expect(block.head).toBe(1);
  expect(block.rows.map(plain)).toEqual([
    ['identifiers', 'Name', 'Orders', 'Contract', '', 'Carriers', '', ''],
    [
      'internet activity',
      'Visits',
      'To count visits.',
      'Consent; Legitimate interests',
      'Switch it off in your settings.',
      '',
      'Plume',
      'Logs: 90 days',
    ],
  ]);
});

test('a row of data says of what a time and a choice are, with what limits them', () => {
  const more = text
    .replace(
      'logs: { of: Logs, data: [visits], period: 90 days }',
      `logs: { of: Logs, data: [visits], period: 90 days, except: lines about attacks }
  copies: { label: Copies, of: copies of the logs, data: [visits], period: 1 year, then: deleted }
  notes: { of: notes, data: [visits] }`,
    )
    .replace('data: [name], basis', 'data: [name, visits], basis');
  const [block] = compiled(more).page.sections[0]?.blocks ?? [];
  if (block?.type !== 'table') throw new Error('No table.');
  const cell = (column: string) => htmlOf(block.rows[1]?.cells[block.columns.indexOf(column)] ?? []);
  expect(cell('Kept for')).toBe(
    '<ul><li>Logs: 90 days. Except: lines about attacks</li><li>Copies (copies of the logs): 1 year. Afterwards: deleted</li></ul>',
  );
  expect(cell('Your choice')).toBe('To count visits. Switch it off in your settings.');
});

test('a version with joined columns is sealed, and opens as it was', () => {
  const one = compiled();
  const day = { policy: 'shop/privacy', id: '2026-11-01', day: '2026-11-01', previous: undefined };
  const read = readEntry(writeRecord(sealVersion(one, day)));
  if ('fault' in read || !('written' in read.entry))
    throw new Error('fault' in read ? read.fault : 'An act.');
  expect(openRecord(read.entry).sections).toEqual(one.policy.sections);
});

test.each([
  ['sold: false', 'sold: true', [['recipient-changed', 'material', 'more']]],
  ['sold: true', 'sold: false', [['recipient-changed', 'review', 'less']]],
  [', choice: Switch it off in your settings.', '', [['purpose-details-changed', 'material', 'more']]],
  ['soldTo, keptFor', 'soldTo', [['block-column-removed', 'review', 'neutral']]],
])('%s that becomes %s is told', (before, after, expected) => {
  const [one, other] = [compiled(), compiled(text.replace(before, after))];
  const changes = changesBetween(one.policy, other.policy, redline(one.page, other.page));
  expect(changes.map(({ rule, level, direction }) => [rule, level, direction])).toEqual(expected);
});

test('a recipient to whom data is sold says that it is', () => {
  const policy = (sold: boolean) =>
    `data: { visits: { label: Visits } }\nrecipients: { ads: { label: Networks, data: [visits], sold: ${sold} } }\n`;
  expect(findingsIn({ policy: policy(true) }, soldSharedOrNone)).toEqual([]);
  expect(findingsIn({ policy: policy(false) }, soldSharedOrNone)).toHaveLength(1);
});

test('a row is named by its label, or by what it is where that is short or says the same', () => {
  const facts = `kind: privacy-policy
title: Privacy
updated: 2026-03-02
purposes:
  ads: { label: Ads, text: We show ads. }
  network: { text: Performing network communications }
retention:
  backups: { label: Backups, of: backups, period: 30 days }
  idle: { label: Idle accounts, of: free accounts, period: 1 year }
sections: [{ title: All, content: [purposes: all, retention: all] }]
`;
  const rows = compiled(facts).page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.map((row) => plain(row).slice(0, 2)) : [],
    ),
  );
  expect(rows).toEqual([
    ['Ads', 'We show ads.'],
    ['Performing network communications', ''],
    ['Backups', '30 days'],
    ['Idle accounts: free accounts', '1 year'],
  ]);
});
