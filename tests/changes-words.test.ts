import { expect, test } from 'vitest';
import { type Change, changesBetween } from '../src/compare/changes/changes.ts';
import { excerptsOf, shorten } from '../src/compare/changes/excerpt.ts';
import { readWords } from '../src/compare/changes/guarded-words.ts';
import { judgeWords } from '../src/compare/changes/word-change.ts';
import { toComparison } from '../src/compare/comparison.ts';
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

test('reads a text again where the words of other versions tell it otherwise', () => {
  const kindOfNumber = (capitals: readonly string[]) => {
    const known = { language: 'en', names: [], capitals: new Set(capitals) };
    return readWords({ text: 'Harbour 3 is new.' }, known)[1]?.kind;
  };
  expect([kindOfNumber([]), kindOfNumber(['harbour']), kindOfNumber([])]).toEqual([
    'number',
    'name',
    'number',
  ]);
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
  // As part of a name it makes none.
  expect(
    found(
      ['We keep content.', 'See the Content Board here.'],
      ['We keep Content.', 'See the Content Board here.'],
    ),
  ).toEqual(['prose-capitals-changed editorial']);
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
  ['Our site is kelp.example.', 'Our site is hull.example.', 'prose-changed review'],
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
  ['You can delete it at any time.', 'You can delete it at one time.', 'prose-obligation-changed material'],
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
  // What is counted stands at once behind its number.
  ['ja', '30日間保存します。', '90日間保存します。', 'prose-number-changed material'],
  ['ja', '6ヶ月間保存します。', '9ヶ月間保存します。', 'prose-number-changed material'],
  ['ja', '最長 6 か月間停止します。', '最長 9 か月間停止します。', 'prose-number-changed material'],
  ['zh', '我们保留30个工作日。', '我们保留60个工作日。', 'prose-number-changed material'],
  ['zh', '我们保留一年。', '我们保留三年。', 'prose-number-changed material'],
  ['ko', '30일 동안 보관합니다.', '90일 동안 보관합니다.', 'prose-number-changed material'],
  ['ko', '만 14세 이상이어야 합니다.', '만 18세 이상이어야 합니다.', 'prose-number-changed material'],
  ['en', 'Call us at XXX.', 'Call us at home.', 'prose-changed review'],
  // "For a time", "as soon as", "a", "very": nothing is counted.
  ['ja', 'Kelp に送信します。', 'Kelp に一時的に送信します。', 'prose-changed review'],
  ['zh', '在征得您的同意后，我们保存。', '一经选择，我们保存。', 'prose-changed review'],
  ['zh', '我们使用 Cookie 保存数据。', '我们使用一个 Cookie 保存数据。', 'prose-changed review'],
  ['zh', '我们重视数据。', '我们十分重视数据。', 'prose-changed review'],
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
  ['https://a.example/privacy#one', 'https://a.example/privacy#two', 'editorial'],
  ['https://a.example/app/answer/7540088', 'https://a.example/web/answer/8540099', 'editorial'],
  ['https://a.example/get-help', 'https://a.example/center', 'editorial'],
  ['https://a.example/get-help', 'https://b.example/get-help', 'review'],
  ['https://a.example/ads/opt-out', 'https://a.example/ads', 'review'],
  ['https://a.example/ads/opt-out', 'https://a.example/ads?opt=all#opt-out', 'editorial'],
  ['https://a.example/media/terms', 'https://a.example/kb/marketing', 'editorial'],
  ['https://a.example/legal/2024-08/terms', 'https://a.example/legal/2025-01/terms', 'review'],
  ['https://help.kelp.co.uk/privacy', 'https://www.kelp.com/privacy/', 'editorial'],
  ['mailto:one@a.example', 'mailto:two@a.example', 'editorial'],
  ['mailto:one@a.example', 'mailto:one@b.example', 'review'],
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

test.each([
  ['Before you are able post here.', 'Before you are able to post here.'],
  ['Its partners help.', 'Their partners help.'],
  ['The app and the site are governed by it.', 'The apps and the site is governed by it.'],
  ['You shouldn’t have to pay.', 'You should not have to pay.'],
  ['We use two-step sign-in.', 'We use 2-step sign-in.'],
  ['By using using it you agree.', 'By using it you agree.'],
])('only small words or the form of words change: %s → %s', (before, after) => {
  expect(found(before, after)).toEqual(['prose-wording-changed editorial']);
});

test.each([
  ['It is sold to shops.', 'It is sold by shops.', 'review'],
  ['We may may ask.', 'We may ask.', 'material'],
  ['You share it with us.', 'You share it without us.', 'material'],
  ['We keep damage in mind.', 'We keep damages in mind.', 'material'],
])('a small word that turns a sentence around is no form: %s → %s', (before, after, level) => {
  const [change] = found(before, after);
  expect(change).toMatch(new RegExp(`${level}$`));
});

test.each([
  ['Last updated: 2 May 2025 We like boats.', 'Last updated: 3 June 2026 We like boats.'],
  [
    'We like boats. This policy was last updated on 2 May 2025.',
    'We like boats. This policy was last updated on 3 June 2026.',
  ],
  ['Boats in the EU (Updated May 2, 2025)', 'Boats in the EU (Updated June 3, 2026)'],
  ['LAST UPDATED 27TH OF MAY 2021', 'LAST UPDATED: 3 JUNE 2022'],
  ['This new policy will take effect on 2 May 2025.', 'Last updated 3 June 2026'],
])('the date of a text is told apart from the text around it: %s', (before, after) => {
  expect(found(before, after)).toEqual(['prose-date-changed editorial']);
});

test.each([
  ['Effective 2 May 2025 we charge a fee.', 'Effective 3 June 2026 we charge a fee.'],
  ['The offer ends on 2 May 2025.', 'The offer ends on 3 June 2026.'],
])('a date from which something holds is none of the text: %s', (before, after) => {
  expect(found(before, after)).toEqual(['prose-number-changed material']);
});

test('the date of a text is quoted without the text', () => {
  const [before, after] = ['2 May 2025', '3 June 2026'].map((day) =>
    policy({
      Overview: `Last updated: ${day} We like boats and everything that swims, and we write about it.`,
    }),
  );
  expect(before && after && compare(before, after).map(({ sentence }) => sentence)).toEqual([
    'In the section “Overview”, the date of the text is now “Last updated: 3 June 2026”. It was “Last updated: 2 May 2025”.',
  ]);
});

test.each([
  [
    'Write to Kelp, 2000 Quay Drive, Galway, GW16 0PS.',
    'Write to Kelp, 1999 Quay Drive, Galway, GW16 0RS, UK.',
  ],
  ['It binds Kelp GmbH, Hafenstrasse 2, 10117 Berlin.', 'It binds Kelp GmbH, Seestrasse 114A, 10117 Berlin.'],
  ['Write to us at 15 Flemmings Place, Dublin.', 'Write to us at 2 Dublin Landings North Dock, Dublin.'],
  ['Write to Kelp, P.O. Box 20430, Augusta, GA 30916.', 'Write to Kelp, P.O. Box 549, Augusta, AR 72902.'],
])('another address of the same people is for review, and no other number: %s', (before, after) => {
  expect(found(before, after)).toEqual(['prose-changed review']);
});

test('the number of a product counts nothing', () => {
  expect(found('Play on Beamer®4 consoles.', 'Play on Beamer®5 consoles.')).toEqual(['prose-changed review']);
});

test.each([
  ['Cove Ltd, 2 Quay Street, Galway', 'Hull Ltd, 2 Quay Street, Galway'],
  ['We sell 20 boats.', 'We sell 30 boats.'],
])('a company or a number beside an address weighs what it did: %s', (before, after) => {
  expect(found(before, after).join()).toMatch(/material$/);
});

test.each([
  ['Write to us at {{ mail }}.', 'Write to us at {{ site.mail }}.'],
  ['Boats {: .lead }', 'Boats {: .first }'],
  ['See [our help][help/start] now.', 'See [our help] now.'],
])('source that a machine was to read says nothing: %s', (before, after) => {
  expect(found(before, after).map((one) => one.split(' ')[1])).toEqual(['editorial']);
});

test.each([
  ['Please see our help pages.', 'editorial'],
  ['For more information about sharing, please visit our help pages.', 'editorial'],
  ['To learn more, you can read our guide.', 'editorial'],
  ['If you have any questions, please contact us.', 'editorial'],
  ['Contact us to delete your boat.', 'material'],
  ['You must see our help pages.', 'material'],
  ['For repairs, please see our help pages.', 'review'],
])('a sentence that only points to another text says nothing: %s is %s', (sentence, level) => {
  expect(found('We like boats.', `We like boats. ${sentence}`)).toEqual([`prose-added ${level}`]);
});

test.each([
  ['By rowing you agree to our house rules.'],
  ['We use your location to find a berth.'],
  ['This boat is kept for you by Hull Ltd, a company of our friends.'],
])('a whole sentence about who is bound and what is done with data matters: %s', (sentence) => {
  expect(found('We like boats.', `We like boats. ${sentence}`)).toEqual(['prose-added material']);
  expect(found(`We like boats. ${sentence}`, 'We like boats.')).toEqual(['prose-removed material']);
});

test('a name that is new under a title about recipients is one more of them', () => {
  const compared = (title: string) =>
    compare(policy({ [title]: 'It goes to Cove.' }), policy({ [title]: 'It goes to Cove and Reef.' })).map(
      ({ rule, level }) => `${rule} ${level}`,
    );
  expect(compared('Whom we share it with')).toEqual(['prose-changed material']);
  expect(compared('Our friends')).toEqual(['prose-changed review']);
});

test('another name for the same thing is none where it stands throughout', () => {
  const text = (name: string, other = name) => [
    `We made ${name} here.`,
    `You like ${name} now.`,
    `It is like ${other} there.`,
  ];
  expect(found(text('Hull Suite'), text('Kayak'))).toEqual(['prose-renamed review']);
  expect(found(text('Hull Suite'), text('Kayak', 'Hull Suite'))).toContain('prose-changed review');
  // The name of a site, in the genitive, and behind an article that follows it.
  const also = (name: string, article: string) => [
    ...text(name),
    `See ${name}’s boats in ${article} ${name} harbour.`,
  ];
  expect(found(also('otter.in', 'an'), also('Hull', 'a'))).toEqual(['prose-renamed review']);
  // A company is another, and people are written to at another address.
  expect(found(text('Hull Ltd'), text('Kayak Ltd'))).toEqual(['prose-renamed material']);
  expect(found(text('ask@hull.in'), text('tell@hull.in'))).toEqual(['prose-renamed review']);
  expect(found(text('ask@hull.in'), text('ask@kayak.in'))).toEqual(['prose-renamed review']);
});

test('another name weighs the same behind an article, in a duty and beside other words', () => {
  const text = (name: string, article = '') => [
    `${name} decides.`,
    `It is ${article}${name}.`,
    `You must ask ${name}’s clerk.`,
    `${name} is here.`,
  ];
  expect(found(text('Hull Office', 'the '), text('Reef'))).toEqual(['prose-renamed review']);
  const beside = (name: string, thing: string) => [...text(name), `You must ask ${name} for ${thing}.`];
  expect(found(beside('Hull Office', 'oars'), beside('Reef', 'rudders'))).toEqual([
    'prose-renamed review',
    'prose-changed review',
  ]);
});

test.each([
  [
    'fr',
    'Hull SA, au capital de 34 004 000 euros, R.C.S. de Nanterre.',
    'Hull SA, au capital de 20 488 340 euros, R.C.S. de Paris.',
  ],
  [
    'de',
    'Hull GmbH, Stammkapital: 25.000 €, Amtsgericht Hull, HRB 1234.',
    'Hull GmbH, Stammkapital: 50.000 €, Amtsgericht Kiel, HRB 4321.',
  ],
  ['en', 'We are not affiliated with the makers.', 'We are not affiliated with the makers or Hull.'],
])('what a register says of a company, and with whom it is not, is reviewed: %s', (language, before, after) => {
  expect(found(before, after, { language })).toEqual(['prose-changed review']);
});

test('a fee in the same words is none of a register', () => {
  expect(found('You pay a capital of 20 euros.', 'You pay a capital of 30 euros.')).toEqual([
    'prose-number-changed material',
  ]);
});

test('a long stretch that went is quoted by what it says first', () => {
  const rest = 'Your boat then asks the harbour for it and says where it comes from. '.repeat(6);
  const gone = `Boats are ours and come from our own yard, with no parts of any other yard in them at all. One sail still comes from Reef. ${rest}`;
  const shown = excerptsOf(
    `We row. ${gone}That is all we say of it.`,
    'We row. No boat is made elsewhere. That is all we say of it.',
    'en',
  );
  expect(shown.before).toContain('One sail still comes from Reef');
  expect(shown.before).toContain('That is all');
});

test('a British code ends an address', () => {
  expect(
    found('Come to 70 Whitehall, London, SW1A 2AS.', 'Come to 22–26 Whitehall, London, SW1A 2EG.'),
  ).toEqual(['prose-changed review']);
  expect(found('Come to 70 boats.', 'Come to 26 boats.')).toEqual(['prose-number-changed material']);
});

test('another name for what is listed alone may be another recipient', () => {
  const compared = (title: string, other: string) => {
    const texts = (name: string) => ({
      [title]: [`We like ${name}.`, `Boats go to ${name} here.`],
      [other]: `Like ${name} there.`,
    });
    return compare(policy(texts('Cove')), policy(texts('Reef'))).map(({ rule, level }) => `${rule} ${level}`);
  };
  expect(compared('Whom we share it with', 'Our friends')).toEqual(['prose-renamed material']);
  expect(compared('Our friends', 'Whom we share it with')).toEqual(['prose-renamed review']);
});

test.each([
  ['cf. GDPR art. 6 (1) f, since boats are kept.', 'cf. GDPR art. 6 (1) item f, since boats are kept.'],
  ['Boats, e.g. Kayaks of Nr. 5, are kept.', 'Boats, e.g. Kayaks of Nr. 5, are stored.'],
])('a short word with a full stop ends no sentence: %s', (old, now) => {
  const [change] = compare(policy({ One: old }), policy({ One: now }));
  expect([change?.before, change?.after]).toEqual([old, now]);
});

test('a text that got a title of its own is neither new nor gone', () => {
  const promise = 'We will never sell your boats to anyone.';
  const first = 'Boats sink now and then, as everybody knows.';
  const before = policy({ Terms: `${first} Our promise ${promise}` });
  const after = policy({ Terms: first, 'Our promise': promise });
  expect(compare(before, after).filter(({ level }) => level !== 'editorial')).toEqual([]);
  // Said once more beside itself it is new.
  expect(found(`${first} ${promise}`, `${first} ${promise} ${promise}`)).toEqual(['prose-added material']);
  const [gone] = compare(before, policy({ Terms: first }));
  expect(gone?.level).toBe('material');
});

test('words that changed in a text are told where its section or the introduction is new to it', () => {
  const first = 'Boats sink now and then, as everybody knows';
  const before = policy({ Rights: `${first}. We may sell your boats to our friends in the harbour.` });
  const now = `${first}. We will sell your boats to our friends in the harbour.`;
  const rules = (after: ResolvedPolicy) =>
    compare(before, after).map(({ rule, level }) => `${rule} ${level}`);
  expect(rules(policy({ 'Your choices at sea': now }))).toContain('prose-obligation-changed material');
  expect(rules(policy({}, { lead: now }))).toContain('prose-obligation-changed material');
});

test.each([
  ['Hull Inc. looks after boats.', 'Hull Bay LLC looks after boats.', 'material'],
  ['Hull Inc. looks after boats.', 'Hull LLC looks after boats.', 'material'],
  ['Hull Ltd looks after boats.', 'Hull Limited looks after boats.', 'review'],
])('a company of another form is another one: %s', (before, after, level) => {
  expect(found(before, after)).toEqual([`prose-changed ${level}`]);
});

test('a new sentence that tells who uses what is told of nowhere else is one more recipient', () => {
  const boats = 'Boats sink.';
  expect(found(boats, `${boats} We use Slack for messages.`)).toEqual(['prose-added material']);
  expect(found(boats, `${boats} We use ropes for boats.`)).toEqual(['prose-added review']);
  expect(found(boats, `${boats} We are deprecating boats.`)).toEqual(['prose-added material']);
});

test.each([
  ['Section 4 goes on.', 'Section 3 goes on.', 'prose-renumbered editorial'],
  ['As in clause 11.10 of these terms.', 'As in clause 11.11 of these terms.', 'prose-renumbered editorial'],
  ['As in Section 5 of the Boat Act.', 'As in Section 6 of the Boat Act.', 'prose-number-changed material'],
  ['It has 2 sections 4 days long.', 'It has 2 sections 5 days long.', 'prose-number-changed material'],
])('a section of the text that is cited by another number is renumbered: %s', (before, after, expected) => {
  expect(found(before, after)).toEqual([expected]);
});

test('a sign of money amid wrong letters counts nothing', () => {
  expect(found('That is Kelp’s boat.', 'That is Kelpâ‚¬â„¢s boat.')).toEqual(['prose-changed review']);
  expect(found('That is a boat.', 'That is a boat for €5.')).toEqual(['prose-number-changed material']);
});

test('what a link is called says where it leads, unless there is a duty in it', () => {
  const boats = 'Boats sink.';
  const link = (text: string) => [boats, `[${text}](https://kelp.example/more)`];
  expect(found(boats, link('Notice of collection in California'))).toEqual(['prose-added review']);
  expect(found(boats, link('Do not sell my boats'))).toEqual(['prose-added material']);
  expect(found(boats, link('We collect your boats in California.'))).toEqual(['prose-added material']);
  const sections = (text: string) => policy({ Overview: boats, 'See also': link(text).slice(1) });
  const level = (text: string) =>
    compare(policy({ Overview: boats }), sections(text)).map((one) => one.level);
  expect(level('Notice of collection in California')).toEqual(['review']);
  expect(level('We collect your boats in California.')).toEqual(['material']);
});

test.each([
  ['It lasts for a short time (for a week).', 'It lasts for a short time.'],
  ['EU and UK citizens row.', 'EU, Swiss and UK citizens row.'],
])('a length without a number and a nationality weigh as others do: %s', (before, after) => {
  expect(found(before, after).join()).toMatch(/material$/);
});

test('the heading that a text became is not gone', () => {
  const before = policy({ Terms: ['Fair winds', 'Boats sink.'] });
  const after = policy({ 'Fair winds': 'Boats sink.' });
  expect(compare(before, after).filter(({ level }) => level !== 'editorial')).toEqual([]);
});

test('numerals in brackets amid a sentence number it', () => {
  expect(found('It covers (i) boats and (ii) ropes.', 'It covers (ii) boats and (iii) ropes.')).toEqual([
    'prose-renumbered editorial',
  ]);
});

test.each([
  ['You agree with Shell Unlimited Company about it.', 'You agree with Coral Unlimited Company about it.'],
  ['We ship to Cuba and Iran.', 'We ship to Cuba, Syria and Iran.'],
  ['Your name may not be an insult.', 'Your member handle may not be lewd, harmful or an insult.'],
  ['You give us a licence to your boats.', 'You give us a perpetual licence to your boats.'],
])('another party, country or subject of a duty matters: %s → %s', (before, after) => {
  expect(found(before, after)).toEqual(['prose-changed material']);
});

test('a title that is quoted in a duty is no other duty', () => {
  const text = (title: string) => `You may change it under “${title}” in your profile.`;
  expect(found(text('My plan and prices'), text('Crew and formula'))).toEqual(['prose-changed review']);
});

test('an invitation to write allows nothing', () => {
  expect(found('We like boats.', 'We like boats. You may also contact us by letter.')).toEqual([
    'prose-added editorial',
  ]);
});

test('words that were written together decide as they did apart', () => {
  expect(
    found('Kelp is the data controller.It stays so.', 'Kelp is the data controller. It stays so.'),
  ).toEqual(['prose-punctuation-only editorial']);
  expect(found('We have third party shops.', 'We have third-party shops.')).toEqual([
    'prose-punctuation-only editorial',
  ]);
});

test('a space that went is quoted where it went', () => {
  const text = (end: string) =>
    policy({ Overview: `${'We keep boats dry in the winter. '.repeat(8)}${end}` });
  const [change] = compare(text('It ends here .'), text('It ends here.'));
  expect(change?.sentence).toMatch(/ends here\.” It was “… .*ends here \.”/);
});

test('a word misspelled once, which stands right elsewhere, is a slip', () => {
  expect(
    found(
      'A valid key. Every valid key. Show a alid key.',
      'A valid key. Every valid key. Show a valid key.',
    ),
  ).toEqual(['prose-typo editorial']);
});

test('a link that came or went is told as such', () => {
  const [plain, linked] = ['See the law.', 'See [the law](https://law.example/).'].map((text) =>
    policy({ Overview: text }),
  );
  if (!plain || !linked) throw new Error('No policies.');
  const sentences = (one: ResolvedPolicy, other: ResolvedPolicy) =>
    compare(one, other).map(({ sentence }) => sentence);
  expect(sentences(plain, linked)).toEqual([
    'In the section “Overview”, “the law” is now a link to `https://law.example/`.',
  ]);
  expect(sentences(linked, plain)).toEqual([
    'In the section “Overview”, “the law” is no longer a link. It led to `https://law.example/`.',
  ]);
});

test('a list that is written as one instead of two reads the same', () => {
  const items = ['You must not shout.', 'You may sing.', 'We never sell boats.'].map((text) => `- ${text}`);
  expect(found([items[0] ?? '', items.slice(1).join('\n')], items.join('\n'))).toEqual([
    'whitespace-only editorial',
  ]);
});

test('words that became a link say what they said', () => {
  const [change] = compare(
    policy({ Overview: 'See the law.' }),
    policy({ Overview: 'See [the law](https://law.example/).' }),
  );
  expect(change?.level).toBe('editorial');
});

test.each([
  ['Chrome OS terms', 'ChromeOS terms', 'editorial'],
  ['Kelp policies', 'Policies', 'editorial'],
  ['What we keep', 'What we share', 'review'],
  ['Kept for 30 days', 'Kept for 60 days', 'material'],
])('a title binds nobody by itself: %s → %s', (before, after, level) => {
  const [change] = compare(
    policy({ Overview: 'Boats.' }, { title: before }),
    policy({ Overview: 'Boats.' }, { title: after }),
  );
  expect(change && `${change.rule} ${change.level}`).toBe(`title-changed ${level}`);
});

test.each([
  ['en', '2 May 2025 We like boats.', '3 June 2026 We like boats.', 'prose-date-changed editorial'],
  [
    'en',
    'Kelp AB, Solvägen 3, 113 63 Stockholm',
    'Kelp AB, Solvägen 3, 113 43 Stockholm',
    'prose-changed review',
  ],
  ['de', 'Wir mögen Boote.', 'Wir mögen Boote. Sie können hier mehr erfahren.', 'prose-added review'],
  ['fr', 'Un bateau.', 'Un bateau. Vous pouvez consulter la page.', 'prose-added editorial'],
])('in %s, %s → %s is %s', (language, before, after, rule) => {
  expect(found(before, after, { language })).toEqual([rule]);
});

test('a table that moved is told once', () => {
  const table =
    '| Use | Example |\n|---|---|\n| Signing in | It knows who you are here |\n| Counting | It counts visits by day |';
  const text = (first: string, second: string) =>
    policy({ Overview: [first, second], More: 'More of it is told below here.' });
  const paragraph = Array.from(
    { length: 5 },
    (_, index) => `Paragraph ${index} of the text that stays.`,
  ).join('\n\n');
  const told = compare(text(table, paragraph), text(paragraph, table)).map(({ rule }) => rule);
  expect(told).toEqual(['prose-moved']);
});

test('a text of a section that becomes the introduction is no news', () => {
  const text = 'We keep boats dry in winter, and we like every one of them.';
  const told = compare(
    policy({ Notice: text, More: 'We answer letters.' }),
    policy({ More: 'We answer letters.' }, { lead: text }),
  ).map(({ rule, level }) => `${rule} ${level}`);
  expect(told.filter((rule) => rule.startsWith('prose'))).toEqual([]);
});

test.each([
  ['It goes by the Kelp Sharing Policy.', 'It goes by the Kelp Selling Policy.', 'prose-changed review'],
  ['Boats sink, ropes tear and sails fly.', 'Boats sink, ropes tear or sails fly.', 'prose-changed review'],
  ['Section 4 stays in force.', 'Section 5 stays in force.', 'prose-renumbered editorial'],
  [
    'Section 4 stays in force.',
    'Section 3 (Risk, liability, and refunds) stays in force.',
    'prose-renumbered editorial',
  ],
  ['As Section R says.', 'As Section P says.', 'prose-renumbered editorial'],
  ['Sections 4 and 5 stay.', 'Sections 4, 5 and 7 stay.', 'prose-changed review'],
  ['We have rowed for the past 20 years.', 'We have rowed since 1999.', 'prose-number-changed review'],
  ['It stays for 20 years.', 'It stays for 30 years.', 'prose-number-changed material'],
  ['It is payed by us.', 'It is paid by us.', 'prose-typo editorial'],
  ['Its a boat.', 'It’s a boat.', 'prose-punctuation-only editorial'],
  ['You’re boat sinks.', 'Your boat sinks.', 'prose-typo editorial'],
])('a title, a cited part and a slip decide nothing: %s → %s', (before, after, expected) => {
  expect(judged(before, after)).toBe(expected);
});

test.each([
  ['Use this form.', 'Use this form - opens in new window or tab.', 'prose-changed editorial'],
  [
    '(function(){mw.set({"time":{"value":306,"limit":10},"host":"mw7"});});',
    '(function(){mw.set({"time":{"value":146,"limit":10},"host":"mw4"});});',
    'prose-changed editorial',
  ],
  ['[2500](https://kelp.example/up)', '[2514](https://kelp.example/up)', 'prose-number-changed review'],
])('what a page adds to a text decides nothing: %s → %s', (before, after, expected) => {
  expect(found(['We like boats.', before], ['We like boats.', after])).toEqual([expected]);
});

test('a title is no duty, and a duty in capitals no title', () => {
  expect(judged('We Never Sell Data Under This Policy.', 'We Sell Data Under This Policy.')).toBe(
    'prose-obligation-changed material',
  );
  expect(judged('See SHARING POLICY.', 'See SELLING POLICY.')).toBe('prose-changed material');
});

test.each([
  ['Skip to main content', 'editorial'],
  ['2693 out of 4010 found this helpful', 'editorial'],
  ['Was this page helpful? Yes No', 'editorial'],
  ['No', 'material'],
  ['Track your ship', 'review'],
  ['We track your ship.', 'material'],
])('what a page says around a text weighs little: %s is %s', (text, level) => {
  expect(found('We like boats.', ['We like boats.', text])).toEqual([`prose-added ${level}`]);
});

test('a heading in the place of a heading promises nothing', () => {
  expect(found(['Sharing boats', 'We row.'], ['Selling boats', 'We row.'])).toEqual(['prose-changed review']);
  expect(found(['We share boats.', 'We row.'], ['We sell boats.', 'We row.'])).toEqual([
    'prose-changed material',
  ]);
});

test('a name that the company has as well is the new one where it stands throughout', () => {
  const text = (name: string) => [
    'You own it, says Kelp.',
    ...Array(3).fill(`Your ${name} Account is here.`),
  ];
  const told = compare(policy({ Overview: text('Sea') }), policy({ Overview: text('Kelp') }));
  expect(told.map(({ level, sentence }) => `${level}: ${sentence}`)).toEqual([
    'review: “Kelp” now stands in the place of “Sea”, in 3 texts.',
  ]);
});

test('an abbreviation ends no sentence, unless one begins behind it', () => {
  const text = (more: string) => `Kelp follows the EU-U.S. ${more}Boat Shield and likes it.`;
  expect(found(text(''), text('Boat Shield and the Swiss-U.S. '))).toEqual(['prose-changed review']);
  expect(found('We row in the U.S. We like boats.', 'We row in the U.S.')).toEqual(['prose-removed review']);
  const named = (by: string) => `The boats are ${by} Kelp, Inc. (the owner).`;
  expect(toldOf(named('run by'), named('lent by'))[0]).toContain(
    '“The boats are lent by Kelp, Inc. (the owner).”',
  );
});

test.each([
  ['2693 out of 4010 found this helpful', '2674 out of 3984 found this helpful'],
  ['HTML | 50 min ago', 'HTML | 12 min ago'],
  ['Build b002cc5 (689)', 'Build e044032 (691)'],
  ['The estimated active users in Rome were 840,000.', 'The estimated active users in Rome were 857,000.'],
])('what a page counts binds nobody: %s', (before, after) => {
  expect(found(before, after)).toEqual(['prose-changed editorial']);
});

test.each([
  ['We delete posts of more than 2 years ago.', 'We delete posts of more than 3 years ago.'],
  ['It is for companies of 2500 users.', 'It is for companies of 4000 users.'],
])('what people are counted for binds them: %s', (before, after) => {
  expect(found(before, after)).toEqual(['prose-number-changed material']);
});

test('the day of the last update is that of the text, whatever it is called', () => {
  const named = (day: string) =>
    `This Sailor Privacy Notice is effective from ${day}. View the previous one.`;
  expect(found(named('8 April 2024'), named('21 April 2025'))).toEqual(['prose-date-changed editorial']);
  const paid = (day: string) => `This Sailor Privacy Notice asks you to pay from ${day}.`;
  expect(found(paid('8 April 2024'), paid('21 April 2025'))).toEqual(['prose-number-changed material']);
  const dated = (day: string) => `Kelp last updated these Kelp Source Terms on ${day}. You can read them.`;
  expect(found(dated('1 May 2015'), dated('6 August 2018'))).toEqual(['prose-date-changed editorial']);
  const kept = (day: string) => `Accounts last updated by you before ${day} are kept.`;
  expect(found(kept('1 May 2015'), kept('6 August 2018'))).toEqual(['prose-number-changed material']);
});

test.each([
  ['Kelp, Inc. 580 Howard St. Unit 402, Rome', 'Kelp, Inc. 48 2nd St, Floor 3 Rome', 'review'],
  ['Kelp, 770 Broadway New York, NY 10003', 'Kelp, 12 E. 49th St. New York, NY 10017', 'review'],
  ['Write to us.', 'Write to us. South Jordan, UT 84009', 'review'],
  ['You hire from Kelp Digital Services LLC.', 'You hire from Kelp.com Services LLC.', 'material'],
])('a company is found at its address, and is another one by its name: %s', (before, after, level) => {
  expect(found(before, after).map((told) => told.split(' ')[1])).toEqual([level]);
});

test('the country in the name of an event says where nothing is done', () => {
  expect(found('We look after PyCon.', 'We look after PyCon US.')).toEqual(['prose-changed review']);
  expect(found('We look after boats.', 'We look after boats in the US.')).toEqual(['prose-changed material']);
});

test('a note for those who write a text says nothing', () => {
  expect(found('[](TODO: think) Boats sink.', 'Boats sink.')).toEqual(['prose-changed editorial']);
});

test('the text of a fact weighs what the same words weigh in prose', () => {
  const why = (text: string) =>
    policy(
      { Overview: 'Boats sink.' },
      { facts: { contacts: {}, vendors: {}, recipients: { hosting: { label: 'Hosting', why: text } } } },
    );
  const levels = (before: string, after: string) =>
    compare(why(before), why(after)).map(({ rule, level }) => `${rule} ${level}`);
  const never = 'It will not be shared with third parties for marketing.';
  expect(levels(never, 'It will not be shared with third parties, excluding aggregators.')).toEqual([
    'recipient-changed material',
  ]);
  expect(levels('To host boats.', 'To host the boats.')).toEqual(['recipient-changed editorial']);
  expect(levels('To host boats.', 'To moor boats.')).toEqual(['recipient-changed review']);
});

test.each([
  ['This code applies to:', 'material'],
  ['We share data with:', 'material'],
  ['Boats sink when they have:', 'review'],
])('one more item under “%s” is %s', (lead, level) => {
  const list = (...items: string[]) => [lead, items.map((item) => `- ${item}`).join('\n')];
  expect(found(list('sailors'), list('sailors', 'Rowers of Kelp'))).toEqual([`prose-added ${level}`]);
});

test('a changed cell is told with the row it stands in', () => {
  const table = (days: number) => `| Cookie | Kept |\n|---|---|\n| _ga | ${days} days |\n| _gid | 1 day |`;
  const [change] = compare(policy({ Cookies: table(30) }), policy({ Cookies: table(60) }));
  expect(change?.sentence).toBe(
    'In the row of “\\_ga” in the section “Cookies”, where numbers, dates or periods differ, the text now reads “60 days”. It was “30 days”.',
  );
});

test('what happened alike in several rows is told without them', () => {
  const table = (days: number) =>
    `| Cookie | Kept |\n|---|---|\n| _ga | ${days} days |\n| _gid | ${days} days |`;
  const told = compare(policy({ Cookies: table(30) }), policy({ Cookies: table(60) }));
  expect(told.map(({ sentence }) => sentence)).toEqual([
    'In the section “Cookies”, where numbers, dates or periods differ, the text now reads “60 days”. It was “30 days”. The same in one more place.',
  ]);
});

test('the cell that names a row is told without it', () => {
  const table = (name: string) => `| Cookie | Kept |\n|---|---|\n| ${name} | 30 days |`;
  const [change] = compare(policy({ Cookies: table('A sail') }), policy({ Cookies: table('A nail') }));
  expect(change?.sentence).toContain('In the section “Cookies”');
});

test.each([
  ['fr', 'Un renoncement exprès.', 'Un renoncement exprés.', 'prose-typo editorial'],
  ['es', 'Nuestra pagina nueva.', 'Nuestra página nueva.', 'prose-typo editorial'],
  ['fr', 'Le bateau traité.', 'Le bateau traite.', 'prose-changed review'],
  ['fr', 'Le bateau ou la barque.', 'Le bateau où la barque.', 'prose-changed review'],
])('an accent amid a word is its spelling in %s: %s', (language, before, after, told) => {
  expect(judged(before, after, language)).toBe(told);
});

test('the number of a form begins with a nought and counts nothing', () => {
  expect(judged('Boats 0422', 'Boats 0122')).toBe('prose-changed review');
  expect(judged('We keep it 042 days.', 'We keep it 012 days.')).toBe('prose-number-changed material');
});

test('a question by itself is the title of an answer', () => {
  const menu = ['Is my boat anonymous?', 'Report a boat'];
  expect(found(['Boats sink.', ...menu], ['Boats sink.'])).toEqual(['prose-removed review']);
});

test('a sentence that only points to another text may do so in other words', () => {
  expect(
    found('Information about boats can be found here.', 'For more information about boats, visit this page.'),
  ).toEqual(['prose-changed editorial']);
});

test.each([
  ['Did you get the boat you needed?', 'Yes', 'No'],
  ['Haben Sie ein Boot gefunden?', 'Ja', 'Nein'],
])('a question of a page with its answers is none of its text: %s', (...asked) => {
  expect(found(['Boats sink.'], ['Boats sink.', ...asked])).toEqual(['prose-added editorial']);
  expect(found(['Boats sink.'], ['Boats sink.', 'We never sell boats.', 'Yes', 'No'])).toEqual([
    'prose-added material',
  ]);
});

test('a pointer to something of another name is to be reviewed', () => {
  expect(found('Please see our Hull Rules.', 'Please see our Keel Rules.')).toEqual(['prose-changed review']);
});

test.each([
  ['en', 'We store free boats.', 'We store boats.'],
  ['de', 'Die kostenlosen Boote sinken.', 'Die Boote sinken.'],
  ['fr', 'Le bateau est gratuit ici.', 'Le bateau est ici.'],
  ['es', 'El barco gratuito flota.', 'El barco flota.'],
  ['it', 'La barca gratuita è qui.', 'La barca è qui.'],
  ['nl', 'De gratis boot vaart.', 'De boot vaart.'],
])('whether something is free decides in %s', (language, before, after) => {
  expect(found(before, after, { language })).toEqual(['prose-changed material']);
});

test('who is told to feel free pays no less', () => {
  expect(found('Just ask us.', 'Just feel free, ask us.')).toEqual(['prose-changed review']);
});

test.each([
  ['it', 'Vieni a eventi.', 'Vieni ad eventi.'],
  ['es', 'Barcos y islas.', 'Barcos e islas.'],
])('a small word in %s has two forms', (language, before, after) => {
  expect(judged(before, after, language)).toBe('prose-wording-changed editorial');
});

test('a full stop by itself is no text', () => {
  expect(found(['Boats sink.', '.'], ['Boats sink.'])).toEqual(['format-only editorial']);
});

test('a title that a text began with is still there', () => {
  const rule = 'We do not allow threats against anyone who sails with us.';
  const before = policy({ Rules: `Threats of violence ${rule}` });
  const after = policy({ Rules: 'We look after boats.', 'Threats of violence': rule });
  const levels = compare(before, after).map(({ level }) => level);
  expect(levels).not.toContain('material');
});

test('words written apart say what they said together', () => {
  expect(found('CloudKelp EC2Kelp EC2 Ultra', 'Cloud Kelp EC2 Kelp EC2 Ultra')).toEqual([
    'prose-punctuation-only editorial',
  ]);
  expect(found('Keep 12 boats.', 'Keep 1 2 boats.')).toEqual(['prose-number-changed material']);
  expect(found('Of boats7.', 'Of boats 7.')).toEqual(['prose-punctuation-only editorial']);
  expect(found('Form 1.2 is here.', 'Form 12 is here.')).not.toEqual(['prose-punctuation-only editorial']);
});

test.each([
  ['Kelp, Via Bolzano, 15, Rome', 'Kelp, Via Chiana, 38, Rome', 'review'],
  ['Ask us via phone 12 hours a day.', 'Ask us via phone 24 hours a day.', 'material'],
  ['© 1999–2020 Reach', '© 1999–2021 Reach', 'editorial'],
])('the number of a house and the year of a page bind nobody: %s', (before, after, level) => {
  expect(found(before, after).map((told) => told.split(' ')[1])).toEqual([level]);
});

test('an introduction that becomes the title of the policy is not gone', () => {
  const before = policy({ Overview: 'Boats sink.' }, { title: 'Notice', lead: 'Terms of Kelp Boats' });
  const after = policy({ Overview: 'Boats sink.' }, { title: 'Terms of Kelp Boats' });
  expect(compare(before, after).map(({ rule, level }) => `${rule} ${level}`)).toEqual([
    'title-changed editorial',
  ]);
});

test.each([
  ['See Hull terms. Last updated: June 25, 2020', 'See Hull terms.', 'prose-removed'],
  ['Made by Hull Last updated: June 25, 2020', 'Made by Hull', 'prose-changed'],
  ['Boats are kept.', 'Last updated on June 25, 2020. Boats are kept.', 'prose-added'],
  [
    'This was last modified on June 25, 2020',
    'This was last modified on July 25, 2020.',
    'prose-date-changed',
  ],
])('a date that comes or goes is not another date: %s', (old, now, rule) => {
  expect(found(old, now)).toEqual([`${rule} editorial`]);
});

test('the words beside a date are not its date', () => {
  expect(
    found('Last Modified. Modified on May 2, 2019.', 'Date Last Modified. Modified on May 2, 2019.'),
  ).toEqual(['prose-changed editorial']);
});

test('another number of an item is told with the item', () => {
  const [change] = compare(
    policy({ One: 'b. Law. That of Ireland. We row.' }),
    policy({ One: 'c. Law. That of Ireland. We sail.' }),
  ).filter(({ rule }) => rule === 'prose-renumbered');
  expect([change?.before, change?.after]).toEqual(['b. Law.', 'c. Law.']);
});

test('the number that an item got is told with the item', () => {
  const old = ['Law. That of Ireland.', 'Boats. We have two.'];
  const now = ['a. Law. That of Ireland.', 'b. Boats. We have two.'];
  const changes = compare(policy({ One: old }), policy({ One: now }));
  expect(changes.map(({ rule, before, after }) => [rule, before, after])).toEqual([
    ['prose-renumbered', 'Law.', 'a. Law.'],
    ['prose-renumbered', 'Boats.', 'b. Boats.'],
  ]);
});

test('what only looks different is told once of a section, by its words', () => {
  const sentences = (before: Text, after: Text) =>
    compare(policy({ One: before }), policy({ One: after })).map(({ sentence }) => sentence);
  expect(
    sentences(['Of **boats** (“Hull”).', 'See **Kelp** now.'], ['Of boats (“**Hull**”).', 'See Kelp now.']),
  ).toEqual(['In the section “One”, the look of “boats”, “Hull”, “Kelp” changes.']);
});

test('sections of which the numbers alone are others are told together', () => {
  const of = (...titles: string[]) =>
    policy(Object.fromEntries(titles.map((title) => [title, title.slice(3)])));
  const changes = compare(of('1. A', '2. B', '3. C', '4. D'), of('1. A', '3. B', '4. C', '5. D'));
  expect(changes.filter(({ rule }) => rule === 'section-renamed').map(({ sentence }) => sentence)).toEqual([
    '3 sections have other numbers: 2 is now 3, 3 is now 4, 4 is now 5.',
  ]);
});

test('a link is told by all of its words', () => {
  const told = compare(
    policy({ One: 'See [our help pages](https://a.example/1).' }),
    policy({ One: 'See [our help desk](https://a.example/2).' }),
  );
  const link = told.find(({ rule }) => rule === 'link-target-changed');
  expect(link?.sentence).toContain('the link “our help desk” now leads to');
});

function linksTold(before: string, after: string): string[] {
  return compare(policy({ One: before }), policy({ One: after })).map(
    ({ level, sentence }) => `${level}: ${sentence}`,
  );
}

test('a link whose neighbour went, of which a word stayed in it, leads where it led', () => {
  const apis = (names: string[]) =>
    `Use ${names.map((name) => `the [${name} API](https://a.example/${name.toLowerCase()})`).join(' or ')}.`;
  expect(linksTold(apis(['Tide', 'Boat', 'Rope']), apis(['Tide', 'Rope']))).toEqual([
    'review: In the section “One”, the text now reads “Use the Tide API or the Rope API.” It was “Use the Tide API or the Boat API or the Rope API.”',
  ]);
  // The same words before and after are one link.
  const terms = (...hosts: string[]) =>
    hosts.map((host) => `[terms](https://${host}.example/)`).join(' and ');
  expect(linksTold(terms('a', 'b'), terms('b', 'b'))).toHaveLength(1);
  expect(linksTold(terms('a', 'b'), terms('b', 'a'))).toHaveLength(2);
});

test('a site under another host is told once, where its long addresses stay', () => {
  const links = (host: string, name: string) =>
    `See [rules](https://${host}/en/rules-and-boats/rules.html) and [${name}](https://${host}/user/settings).`;
  expect(linksTold(links('help.hull.example', 'settings'), links('help.kelp.example', 'settings'))).toEqual([
    'review: In the section “One”, 2 links to `help.hull.example` now lead to the same addresses at `help.kelp.example`: “rules”, “settings”.',
  ]);
  expect(linksTold(links('help.hull.example', 'settings'), links('hull.zendesk.com', 'settings'))).toEqual([
    'editorial: In the section “One”, 2 links to `help.hull.example` now lead to the same addresses at `hull.zendesk.com`: “rules”, “settings”.',
  ]);
  // Two companies have a page of terms each.
  const short = (host: string) =>
    `See [terms](https://${host}/terms) and [privacy](https://${host}/privacy).`;
  expect(linksTold(short('a.example'), short('b.example')).map((told) => told.slice(0, 7))).toEqual([
    'review:',
    'review:',
  ]);
  // One link still leads to where all did.
  const rest = ' See [more](https://help.hull.example/).';
  expect(
    linksTold(links('help.hull.example', 'a') + rest, links('help.kelp.example', 'a') + rest),
  ).toHaveLength(2);
  // Of many links that is no chance.
  const many = (host: string) =>
    `${links(host, 'a')} And [old rules](https://${host}/en/old-rules/rules.html).`;
  expect(linksTold(many('help.hull.example') + rest, many('help.kelp.example') + rest)).toHaveLength(1);
});

test('links of which a code in the address alone is another are told once', () => {
  const links = (one: string, other: string) =>
    `See [us](https://hull.example/contact#${one}) and [you](https://hull.example/v1.${other}/settings).`;
  const [old, now] = [
    links('d7a4a2a7a7b8a5a397a4bfb8b4', '61300db7-b62f-4868-b838-f2129cd00314'),
    links('4a393f3a3a25383e0a39222529', '19cf07cb-d9a6-4a35-8f97-2342c4a0e3cd'),
  ];
  expect(linksTold(old, now)).toEqual([
    'editorial: In the section “One”, of 2 links only a code in the address changes: “us”, “you”.',
  ]);
  expect(linksTold(links('terms-of-2024-for-all', 'a'), links('terms-of-2025-for-all', 'b'))).toHaveLength(2);
});

test('letters that stand out of a hidden mail address are part of it', () => {
  expect(found('Write to operati[email protected] now.', 'Write to [email protected]l.example now.')).toEqual(
    ['prose-changed editorial'],
  );
});

const intro = 'We keep this.\n\n';
const inTable = `${intro}| What | How long |\n|---|---|\n| Logs of servers | kept for 30 days |\n| Your account | kept until you close it |\n`;
const inList = `${intro}- Logs of servers: kept for 30 days\n- Your account: kept until you close it\n`;
const inText = `${intro}Logs of servers: kept for 30 days. Your account: kept until you close it.`;

test.each([
  [
    inTable,
    inList,
    'in a list: “Logs of servers: kept for 30 days”, “Your account: kept until you close it”.',
  ],
  [
    inList,
    inTable,
    'in a table: “Logs of servers kept for 30 days”, “Your account kept until you close it”.',
  ],
  [inText, inTable, 'in a table: “Logs of servers kept for 30 days Your account kept until you close it”.'],
  [
    inList,
    inText,
    'as paragraphs: “Logs of servers: kept for 30 days. Your account: kept until you close it.”',
  ],
])('the same words in another form are no other words: %j', (before, after, told) => {
  const [old, now] = [policy({ Our: before }), policy({ Our: after })];
  const changes = compare(old, now);
  expect(changes.filter(({ level }) => level !== 'editorial')).toEqual([]);
  expect(changes.find(({ rule }) => rule === 'prose-form-changed')?.sentence).toBe(
    `In the section “Our”, the same words now stand ${told}`,
  );
  const { sections } = redline(toPage(old, site), toPage(now, site));
  const struck = sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ ops, cell }) =>
      cell?.line.endsWith('.0') ? [] : ops.filter(([sign, text]) => sign !== '=' && /\p{L}/u.test(text)),
    ),
  );
  expect(struck).toEqual([]);
});

