import { expect, test } from 'vitest';
import { type Change, changesBetween } from '../src/compare/changes/changes.ts';
import { judgeWords } from '../src/compare/changes/word-change.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { toPage } from '../src/page/page.ts';
import type { ResolvedPolicy } from '../src/resolve/policy-model.ts';
import { readerOf } from '../src/text/show.ts';

// What a change of words comes to: which rule tells it, and how much it weighs. Each input is as small as it can be.

const site = { name: 'Example', url: 'https://example.com/' };

type Text = string | string[];

/** A policy of sections with one text each; a text of several paragraphs is given as a list. */
function policy(sections: Record<string, Text>, more: Partial<ResolvedPolicy> = {}): ResolvedPolicy {
  return {
    product: { id: 'kelp', name: 'Kelp' },
    slug: 'policy',
    language: 'en',
    kind: 'privacy-policy',
    title: 'Policy',
    updated: '2026-01-01',
    effective: '2026-01-01',
    numbering: 'none',
    facts: { contacts: {}, vendors: {} },
    sections: Object.entries(sections).map(([title, text]) => ({
      id: title.toLowerCase().replaceAll(' ', '-'),
      aliases: [],
      title,
      numbering: 'none',
      content: [text].flat().map((markdown) => ({ type: 'prose' as const, text: markdown })),
      sections: [],
    })),
    quotes: {},
    ...more,
  };
}

function compare(before: ResolvedPolicy, after: ResolvedPolicy): Change[] {
  return changesBetween(before, after, redline(toPage(before, site), toPage(after, site)));
}

/** The rules and levels of what changes in one section. */
function found(before: Text, after: Text, more: Partial<ResolvedPolicy> = {}): string[] {
  const title = 'Overview';
  return compare(policy({ [title]: before }, more), policy({ [title]: after }, more)).map(
    ({ rule, level }) => `${rule} ${level}`,
  );
}

function judged(before: string, after: string, language = 'en'): string {
  const [old, now] = [policy({ Overview: before }, { language }), policy({ Overview: after }, { language })];
  const reader = readerOf(language);
  const { rule, level } = judgeWords(before, after, {
    before: old,
    after: now,
    reader,
    words: reader.words.changes,
  });
  return `${rule} ${level}`;
}

test.each([
  ['We store your data for marketing.', 'We share your data for marketing.', 'prose-changed material'],
  ['The insurer pays.', 'The insured pays.', 'prose-changed material'],
  ['The licensee owns it.', 'The licensor owns it.', 'prose-changed material'],
  ['It stands in your country.', 'It stands in your county.', 'prose-changed review'],
  ['We recieve data.', 'We receive data.', 'prose-typo editorial'],
  ['We keep it seperate.', 'We keep it separate.', 'prose-typo editorial'],
  ['We adapted it.', 'We adopted it.', 'prose-changed review'],
  ['We have occured costs.', 'We have occurred costs.', 'prose-typo editorial'],
  ['Our organization.', 'Our organisation.', 'prose-typo editorial'],
  ['We use e-mail.', 'We use email.', 'prose-punctuation-only editorial'],
  ['We’ve kept it.', "We've kept it.", 'prose-punctuation-only editorial'],
  ['A cookie is here.', 'A cookies is here.', 'prose-changed review'],
])('a word for another is no slip: %s → %s', (before, after, expected) => {
  expect(judged(before, after)).toBe(expected);
});

test('a word that stands elsewhere in the policy is a word', () => {
  expect(found('We keep harbour plans.', 'We keep habour plans.')).toEqual(['prose-typo editorial']);
  const both = 'A harbour. A habour.';
  expect(found(['We keep harbour plans.', both], ['We keep habour plans.', both])).toEqual([
    'prose-changed review',
  ]);
});

test('capitals make a term where it has them in the middle of a sentence', () => {
  expect(found('we keep boats.', 'We keep boats.')).toEqual(['prose-capitals-changed editorial']);
  const also = 'You own the Content here.';
  expect(found(['We keep content.', also], ['We keep Content.', also])).toEqual([
    'prose-capitals-changed review',
  ]);
});

