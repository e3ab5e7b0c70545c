import { expect, test } from 'vitest';
import { allRules } from '../src/rules/packs.ts';
import { policybook } from './command.ts';

test('explains a rule: what it looks for, why, what it cites, and an example with and one without a finding', async () => {
  expect(await policybook(['explain', 'core/retention-vs-backup'])).toEqual({
    code: 0,
    stderr: '',
    stdout: `core/retention-vs-backup: Data that is said to be deleted for good is not still in a backup, or the text says that it is.

Who is told that data is gone for good relies on it; a copy that stays for months is a surprise.

Severity: warning
Runs: for every product

Cites Deleted for good means from every copy: GDPR Art. 17(1) and 5(1)(e) (consistency of the text itself)
  https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_17

An example without a finding:

  # policy.yaml
  retention:
    account: { of: account data, period: 30 days, then: permanently deleted, except: "copies in backups, which expire later" }
    backups: { of: database backups, period: 90 days }

An example with one:

  # policy.yaml
  retention:
    account: { of: account data, period: 30 days, then: permanently deleted }
    backups: { of: database backups, period: 90 days }

  policy.yaml:2:55: “account data” is “permanently deleted” after 30 days, and “database backups” are kept for 90 days.

Findings cite what their sources list and describe what the text says. They are not legal advice.
`,
  });
});

test('says of a rule that belongs to a law where and since when it runs, and how its source was checked', async () => {
  const { stdout } = await policybook(['explain', 'uk-gdpr/complaints-route']);
  expect(stdout).toContain('Runs: for products that declare uk-gdpr\n');
  expect(stdout).toContain('From: 2026-06-19\n');
  expect(stdout).toMatch(/Cites .*\(statute or regulation; taken from a secondary source\)/);
});

test('explains a fault, a hint, and what no rule has to look for', async () => {
  const { stdout: fault } = await policybook(['explain', 'version/notice']);
  expect(fault).toMatch(/^version\/notice: .* A file with this fault is not published\.\n$/);
  const { stdout: hint } = await policybook(['explain', 'hint/known-cookie']);
  expect(hint).toMatch(/^hint\/known-cookie: .* A hint is no finding\.\n$/);
  const { stdout: held } = await policybook(['explain', 'core/changed-frozen']);
  expect(held).toMatch(/^core\/changed-frozen: .* Refused before any rule runs: version\/record /);
});

test('lists every rule and fault', async () => {
  const { stdout } = await policybook(['explain']);
  const lines = stdout.split('\n');
  for (const { id, summary } of allRules)
    expect(lines.filter((line) => line.startsWith(`${id} `) && line.endsWith(`  ${summary}`))).toHaveLength(
      1,
    );
  expect(stdout).toMatch(/\nyaml\/syntax +fault +YAML that cannot be read\.\n/);
});

test.each([
  [['explain', 'core/contact-mising'], 'Unexpected rule core/contact-mising, expected core/contact-missing.'],
  [['explain', 'core/dnt-vs-tracking', 'more'], 'Unexpected more, expected one rule.'],
])('refuses %j', async (args, why) => {
  const { code, stdout, stderr } = await policybook(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(why);
});