test('a word that changed with the form of its list is told as it would be without', () => {
  expect(found(inTable, inList.replace('30', '60'))).toContain('prose-number-changed material');
  expect(found(inList.replace('30', '60'), inTable)).toContain('prose-number-changed material');
  // Other words in another form are not the same.
  expect(found(inTable, `${intro}- We may sell boats.\n- We must paint them.`)).not.toContain(
    'prose-form-changed editorial',
  );
});

test('each cell of a table that was a list stands at its place in the redline', () => {
  const of = (text: string) => ({
    policy: policy({ Our: text }),
    page: toPage(policy({ Our: text }), site),
    path: '/a/',
  });
  const { redline: shown } = toComparison(of(inList), of(inTable), readerOf('en'));
  const rows = JSON.stringify(shown).match(/"cells":\[.*?\]/g) ?? [];
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/"Logs of servers<del>.*","kept for 30 days"/);
});

test('questions of other pages above a button are a menu', () => {
  const questions = ['What is a valid subpoena?', 'What is a warrant?', 'I have a different question'];
  expect(found(['We keep boats.'], ['We keep boats.', ...questions])).toEqual(['prose-added editorial']);
  const promise = ['We must delete your data.', 'I have a different question'];
  expect(found(['We keep boats.'], ['We keep boats.', ...promise])).toEqual(['prose-added material']);
});

