import { describe, expect, test } from 'vitest';
import type { Example } from '../src/rules/rule.ts';
import { findingsIn, loadRule } from './rules.ts';

// What a person wrote and surely or probably did not mean, each beside what looks like it and is meant.

/** What is said of an example, as `severity message`; of one that is meant, nothing. */
type Case = [written: string, example: Example, ...found: string[]];

function told(id: string, table: readonly Case[]): void {
  describe(id, async () => {
    const rule = await loadRule(id);
    test.each(
      table.map(([written, example, ...found]) => ({ written, example, found })),
    )('tells of $written what is expected', ({ example, found }) => {
      expect(findingsIn(example, rule).map(({ severity, message }) => `${severity} ${message}`)).toEqual(
        found,
      );
    });
  });
}

const text = (...texts: string[]): string =>
  `sections:\n  - title: Text\n    content:\n${texts.map((one) => `      - ${JSON.stringify(one)}\n`).join('')}`;
const dated = (line: string, more = ''): Example => ({ policy: `updated: 2026-03-02\n${more}${text(line)}` });

told('core/other-date', [
  [
    'another day that a sentence says',
    dated('This Privacy Policy was last updated on 4 April 2025, and we tell you of changes.'),
    'warning The text was last updated on 2025-04-04 by its words, and on 2026-03-02 by `updated`.',
  ],
  [
    'another day in German',
    dated('**Stand:** 4. April 2025', 'language: de\n'),
    'warning The text was last updated on 2025-04-04 by its words, and on 2026-03-02 by `updated`.',
  ],
  [
    'another day from which it binds',
    dated('Effective date: May 1, 2026'),
    'warning The text binds from 2026-05-01 by its words, and from 2026-03-02 by `updated`.',
  ],
  [
    'another day than `effective`',
    dated('In force from 1 May 2026.', 'effective: 2026-04-02\n'),
    'warning The text binds from 2026-05-01 by its words, and from 2026-04-02 by `effective`.',
  ],
  ['the same day', dated('Last updated: 2 March 2026')],
  ['the day of a law', dated('The GDPR took effect on 25 May 2018, and we welcome its spirit.')],
  ['a list of versions', dated('Last updated: 4 April 2025\nLast updated: 7 May 2024')],
  ['an earlier version', dated('Effective until: 4 April 2025')],
  ['a day that can be two', dated('Last updated: 03/04/2025')],
  ['a file name', dated('[Our terms](https://shop.example/terms_updated_2023-03-28.pdf)')],
  ['no field', { policy: text('Last updated: 4 April 2025') }],
]);

const long = Array.from(
  { length: 3 },
  (_, index) =>
    `Paragraph ${index} ${'says something that readers need to know about their data '.repeat(3).trim()}.`,
);

told('core/text-twice', [
  [
    'a paragraph twice within a text',
    {
      policy: text(
        'We keep your data for as long as you want.\n\nWe keep your data for as long as you want.',
      ),
    },
    'warning “We keep your data for as long as you want.” stands twice in a row.',
  ],
  [
    'a sentence twice',
    {
      policy: text(
        'We wait. We tell you of every change before it binds you. We tell you of every change before it binds you.',
      ),
    },
    'warning “We tell you of every change before it binds you.” stands twice in a row.',
  ],
  [
    'sentences that quote other facts',
    {
      policy: `updated: 2026-03-02\neffective: 2026-04-02\n${text('The day that counts for all of you is {{ updated }}. The day that counts for all of you is {{ effective }}.')}`,
    },
  ],
  [
    'a block twice',
    {
      product: 'contacts: { help: { label: Help, email: help@shop.example } }\n',
      policy: 'sections: [{ title: Us, content: [{ contact: help }, { contact: help }] }]\n',
    },
    'warning `contact` stands twice in a row.',
  ],
  [
    'a passage in two sections',
    {
      policy: `${text(...long)}  - title: Again\n    content: ${JSON.stringify(long)}\n`,
    },
    `info 3 paragraphs from “${long[0]?.slice(0, 100).replace(/\s\S*$/, '')} …” on stand in two places.`,
  ],
  ['a short line twice', { policy: text('Your name.', 'Your name.') }],
  [
    'a sentence that stands under two purposes',
    {
      policy: `${text('You can withdraw your consent at any time.')}  - title: More\n    content: [You can withdraw your consent at any time.]\n`,
    },
  ],
  [
    'another paragraph between',
    {
      policy: text(
        'We keep your data for as long as you want.',
        'So do others.',
        'We keep your data for as long as you want.',
      ),
    },
  ],
]);

