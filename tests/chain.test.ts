import { expect, test } from 'vitest';
import { report } from '../src/reports/report.ts';
import { sealHead, writeRecord } from '../src/versions/record.ts';
import { around, compileTexts, type Texts } from './compile-texts.ts';
import { cookies, edit, publish, unsaid } from './published-texts.ts';

const working = 'shop/cookies.yaml';
const at = (name: string) => `shop/history/cookies/${name}.json`;

const first = publish({ ...around, [working]: cookies }, '2026-01-01');
const next = (word: string, date = '2026-02-01') => edit(cookies, ['2026-01-01', date], ['little', word]);
const ours = publish({ ...first, [working]: next('less') }, '2026-02-01');
const theirs = publish({ ...first, [working]: next('more', '2026-02-02') }, '2026-02-02');

function problemsOf(texts: Texts): string {
  const problems = compileTexts(texts).problems.filter(({ rule }) => !unsaid.has(rule));
  return report(problems, 'pretty', { sourceOf: () => undefined });
}

function without(texts: Texts, ...paths: string[]): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => !paths.includes(path)));
}

const parsed = (texts: Texts, name: string) => JSON.parse(texts[at(name)] ?? '{}');

test('tells two branches that were both released, and what to do', () => {
  const merged = { ...ours, [at('2026-02-02')]: theirs[at('2026-02-02')] ?? '' };
  expect(problemsOf(merged)).toMatchInlineSnapshot(`
    "error Unexpected second record that follows the same one as 2026-02-01.json, expected one after the other: two branches were both released. version/fork
      policies/shop/history/cookies/2026-02-02.json:1:1
      policies/shop/history/cookies/2026-02-01.json:1:1 The other one.
      Next: Put the text that is to hold into the file of the policy, give it a day of its own, and run \`policybook release\`: the one of the two that is not published yet goes, and the text is sealed after the other. The branch that this one follows says which is published; \`--base <commit>\` names another, and \`--against <address>\` asks the site that is live.

    1 error in 1 file.
    "
  `);
});

test('goes on where the later of two branches is sealed again', () => {
  const rebased = { ...ours, [working]: next('more', '2026-02-02') };
  expect(problemsOf(publish(rebased, '2026-02-03'))).toBe('No problems found.\n');
});

// A digest is of what our words say as well.
const withoutDigests = (message: string) => message.replaceAll(/[0-9a-f]{16}…/g, '0…');