test('anchors of several sections that went are told together', () => {
  const titles = ['Boats', 'Ropes', 'Sails'];
  const now = policy(Object.fromEntries(titles.map((title) => [title, title])));
  const sections = now.sections.map((section) => ({ ...section, aliases: [`old-${section.id}`] }));
  expect(compare({ ...now, sections }, now).map(({ rule, sentence }) => [rule, sentence])).toEqual([
    [
      'anchor-removed',
      'Links to former anchors of 3 sections no longer lead there: `#old-boats` (the section “Boats”), `#old-ropes` (the section “Ropes”), `#old-sails` (the section “Sails”).',
    ],
  ]);
});

test('of a long stretch that came its beginning and its end are shown', () => {
  const many = Array.from({ length: 40 }, (_, index) => `harbour${index}`).join(' ');
  const [change] = compare(
    policy({
      One: 'Every spring our carpenters paint the boats of members in the long shed beside the river.',
    }),
    policy({
      One: `Every spring our carpenters paint the boats ${many} of members in the long shed beside the river.`,
    }),
  );
  expect(change?.sentence).toMatch(
    /now reads “.* the boats harbour0 .* … .* harbour39 of members in the long …”/,
  );
});

test('a text that became the same other text in several sections is told once', () => {
  const of = (text: string) => policy({ One: text, Two: text, Three: text });
  const [change, ...others] = compare(
    of('Such content may earn limited revenue.'),
    of('Such content will receive limited revenue.'),
  );
  expect(others).toEqual([]);
  expect(change?.sentence).toBe(
    'In the section “One”, where words such as may, must or not differ, the text now reads “Such content will receive limited revenue.” It was “Such content may earn limited revenue.” The same in 2 more places.',
  );
});