told('core/link-other-address', [
  [
    'an address with a path',
    { policy: text('See [shop.example/terms](https://evil.example/terms).') },
    'warning The words “shop.example/terms” are a link to evil.example.',
  ],
  [
    'an address that was written like a path',
    { policy: text('See [www.authority.example](https://shop.example/www.authority.example).') },
    'warning The words “www.authority.example” are a link to shop.example.',
  ],
  [
    'a site that has the name of another before its own',
    { policy: text('See [https://shop.example](https://shop.example.evil.test/).') },
    'warning The words “https://shop.example” are a link to shop.example.evil.test.',
  ],
  ['a part of the same site', { policy: text('See [www.shop.example](https://help.shop.example/terms).') }],
  ['the same name in another country', { policy: text('See [www.shop.fr](https://shop.co.uk/terms).') }],
  [
    'a name that looks like an address',
    { policy: text('We use [Booking.com](https://shop.example/partners).') },
  ],
  ['a short address', { policy: text('See [aka.ms/privacy](https://www.microsoft.com/privacy).') }],
  [
    'a copy in an archive',
    { policy: text('See [https://shop.example](https://web.archive.org/web/2022/https://shop.example/).') },
  ],
  [
    'hosts in a table',
    { policy: text('| Host |\n| --- |\n| [www.ads.example](https://cookies.test/host/ads) |') },
  ],
]);

const english = 'You can ask us to tell you which of your data we have and to delete them.';
const german = 'Sie können verlangen, dass wir Ihnen sagen, welche Daten wir von Ihnen haben und nutzen.';

told('core/paragraph-language', [
  [
    'paragraphs that nobody translated',
    {
      policy: `language: de\n${text(german, english, `${german}\n\n${english.replace('You', 'All of you')}`)}`,
    },
    'warning Several paragraphs read like English; the language of the policy is German.',
  ],
  [
    'a German paragraph in an English policy',
    { policy: text(english, german) },
    'warning A paragraph reads like German; the language of the policy is English.',
  ],
  ['a quotation', { policy: text(`The court said: “${german}”`) }],
  ['a quotation in a block', { policy: text(`> ${german}`) }],
  ['a few words', { policy: text('Sie können das auf Deutsch lesen.') }],
  [
    'an authority abroad',
    {
      policy: text(
        'Commission Nationale de l’Informatique et des Libertés, 3 Place de Fontenoy, 75007 Paris, France',
      ),
    },
  ],
  ['a language that we do not know', { policy: `language: fi\n${text(english)}` }],
  ['terms, which say to people what their law asks for', { policy: `kind: terms\n${text(german)}` }],
]);

const help = 'contacts:\n  help: { label: Help, email: help@shop.example }\n';
const cloud = 'vendors:\n  cloud: { name: Cloud Ltd }\n';

told('core/unused', [
  [
    'a company',
    { product: cloud },
    'info “Cloud Ltd” stands in `vendors`, and no policy of the product names it.',
  ],
  [
    'a company that a cookie names',
    { product: cloud, policy: 'cookies: { a: { name: a, provider: cloud } }\n' },
  ],
  ['a company by its name in a text', { product: cloud, policy: text('Cloud Ltd hosts us.') }],
  ['a contact that a text quotes', { product: help, policy: text('Write to {{ contacts.help.email }}.') }],
  ['an officer, of which another rule asks', { product: `${help}dpo: help\n` }],
  [
    'a company that another policy names',
    {
      product: cloud,
      others: { 'other.yaml': 'recipients: { hosts: { label: Hosts, vendors: [cloud] } }\n' },
    },
  ],
]);

const period = (policy: string, product = ''): Example => ({ policy: `${policy}\n`, product });

told('core/unlikely-period', [
  [
    'a notice of seconds',
    period('notice: { period: 30 seconds }'),
    'error `notice.period` is 30 seconds, and less than a day is unlikely there.',
  ],
  [
    'thousands of years',
    period('retention: { logs: { of: logs, period: 3000 years } }'),
    'error `retention.logs.period` is 3000 years, and more than 150 years is unlikely there.',
  ],
  [
    'months for days, without a law',
    period('requests: { answerWithin: 30 months }'),
    'warning `requests.answerWithin` is 30 months, and more than a year is unlikely there.',
  ],
  [
    'storage of a hundred years',
    period('cookies: { a: { name: a, type: local-storage, expires: 100 years } }'),
    'warning `cookies.a.expires` is 100 years, and more than 50 years is unlikely there.',
  ],
  ['a cookie, of which another rule tells', period('cookies: { a: { name: a, expires: 100 years } }')],
  ['a day', period('notice: { period: 1 day }')],
  ['a long time that an archive has', period('retention: { papers: { of: papers, period: 100 years } }')],
  ['months for days, with a law', period('requests: { answerWithin: 30 months }', 'regimes: [gdpr]\n')],
]);