test('tells a head that is missing, older, of another policy, edited, or of records that are gone', () => {
  const { digest } = parsed(first, '2026-01-01');
  const lines = [
    without(ours, at('head')),
    { ...ours, [at('head')]: first[at('head')] ?? '' },
    { ...ours, [at('head')]: writeRecord(sealHead('shop/terms', 2, digest)) },
    { ...ours, [at('head')]: (ours[at('head')] ?? '').replace('"entries":2', '"entries":3') },
    { ...without(ours, at('2026-02-01')), [working]: cookies },
    { ...without(ours, at('2026-02-01'), at('2026-01-01')), [working]: cookies },
  ].map((texts) =>
    compileTexts(texts).problems.map(({ rule, message }) => `${rule} ${withoutDigests(message)}`),
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      [
        "version/head Unexpected absence of this file, expected it to name the last record, 2026-02-01.json.",
      ],
      [
        "version/head Unexpected last record 2026-01-01.json, expected 2026-02-01.json, which follows it.",
      ],
      [
        "version/head Unexpected head of shop/terms, expected that of shop/cookies.",
      ],
      [
        "version/head Unexpected content: its digest is 0…, the record says 0…; expected the head as it was sealed.",
      ],
      [
        "version/head Unexpected last record with the digest 0…, which is not here; expected 2 records that end with it.",
      ],
      [
        "version/head Unexpected last record with the digest 0…, which is not here; expected 2 records that end with it.",
      ],
    ]
  `);
});

// What people, editors, merges and Git do to the files of a history: one slip, one message, with what befell the file.
const last = at('2026-02-01');
const lastText = ours[last] ?? '';
const putBack = 'Published versions never change. Put the file back as it was committed.';
const edited = (text: string) => ({ ...ours, [last]: text });
test.each<[what: string, texts: Texts, message: string, help: string]>([
  [
    'a merge that is not done',
    edited(`<<<<<<< HEAD\n${lastText}=======\n${lastText}>>>>>>> branch\n`),
    'Unexpected marks of a merge that is not done; expected the record as it was sealed.',
    'Two branches wrote this file. Keep the one that is published, as a whole: `git checkout --ours` or `--theirs`. A head.json can be deleted: `policybook release` writes it again.',
  ],
  [
    'a byte order mark',
    edited(`\uFEFF${lastText}`),
    'Unexpected byte order mark at its start; expected the record as it was sealed.',
    'An editor saved it in another encoding: put the file back as it was committed.',
  ],
  ['no text', edited(''), 'Unexpected file without text; expected the record as it was sealed.', putBack],
  [
    'half a text',
    edited(lastText.slice(0, 200)),
    'Unexpected end in the middle of its text; expected the record as it was sealed.',
    putBack,
  ],
  [
    'a comma more',
    edited('{"format":2,}\n'),
    'Unexpected text that is no JSON from character 13 on; expected the record as it was sealed.',
    putBack,
  ],
  [
    'another page',
    edited('<!doctype html>'),
    'Unexpected text that is no JSON; expected the record as it was sealed.',
    putBack,
  ],
  [
    'a key renamed',
    edited(lastText.replace('"previous"', '"prevous"')),
    'Unexpected key `prevous`, which format 2 does not have; expected the record as it was sealed.',
    putBack,
  ],
  [
    'no digest',
    edited(lastText.replace('"digest"', '"Digest"')),
    'Unexpected absence of `digest`; expected the record as it was sealed.',
    putBack,
  ],
  [
    'a digest that is cut',
    edited(lastText.replace(/("digest":"[0-9a-f]{20})[0-9a-f]+/, '$1')),
    'Unexpected digest that is not one, of 64 digits and letters from a to f; expected the record as it was sealed.',
    putBack,
  ],
  [
    'a format to come',
    edited(lastText.replace('"format":2', '"format":3')),
    'Unexpected format 3; expected the record as it was sealed.',
    'A newer policybook may have sealed it: update the package, or put the file back as it was committed.',
  ],
  [
    'a formatter',
    edited(`${JSON.stringify(JSON.parse(lastText), undefined, 2)}\n`),
    'Unexpected form: it is not canonical JSON and a line end; expected the record as it was sealed.',
    'A record is one line without spaces, its keys in order. Take history/ out of what editors and formatters rewrite, and put the file back as it was committed.',
  ],
  [
    'other line ends throughout',
    Object.fromEntries(
      Object.entries(ours).map(([path, text]) => [
        path,
        path.endsWith('.json') ? text.replace('\n', '\r\n') : text,
      ]),
    ),
    'Unexpected line ends CR LF, which something has put in the place of LF; expected the record as it was sealed.',
    'Put the line `**/history/** text eol=lf` into .gitattributes, then delete the files and check them out again.',
  ],
  [
    'a copy',
    { ...ours, [at('2026-02-01.2')]: lastText },
    'Unexpected copy of 2026-02-01.json, expected each record once.',
    'Delete the copy.',
  ],
  [
    'another day in its name',
    { ...without(ours, last), [at('2026-02-02')]: lastText },
    'Unexpected name of the record of 2026-02-01, expected 2026-02-01.json.',
    'Rename the file to 2026-02-01.json.',
  ],
  [
    'a name that no record has',
    { ...without(ours, at('2026-01-01')), [at('old')]: ours[at('2026-01-01')] ?? '' },
    'Unexpected file in the history of a product, expected records like history/<policy>/2026-03-31.json.',
    'Records are written by `policybook release`. Put a record back under its name, or move the file elsewhere.',
  ],
  [
    'a head that counts wrong',
    { ...ours, [at('head')]: writeRecord(sealHead('shop/cookies', 3, parsed(ours, '2026-02-01').digest)) },
    'Unexpected count of 3 records, expected the 2 that end with 2026-02-01.json.',
    'A release may have been interrupted before it wrote this file: run `policybook release`, which writes it again. Otherwise put it back as it was committed.',
  ],
])('tells once of %s what befell it, and what to do', (_what, texts, message, help) => {
  const errors = compileTexts(texts).problems.filter(({ severity }) => severity === 'error');
  expect(errors.map((problem) => [problem.message, problem.help])).toEqual([[message, help]]);
});

test('orders a chain by what follows what, not by the names of files', () => {
  const announced = publish(
    {
      ...first,
      [working]: edit(next('less'), ['updated: 2026-02-01', 'updated: 2026-02-01\neffective: 2026-05-01']),
    },
    '2026-02-01',
  );
  const back = publish(
    { ...announced, [working]: `${cookies}withdrawn: [{ version: 2026-02-01, because: Too soon. }]\n` },
    '2026-02-10',
  );
  const again = publish({ ...back, [working]: next('nothing', '2026-01-15') }, '2026-02-11');
  const [entry] = compileTexts(again).products.flatMap(({ policies }) => policies);
  expect(entry?.versions.map(({ id }) => id)).toEqual(['2026-01-01', '2026-02-01', '2026-01-15']);
  expect(entry?.acts).toEqual([
    { type: 'withdrawal', version: '2026-02-01', day: '2026-02-10', because: 'Too soon.' },
  ]);
  expect(entry?.chain).toMatchObject({ head: 'whole', count: 4, last: parsed(again, '2026-01-15').digest });
});

test('accepts the records of a policy under a former name, wherever they lie', () => {
  const moved = Object.fromEntries(
    Object.entries(ours).map(([path, text]) => [path.replace('/cookies', '/cookie-policy'), text]),
  );
  const named = (texts: Texts) => ({
    ...texts,
    'shop/cookie-policy.yaml': `${next('less')}formerly: [cookies]\n`,
  });
  const left = named(without(ours, working));
  expect(compileTexts(moved).problems.map(({ message }) => message)).toContain(
    'Unexpected record of shop/cookies, expected one of shop/cookie-policy.',
  );
  for (const texts of [named(moved), left]) {
    expect(problemsOf(texts)).toBe('No problems found.\n');
    const released = publish(texts, '2026-03-01');
    expect(problemsOf(released)).toBe('No problems found.\n');
    const act = JSON.parse(released['shop/history/cookie-policy/2026-03-01.rename.json'] ?? '{}');
    expect(act).toMatchObject({ entry: 'rename', from: 'shop/cookies', policy: 'shop/cookie-policy' });
    expect(publish(released, '2026-03-02')).toEqual(released);
  }
});