test('a stop in an address or behind a company ends no sentence', () => {
  const starts = (text: string) =>
    readWords({ text }, { language: 'en', names: [], capitals: new Set() }).filter(
      ({ startsSentence }) => startsSentence,
    ).length;
  expect(starts('Write to 331 E. Evelyn Ave., Mountain View.')).toBe(1);
  expect(starts('Write to 2 Harrison St. #175, San Francisco.')).toBe(1);
  expect(starts('It belongs to Kelp Education, Inc. (“Kelp”), and is theirs.')).toBe(1);
  expect(starts('This is plan E. We keep it.')).toBe(2);
});

test('a banner that asks for cookies and a choice of languages are no text of a policy', () => {
  const banner = [
    'Cookie Notice',
    'We’d like to use cookies to remember what you prefer. You can accept all cookies, or select only some.',
    'Accept all cookiesAccept all strictly necessary cookies',
  ];
  const boats = 'We keep boats.';
  expect(found([boats], [boats, ...banner])).toEqual(['prose-added editorial']);
  expect(found([boats], [boats, ...banner.slice(0, 2)])).toEqual(['prose-added material']);
  expect(found([boats], [boats, 'EnglishFrançaisDeutschPortuguês BrasileiroEspañolPolski'])).toEqual([
    'prose-added editorial',
  ]);
  expect(found([boats], [boats, 'We answer in English and Deutsch.'])).toEqual(['prose-added review']);
});

test('“anytime” is “at any time”', () => {
  expect(judged('You can delete it at any time.', 'You can delete it anytime.')).toBe(
    'prose-wording-changed editorial',
  );
});

test('a line of a contents follows its section, which is told', () => {
  const lead = (...lines: string[]) => ({
    lead: lines.map((line) => `- [${line}](#${line.toLowerCase()})`).join('\n'),
  });
  const old = policy({ Boats: 'We keep boats.' }, lead('Boats'));
  const now = policy(
    { Boats: 'We keep boats.', Selling: 'We may sell your data.' },
    lead('Boats', 'Selling'),
  );
  expect(compare(old, now).map(({ rule, level }) => `${rule} ${level}`)).toEqual([
    'section-added material',
    'prose-added editorial',
  ]);
});

test.each([
  [
    'We’re updating our Terms of Service on January 5, 2022 to make it easier for you to understand what to expect. Until then, the Terms below continue to apply. See a preview of the upcoming Terms, including a summary of changes.',
    'review',
  ],
  [
    'We clarify our terms to make them easier to read. We have updated them, but we aren’t making any material changes to the terms.',
    'review',
  ],
  ['We may change these terms at any time without notice.', 'material'],
  ['We will not make any changes to this policy without your consent.', 'material'],
  ['We have updated our terms. By using Kelp you agree to the terms.', 'material'],
  ['We have changed our terms. We may share your data with partners under this policy.', 'material'],
])('what a text announces of itself is for review, and what it does is not: %s', (text, level) => {
  expect(found('We keep boats.', `We keep boats.\n\n${text}`)).toEqual([`prose-added ${level}`]);
});

test('links to one place that follow each other are one link', () => {
  const [old, now] = [
    'See the [Kelp](https://kelp.example/a) [Rules](https://kelp.example/a) and [more](https://kelp.example/b).',
    'See the [Kelp Rules](https://kelp.example/a) and [more](https://kelp.example/b).',
  ];
  expect(compare(policy({ One: old }), policy({ One: now })).map(({ rule }) => rule)).toEqual([
    'whitespace-only',
  ]);
});

test('below the title of its section a sentence does not name it', () => {
  const of = (text: string) => ({
    policy: policy({ One: text, Two: text }),
    page: toPage(policy({ One: text, Two: text }), site),
    path: '/a/',
  });
  const [old, now] = [of('We keep red boats.'), of('We keep blue boats.')];
  const { list } = toComparison(old, now, readerOf('en'));
  expect(list.groups.map(({ topic, items }) => [topic, items[0]?.html])).toEqual([
    ['One', 'The text now reads “We keep blue boats.” It was “We keep red boats.”'],
    ['Two', 'The text now reads “We keep blue boats.” It was “We keep red boats.”'],
  ]);
});

test('a name with a digit is no number', () => {
  expect(found('Use Hull, and Kelp.', 'Use Hull, 3D Kayak, and Kelp.')).toEqual(['prose-changed review']);
});

test('a section written anew under its title and another id is the same section', () => {
  const [old, now] = [
    policy({ Abroad: 'Boats sail to Iceland.' }),
    policy({ Abroad: 'Here is a new harbour.' }),
  ];
  const anchored = { ...now, sections: now.sections.map((section) => ({ ...section, id: 'else' })) };
  expect(compare(old, anchored).map(({ rule }) => rule)).toEqual(['prose-changed', 'anchor-removed']);
});

test('a link of the introduction that spells out where it leads is told by its words', () => {
  const [old, now] = ['a', 'b'].map((name) =>
    policy({ One: 'Boats.' }, { lead: `Mail [${name}@hull.in](mailto:${name}@hull.in).` }),
  );
  expect(compare(old as ResolvedPolicy, now as ResolvedPolicy).map(({ rule }) => rule)).toEqual([
    'prose-changed',
  ]);
});

test('paragraphs of the introduction are told one by one', () => {
  const told = (lead: string, now: string) => compare(policy({}, { lead }), policy({}, { lead: now }));
  const dated = told('Last updated 1 May 2025\n\nWe keep boats', 'Last updated 9 July 2026\n\nWe keep boats');
  expect(dated.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['prose-date-changed editorial']);
  const linked = 'We keep boats in the harbour. [See the harbour](https://kelp.example/harbour).';
  const gone = told(`${linked}\n\nWe paint them.`, 'We paint them.');
  expect(gone.map(({ rule }) => rule)).toEqual(['prose-removed']);
});

test.each([
  ['de', 'Gültig ab Dienstag, 29. November 2022', 'Gültig ab Donnerstag, 7. März 2024'],
  ['nl', 'Van kracht vanaf woensdag 27 oktober 2021', 'Van kracht vanaf donderdag 11 november 2021'],
  ['es', 'Vigente desde el 1 de mayo de 2018', 'Vigente desde el 3 de junio de 2019'],
  ['fr', 'Applicable à compter du 1er mai 2018', 'Applicable à compter du 3 juin 2019'],
  ['it', 'Aggiornato il 1 maggio 2018', 'Aggiornato il 3 giugno 2019'],
])('the date of a text in %s is told whole', (language, before, after) => {
  const [change] = compare(
    policy({ Overview: before }, { language }),
    policy({ Overview: after }, { language }),
  );
  expect(change?.rule).toBe('prose-date-changed');
  expect(change?.sentence).toContain(`“${after}”`);
});

test.each([
  ['en', 'We have updated our Privacy Policy. Please see the version effective until 1 July 2026.'],
  ['de', 'Wir haben unsere Datenschutzerklärung aktualisiert. Weitere Informationen finden Sie hier.'],
  ['fr', "Nous avons mis à jour nos conditions. Pour plus d'informations, veuillez consulter cette page."],
  ['es', 'Hemos actualizado nuestra política. Para más información, consulte esta página.'],
  ['it', 'Abbiamo aggiornato la nostra informativa. Per ulteriori informazioni, consultare questa pagina.'],
  ['nl', 'We hebben onze verklaring bijgewerkt. Voor meer informatie, lees deze pagina.'],
])('that a text in %s was updated says nothing of it', (language, text) => {
  expect(found(['Boats sink.'], [text, 'Boats sink.'], { language })).toEqual(['prose-added editorial']);
});

test.each([
  'We have updated our terms: you agree to them by using boats.',
  'This version of the policy lets us share your data.',
  'We updated our terms and may change them without notice.',
  'In the new version of our terms Kelp Ltd is your partner.',
])('what a text was updated to is more than that: %s', (text) => {
  expect(found(['Boats sink.'], [text, 'Boats sink.'])).toEqual(['prose-added material']);
});

test('information that can be found somewhere promises nothing', () => {
  const text = 'Information about how boats sink can be found here.';
  expect(found('Boats sink.', `Boats sink. ${text}`)).toEqual(['prose-added editorial']);
});

test.each([
  ['en', 'Please do not hesitate to ask.'],
  ['de', 'Zögern Sie nicht, zu fragen.'],
  ['fr', "N'hésitez pas à demander."],
  ['es', 'No dude en preguntar.'],
])('nothing is forbidden by an encouragement in %s', (language, text) => {
  expect(found('Boats sink.', `Boats sink. ${text}`, { language })).toEqual(['prose-added review']);
});

test.each([
  ['de', 'Wir nutzen Cookies der Werft.'],
  ['fr', 'Nous traitons les données des bateaux.'],
  ['es', 'Tratamos los datos de los barcos.'],
  ['it', "L'utente accetta i Termini di Kelp."],
  ['nl', 'We gebruiken gegevens van boten.'],
  ['pt', 'Usamos dados dos barcos.'],
])('a whole sentence in %s about data or who agrees is material', (language, text) => {
  expect(found(['Kelp.'], ['Kelp.', text], { language })).toEqual(['prose-added material']);
});

test.each([
  ['de', 'Zum Hauptinhalt springen · Menü öffnen'],
  ['fr', 'Skip to content · Fermer la bannière'],
  ['es', 'Ir al contenido principal · Iniciar sesión'],
  ['it', 'Vai al contenuto principale · Accetta tutti i cookie'],
  ['nl', 'Ga naar de inhoud · Alle cookies accepteren'],
  ['pt', 'Ir para o conteúdo · Iniciar sessão'],
])('what a page in %s says around its text is none of it', (language, text) => {
  expect(found(['Kelp.', text], ['Kelp.'], { language })).toEqual(['prose-removed editorial']);
});

test('a few words that only name something weigh little, and what they may mean for readers does not', () => {
  const boats = 'Boats sink.';
  const came = (text: string, title = 'Overview') =>
    compare(policy({ [title]: boats }), policy({ [title]: [boats, text] })).map(
      ({ rule, level }) => `${rule} ${level}`,
    );
  const linked = (text: string) => `- [${text}](https://kelp.example/more)`;
  expect(came('Press room')).toEqual(['prose-added editorial']);
  expect(came(linked('Press room'))).toEqual(['prose-added editorial']);
  expect(came('https://kelp.example/news/the-boat')).toEqual(['prose-added editorial']);
  // A text to follow, a person, what is done with data, a sentence, an item that is no link.
  expect(came(linked('Harbour rules'))).toEqual(['prose-added review']);
  expect(came(linked('Community guidelines'))).toEqual(['prose-added review']);
  expect(came('boats@kelp.example')).toEqual(['prose-added review']);
  expect(came(linked('Disclosure of boats'))).toEqual(['prose-added review']);
  expect(came('Boats were painted')).toEqual(['prose-added review']);
  expect(came('- Press room')).toEqual(['prose-added review']);
  expect(came('Monthly boats')).toEqual(['prose-added material']);
  // Under a title that lists who gets data, or what is forbidden.
  expect(came(linked('Press room'), 'Our processors')).toEqual(['prose-added material']);
  const list = (...names: string[]) => policy({ Prohibited: names.map(linked).join('\n') });
  expect(compare(list('Old ropes'), list('Old ropes', 'Press room')).map(({ level }) => level)).toEqual([
    'material',
  ]);
});

test('one name in the place of another weighs little, unless it tells a party or a measure', () => {
  const named = (old: string, now: string) => found([old, 'Boats sink.'], [now, 'Boats sink.']);
  expect(named('Large harbours', 'Harbours and boats')).toEqual(['prose-changed editorial']);
  expect(named('Large harbours', 'Harbours in France')).toEqual(['prose-changed material']);
  expect(named('Large harbours', 'Harbour terms')).toEqual(['prose-changed review']);
  expect(named('Old boats', 'Marketing boats')).toEqual(['prose-changed review']);
  expect(named('Small plan, 3 boats', 'Small plan, 4 boats')).toEqual(['prose-number-changed material']);
});

test('titles of other pages are no news, as a menu or as links of another name', () => {
  const menu = ['Related articles', 'Report a boat', 'A boat was removed'];
  expect(found(['Boats sink.', ...menu], ['Boats sink.'])).toEqual(['prose-removed editorial']);
  expect(found(['Boats sink.', ...menu.slice(1)], ['Boats sink.'])).toEqual(['prose-removed review']);
  const link = (title: string) => `[${title}](https://kelp.example/boats)`;
  const linked = (old: string, now: string) => found([link(old), 'Boats sink.'], [link(now), 'Boats sink.']);
  expect(linked('My boat was removed', 'Avoid holes')).toEqual(['prose-changed editorial']);
  expect(linked('Our boats', 'Sell my boat')).toEqual(['prose-changed review']);
  expect(linked('Our boats', 'Do not follow my boat')).toEqual(['prose-obligation-changed material']);
  expect(found(['Boats sink.'], ['Boats sink.', `- ${link('Object to boats')}`])).toEqual([
    'prose-added review',
  ]);
});

test('links under a title such as “Related articles” say nothing, whatever they are called', () => {
  const of = (title: string) =>
    policy({ 'Related articles': ['Boats.', `[${title}](https://kelp.example/${title.length})`] });
  const told = compare(of('How to sail without a sail'), of('Why you must never sell boats'));
  expect(told.filter(({ level }) => level === 'material')).toEqual([]);
});