test.each([
  ['Write to a1@b2.example.', 'Write to a3@b2.example.', 'prose-changed review'],
  ['See https://a.example/2020/.', 'See https://a.example/2021/.', 'prose-changed review'],
  ['See terms-2020.pdf here.', 'See terms-2021.pdf here.', 'prose-changed review'],
  ['We made [Product 3] here.', 'We made [Product 4] here.', 'prose-changed review'],
  ['13.5. Boats.', '13.4. Boats.', 'prose-renumbered editorial'],
  ['(b) Boats.', '(a) Boats.', 'prose-renumbered editorial'],
  ['Kelp, 1 Quay Street, Galway H91 AAAA.', 'Kelp, 2 Quay Street, Galway H91 BBBB.', 'prose-changed review'],
  ['We are Chartroom.', 'We are Six Soundings.', 'prose-changed review'],
  ['Call +353 91 000 000.', 'Call +353 91 000 001.', 'prose-changed review'],
  ['It takes 30 days.', 'It takes 60 days.', 'prose-number-changed material'],
  ['You must be 13.', 'You must be 16.', 'prose-number-changed material'],
  ['The offer ends on 2026-01-01.', 'The offer ends on 2026-02-01.', 'prose-number-changed material'],
])('a digit in a name is no quantity: %s → %s', (before, after, expected) => {
  expect(judged(before, after)).toBe(expected);
});

test('a number behind a name at the start of a sentence is part of it where the name is one elsewhere', () => {
  const also = 'We made Basecamp here.';
  expect(found(['Basecamp 3 is a tool.', also], ['Basecamp 4 is a tool.', also])).toEqual([
    'prose-changed review',
  ]);
  expect(found('Keep 3 boats.', 'Keep 4 boats.')).toEqual(['prose-number-changed material']);
  const bound = 'We think Within.';
  expect(found(['Within 30 days.', bound], ['Within 60 days.', bound])).toEqual([
    'prose-number-changed material',
  ]);
});

test.each([
  ['fewer than 5 people', 'more than 5 people', 'prose-obligation-changed material'],
  ['We ask before we send it.', 'We ask after we send it.', 'prose-changed material'],
  ['You can opt in to it.', 'You can opt out to it.', 'prose-obligation-changed material'],
  ['It costs 20 EUR.', 'It costs 20 USD.', 'prose-number-changed material'],
  ['As Article IV says.', 'As Article VI says.', 'prose-number-changed material'],
  ['Each of the boats.', 'Most of the boats.', 'prose-changed review'],
  ['You can look at boats.', 'You look at boats.', 'prose-changed review'],
])('knows what turns a sentence around: %s → %s', (before, after, expected) => {
  expect(judged(before, after)).toBe(expected);
});

test.each([
  ['ja', '保存期間は三十日です。', '保存期間は九十日です。', 'prose-number-changed material'],
  ['ar', 'نحتفظ بها ٣٠ يوما.', 'نحتفظ بها ٦٠ يوما.', 'prose-number-changed material'],
  [
    'de',
    'Wir können Daten weitergeben.',
    'Wir dürfen Daten nicht weitergeben.',
    'prose-obligation-changed material',
  ],
  [
    'fr',
    'Nous partageons vos données.',
    'Nous ne partageons pas vos données.',
    'prose-obligation-changed material',
  ],
  ['es', 'Podemos enviar datos.', 'Debemos enviar datos.', 'prose-obligation-changed material'],
  ['it', 'Possiamo inviare dati.', 'Dobbiamo inviare dati.', 'prose-obligation-changed material'],
  ['nl', 'Wij delen uw gegevens niet.', 'Wij delen uw gegevens.', 'prose-obligation-changed material'],
  ['pt', 'Guardamos por trinta dias.', 'Guardamos por noventa dias.', 'prose-number-changed material'],
  ['cs', 'Ukládáme data.', 'Prodáváme data.', 'prose-changed review'],
])('in %s: %s → %s', (language, before, after, expected) => {
  expect(judged(before, after, language)).toBe(expected);
});

