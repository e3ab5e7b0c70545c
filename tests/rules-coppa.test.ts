import { describe, expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule, ruleIds } from './rules.ts';

const rules = await Promise.all(ruleIds.filter((id) => id.startsWith('coppa/')).map(loadRule));

/** What the rules, or one of them, find: `line message`, the message from where it says what is missing. */
function found(example: Example, id?: string): string[] {
  return rules
    .filter((rule) => id === undefined || rule.id === id)
    .flatMap((rule) => findingsIn(example, rule))
    .map(({ place, message }) => `${place.line} ${message.replace(/^.*?; /, '')}`);
}

const pupils = 'audiences:\n  pupils: { label: Pupils, children: true }\n  teachers: { label: Teachers }\n';
const data =
  'data:\n  nickname: { label: Nickname, audience: pupils }\n  bills: { label: Bills, audience: teachers }\n';
const vendors = 'vendors:\n  cloud: { name: Cloud, role: processor, does: hosting }\n  ads: { name: Ads }\n';

test('a privacy policy that does not speak of children gets one finding', () => {
  expect(found({ policy: 'title: Privacy\n' })).toEqual([
    '1 no field says which people are children, and no text seems to.',
  ]);
});

test('a privacy policy beside a notice about children gets none', () => {
  const policy = 'title: Privacy\nchildren:\n  age: 13\n  audio: {}\n';
  const others = { 'children.yaml': 'kind: children-notice\n' };
  const files = rules.flatMap((rule) => findingsIn({ policy, others }, rule)).map(({ place }) => place.file);
  expect(files).not.toContain('policies/shop/policy.yaml');
});

type Case = [says: string, rule: string, example: Example, expected: string[]];

const prose = (text: string) => ({
  policy: `kind: privacy-policy\nsections: [{ title: Children, content: [${JSON.stringify(text)}] }]\n`,
});