test('a sign before a number decides, with a space behind it, too', () => {
  expect(found('We answer ≤ 5% late.', 'We answer ≥ 5% late.')).toEqual(['prose-number-changed material']);
});

test('a text that is divided in another way is not said to have the same words', () => {
  const told = compare(
    policy({
      Overview: ['We keep boats dry in winter.', `You may paint them in the harbour${' today'.repeat(9)}.`],
    }),
    policy({
      Overview: `We keep ships dry in winter. You may paint them in the harbour${' today'.repeat(9)}.`,
    }),
  );
  const broken = told.find(({ rule }) => rule === 'prose-breaks-changed');
  expect(broken?.sentence).toMatch(
    /^In the section “Overview”, a text is now divided into paragraphs or items/,
  );
});

test('what did not come along into a new section is gone from where it stood', () => {
  const kept = 'What schools tell us of pupils stays in our own harbour near Cork for one season.';
  const note = 'A note: our boats are used by schools.';
  const old = policy({ Intro: ['Hello there.', `${note} ${kept}`] });
  const now = policy({ Intro: 'Hello there.', Schools: kept });
  expect(compare(old, now).map(({ sentence }) => sentence)).toContain(
    `Gone from the section “Intro”: “A note: our boats are used by schools.”`,
  );
});

test('items that stand on another level are told once of a section', () => {
  const sentences = compare(
    policy({ One: '- Boats\n- Oars\n- Sails' }),
    policy({ One: '- Boats\n  - Oars\n  - Sails' }),
  ).map(({ sentence }) => sentence);
  expect(sentences).toEqual([
    'In the section “One”, 2 items now stand on another level of their list: “Oars”, “Sails”.',
  ]);
});

test.each([
  [{}, '<p>The changed facts propose an important change. The authors judge it not important.</p>'],
  [
    { because: 'It was so.' },
    '<p>The changed facts propose an important change. The authors judge it not important:</p><p>It was so.</p>',
  ],
])('a judgement is whole with a reason and without: %j', (reason, said) => {
  const change = { summary: 'Boats.', material: false, ...reason };
  const [old, now] = [policy({ One: 'We keep it.' }), policy({ One: 'We must not keep it.' }, { change })];
  const of = (text: ResolvedPolicy) => ({ policy: text, page: toPage(text, site), path: '/kelp/policy/' });
  expect(toComparison(of(old), of(now), readerOf('en')).judgement?.replaceAll('\n', '')).toBe(said);
});

/** The sentences about one section. */
function toldOf(before: Text, after: Text, more: Partial<ResolvedPolicy> = {}): string[] {
  return compare(policy({ Overview: before }, more), policy({ Overview: after }, more)).map(
    ({ sentence, level }) => `${level}: ${sentence}`,
  );
}

test('words that others stand in the place of in several texts are told once, as the gravest of them', () => {
  const text = (verb: string) => [`We ${verb} your email.`, `We ${verb} it all.`, `Now we ${verb} it.`];
  expect(toldOf(text('share'), text('disclose'))).toEqual([
    'material: “disclose” now stands in the place of “share”, in 3 texts.',
  ]);
  const written = (word: string) => [`We ${word} you.`, `No ${word} is kept.`, `You can ${word} us.`];
  expect(toldOf(written('e-mail'), written('email'))).toEqual([
    'editorial: “email” now stands in the place of “e-mail”, in 3 texts. Only punctuation or spaces differ.',
  ]);
  const named = (by: string) => [`It is of ${by} in Cork.`, `So says ${by} and none else.`, `Ask ${by} now.`];
  expect(toldOf(named('the Sea Co.'), named('Kelp, Inc.'))[0]).toContain('“Kelp, Inc”');
  // What is allowed is read in its sentence, and two texts are two changes.
  expect(found(text('may use'), text('must use'))).toHaveLength(3);
  expect(found(text('share').slice(1), text('disclose').slice(1))).toHaveLength(2);
});

test('what several sections have in common is told of the policy, and leads to the first', () => {
  const texts = (verb: string) =>
    policy({ Sea: `We ${verb} your email.`, Sand: `We ${verb} it all.`, Salt: `Now we ${verb} it.` });
  expect(compare(texts('share'), texts('disclose'))).toMatchObject([{ path: 'sections', anchor: 'sea' }]);
});

test('marks and capitals that changed in several texts of a section are told once of it', () => {
  const text = (mark: string) => [`It${mark}s a boat.`, `It${mark}s a sail.`, `It${mark}s the sea.`];
  expect(toldOf(text("'"), text('’'))).toEqual([
    "editorial: In the section “Overview”, 3 texts differ in punctuation or spaces alone. The first now reads “It’s a boat.” It was “It's a boat.”",
  ]);
});

test('texts that are divided in another way, and titles in other capitals, are told once', () => {
  const bold = (mark: string) =>
    ['Sea', 'Sand', 'Salt'].map((word) => `${word} is here.${mark}${word} is there.`);
  expect(toldOf(bold(' '), bold('\n\n'))).toEqual([
    expect.stringMatching(/^editorial: .*3 texts are now divided into paragraphs or items in another way: /),
  ]);
  const titled = (change: (title: string) => string) =>
    policy(
      Object.fromEntries(['The sea', 'The sand', 'The salt', 'The sun'].map((title) => [change(title), 'x'])),
    );
  const told = compare(
    titled(String),
    titled((title) => title.toUpperCase()),
  );
  expect(told.map(({ sentence }) => sentence)).toEqual([
    'Only capital letters change in the titles of 4 sections: “THE SEA”, “THE SAND”, “THE SALT” …',
  ]);
});

test('a sentence that shares no telling word with the one before it is new, and that one is gone', () => {
  const before = 'They govern your use of our sites, mobile apps and content.';
  const after = 'For one thing, we want your feedback and suggestions.';
  expect(toldOf([before, 'Yes.'], [after, 'Yes.'])).toEqual([
    `material: Gone from the section “Overview”: “${before}”`,
    `review: New in the section “Overview”: “${after}”`,
  ]);
  expect(found('We have a new name.', 'Last updated: May 2, 2024')).toEqual([
    'prose-removed review',
    'prose-added editorial',
  ]);
  expect(found('Effective date:', 'Effective date: August 7, 2017')).toEqual(['prose-changed editorial']);
  expect(found('Last updated: May 19, 2022', 'Last updated: [DATE]')).toEqual(['prose-changed review']);
  expect(found('Our sites are for mobile apps.', 'Our sites are for old apps.')).toEqual([
    'prose-changed review',
  ]);
});

test('the day of a version is told as such, whatever has the version is called', () => {
  const line = (day: string) => `This version of our questions and answers took effect ${day}.`;
  expect(found(line('May 4, 2018'), line('January 1, 2020'))).toEqual(['prose-date-changed editorial']);
  const limit = (euros: number) =>
    `This version of our terms limits claims to ${euros} euros, effective 2020.`;
  expect(found(limit(20), limit(40))).toEqual(['prose-number-changed material']);
});

test('words of a fact that are only written in another way are told so', () => {
  const facts = (text: string) => ({
    facts: { contacts: {}, vendors: {}, rights: { access: { text } } } as ResolvedPolicy['facts'],
  });
  const told = (before: string, after: string) =>
    compare(policy({ Overview: 'x' }, facts(before)), policy({ Overview: 'x' }, facts(after))).map(
      ({ sentence }) => sentence,
    );
  expect(told("You can ask. It's free.", 'You can ask. It’s free.')).toEqual([
    "A right now reads “You can ask. It’s free.” It read “You can ask. It's free.” Only punctuation or spaces differ.",
  ]);
  expect(told('You can ask.', 'You may object.')[0]).not.toContain('Only');
});

test('a right with another id and name is the same right', () => {
  const rights = (id: string, text: string) => ({
    facts: { contacts: {}, vendors: {}, rights: { [id]: { right: 'delete', label: id, text } } } as never,
  });
  const before = policy({ Overview: 'x' }, rights('erasure', 'You can have your data erased.'));
  const after = policy({ Overview: 'x' }, rights('forgotten', 'Ask us and we forget what we know of you.'));
  expect(compare(before, after).map(({ rule }) => rule)).not.toContain('right-removed');
});

test('a title in which only the date of the text is another weighs nothing, and a period in it does', () => {
  const level = (before: string, after: string) =>
    compare(policy({ Overview: 'x' }, { title: before }), policy({ Overview: 'x' }, { title: after })).map(
      (change) => `${change.rule} ${change.level}`,
    );
  const dated = (day: string) => `TermsLast Modified: ${day}`;
  expect(level(dated('2023-06-01'), dated('2023-06-07'))).toEqual(['title-changed editorial']);
  expect(level('Terms of 1 May 2026', 'Terms of 3 June 2026')).toEqual(['title-changed editorial']);
  expect(level('Refunds in 30 days', 'Refunds in 14 days')).toEqual(['title-changed material']);
  expect(level('No refunds, 1 May 2026', 'Refunds, 3 June 2026')).not.toEqual(['title-changed editorial']);
});

test('a telephone number in pairs of digits is for review', () => {
  const call = (number: string) => `Call us at ${number} on weekdays.`;
  expect(found(call('09 69 39 29 97'), call('01 43 12 03 33'))).toEqual(['prose-changed review']);
  expect(found(call('09.69.39.29.97'), call('01.43.12.03.33'))).toEqual(['prose-changed review']);
  expect(found('We keep 10 69 39 29 97 of it.', 'We keep 20 69 39 29 97 of it.')).toEqual([
    'prose-number-changed material',
  ]);
});

test('a section that goes, and stands word for word in another, is for review', () => {
  const duty = 'You must pay us 20 euros a month for the account.';
  const level = (kept: string) =>
    compare(policy({ Fees: duty, Again: duty }), policy({ Fees: kept })).map(
      (change) => `${change.rule} ${change.level}`,
    );
  expect(level(duty)).toEqual(['section-removed review']);
  expect(level('You may pay us.')).toContain('section-removed material');
});

test('a number that stands in the place of another in several texts is told with its sentence', () => {
  const texts = (months: number) =>
    Object.fromEntries(
      ['Spam', 'Fraud', 'Abuse'].map((title) => [title, `Last updated: ${months} months ago`]),
    );
  expect(compare(policy(texts(5)), policy(texts(6))).map(({ sentence }) => sentence)).toEqual([
    '“Last updated: 6 months ago” now stands in the place of “Last updated: 5 months ago”, in 3 texts.',
  ]);
});

test('another company with its address is another party, whatever numbers the address has', () => {
  const terms = (company: string) =>
    `These terms govern the relationship with ${company} and our affiliates.`;
  const [old, now] = [
    'Kelp Corp., 3172 North Boulevard, Las Vegas, NV 89108',
    'Hull Limited, Office 302, Cyprus',
  ];
  expect(found(terms(old), terms(now))).toEqual(['prose-changed material']);
  expect(found(terms(old), terms('Kelp Corp., 3731 North Boulevard, Lehi, UT 84009'))).not.toContain(
    'prose-changed material',
  );
});

test('a line that is drawn between rows is not quoted with them', () => {
  const table = (rows: string) => `| Service | Use |\n| --- | --- |\n| Hull | Hosting |\n${rows}`;
  const changes = compare(
    policy({ Overview: table('') }),
    policy({ Overview: table('| --- | --- |\n| Otter | Mail |\n') }),
  );
  expect(changes.map(({ sentence }) => sentence).join()).not.toContain('---');
  expect(changes.map(({ sentence }) => sentence).join()).toContain('Otter · Mail');
  expect(found(table(''), table('| --- | --- |\n'))).toEqual(['format-only editorial']);
});

test('an address that is written in another way is told as an address', () => {
  expect(found('See http://kelp.example/a for it.', 'See https://www.kelp.example/a for it.')).toEqual([
    'prose-changed editorial',
  ]);
});

test('words that a link got are no other link', () => {
  expect(
    found('See the [Brand Policies](/brand).', 'See the [Content Policies.](/content)').filter((change) =>
      change.startsWith('link'),
    ),
  ).toEqual(['link-target-changed editorial']);
});

test('a link is named whole where words in it changed', () => {
  const link = (size: string, to: string) => `See the [terms (PDF, ${size}, EN)](${to}).`;
  const changes = compare(
    policy({ Overview: link('0.1MB', '/one') }),
    policy({ Overview: link('0.2MB', '/two') }),
  );
  expect(changes.map(({ sentence }) => sentence).join()).toContain('the link “terms (PDF, 0.2MB, EN)”');
});

test('another law is told, also behind the number of an item or beside a company in small letters', () => {
  const law = (country: string) => `(1) The law of the ${country} applies to what we agree on.`;
  expect(judged(law('Cook Islands'), law('Netherlands'))).toBe('prose-changed review');
  expect(found(law('Cook Islands'), law('Netherlands'))).toEqual(['prose-changed material']);
  const party = (name: string) => `They apply between ${name}, Harbour 3, and you.`;
  expect(found(party('greatkelp GmbH'), party('Hull Services GmbH'))).toEqual(['prose-changed material']);
  expect(found('We are a private GmbH here.', 'We are a small GmbH here.')).toEqual(['prose-changed review']);
});

test('a text that stands somewhere else word for word is neither new nor gone', () => {
  const answer = 'We answer within two weeks, by mail or by phone.';
  const rules = (before: Record<string, Text>, after: Record<string, Text>) =>
    compare(policy(before), policy(after)).map(({ rule, level }) => `${rule} ${level}`);
  const [apart, together] = [
    { One: ['We keep logs.', answer, 'Boats are blue.'], Two: 'Nets are green.' },
    { One: ['We keep logs.', 'Boats are blue.'], Two: `Nets are green. ${answer}` },
  ];
  expect(rules(apart, together)).toEqual(['prose-moved review']);
  expect(rules(together, apart)).toEqual(['prose-moved review']);
});

test('what reads alike in two sections of one name is told once', () => {
  const text = (name: string) => ({
    ...policy({}),
    sections: ['one', 'two'].flatMap((id) =>
      policy({ Cookies: `Our services, as ${name}, use them.` }).sections.map((section) => ({
        ...section,
        id,
      })),
    ),
  });
  expect(compare(text('Kelp'), text('Hull')).map(({ sentence }) => sentence)).toEqual([
    'In the section “Cookies”, the text now reads “Our services, as Hull, use them.” It was “Our services, as Kelp, use them.” The same in one more place.',
  ]);
});

test('a date alone in an entry is that of something else than the text', () => {
  const table = (date: string, about = 'Offer ends') =>
    `| About | Day |\n| --- | --- |\n| ${about} | ${date} |\n| Nets | Blue |`;
  expect(found(table('31 December 2026'), table('30 June 2027'))).toEqual(['prose-number-changed material']);
  expect(found('- 31 December 2026\n- Nets', '- 30 June 2027\n- Nets')).toEqual([
    'prose-number-changed material',
  ]);
  const updated = (date: string) => table(date, 'Last updated');
  expect(found(updated('31 December 2026'), updated('30 June 2027'))).toEqual([
    'prose-date-changed editorial',
  ]);
});

test('a date alone under a title is that of what the title names, unless it calls the text or the text ends there', () => {
  const levels = (title: string, text: (date: string) => Text) => {
    const [old, now] = ['August 2026', 'March 2027'].map((date) =>
      policy({ Overview: 'We fish.', [title]: text(date) }),
    );
    return old && now && compare(old, now).map(({ rule, level }) => `${rule} ${level}`);
  };
  expect(levels('End of the offer', (date) => date)).toEqual(['prose-number-changed material']);
  expect(levels('End of the offer', (date) => [date, 'Nets.'])).toEqual(['prose-number-changed material']);
  expect(levels('Terms of sale', (date) => date)).toEqual(['prose-date-changed editorial']);
  expect(levels('Nets', (date) => ['We mend them.', date])).toEqual(['prose-date-changed editorial']);
  expect(found('Summer Offer Policy Until May 2026', 'Summer Offer Policy Until May 2027')).toEqual([
    'prose-number-changed material',
  ]);
});