const answer = (requests: string, product = ''): Example => ({
  policy: `requests: { ${requests} }\n`,
  product,
});
const asked = 'GDPR Art. 12(3) gives a month for an answer, and two more where requests are complex or many';

told('gdpr/answer-time', [
  [
    'what is allowed in California alone',
    answer('answerWithin: 45 days'),
    `warning ${asked}; \`requests.answerWithin\` is 45 days.`,
  ],
  [
    'business days that are more than a month',
    answer('answerWithin: 30 business days'),
    `warning ${asked}; \`requests.answerWithin\` is 30 business days.`,
  ],
  [
    'a law of the United Kingdom',
    answer('answerWithin: 2 months', 'regimes: [uk-gdpr]\n'),
    `warning UK ${asked}; \`requests.answerWithin\` is 2 months.`,
  ],
  ['a month', answer('answerWithin: 1 month')],
  ['31 days', answer('answerWithin: 31 days')],
  ['a time for each region', answer('answerWithin: { EEA and UK: 1 month, California: 45 days }')],
  ['words of its own', answer('answerWithin: { words: without undue delay }')],
]);

told('ccpa/answer-time', [
  [
    'more than ever is allowed',
    answer('answerWithin: 100 days'),
    'error Cal. Civ. Code 1798.130(a)(2)(A) gives 45 days for an answer, and 45 more where they are needed; `requests.answerWithin` is 100 days.',
  ],
  ['another region', answer('answerWithin: { Brazil: 100 days, California: 45 days }')],
]);

told('core/title-twice', [
  [
    'titles that differ by capitals',
    {
      policy:
        'sections:\n  - { title: Contact, content: [One.] }\n  - { id: more, title: CONTACT, content: [Two.] }\n',
    },
    'warning Another section beside it has the title “CONTACT” too.',
  ],
]);

const left = (words: string): string =>
  `error “${words}” was left in the text by the program it was copied from.`;
const open = (words: string): string => `error “${words}” stands for something that was still to be written.`;
const leftovers = (...texts: string[]): Example => ({ policy: text(...texts) });

told('core/placeholder', [
  [
    'an answer of a chat',
    leftovers('Sure! Here is a policy for your shop.'),
    left('Sure! Here is a policy for your shop.'),
  ],
  [
    'one in German',
    leftovers('Gerne! Hier ist die neue Fassung.'),
    left('Gerne! Hier ist die neue Fassung.'),
  ],
  ['one in Spanish', leftovers('Claro, aquí tienes la política.'), left('Claro, aquí tienes la política.')],
  ['the end of one', leftovers('I hope this helps!'), left('I hope this helps!')],
  [
    'an offer of a chat',
    leftovers("Let me know if you'd like me to adjust it."),
    left("Let me know if you'd like me to adjust it."),
  ],
  [
    'a value that a program did not find',
    leftovers('We keep it for undefined days.'),
    left('undefined days'),
  ],
  ['a cell whose target is gone', leftovers('We keep it for #REF! and then delete it.'), left('#REF!')],
  ['a gap in French', leftovers('[Nom de la société] est responsable.'), open('[Nom de la société]')],
  ['a gap in German', leftovers('[Hier Adresse einsetzen]'), open('[Hier Adresse einsetzen]')],
  ['a variable', leftovers('Write to $COMPANY_NAME today.'), open('$COMPANY_NAME')],
  [
    'a note to whoever drafts',
    leftovers('[Delete if not applicable] We sell nothing.'),
    open('[Delete if not applicable]'),
  ],
  ['a comment of Word', leftovers('Kommentar [AB1]: bitte prüfen'), open('Kommentar [AB1]: bitte prüfen')],
  ['a field of Word', leftovers('Click or tap here to enter text.'), open('Click or tap here to enter text')],
  [
    'an address on one computer',
    leftovers('See http://localhost:3000/terms.'),
    open('http://localhost:3000/terms.'),
  ],
  ['an address of nobody', leftovers('Visit https://www.yourwebsite.com for more.'), open('yourwebsite.com')],
  ['a date as a template has it', leftovers('Last updated: MM/DD/YYYY'), open('MM/DD/YYYY')],
  [
    'what says the same and is meant',
    leftovers(
      'Of course, we delete it. Here is what we do: nothing is sold.',
      'We hope that helps. Let us know if you need help.',
      'Prices are in US$ or $CAD, at 10 % of #1 [1] of the null hypothesis.',
      'Write dates as `MM/DD/YYYY`, to which our form (enter it there) leads.',
      'Here is the list that you can ask us for.',
      'Delete as appropriate. (*)',
    ),
  ],
]);

told('core/empty-block', [
  [
    'an answer of a chat, of which another rule tells',
    leftovers("Of course! Here's the new text of your policy:"),
  ],
]);
