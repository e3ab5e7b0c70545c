import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { digest } from '../src/digest.ts';
import type { Problem } from '../src/problem.ts';
import { policybook, root } from './command.ts';
import { gitIn } from './repository.ts';

type Reported = Problem & { fingerprint: string };

const home = realpathSync(mkdtempSync(join(tmpdir(), 'policybook-since-')));
const folder = join(home, 'legal/policies');

const git = (...args: string[]) => gitIn(home, ...args);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const check = (...args: string[]) => policybook(['check', folder, ...args], { NO_COLOR: '1' });

/** What a check reports, and its exit code. */
async function reported(...args: string[]) {
  const { code, stdout, stderr } = await check('--format', 'json', ...args);
  expect(stderr).toBe('');
  const { problems }: { problems: Reported[] } = JSON.parse(stdout);
  return { code, problems };
}

const named = (problems: Reported[]) =>
  problems.map(({ rule, place }) => `${rule} ${place.file.split('/').at(-1)}:${place.line}`);

// Rules are added in time: what one of them says of these texts is told apart by its name.
const ofInterest = (problems: Reported[]) =>
  named(problems.filter(({ rule, finding }) => !finding || rule === 'core/contact-missing'));

const contactless = '  - title: Contact us\n    content: [Please ask us.]\n';
const privacy = `kind: privacy-policy\ntitle: Privacy\nsections:\n${contactless}`;
const section = (title: string) => `  - title: ${title}\n    content: [Some text.]\n`;
// A policy with a fault is not looked at by rules.
const terms = 'kind: terms\ntitle: Terms\nsctions: []\nsections:\n';

beforeAll(() => {
  write('site.yaml', 'name: Example\nurl: https://example.com\nlanguages: [en]\n');
  write('shop/product.yaml', 'name: Shop\n');
  write('shop/privacy.yaml', privacy);
  write('shop/terms.yaml', terms + section('One'));
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Base');
  git('branch', 'change');
  write('shop/later.yaml', `kind: cookie-policy\ntitle: Later\nsections:\n${contactless}`);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Later');
});

beforeEach(() => {
  git('switch', '--quiet', '--force', 'change');
  git('reset', '--quiet', '--hard', 'main~1');
  git('clean', '--quiet', '--force', '-d');
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(join(root, '.policybook/compiled', digest([folder]).slice(0, 16)), { recursive: true, force: true });
});

test('reports nothing where nothing was changed, and says how much was there before', async () => {
  const { code, problems } = await reported();
  expect({ code, found: ofInterest(problems) }).toEqual({
    code: 1,
    found: ['core/contact-missing privacy.yaml:4', 'schema/unknown-key terms.yaml:3'],
  });
  const { code: none, stdout } = await check('--since', 'main');
  expect(none).toBe(0);
  expect(stdout).toContain('No problems found.');
  expect(stdout).toContain(`Left out: ${problems.length} that were there before this change.`);
});

test('reports the faults and findings a change brings, and no other', async () => {
  const before = await reported();
  write('shop/privacy.yaml', `${privacy}  - title: Ask us\n    content: [Please do.]\n`);
  write('shop/terms.yaml', `${terms}${section('One')}unknwn: true\n`);
  write('shop/cookies.yaml', `kind: cookie-policy\ntitle: Cookies\nsections:\n${contactless}`);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Change');
  const [all, since] = [await reported(), await reported('--since', 'main')];
  expect(since.code).toBe(1);
  expect(ofInterest(since.problems)).toEqual([
    'core/contact-missing cookies.yaml:4',
    'core/contact-missing privacy.yaml:6',
    'schema/unknown-key terms.yaml:7',
  ]);
  const known = new Set(before.problems.map(({ fingerprint }) => fingerprint));
  expect(since.problems).toEqual(all.problems.filter(({ fingerprint }) => !known.has(fingerprint)));
  expect(since.problems.length).toBeLessThan(all.problems.length);
});