test.each([
  ['en', 'August 2026', 'March 2027'],
  ['de', '27.08.14', '18.03.2015'],
  ['fr', 'Date d’effet : vendredi 31 octobre 2025', 'Date d’effet : lundi 4 novembre 2026'],
  ['fr', 'Dernière mise à jour des CGV : le 07/03/23 (versions archivées)', 'Date effective : 17 août 2026'],
  ['nl', 'Ingaande woensdag 27 januari 2021', 'Van kracht vanaf 15 februari 2024'],
  [
    'en',
    'Privacy Statement Update Notes (July 19, 2024):',
    'Privacy Statement Update Notes (August 2, 2024):',
  ],
])('the date of a text in %s: %s → %s', (language, before, after) => {
  expect(found(before, after, { language })).toEqual(['prose-date-changed editorial']);
});

test('a title with another date weighs as little as the date, unless it says until when', () => {
  const titled = (title: string) => ({
    ...policy({}),
    sections: policy({ [title]: 'Boats.' }).sections.map((section) => ({ ...section, id: 'one' })),
  });
  const change = (before: string, after: string) =>
    compare(titled(before), titled(after)).map(({ rule, level }) => `${rule} ${level}`);
  expect(change('Human Rights Policy May 2024', 'Human Rights Policy May 2025')).toEqual([
    'section-renamed editorial',
  ]);
  expect(change('Old terms until 1 May 2024', 'Old terms until 1 May 2025')).toEqual([
    'section-renamed material',
  ]);
});

test('the size of a file and when a program wrote a page bind nobody', () => {
  expect(found('Our terms (PDF, 0.1MB, EN).', 'Our terms (PDF, 0.2MB, EN).')).toEqual([
    'prose-changed editorial',
  ]);
  expect(found('2024-02-26T20:16:47Z', '2025-02-26T20:30:22Z')).toEqual(['prose-changed editorial']);
  expect(found('You get 5 GB (PDF files).', 'You get 2 GB (PDF files).')).toEqual([
    'prose-number-changed material',
  ]);
});

test.each([
  [
    'Write to [www.hull.example](https://kelp.example/www.hull.example).',
    '[www.hull.example](https://hull.example/)',
  ],
  [
    '[post photos](https://help.hull.example/en/media/post-photos)',
    '[post photos](https://hull.zendesk.com/en/media/post-photos)',
  ],
  ['[ask](https://help.kelp.example/hc/en-us/requests/new)', '[ask](https://www.kelp.co.uk/hc/requests/new)'],
])('a link to the same page at another host of the company, or to what its words say, needs no review: %s', (before, after) => {
  const lead = /^Write to /.exec(before)?.[0] ?? '';
  expect(found(before, lead + after)).toContain('link-target-changed editorial');
});

test('a link to the same page of another company is reviewed', () => {
  const linked = (host: string, name: string) =>
    policy({ Overview: `[post](https://${host}/en/media/post-photos)` }, { product: { id: 'kelp', name } });
  const levels = (host: string, other: string, name: string) =>
    compare(linked(host, 'Hull'), linked(other, name)).flatMap(({ rule, level }) =>
      rule === 'link-target-changed' ? level : [],
    );
  expect(levels('hull.example', 'otter.example', 'Hull')).toEqual(['review']);
  expect(levels('hull.github.io', 'otter.github.io', 'Hull')).toEqual(['review']);
  expect(levels('hull.example', 'kelp.example', 'Kelp')).toEqual(['editorial']);
});

test('a link to a page of a usual name at another host is reviewed', () => {
  expect(found('[policy](https://hull.example/privacy)', '[policy](https://kelp.example/privacy)')).toEqual([
    'link-target-changed review',
  ]);
});

test('links of which only the code of a language is another are told once', () => {
  const links = (code: string) =>
    `See [us](https://hull.example${code}/contact/boats) and [you](https://hull.example${code}/settings).`;
  expect(
    compare(policy({ One: links('/en-us') }), policy({ One: links('') })).map(({ sentence }) => sentence),
  ).toEqual(['In the section “One”, of 2 links only a code in the address changes: “us”, “you”.']);
});

test('the numbers of a list, and of many lists, are told once', () => {
  const sentences = (before: Record<string, Text>, after: Record<string, Text>) =>
    compare(policy(before), policy(after)).map(({ sentence }) => sentence);
  const lists = (start: number) =>
    Object.fromEntries(
      ['One', 'Two', 'Three'].map((title, at) => [title, `${start + at}. Boats of ${title}.`]),
    );
  expect(sentences(lists(2), lists(3))).toEqual(['3 lists now begin with other numbers: “Boats of One.” …']);
  const items = (start: number) => ({
    One: ['Boats', 'Nets', 'Fish'].map((text, at) => `5\\.${start + at} ${text} are free.`),
  });
  expect(sentences(items(2), items(3))).toEqual([
    'In the section “One”, numbers of sections or items differ in 3 texts. The first now reads “5\\.3 Boats are free.” It was “5\\.2 Boats are free.”',
  ]);
});

test('the lines of an address are told as one text', () => {
  const [old, now] = [
    ['Kelp Exchange', '42 Harbour Street', 'Dublin 2, D02 R593', 'Ireland'],
    ['1 Hatch Street Upper', 'Dublin 2', 'Dublin', 'D02 PY28', 'Ireland'],
  ];
  expect(
    compare(policy({ One: old }), policy({ One: now })).map(({ level, sentence }) => `${level}: ${sentence}`),
  ).toEqual([
    'review: In the section “One”, the text now reads “1 Hatch Street Upper · Dublin 2 · Dublin · D02 PY28”. It was “Kelp Exchange · 42 Harbour Street · Dublin 2, D02 R593”.',
  ]);
  expect(
    compare(policy({ One: ['€2', 'We fish.', '€3'] }), policy({ One: ['We fish.', '€4', '€5', '€6'] })),
  ).toHaveLength(3);
  expect(
    compare(
      policy({ One: ['Rights', 'We keep 3 boats', 'Nets'] }),
      policy({ One: ['Duties', 'We keep 4 boats', 'Fish'] }),
    ),
  ).toHaveLength(3);
});

test('a telephone number in a cell, a sign that a program drew and what was no link count nothing', () => {
  const cell = (number: string) => `| Country | Call |\n| --- | --- |\n| Malta | ${number} |`;
  expect(found(cell('06 80 200 148'), cell('06 68 020 0148'))).toEqual(['prose-changed review']);
  expect(found(cell('1 000 000 000'), cell('2 000 000 000'))).toEqual(['prose-number-changed material']);
  expect(found('It is (a) free or (c) sold.', 'It is (a) free or © sold.')).toEqual([
    'prose-punctuation-only editorial',
  ]);
  expect(found('[Ask us](#how apps are rated) now.', '[Ask us](#how to appeal) now.')).toEqual([
    'prose-changed editorial',
  ]);
});

test.each([
  ['Prev Boats must go Next Can I fish?'],
  ['Expand All'],
  ['Previous columnNext column'],
])('what a page says around a text weighs nothing: %s', (text) => {
  expect(found(['We fish.', text], ['We fish.'])).toEqual(['prose-removed editorial']);
});

test('a verb that forbids in French is a duty', () => {
  expect(judged('Nous aimons les insultes.', 'Nous interdisons les insultes.', 'fr')).toBe(
    'prose-obligation-changed material',
  );
});

test('a date that is written in another way is the same date', () => {
  expect(found('Updated: December 17, 2025', 'Updated: 17 December 2025')).toEqual([
    'prose-changed editorial',
  ]);
});

test('the time and the zone beside a date are part of it', () => {
  expect(found('Tue 1 Jul 2025 13.21 BST', 'Tue 1 Jul 2025 14.21 CEST')).toEqual([
    'prose-date-changed editorial',
  ]);
});

test('the number of a section in its title weighs nothing', () => {
  const titled = (title: string) => ({
    ...policy({}),
    sections: policy({ [title]: 'Boats.' }).sections.map((section) => ({ ...section, id: 'one' })),
  });
  expect(compare(titled('5 - Ending it'), titled('4 - Ending it')).map(({ level }) => level)).toEqual([
    'editorial',
  ]);
});

test('a question promises nothing', () => {
  expect(found(['We fish.', 'May you share it? Who must pay?'], ['We fish.'])).toEqual([
    'prose-removed editorial',
  ]);
  expect(found(['We fish.', 'Who must pay? You must.'], ['We fish.'])).toEqual(['prose-removed material']);
});

test('one more of those that a text covers is material, also where no colon leads to them', () => {
  const list = (items: string) => [
    'The following apps are covered by our agreement, but not everywhere.',
    items,
  ];
  expect(found(list('- Boat\n- Net'), list('- Boat\n- Harbour Coach\n- Net'))).toEqual([
    'prose-added material',
  ]);
});

test('a title is not told again where the policy has it, or where the name in it is told', () => {
  const of = (name: string) => ({
    ...policy({}, { title: `${name} Terms` }),
    sections: policy({
      [`${name} Terms`]: `We at ${name} fish.`,
      [`How ${name} sails`]: [`Boats of ${name} sail.`, `You and ${name} agree.`],
    }).sections.map((section, at) => ({ ...section, id: `s${at}` })),
  });
  expect(compare(of('Kelp'), of('Hull')).map(({ rule }) => rule)).toEqual(['prose-renamed', 'title-changed']);
});

test('sections that another one took in are told once', () => {
  const inner = policy({ One: 'Boats.', Two: 'Nets.', Three: 'Fish.' }).sections;
  const [around] = policy({ Terms: 'We fish.' }).sections;
  const changes = compare(
    { ...policy({}), sections: inner },
    { ...policy({}), sections: around ? [{ ...around, sections: inner }] : [] },
  );
  expect(changes.map(({ sentence }) => sentence)).toContain(
    '3 sections now stand somewhere else: “One”, “Two”, “Three”.',
  );
});

test('what a page tells of a price since yesterday weighs nothing, and a figure of nothing is for review', () => {
  expect(found('+1.42%', '+0.76%')).toEqual(['prose-changed editorial']);
  expect(found('98,067.79', '98,063.74')).toEqual(['prose-number-changed review']);
  expect(found('We add 1.42%.', 'We add 0.76%.')).toEqual(['prose-number-changed material']);
  expect(found('€98', '€99')).toEqual(['prose-number-changed material']);
});

test('one more text of rules that must be kept is material', () => {
  expect(
    found(
      'You must keep the laws of France.',
      'You must keep the laws or the shipping regulation of France.',
    ),
  ).toEqual(['prose-changed material']);
  expect(
    found('You must keep the nets of France.', 'You must keep the nets or the blue boats of France.'),
  ).toEqual(['prose-changed material']);
});

test('what is only written in another way in a few texts of several sections is told once', () => {
  const texts = (mark: string) =>
    Object.fromEntries(['One', 'Two', 'Three'].map((title) => [title, `It${mark}s the boat of ${title}.`]));
  expect(compare(policy(texts("'")), policy(texts('’'))).map(({ sentence }) => sentence)).toEqual([
    "3 texts differ in punctuation or spaces alone. The first now reads “It’s the boat of One.” It was “It's the boat of One.”",
  ]);
});

test.each([
  ['We rely on Article 6(1)(a) GDPR.', 'We rely on Article 6(1)(f) GDPR.', 'en'],
  [
    'We rely on 6 (1) (a) GDPR, that is Art. 6 (1) (a).',
    'We rely on 6 (1) (a) GDPR, that is Art. 6 (1) (b).',
    'en',
  ],
  ['Grundlage ist Art. 6 Abs. 1 lit. b DSGVO.', 'Grundlage ist Art. 6 Abs. 1 lit. f DSGVO.', 'de'],
  ['Base : article 6.1.f) du RGPD.', 'Base : article 6.1.a) du RGPD.', 'fr'],
  ['Base: artículo 6.1 a) del RGPD.', 'Base: artículo 6.1 f) del RGPD.', 'es'],
])('another letter of an article of a law is another law: %s', (before, after, language) => {
  expect(judged(before, after, language)).toBe('prose-number-changed material');
});

test('another letter of a section of the text is another number of it', () => {
  expect(judged('It is as Section 4(b) says.', 'It is as Section 4(c) says.')).toBe(
    'prose-renumbered editorial',
  );
});

test.each([
  ['en', 'We collect your name.', 'We collect your name and health records.'],
  ['fr', 'Contenu avec une adresse.', 'Contenu avec une adresse, des dossiers médicaux.'],
  ['de', 'Die Preise gelten inkl. Steuer.', 'Die Preise gelten zzgl. Steuer.'],
  ['en', 'We tell you beforehand.', 'We tell you afterwards.'],
])('data of a special kind, a tax and what comes after are material in %s', (language, before, after) => {
  expect(judged(before, after, language)).toBe('prose-changed material');
});

test.each([
  ['en', 'You have the right to object.'],
  ['en', 'You can request a copy of your data.'],
  ['fr', 'Vous disposez d’un droit d’opposition.'],
  ['fr', 'Les remboursements sont exclus.'],
  ['de', 'Kündigungen sind schriftlich einzureichen.'],
])('a right that goes, and what shuts one out, is material in %s: %s', (language, text) => {
  expect(found(['We fish.', text], 'We fish.', { language })).toEqual(['prose-removed material']);
});

test('the courts of another place are material', () => {
  expect(found('The courts of Berlin decide.', 'The courts of Hamburg decide.')).toEqual([
    'prose-changed material',
  ]);
  expect(
    found('Les tribunaux de Paris décident.', 'Les tribunaux de Lyon décident.', { language: 'fr' }),
  ).toEqual(['prose-changed material']);
  expect(found('The boats of Berlin sail.', 'The boats of Hamburg sail.')).toEqual(['prose-changed review']);
});

test.each([
  ['Write to ask@hull.example to object.', 'Write to tell@hull.example to object.', 'review'],
  ['Write to ask@hull.example to object.', 'Write to ask@otter.example to object.', 'review'],
  ['Complain at https://hull.example/a now.', 'Complain at https://www.hull.example/b now.', 'editorial'],
  ['Complain at https://hull.example/a now.', 'Complain at https://otter.example/a now.', 'review'],
])('an address that is spelled out is reviewed where it is of another company or one of mail: %s → %s', (before, after, level) => {
  expect(found(before, after)).toEqual([`prose-changed ${level}`]);
});

test.each([
  ['We pay at once.', 'We pay when we see fit.', 'prose-obligation-changed material'],
  ['We answer at once.', 'We answer soon.', 'prose-changed material'],
  ['We sail. You can ask for a copy.', 'We sail.', 'prose-removed material'],
  ['We sail.', 'We sail. Keep your oar with you.', 'prose-added material'],
  ['We sail.', 'We sail. Keep calm.', 'prose-added review'],
  ['We sail.', 'We sail. We process your voice.', 'prose-added material'],
  ['We sail.', 'We sail. Boats are then discarded.', 'prose-added material'],
  ['See Section 12(c) of the Act.', 'See Section 12(f) of the Act.', 'prose-number-changed material'],
  ['See Section 12(c) of these terms.', 'See Section 12(f) of these terms.', 'prose-renumbered editorial'],
  ['See Section 230(c).', 'See Section 230(f).', 'prose-number-changed material'],
  ['See Section 5(c)(2) of the Act.', 'See Section 6(c)(2) of the Act.', 'prose-number-changed material'],
])('how soon, at whose will, what is asked of readers and which law is meant decide: %s → %s', (before, after, told) => {
  expect(found(before, after)).toEqual([told]);
});