test('a promise that goes as a paragraph weighs what it weighs inside one', () => {
  const promise = 'We will never sell your personal data to anyone.';
  expect(found(`We keep logs. ${promise}`, 'We keep logs.')).toEqual(['prose-removed material']);
  expect(found(`We keep logs.\n\n${promise}`, 'We keep logs.')).toEqual(['prose-removed material']);
  expect(found(['We keep logs.', promise], ['We keep logs.'])).toEqual(['prose-removed material']);
  expect(found(`- We keep logs.\n- ${promise}`, '- We keep logs.')).toEqual(['prose-removed material']);
  const row = `| What | How |\n|---|---|\n| Logs | kept |\n`;
  expect(found(`${row}| Data | ${promise} |\n`, row)).toEqual(['prose-removed material']);
  const [both, one] = [policy({ Logs: 'We keep logs.', Sale: promise }), policy({ Logs: 'We keep logs.' })];
  expect(compare(both, one).map(({ rule, level }) => `${rule} ${level}`)).toEqual([
    'section-removed material',
  ]);
});

test('a new paragraph weighs what its words do', () => {
  const news = 'We may share your data with advertisers for 24 months.';
  expect(found('We keep logs.', `We keep logs.\n\n${news}`)).toEqual(['prose-added material']);
  expect(found('We keep logs.', 'We keep logs.\n\nBoats are welcome.')).toEqual(['prose-added review']);
});

test('a new entry of a list of recipients is a new recipient', () => {
  const compared = (title: string) =>
    compare(
      policy({ [title]: '- Cove Ltd, hosting' }),
      policy({ [title]: '- Cove Ltd, hosting\n- Reef Ltd, mail' }),
    ).map(({ rule, level }) => `${rule} ${level}`);
  expect(compared('Our processors')).toEqual(['prose-added material']);
  expect(compared('Our friends')).toEqual(['prose-added review']);
});

test('a space that was left out is editorial', () => {
  expect(
    found('It is unavailable.Without it we may stop.', 'It is unavailable. Without it we may stop.'),
  ).toEqual(['prose-punctuation-only editorial']);
});

test('what changes in two sentences is told twice', () => {
  const long =
    'Boats lie at the quay all day and all night, whatever the weather is like, as they always did.';
  expect(found(`We may call. ${long} It takes 5 days.`, `We will call. ${long} It takes 6 days.`)).toEqual([
    'prose-obligation-changed material',
    'prose-number-changed material',
  ]);
});

test('each link that leads somewhere else is told, beside the words', () => {
  expect(
    found(
      'We may see [one](https://a.example/x) and [two](https://a.example/y).',
      'We will see [one](https://b.example/x) and [two](https://b.example/y).',
    ),
  ).toEqual([
    'prose-obligation-changed material',
    'link-target-changed review',
    'link-target-changed review',
  ]);
});

test.each([
  ['https://a.example/en/privacy.html', 'https://www.a.example/legal/privacy/', 'editorial'],
  ['https://a.example/privacy', 'https://b.example/privacy', 'review'],
  ['https://a.example/1.0/terms', 'https://a.example/2.0/terms', 'review'],
  ['https://a.example/terms', 'https://a.example/privacy', 'review'],
])('a link from %s to %s is %s', (before, after, level) => {
  expect(found(`See [it](${before}).`, `See [it](${after}).`)).toEqual([`link-target-changed ${level}`]);
});

test('a line that dates the text is no promise', () => {
  expect(found('*Last updated: December 4, 2020*', '*Last updated: July 12, 2021*')).toEqual([
    'prose-date-changed editorial',
  ]);
  expect(found('Stand: 4. Dezember 2020', 'Stand: 12. Juli 2021', { language: 'de' })).toEqual([
    'prose-date-changed editorial',
  ]);
  expect(found('Offer ends on 4 May 2020', 'Offer ends on 5 May 2020')).toEqual([
    'prose-number-changed material',
  ]);
});

test('a sentence that moves to another paragraph is neither new nor gone', () => {
  const [one, two, three] = ['We keep logs.', 'You may ask us to delete them.', 'Boats lie at the quay.'];
  const rules = found([`${one} ${two}`, three], [one, `${three} ${two}`]);
  expect(rules).toEqual(['prose-moved editorial', 'prose-breaks-changed editorial']);
  const [lead, none] = [policy({ Overview: one }, { lead: two }), policy({ Overview: `${one}\n\n${two}` })];
  expect(compare(lead, none).map(({ rule, level }) => `${rule} ${level}`)).toEqual(['prose-moved review']);
});

test('what stands alone where something else stood alone took its place', () => {
  expect(found(['Kelp keeps boats.', '4 May'], ['Kelp keeps boats.', '5 June'])).toEqual([
    'prose-number-changed material',
  ]);
});