test('counts what is edited and not yet committed as part of the change', async () => {
  write('shop/privacy.yaml', `${privacy}  - title: Ask us\n    content: [Please do.]\n`);
  expect(ofInterest((await reported('--since', 'main')).problems)).toEqual([
    'core/contact-missing privacy.yaml:6',
  ]);
  expect(ofInterest((await reported('--since', 'HEAD')).problems)).toEqual([
    'core/contact-missing privacy.yaml:6',
  ]);
});

test('reports no old problem as new where its lines moved', async () => {
  const moved = `# A line.\n\n${privacy.replace('sections:\n', `sections:\n${section('First')}`)}`;
  write('shop/privacy.yaml', moved);
  write('shop/terms.yaml', `# A line.\n${terms}${section('Zero')}${section('One')}`);
  expect(ofInterest((await reported()).problems)).toEqual([
    'core/contact-missing privacy.yaml:8',
    'schema/unknown-key terms.yaml:4',
  ]);
  expect(await reported('--since', 'main')).toEqual({ code: 0, problems: [] });
});

test('reports nothing where a problem was fixed', async () => {
  write('shop/privacy.yaml', privacy.replace('Please ask us.', '"[Ask us](mailto:a@example.com)."'));
  const { code, problems } = await reported('--since', 'main');
  expect({ code, found: ofInterest(problems) }).toEqual({ code: 0, found: [] });
});

test('ends with 0 where what is new stops nothing, whatever was there before', async () => {
  write('shop/terms.yaml', `${terms}${section('One\u200b')}`);
  expect((await reported()).code).toBe(1);
  const { code, problems } = await reported('--since', 'main');
  expect({ code, found: named(problems), severities: problems.map(({ severity }) => severity) }).toEqual({
    code: 0,
    found: ['text/invisible terms.yaml:5'],
    severities: ['warning'],
  });
});

test('reports a folder that is new as a whole', async () => {
  git('mv', 'legal', 'policies-of-old');
  git('commit', '--quiet', '--message', 'Moved');
  write('site.yaml', 'name: Example\nurl: https://example.com\nlanguages: [en]\n');
  write('shop/product.yaml', 'name: Shop\n');
  write('shop/privacy.yaml', privacy);
  write('shop/terms.yaml', terms + section('One'));
  const since = await reported('--since', 'HEAD');
  expect(since).toEqual(await reported());
  expect(since.code).toBe(1);
});

test('writes what is new in the other formats too', async () => {
  write('shop/terms.yaml', `${terms}${section('One')}unknwn: true\n`);
  const [github, sarif, compact] = await Promise.all(
    ['github', 'sarif', 'compact'].map((format) => check('--since', 'main', '--format', format)),
  );
  expect(github?.stdout.split('\n').filter((line) => line.startsWith('::'))).toEqual([
    expect.stringMatching(/^::error file=.*terms\.yaml,line=7,.*title=schema\/unknown-key::/),
  ]);
  const [run] = JSON.parse(sarif?.stdout ?? '').runs;
  expect(run.results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['schema/unknown-key']);
  expect(run.tool.driver.rules[0].shortDescription.text).toBe('A key the model does not have.');
  expect(compact?.stdout).toMatch(/terms\.yaml:7:1 {2}error {2}schema\/unknown-key {2}Unexpected key /);
});

test.each(['no-such-branch', 'main..change'])('refuses "%s" with 2, and says why', async (ref) => {
  const { code, stdout, stderr } = await check(`--since=${ref}`);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /^Unexpected (no-such-branch|empty name|main\.\.change), expected a commit of the repository that .* lies in\./,
  );
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('refuses a folder outside of any repository with 2, and says why', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'policybook-outside-'));
  const { code, stderr } = await policybook(['check', outside, '--since', 'main'], {
    GIT_CEILING_DIRECTORIES: tmpdir(),
  });
  rmSync(outside, { recursive: true });
  rmSync(join(root, '.policybook/compiled', digest([outside]).slice(0, 16)), {
    recursive: true,
    force: true,
  });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Unexpected folder .*, expected one in a Git repository that can be read: fatal/);
});