test('what became the title of a section is told with the section, and an entry of a contents weighs nothing', () => {
  const told = (before: ResolvedPolicy, after: ResolvedPolicy) =>
    compare(before, after).map(({ rule, level }) => `${rule} ${level}`);
  const one = policy({ Overview: ['We sail.', 'Harbours'] });
  expect(told(one, policy({ Overview: 'We sail.', Harbours: 'Galway.' }))).toEqual(['section-added review']);
  const contents = (...items: string[]) =>
    policy({ 'Table of contents': items.map((item) => `- ${item}`).join('\n') });
  expect(told(contents('Boats'), contents('Boats', 'Harbours'))).toEqual(['prose-added editorial']);
  expect(told(contents('Boats'), contents('Boats', 'You must pay'))).toEqual(['prose-added material']);
});

test('sections of one title that are new are told once', () => {
  const help = { title: 'Help', aliases: [], numbering: 'none' as const, sections: [] };
  const of = (id: string) => ({ ...help, id, content: [{ type: 'prose' as const, text: `Ask ${id}.` }] });
  const before = policy({ Overview: 'We sail.' });
  const after = { ...before, sections: [...before.sections, of('one'), of('two')] };
  expect(compare(before, after).map(({ sentence }) => sentence)).toEqual([
    'The section “Help” is new. The same in one more place.',
  ]);
});

test.each([
  ['Overview', 'We do not allow nets, hooks or spears.', 'We do not allow nets or hooks.', 'material'],
  ['Overview', 'We like nets, hooks or spears.', 'We like nets or hooks.', 'review'],
  ['Prohibited goods', '- Old nets or hooks.', '- Old boats, nets, or hooks.', 'material'],
  ['Goods', '- Old nets or hooks.', '- Old boats, nets, or hooks.', 'review'],
  ['Covered boats', '- Hull Mail and Hull Chat', '- Hull Mail, Hull Kelp and Hull Chat', 'material'],
  [
    'Overview',
    'Where you use Mail, Chat or more, we may read it.',
    'Where you use Mail, Kelp, Chat or more, we may read it.',
    'material',
  ],
])('one thing more or less that is not allowed, or covered, is material: in “%s”, %s → %s', (title, before, after, level) => {
  expect(compare(policy({ [title]: before }), policy({ [title]: after })).map((told) => told.level)).toEqual([
    level,
  ]);
});

test('what a page shows beside a text weighs little: prices, pictures, a hidden address, what opens over it', () => {
  const ticker = (...prices: string[]) =>
    prices.flatMap((price, at) => [price, `Of boat ${at} we say this.`]);
  expect(found(ticker('104,640.29', '0.99', '5.71'), ticker('103,602.52', '0.98', '5.76'))).toEqual([
    'prose-number-changed review',
  ]);
  expect(found(ticker('104,640.29', '0.99'), ticker('103,602.52', '0.98'))).toHaveLength(2);
  expect(found('An image showing a boat.', 'An image showing our policy on all boats.')).toEqual([
    'prose-changed editorial',
  ]);
  expect(found('An image showing a boat.', 'An image showing a boat must be sent.')).not.toEqual([
    'prose-changed editorial',
  ]);
  expect(found('We sail.', ['We sail.', 'Here you will find our mails.Close'])).toEqual([
    'prose-added editorial',
  ]);
  expect(found('Ask dpo@kelp.example now.', 'Ask \\[email protected\\] now.')).toEqual([
    'prose-changed editorial',
  ]);
});

test('an app by another name costs as little as before', () => {
  const free = (name: string) => `Eine ${name} ist kostenlos, du kannst sie laden.`;
  expect(found(free('Anwendung'), free('App'), { language: 'de' })).toEqual(['prose-changed review']);
  expect(judged('Boats are free.', 'Boats are paid.')).toBe('prose-changed review');
});

test('a day from which a text binds is no day on which it was updated', () => {
  const level = (before: string, after: string) =>
    compare(policy({ One: [before, 'We sail.'] }), policy({ One: [after, 'We sail.'] })).map(
      (told) => told.level,
    );
  expect(level('Last updated: 3 May 2026', 'Effective date: 3 May 2026')).toEqual(['review']);
  expect(level('Effective on: 3 May 2026', 'Effective date: 3 May 2026')).toEqual(['editorial']);
});

test('a named part of another page of the site is that part', () => {
  const link = (address: string) => `See [dogs](https://hull.example/${address}).`;
  expect(found(link('travel#guide-dogs'), link('reisen#guide-dogs'))).toEqual([
    'link-target-changed editorial',
  ]);
  expect(found(link('terms#dogs'), link('cookies#dogs'))).toEqual(['link-target-changed review']);
  expect(found(link('travel'), link('reisen'))).toEqual(['link-target-changed editorial']);
});

test('where a line may not break says nothing', () => {
  const [before, after] = [
    policy({ Overview: 'We\u00a0sail off\u2011shore\u202f: far.' }),
    policy({ Overview: 'We sail off-shore : far.' }),
  ];
  expect(compare(before, after).map(({ rule }) => rule)).toEqual(['whitespace-only']);
  const { sections } = redline(toPage(before, site), toPage(after, site));
  expect(sections.every(({ change }) => change === 'same')).toBe(true);
});

test('a section that became the title of the policy is not gone', () => {
  const one = policy({ 'Boat notice': [], Overview: 'We sail.' }, { title: 'Notice' });
  const other = policy({ Overview: 'We sail.' }, { title: 'Boat notice' });
  const rules = (before: ResolvedPolicy, after: ResolvedPolicy) =>
    compare(before, after).map(({ rule }) => rule);
  expect(rules(one, other)).toEqual(['title-changed']);
  expect(rules(other, one)).toEqual(['title-changed']);
});

test('a text is cut before the number whose unit would be missing', () => {
  expect(shorten('We keep your letters for 30 days.', 30)).toBe('We keep your letters for …');
  expect(shorten('Gull Ltd · counts · 2 December 2026', 22)).toBe('Gull Ltd · counts …');
  expect(shorten('We keep 1,200 letters.', 18)).toBe('We keep …');
});

test.each([
  ['en', 'These terms apply to guests.'],
  ['en', 'You grant us a licence.'],
  ['en', 'We rely on our legitimate interests.'],
  ['en', 'The legal basis is Article 6 of the GDPR.'],
  ['en', 'You can leave the harbour.'],
  ['en', 'We’ll sail.'],
  ['en', '“Boat” means what floats.'],
  ['de', 'Sie räumen uns Lizenzen ein.'],
  ['de', 'Wir werden segeln.'],
  ['fr', 'Nous vous informerons.'],
  ['fr', 'Les règles de l’association s’appliquent ici.'],
  ['es', 'Publicaremos las reglas.'],
  ['it', 'Le regole del porto si applicano qui.'],
])('a clause that applies, grants, allows, promises, defines or cites a law is material in %s: %s', (language, text) => {
  expect(found('Ah.', ['Ah.', text], { language })).toEqual(['prose-added material']);
});

test.each([
  ['en', 'You can find boats here.'],
  ['en', 'You’ll find boats here.'],
  ['en', 'Licensed boats'],
  ['en', 'The “Boat” floats.'],
  ['fr', 'Les environs sont beaux.'],
  ['fr', 'Découvrez nos bateaux.'],
])('what one can find, names or admires binds nobody in %s: %s', (language, text) => {
  expect(found('Ah.', ['Ah.', text], { language })).not.toContain('prose-added material');
});

test('a label before a sentence that leads on says nothing', () => {
  expect(found('We sail.', ['We sail.', 'Tip: You will find more information here.'])).toEqual([
    'prose-added editorial',
  ]);
});

test.each([
  ['Boats must not carry:', 'material'],
  ['Boats carry:', 'review'],
  ['We must sail. For more information, see:', 'review'],
])('an item weighs what the sentence does that begins its list: %s', (lead, level) => {
  const [short, long] = [`${lead}\n\n- Nets`, `${lead}\n\n- Nets\n- Kelp`];
  expect(found(short, long)).toEqual([`prose-added ${level}`]);
  expect(found(long, short)).toEqual([`prose-removed ${level}`]);
});

test('an item weighs what the title does that begins its list, and a day of an older version nothing', () => {
  const told = (title: string, item: string) =>
    compare(policy({ [title]: '- Nets' }), policy({ [title]: `- Nets\n- ${item}` })).map(
      ({ level }) => level,
    );
  expect(told('Boats must', 'Float')).toEqual(['material']);
  expect(told('Boats', 'Float')).toEqual(['review']);
  expect(told('Boats must', '[October 3, 2022](https://kelp.example/a)')).not.toContain('material');
});

test.each([
  ['Your email is stored at Kelp.', 'Your email is stored at Otter.', 'material'],
  ['You accept our Kelp Terms.', 'You accept our Otter Rules.', 'material'],
  ['You need to use Kelp or Otter.', 'You need to use Kelp.', 'material'],
  ['You accept our Cookie Policy.', 'You accept our Cookie Notice.', 'review'],
  ['Boats like Kelp.', 'Boats like Otter.', 'review'],
])('another name in a sentence that binds is material: %s → %s', (before, after, level) => {
  expect(found(before, after)).toEqual([`prose-changed ${level}`]);
});

test('companies are known by their Spanish and British forms', () => {
  const kinds = (text: string) =>
    readWords({ text }, { language: 'es', names: [] }).filter(({ kind }) => kind === 'company').length;
  expect(kinds('El titular es Kelp Envíos S.L., con sede aquí.')).toBe(3);
  expect(kinds('El titular es Otter, S.L.U., con sede aquí.')).toBe(2);
});

test('another word in a cell below what data it is of is material', () => {
  const table = (column: string, cell: string) => `| Use | ${column} |\n| --- | --- |\n| Sailing | ${cell} |`;
  const told = (column: string) =>
    found(table(column, 'Name of guardians'), table(column, 'Name of yourself'));
  expect(told('Personal data')).toEqual(['prose-changed material']);
  expect(told('Remarks')).toEqual(['prose-changed review']);
});

test('the day in a line that leads to an older text is a date', () => {
  expect(
    found('See the terms effective before 2023-03-23.', 'See the terms effective before 2024-08-16.'),
  ).toEqual(['prose-date-changed editorial']);
  expect(found('See the terms for boats of 30 days.', 'See the terms for boats of 60 days.')).toEqual([
    'prose-number-changed material',
  ]);
});

test('what is left out, in French, and no right that is only a place or a moment', () => {
  expect(
    found('Un point par achat (hors nasses).', 'Un point par achat (hors rames et nasses).', {
      language: 'fr',
    }),
  ).toEqual(['prose-changed material']);
  expect(found('Un point par achat.', 'Un point par achat hors nasses.', { language: 'fr' })).toEqual([
    'prose-obligation-changed material',
  ]);
  expect(found('Ah.', ['Ah.', 'We sail right now.'])).toEqual(['prose-added review']);
});

test('an apostrophe that is another mark denies what it denied', () => {
  expect(found("We don't sail.", 'We don´t sail.')).toEqual(['prose-punctuation-only editorial']);
  expect(found('We don´t sail.', 'We do sail.')).toEqual(['prose-obligation-changed material']);
});

test('the year of a copyright is no part of the name of its company', () => {
  expect(found('©2018 Kelp LLC. We sail.', '©2022 Kelp LLC. We sail.')).not.toContain(
    'prose-changed material',
  );
  expect(found('©2018 Kelp LLC. We sail.', '©2018 Otter LLC. We sail.')).toEqual(['prose-changed material']);
});

test('a link in the place of another one is told by its words', () => {
  const mail = (link: string) => `We work with [${link}.example) for mail.`;
  expect(found(mail('Acoustic](https://a'), mail('Braze](https://b'))).toEqual(['prose-changed review']);
  expect(found('See [the boats](https://a.example).', 'See [our boats](https://b.example).')).toEqual([
    'link-target-changed review',
    'prose-changed editorial',
  ]);
});

test('other words of a link are the link, or its address stands in the text', () => {
  const old = 'Please read [our data policy](https://a.example/p) first.';
  expect(found(old, 'Please read our [data policy](https://a.example/p) first.')).toEqual([
    'format-only editorial',
  ]);
  expect(found(old, 'Please read our data policy (https://a.example/p) first.')).toEqual([
    'prose-changed editorial',
  ]);
  expect(found(old, 'Please read our data policy first.')).toEqual(['link-target-changed review']);
});

test('words that changed where a paragraph was divided are quoted once', () => {
  const changes = found('We like oars. You may sail.', ['We like oars.', 'You may not sail.']);
  expect(changes).toEqual(['prose-obligation-changed material']);
});

test('a day and its month are a date without a space between them', () => {
  const stand = (day: string) => `Datenschutz (Stand ${day} 2026)`;
  expect(found(stand('25.März'), stand('26.April'), { language: 'de' })).toEqual([
    'prose-date-changed editorial',
  ]);
});

test('two sentences that share few of their telling words are one that came and one that went', () => {
  const kept = 'One stays here.';
  const told = found(
    [kept, 'This service is available to users worldwide.'],
    [kept, 'The automated data deletion service is a partnership with OneRep to ask brokers.'],
  );
  expect(told).toEqual(['prose-added material', 'prose-removed material']);
});

test.each([
  [
    'ja',
    '根拠のない報告を頻繁に行う報告者に対しては、提出される報告の処理を停止します。この場合、通常の処理手順は適用されません。',
    '異議申立てを行うには、最長 6 か月以内に、専用フォームで詳細な理由を送信してください。',
  ],
  [
    'ko',
    '광고 파트너는 쿠키를 사용하여 광고를 표시합니다.',
    '귀하의 계정 설정은 6개월 동안 서버에 저장됩니다.',
  ],
])('nor are they one in a script without capitals or spaces: %s', (language, before, after) => {
  const told = found(['海。', before], ['海。', after], { language });
  expect(told.map((one) => one.split(' ')[0])).toEqual(['prose-added', 'prose-removed']);
});

test.each([
  ['ja', '最終更新 2024 年 2 月 22 日', '最終更新 2024 年 4 月 29 日'],
  ['zh', '2024年3月7日生效', '2024年4月3日起生效'],
  ['ko', '2021년 01월 27일 수요일 발효', '2024년 2월 15일 목요일부터 유효'],
  ['ru', 'Версия 1.1, действует с 01 ноября 2023 г.', 'Версия 1.1, действует с 3 апреля 2024 г.'],
  ['tr', 'Sürüm 1.0, 1 Kasım 2023’ten itibaren geçerli', "Sürüm 1.1, 03 Nisan 2024'ten itibaren geçerli"],
  ['cs', 'Účinné od 25. února 2025', 'Účinné od 28. února 2025'],
])('in %s a line at the beginning of a text dates it: %s', (language, before, after) => {
  const text = (line: string) => [line, 'Kelp.'];
  expect(found(text(before), text(after), { language })).toEqual(['prose-date-changed editorial']);
  // Below others it is the date of something else.
  const below = (line: string) => ['Kelp kelp. '.repeat(30), line];
  expect(found(below(before), below(after), { language })[0]).toMatch(/^prose-number-changed/);
});

test.each([
  'Data ostatniej aktualizacji',
  'Utolsó frissítés',
  'Ultima actualizare',
])('a line at the beginning of a section in another language dates it: %s', (words) => {
  const polish =
    'Ta polityka opisuje dane osobowe, które zbieramy, oraz prawa, które przysługują użytkownikom.';
  const english = 'This is what we collect of the people who use the shop and what they may ask of us.';
  const told = (rest: string) =>
    found([`${words}: December 8, 2023`, rest], [`${words}: March 18, 2024`, rest]).join();
  expect(told(polish)).toBe('prose-date-changed editorial');
  expect(told(english)).toBe('prose-number-changed material');
});

test('a month in words and the same one in figures are one date', () => {
  expect(found('Effective Date: February 2025', 'EFFECTIVE DATE: 2025.02')).toEqual([
    'prose-changed editorial',
  ]);
  expect(found('Kelp · Effective Date: February 2025', 'Kelp · EFFECTIVE DATE: 2025.02')).toEqual([
    'prose-changed editorial',
  ]);
  expect(found('Effective Date: February 2025', 'EFFECTIVE DATE: 2025.03')).toEqual([
    'prose-date-changed editorial',
  ]);
});

