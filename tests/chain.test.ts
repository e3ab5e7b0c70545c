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