const cases: Case[] = [
  [
    'a policy that says in words that it collects data of children',
    'coppa/parents',
    prose('We collect a name from a child who plays.'),
    [
      '1 no field says that a parent can review the data, that a parent can have it deleted, that a parent can refuse further collection or how a parent does so, and no text seems to.',
    ],
  ],
  ['one that collects none', 'coppa/parents', prose('We do not knowingly collect data from children.'), []],
  [
    'nothing at all, in a notice about children',
    'coppa/collection-use',
    { policy: 'kind: children-notice\n' },
    [
      '1 no field says which data of children is collected or whether a child can make data public, and no text seems to.',
    ],
  ],
  [
    'that no data is collected',
    'coppa/collection-use',
    { policy: 'kind: children-notice\ndata: none\n' },
    [],
  ],
  [
    'purposes of other data',
    'coppa/collection-use',
    {
      policy: `${pupils}${data}purposes:\n  pay: { text: To take payments., data: [bills] }\nchildren: { age: 13, publicByChild: false }\n`,
    },
    ['7 no field says what “Nickname” is used for, and no text seems to.'],
  ],
  [
    'a purpose of all data',
    'coppa/collection-use',
    {
      policy: `${pupils}${data}purposes:\n  game: { text: To run the game. }\nchildren: { age: 13, publicByChild: true }\n`,
    },
    [],
  ],
  [
    'neither operator nor contact',
    'coppa/operators',
    { policy: 'kind: children-notice\n', product: 'name: Shop\n' },
    ['1 no field says their name, postal address, telephone number or e-mail address, and no text seems to.'],
  ],
  [
    'nothing of recipients',
    'coppa/third-parties',
    { policy: 'kind: children-notice\n' },
    ['1 no field says who receives data, and no text seems to.'],
  ],
  [
    'that there are no recipients',
    'coppa/third-parties',
    { policy: 'kind: children-notice\nrecipients: none\n' },
    [],
  ],
  [
    'recipients, and not of what',
    'coppa/third-parties',
    { policy: `${pupils}${data}recipients:\n  host: { label: Hosting }\n` },
    ['7 no field says which of the recipients get data of children, and no text seems to.'],
  ],
  [
    'recipients of other data',
    'coppa/third-parties',
    { policy: `${pupils}${data}recipients:\n  pay: { label: Payments, data: [bills] }\n` },
    [],
  ],
  [
    'a class of recipients of data of children',
    'coppa/third-parties',
    { policy: `${pupils}${data}recipients:\n  ads: { label: Advertisers, data: [nickname] }\n` },
    ['8 “Advertisers” has no `vendors` or `why`.'],
  ],
  [
    'a vendor that says what it does',
    'coppa/third-parties',
    {
      policy: `${pupils}${data}recipients:\n  host: { label: Hosting, vendors: [cloud], data: [nickname] }\n`,
      product: vendors,
    },
    [],
  ],
  [
    'nothing of how long',
    'coppa/retention-policy',
    { policy: `${pupils}${data}` },
    ['5 no field says that of “Nickname”, and no text seems to.'],
  ],
  [
    'how long and no reason, of data of children alone',
    'coppa/retention-policy',
    {
      policy: `${pupils}${data}retention:\n  names: { of: Nicknames, data: [nickname], period: 30 days }\n  bills: { of: Bills, data: [bills] }\n`,
    },
    ['8 “Nicknames” has no reason for keeping it.'],
  ],
  [
    'a criterion that ends',
    'coppa/retention-policy',
    {
      policy:
        'kind: children-notice\nretention:\n  all: { of: Data, criteria: "Until the account is closed, and not indefinitely.", for: the game }\n',
    },
    [],
  ],
  [
    'recordings without anything about them',
    'coppa/audio',
    { policy: 'kind: children-notice\nchildren:\n  age: 13\n  audio: {}\n' },
    ['4 `audio` has no `use` or `deletion`.'],
  ],
  [
    'nothing of parents',
    'coppa/parents',
    { policy: 'kind: children-notice\nchildren:\n  age: 13\n' },
    [
      '2 no field says that a parent can review the data, that a parent can have it deleted, that a parent can refuse further collection or how a parent does so, and no text seems to.',
    ],
  ],
  [
    'recipients who only act for the operator',
    'coppa/separate-consent',
    {
      policy: 'kind: children-notice\nrecipients:\n  host: { vendors: [cloud] }\n',
      product: vendors,
    },
    [],
  ],
  [
    'a recipient of its own',
    'coppa/separate-consent',
    {
      policy: 'kind: children-notice\nrecipients:\n  ads: { vendors: [cloud, ads] }\n',
      product: vendors,
    },
    ['1 no field says how a parent does, and no text seems to.'],
  ],
  [
    'people of a notice about children, not marked as such',
    'coppa/collection-use',
    {
      policy:
        'kind: children-notice\naudiences:\n  kids: { label: Kids }\ndata:\n  name: { label: Name, audience: kids }\npurposes:\n  game: { text: To show who plays., audience: kids }\nchildren: { age: 13, publicByChild: false }\n',
    },
    [],
  ],
  [
    'in none of two privacy policies a word about children',
    'coppa/collection-use',
    { policy: 'kind: privacy-policy\n', others: { 'staff.yaml': 'kind: privacy-policy\n' } },
    ['1 no field says which people are children, and no text seems to.'],
  ],
  ['that no data is collected', 'coppa/operators', { policy: 'kind: children-notice\ndata: none\n' }, []],
  ['that no data is collected', 'coppa/parents', { policy: 'kind: children-notice\ndata: none\n' }, []],
  ['that no data is collected', 'coppa/third-parties', { policy: 'kind: children-notice\ndata: none\n' }, []],
  [
    'courts, in a notice about children',
    'coppa/third-parties',
    { policy: 'kind: children-notice\nrecipients:\n  courts: { label: Courts and authorities }\n' },
    [],
  ],
  [
    'courts, in a notice about children',
    'coppa/separate-consent',
    { policy: 'kind: children-notice\nrecipients:\n  courts: { text: "The police, where a court asks." }\n' },
    [],
  ],
  [
    'vendors that only act for the operator',
    'coppa/third-parties',
    { policy: 'kind: children-notice\nrecipients:\n  host: { vendors: [cloud] }\n', product: vendors },
    [],
  ],
  [
    'several third parties',
    'coppa/separate-consent',
    {
      policy:
        'kind: children-notice\nrecipients:\n  ads: { label: Advertisers }\n  toys: { label: Sponsors }\n',
    },
    ['1 no field says how a parent does, and no text seems to.'],
  ],
  [
    'that nothing is kept for ever',
    'coppa/retention-policy',
    {
      policy:
        'kind: children-notice\nretention:\n  all: { of: Data, criteria: "Until the account is closed. We do not keep data of a child indefinitely.", for: the game }\n',
    },
    [],
  ],
  [
    'that all is kept for ever',
    'coppa/retention-policy',
    {
      policy:
        'kind: children-notice\nretention:\n  all: { of: Data, criteria: We keep it forever., for: the game }\n',
    },
    ['3 “Data” has no time of deletion.'],
  ],
];

describe('the rules about children, where a policy says', () => {
  test.each(cases)('%s: %s', (_, id, example, expected) => {
    expect(found(example, id)).toEqual(expected);
  });
});

test('a text from before the amended rule is not judged by it until its day', () => {
  const example = { policy: 'kind: children-notice\nupdated: 2025-01-01\n', asOf: '2025-01-01' };
  expect(found(example, 'coppa/third-parties')).toEqual([]);
  expect(found(example, 'coppa/parents')).toHaveLength(1);
  expect(found({ ...example, asOf: '2025-06-23' }, 'coppa/third-parties')).toHaveLength(1);
});