test.each(['fr', 'hu', 'zh'])('an English address stands in texts in %s, too', (language) => {
  const told = (address: string) => `Kelp Corp, ${address}, San Francisco, CA 94105`;
  expect(
    found(told('2 Harrison St. #175'), told('149 New Montgomery Street, 4th Floor'), { language }),
  ).toEqual(['prose-changed review']);
});

test('a word that says how soon is told as no number', () => {
  expect(found('We delete it.', 'We promptly delete it.')).toEqual(['prose-changed material']);
  expect(found('We look at it weekly.', 'We look at it daily.')).toEqual(['prose-number-changed material']);
});

test('no words such as may, must or not are told where none of them came or went', () => {
  const told = ['prose-changed material'];
  expect(
    found('We use it for any purpose, or none at sea.', 'We use it for one purpose, or none at sea.'),
  ).toEqual(told);
  expect(found('If you import boats, we read them.', 'Optional: if you import boats, we read them.')).toEqual(
    told,
  );
});

test('no word that came or went is cut out of what is quoted', () => {
  const sea = 'of harbourmasters '.repeat(18);
  const told = (one: string, other: string, end: string) =>
    policy({
      Overview: `Your credits may pay for the use of ${one} ${sea}${other} ${sea}and do not ${end} over.`,
    });
  const [change] = compare(told('oars', 'must soon be used', 'roll'), told('sails', 'can last', 'carry'));
  for (const word of ['oars', 'must soon be used', 'roll', 'sails', 'can last', 'carry'])
    expect(change?.sentence).toContain(word);
});

test('a section of which another has the anchor and the text is part of that', () => {
  const old = policy({ Security: 'We lock our doors.', Children: 'No child may sail.' });
  const now = policy({ Security: ['We lock our doors.', 'No child may sail.'] });
  const [security] = now.sections;
  if (security) security.aliases = ['children'];
  expect(compare(old, now).map(({ sentence }) => sentence)).toEqual([
    'Links to `#children` now lead to the section “Security”.',
    'The section “Children” is now part of the section “Security”.',
  ]);
});

test('a site in the place of a company is another party', () => {
  const of = (name: string) => `${name} is the data controller here.`;
  expect(found(of('New Kelp Ltd.'), of('Hull.net'))).toEqual(['prose-changed material']);
});

test('a number hides no sentence that went beside it', () => {
  const clauses = 'We transfer data under Standard Contractual Clauses. ';
  const lost = `${clauses}The company is certified under the Data Privacy Framework.`;
  const now = 'We transfer data under Art. 28 GDPR.';
  expect(found(lost, now)).toEqual(['prose-changed material']);
  expect(found(clauses, now)).toEqual(['prose-number-changed review']);
});

test.each([
  ['It is for kids.', 'It is for children.', 'prose-wording-changed editorial'],
  ['We keep the personal data.', 'We keep the personal information.', 'prose-wording-changed editorial'],
  ['We keep the personal data.', 'We keep the sensitive information.', 'prose-changed material'],
  ['This describes boats.', 'This document describes boats.', 'prose-wording-changed editorial'],
  ['What this Privacy Policy covers.', 'What this Privacy Notice covers.', 'prose-wording-changed editorial'],
  ['This describes boats.', 'This harbour describes boats.', 'prose-changed review'],
  ['We follow the Boat Policy.', 'We follow the Boat Notice.', 'prose-changed review'],
])('what says the same in other words is editorial: %s → %s', (before, after, expected) => {
  expect(found(before, after)).toEqual([expected]);
});

test.each([
  ['es', 'Actualizado: 3 Dec 2025', 'Actualizado: 4 Jan 2026'],
  ['fr', 'Versión del 3 de diciembre de 2025', 'Versión del 4 de enero de 2026'],
  ['en', ':::info Last updated December 3, 2025', ':::info Last updated January 4, 2026'],
])('a line that dates the text is told as a date in %s', (language, before, after) => {
  expect(found(before, after, { language })).toEqual(['prose-date-changed editorial']);
});

test('a section of which nothing but a title on several lines, or offers of a help page, came weighs little', () => {
  const text = 'Boats sink in the harbour.';
  const came = (title: string, texts: string[]) =>
    compare(
      policy({ 'Conditions of carriage': text }),
      policy({ 'Conditions of carriage': text, [title]: texts }),
    ).flatMap(({ rule, level }) => (rule === 'section-added' ? level : []));
  expect(came('Carriage', ['Conditions of', 'carriage'])).toEqual(['editorial']);
  expect(came('Carriage', ['Conditions of', 'freight'])).toEqual(['review']);
  const offers = ['Chat with our assistant', 'Resolve issues and get support'];
  expect(came('Other ways to get help', offers)).toEqual(['editorial']);
  expect(came('Other ways to get help', [...offers, 'Sell my data'])).toEqual(['review']);
  expect(came('Ropes', offers)).toEqual(['review']);
});

test('mail to the same box at another host of the company is the same contact', () => {
  const write = (address: string) => `Kelp: ${address} (email)`;
  const level = (old: string, now: string) =>
    compare(policy({ Overview: write(old) }), policy({ Overview: write(now) })).map((one) => one.level);
  expect(level('privacy@hull.de', 'privacy@hull.com')).toEqual(['editorial']);
  expect(level('privacy@hull.de', 'sales@hull.com')).toEqual(['review']);
  expect(level('privacy@hull.de', 'privacy@otter.com')).toEqual(['review']);
});

test('letters that stand again where a program lost them are a typo that was mended', () => {
  const language = 'fr';
  const [torn, whole] = [
    'Les taxes a?riennes sont pay?es en 30 jours.',
    'Les taxes aériennes sont payées en 30 jours.',
  ];
  expect(found(torn, whole, { language })).toEqual(['prose-typo editorial']);
  expect(found(torn, whole.replace('30', '60'), { language })).toEqual(['prose-number-changed material']);
});

test('an entry of the history of the text says nothing, unless it has no date', () => {
  const boats = 'Boats sink.';
  const came = (title: string, text: string) =>
    compare(policy({ [title]: boats }), policy({ [title]: [boats, text] })).map(({ level }) => level);
  expect(came('Changes', '2026-05-12 Mends what we must pay.')).toEqual(['editorial']);
  expect(came('Changes', 'You must pay from 2026-05-12.')).toEqual(['material']);
  expect(came('Fees', '2026-05-12 You must pay.')).toEqual(['material']);
});

test('a label in other capitals, and the number of a build, weigh little', () => {
  const more = 'They paint Boats and like Boats.';
  expect(found(['Our Boats', more], ['Our boats', more])).toEqual(['prose-capitals-changed editorial']);
  expect(found(['We keep Boats here.', more], ['We keep boats here.', more])).toEqual([
    'prose-capitals-changed review',
  ]);
  expect(found('2026.8.14.1115', '2026.8.19.1116')).toEqual(['prose-changed editorial']);
  expect(found('12.8.2026', '12.9.2026')).not.toEqual(['prose-changed editorial']);
});

test('a link that is gone weighs little where another one leads there', () => {
  const links = (text: string) => `${text} See [all](https://kelp.example/help).`;
  expect(found('Ask [us](https://kelp.example/help).', 'Ask us.')).toEqual(['link-target-changed review']);
  expect(found([links('Ask [us](https://kelp.example/help).')], [links('Ask us.')])).toEqual([
    'link-target-changed editorial',
  ]);
});

test.each([
  ['en', 'Unused boats sink.', 'Kelp reserves the right to sink unused boats.'],
  ['fr', 'Les barques coulent.', 'Kelp se réserve le droit de couler les barques.'],
  ['de', 'Alte Boote sinken.', 'Kelp behält sich vor, alte Boote zu versenken.'],
  ['fr', 'Si vous avez 19 ans au moins, écrivez.', 'Si vous avez 19 ans ou moins, écrivez.'],
  ['en', 'The French text is here.', 'The French text is here and prevails over others.'],
  ['fr', 'Nous le donnons à Kelp et ses filiales.', 'Nous le donnons à Kelp.'],
  ['fr', 'Des statistiques sont faites.', 'Des statistiques anonymisées sont faites.'],
])('a right that is reserved, a least and what is anonymous decide in %s: %s', (language, before, after) => {
  expect(found(before, after, { language }).every((told) => told.endsWith('material'))).toBe(true);
});

test('another entry of a list that binds is another thing that is bound', () => {
  const list = (title: string, entry: string) => policy({ [title]: `- ${entry}\n- Coal tit` });
  const level = (title: string, old: string, now: string) =>
    compare(list(title, old), list(title, now)).map((one) => one.level);
  expect(level('Forbidden animals', 'Scops owl (Otus scops)', 'Owl')).toEqual(['material']);
  expect(level('Forbidden animals', 'Scops owls', 'Scops owl')).toEqual(['editorial']);
  expect(level('Animals', 'Scops owl (Otus scops)', 'Owl')).toEqual(['review']);
});

test('an announcement of the text weighs little, and what it asks of readers does not', () => {
  const gone = (text: string) => found(['Boats sink.', text], ['Boats sink.']);
  expect(
    gone(
      'We’ve updated our Policy, effective 5 May 2026. You can view the prior Policy, which applies to all until then.',
    ),
  ).toEqual(['prose-removed review']);
  expect(gone('We have updated our policy for clarity. The new version takes effect on 5 May 2026.')).toEqual(
    ['prose-removed editorial'],
  );
  expect(gone('We have updated our policy. You accept the new policy by reading it.')).toEqual([
    'prose-removed material',
  ]);
});

test('when a program wrote a page, and the many figures of a ticker, weigh little', () => {
  expect(found('Updated 2025-07-07T13:47:20Z by Ann', 'Updated 2025-08-01T03:10:59Z by Ann')).toEqual([
    'prose-changed editorial',
  ]);
  const figures = (count: number, cents: number) =>
    Array.from({ length: count }, (_, at) => [`Boat of harbour ${at}`, `${at + 1},100.${cents}`]).flat();
  expect(found(figures(12, 10), figures(12, 20))).toEqual(['prose-number-changed editorial']);
  expect(found(figures(4, 10), figures(4, 20))).toEqual(['prose-number-changed review']);
});

test('headlines below the title of a list of articles say nothing', () => {
  const of = (title: string, entry: string) => policy({ [title]: ['Boats sink.', entry] });
  const level = (title: string, entry: string) =>
    compare(policy({ [title]: 'Boats sink.' }), of(title, entry)).map((one) => one.level);
  expect(level('Latest news', 'Why No Boat Must Ever Sink: Ten Days at Sea')).not.toContain('material');
  expect(level('Latest news', 'No boat must ever sink.')).toContain('material');
  expect(level('Boats', 'Why No Boat Must Ever Sink: Ten Days at Sea')).toContain('material');
});

test('two links of the same words that lead somewhere else are told by these words', () => {
  const links = (to: string) => `See our [policy](${to}) or, later on, the [policy](${to}).`;
  const [told] = compare(
    policy({ One: links('https://hull.example/a') }),
    policy({ One: links('https://hull.example/b') }),
  );
  expect(told?.sentence).toContain('the link “policy” now leads');
});

test('how an item of a list ends says nothing where items come, go or change places', () => {
  const list = (...items: string[]) =>
    `You must not do what:\n\n${items.map((item) => `- ${item}`).join('\n')}`;
  const [two, three] = [
    list('attacks the API; or', 'harms children.'),
    list('attacks the API;', 'sends spam; or', 'harms children.'),
  ];
  const more = list('attacks the API;', 'harms children; or', 'resells access.');
  const moved = ['prose-moved editorial'];
  expect(found(two, list('harms children; or', 'attacks the API.'))).toEqual(moved);
  expect(found(three, list('harms children;', 'attacks the API; or', 'sends spam.'))).toEqual(moved);
  expect(found(two, more)).toEqual(['prose-added material']);
  expect(found(more, two)).toEqual(['prose-removed material']);
  expect(found(two, list('attacks the API.'))).toEqual(['prose-removed material']);
  // Another word between the items, and one that went alone, may say something else.
  const joined = list('attacks the API;', 'harms children; and', 'resells access.');
  expect(found(two, joined)).toContain('prose-changed review');
  expect(found(two, list('attacks the API;', 'harms children.'))).not.toEqual([]);
});

test.each([
  ['We keep it for 14 days.', 'We keep it for fourteen days.', 'editorial'],
  ['We keep it for one year.', 'We keep it for 1 year.', 'editorial'],
  ['It takes twenty-one days.', 'It takes 21 days.', 'editorial'],
  ['It takes twenty-one days.', 'It takes 22 days.', 'material'],
  ['Up to 1,000 calls are free.', 'Up to 1000 calls are free.', 'editorial'],
  ['Up to 1,000 calls are free.', 'Up to 10000 calls are free.', 'material'],
  ['It costs 1.5 euros.', 'It costs 15 euros.', 'material'],
  ['Each call costs €0.02.', 'Each call costs EUR 0.02.', 'editorial'],
  ['Each call costs €0.02.', 'Each call costs USD 0.02.', 'material'],
  // A dollar may be another.
  ['Each call costs $0.02.', 'Each call costs USD 0.02.', 'material'],
])('a number is what it says, however it is written: %s → %s', (before, after, level) => {
  expect(found(before, after).map((told) => told.split(' ')[1])).toEqual([level]);
});

test('words such as may, must or not are said to differ where they do', () => {
  expect(found('We tell you within 48 hours.', 'We tell you without undue delay, within 48 hours.')).toEqual([
    'prose-changed material',
  ]);
  const unless: [string, string] = [
    'We delete it in a month, unless a law forbids.',
    'Unless a law forbids, we delete it in a month.',
  ];
  expect(found(...unless)).toEqual(['prose-changed editorial']);
  expect(found('We share it with your consent.', 'We share it without your consent.')).toEqual([
    'prose-obligation-changed material',
  ]);
  // The same words in another order, and no clause of their own.
  expect(found('Kelp may not sue Hull, the owner.', 'Hull may not sue Kelp, the owner.')).not.toContain(
    'prose-changed editorial',
  );
});

test('sentences that changed places moved, and a number is quoted with what it limits', () => {
  const moved = ['prose-moved editorial'];
  expect(found('You may cancel. We refund fees.', 'We refund fees. You may cancel.')).toEqual(moved);
  const [logs, backups] = ['Logs are kept for 90 days.', 'Backups are kept for 30 days.'];
  expect(found(`${backups} ${logs}`, `${logs} ${backups}`)).toEqual(moved);
  expect(found(`${backups} ${logs}`, `${backups} ${backups}`)).not.toContain('prose-moved editorial');
  const limit = (months: string) =>
    `As far as the law allows it, the liability of Kelp for all claims is limited to the fees of the last ${months} months.`;
  const [told] = compare(policy({ Overview: limit('twelve') }), policy({ Overview: limit('six') }));
  expect(told?.sentence).toContain(limit('six'));
});

test('a text that moved to another section, and a section that became part of one, are told with both', () => {
  const [price, refund] = ['A month costs 5 euros.', 'You get your money back, if you ask us by mail.'];
  const card = 'We pay back to the card that you used.';
  const told = (before: Record<string, Text>, after: Record<string, Text>) =>
    compare(policy(before), policy(after)).map(({ sentence }) => sentence);
  const moved = told({ Prices: [price, refund], Refunds: card }, { Prices: price, Refunds: [card, refund] });
  expect(moved).toEqual([
    `A text now stands in the section “Refunds”: “${refund}” It stood in the section “Prices”.`,
  ]);
  const old = { Prices: price, Refunds: [refund, card] };
  const merged = 'The section “Refunds” is now part of the section “Prices”.';
  expect(told(old, { Prices: [price, refund, card] })).toEqual([merged]);
  expect(told(old, { Prices: [price, refund] })).not.toContain(merged);
});
