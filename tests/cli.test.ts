import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { closing, notice } from '../src/reports/report.ts';
import { policybook, root } from './command.ts';
import { around } from './compile-texts.ts';

const invalid = 'tests/fixtures/invalid';
const folderOf = (name: string) => `${invalid}/${name}/policies`;
const fine = 'tests/fixtures/complete';
const least = 'tests/fixtures/valid/the-least-there-can-be/policies';
const faulty = folderOf('several-files-with-several-faults');
const check = (...args: string[]) => policybook(['check', ...args], { NO_COLOR: '1' });

const allWell = `${notice}\n\nNo problems found.\n\n${closing}\n`;

const stackTrace = /^\s+at .+:\d+:\d+\)?$|node:internal|\b(Type|Reference|Range|Syntax)Error\b/m;

test('exits with 0 where the policies are in order', async () => {
  expect(await check(fine)).toEqual({ code: 0, stdout: allWell, stderr: '' });
});

test('exits with 1 where rules find an error, and with 0 where the site does not stop for findings', async () => {
  const { code, stdout } = await check(least);
  expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 1, first: notice });
  expect(stdout).toContain(' core/contact-missing\n');
  expect(stdout).toMatch(/\n1 error, 1 warning, 1 note in 2 files\.\n/);
  const folder = '.cache/tests/stop-none';
  cpSync(join(root, least), join(root, folder), { recursive: true });
  writeFileSync(
    join(root, folder, 'site.yaml'),
    `${readFileSync(join(root, least, 'site.yaml'), 'utf8')}stop: none\n`,
  );
  expect((await check(folder)).code).toBe(0);
});

test('exits with 1 where they are not, and prints the report', async () => {
  const { code, stdout, stderr } = await check(faulty);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/\nerror Unexpected .*\n {2}tests\/fixtures\/invalid\//);
  expect(stdout).toMatch(/\n\d+ errors in 6 files\.\n/);
});

test('tells its version', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(await policybook(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('checks the folder policies unless it is told another', async () => {
  const [one, other] = await Promise.all([check(), check('policies')]);
  expect(one).toEqual(other);
  expect(one.stdout).toMatch(/\.\n$/);
});

test('prints problems as JSON of one shape', async () => {
  const { code, stdout, stderr } = await check(faulty, '--format', 'json');
  const { problems, ...others } = JSON.parse(stdout);
  expect({ code, stderr, others }).toEqual({ code: 1, stderr: '', others: { notice } });
  expect(problems.length).toBeGreaterThan(10);
  const position = expect.any(Number);
  for (const problem of problems) {
    const { related, help, url, ...rest } = problem;
    expect(rest).toEqual({
      rule: expect.stringMatching(/^[a-z]+\/[a-z-]+$/),
      severity: expect.stringMatching(/^(error|warning|info)$/),
      message: expect.stringMatching(/^Unexpected /),
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      place: {
        file: expect.stringMatching(/^tests\/.*\.yaml$/),
        line: position,
        column: position,
        endLine: position,
        endColumn: position,
      },
    });
    if (help !== undefined) expect(help).toEqual(expect.any(String));
  }
});

test('prints an empty list as JSON where there are no problems', async () => {
  const { code, stdout } = await check(fine, '--format', 'json');
  expect({ code, json: JSON.parse(stdout) }).toEqual({ code: 0, json: { notice, problems: [] } });
});

test('prints problems as annotations for GitHub, one a line', async () => {
  const { code, stdout } = await check(faulty, '--format=github');
  expect(code).toBe(1);
  const [first, ...lines] = stdout.trimEnd().split('\n');
  expect(first).toBe(notice);
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines)
    expect(line).toMatch(
      /^::error file=tests\/[^,]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z]+\/[a-z-]+::Unexpected /,
    );
});

test.each([
  [
    ['check', fine, '--format', 'xml'],
    'Unexpected format xml, expected pretty, compact, json, github, sarif.',
  ],
  [['chekc'], 'Unexpected command chekc, expected check.'],
  [['constructor'], 'Unexpected command constructor'],
  [['check', 'no-such-folder'], 'Unexpected folder no-such-folder'],
  [['check', 'package.json'], 'Unexpected folder package.json'],
  [['check', fine, fine], `Unexpected ${fine}, expected one folder.`],
  [['check', '--project', 'no-such-folder'], 'Unexpected project no-such-folder, expected a folder.'],
  [['check', '--no-such-option'], 'Unexpected option --no-such-option, expected one that the command has.'],
  [['check', '--formt', 'json'], 'Unexpected option --formt, expected --format.'],
  [['check', '-format', 'json'], 'Unexpected option -format, expected --format.'],
  [['build', '--output', 'dist'], 'Unexpected option --output, expected --out.'],
  [['check', '-f', 'json'], 'Unexpected option -f, expected --format.'],
  [
    ['import', 'no-such-file.md', '--product', 'acme'],
    'Unexpected no-such-file.md, expected a file that exists',
  ],
  [
    ['import', 'https://example.com/terms', '--product', 'acme'],
    'Unexpected https://example.com/terms, expected a file. Save the page to disk first.',
  ],
  [['explain', 'withdrawal-path'], 'Unexpected rule withdrawal-path, expected eprivacy/withdrawal-path.'],
  [['verify', '.cache/tests/nowhere/dist'], 'policybook build makes the site.'],
  [['check', '--format'], 'Unexpected --format without a value, expected one after it.'],
  [['check', '--format='], 'Unexpected --format without a value, expected one after it.'],
  [['check', ''], 'Unexpected empty text among the arguments, expected a name or a path.'],
  [['check', `${fine}/site.yaml`], `Unexpected folder ${fine}/site.yaml, expected ${fine}.`],
  [
    ['check', 'policies/tidewick'],
    'Unexpected folder policies/tidewick without a site.yaml, expected policies.',
  ],
  [
    ['check', '/'],
    'Unexpected folder / without a site.yaml, expected a folder with a site.yaml in it, such as policies.',
  ],
  [['build', '--jobs', '-1'], 'Unexpected --jobs -1, expected a value that is not below 0.'],
  [
    ['build', '--out', '.cache/tests/twice', '--products', 'tidewick,tidewick'],
    'Unexpected second tidewick, expected each product once.',
  ],
  [
    ['build', '--out', '.cache/tests/twice', '--products', 'tidewick,'],
    'Unexpected comma without a product, expected one that has policies.',
  ],
  [['explain', 'core'], 'Unexpected rule core, expected one of those `policybook explain` lists.\n'],
  [
    ['new', 'policies/Tidewick/Terms.yaml'],
    'Unexpected policies/Tidewick/Terms.yaml, expected tidewick/terms.',
  ],
  [['revise', 'tidewick/termz'], 'Unexpected policies/tidewick/termz.yaml, expected tidewick/terms.'],
  [['release', 'tidewick/termz'], 'Unexpected policy tidewick/termz, expected tidewick/terms.'],
  [['diff', 'tidewick/termz'], 'Unexpected tidewick/termz, expected tidewick/terms.'],
  [
    ['diff', 'tidewick/terms', '2025-01-20'],
    'Unexpected version 2025-01-20 alone, expected two of them after tidewick/terms.',
  ],
  [
    ['diff', 'tidewick/terms', 'tidewick/refunds'],
    'Unexpected tidewick/terms, expected policies/tidewick/terms.yaml.',
  ],
  [
    ['diff', 'tidewick/terms', 'tidewick/terms'],
    'Unexpected tidewick/terms twice, expected two texts to compare.',
  ],
  [
    ['diff', 'policies/tidewick/terms.yaml', 'policies/site.yaml'],
    'Unexpected policies/site.yaml, expected the file of a policy, or a record.',
  ],
  [
    ['diff', 'README.md', 'CHANGELOG.md'],
    'Unexpected README.md, expected the file of a policy, or a record: `npx policybook import README.md` makes a policy of a text.',
  ],
  [['build', '--force=yes'], 'Unexpected value of --force, expected the option alone.'],
  [['--no-such-option'], 'Unexpected option --no-such-option, expected one that the command has.'],
])('refuses "%j" with 2, says why, and where more is said', async (args, why) => {
  const { code, stdout, stderr } = await policybook(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(why);
  expect(stderr).toMatch(/^Unexpected .*\nNext: npx policybook( \w+)? --help .*\n$/);
  expect(stderr).not.toMatch(stackTrace);
});

test.each([[['help']], [['--help']], [['-h']], [[]]])('shows the manual on %j', async (args) => {
  const { code, stdout, stderr } = await policybook(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: policybook <command>/);
  for (const command of ['check', 'build', 'start']) expect(stdout).toContain(`  ${command} `);
});

test('shows the part of a command, with all it can be told', async () => {
  expect(await policybook(['new', '--help'])).toEqual({
    code: 0,
    stderr: '',
    stdout: `Usage: policybook new <product>/<policy> [options]

  Write the beginning of a policy, of its product if that is new, and of the site if there is none.
  What only you can know is marked TODO: check names each place, and release waits for it.
  --kind <kind>                 what sort of policy it is, if its name does not say so; tos, dpa and the like are known
  --project <folder>            the project, with policies/, site/ and dist/ (here)
  --folder <folder>             where the policies lie (policies)
  --as-of <date>                the day that counts as today
`,
  });
  expect((await policybook(['-h', 'new'])).stdout).toBe((await policybook(['new', '--help'])).stdout);
});

test.each([
  ['verify', '--base', 'nonsense', '--port', '3'],
  ['explain', '--as-of', '2026-01-01'],
  ['check', '--out', 'site'],
  ['explain', '--project', '.'],
  ['build', '--format', 'json'],
])('refuses an option that the command does not have: %j', async (...args) => {
  const { code, stdout, stderr } = await policybook(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^Unexpected option ${args[1]}, expected `));
});

test('writes no site of policies with a problem', async () => {
  const { code, stdout, stderr } = await policybook(['build', faulty, '--out', '.cache/tests/never-written']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/\nNo site was written\.\n$/);
  expect(existsSync(join(root, '.cache/tests/never-written'))).toBe(false);
});

// Written here because no editor would keep a character that cannot be seen.
function writeWarning(name: string, site = ''): string {
  const folder = `.cache/tests/${name}`;
  const files = {
    'site.yaml': around['site.yaml']?.replace('stop: none\n', site),
    'shop/product.yaml': `${around['shop/product.yaml']}contacts: { help: { label: Help, email: help@example.com } }\n`,
    'shop/terms.yaml':
      'kind: terms\ntitle: Terms\u200b\nsections: [{ title: Contact, content: [contact: help] }]\n',
  };
  for (const [path, text = ''] of Object.entries(files)) {
    const file = join(root, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

test('exits with 0 where there are only warnings', async () => {
  const { code, stdout } = await check(writeWarning('warnings'));
  expect(code).toBe(0);
  expect(stdout).toMatch(/\nwarning Unexpected invisible character/);
});

test('exits with 1 where warnings are to stop', async () => {
  const { code, stdout } = await check(writeWarning('stopping-warnings', 'stop: warning\n'));
  expect(code).toBe(1);
  expect(stdout).not.toMatch(/\nerror /);
});

test('paints only where it is asked to', async () => {
  const { stdout: plain } = await policybook(['check', faulty], { NO_COLOR: '1' });
  const { stdout: painted } = await policybook(['check', faulty], { FORCE_COLOR: '1', NO_COLOR: '' });
  expect(plain).not.toContain('\u001b[');
  expect(painted).toContain('\u001b[31merror\u001b[39m');
});

test('prints the same each time', async () => {
  const [first, second] = [await check(faulty), await check(faulty)];
  expect(second).toEqual(first);
});

// Most faults stand in a product, and all products fit into one folder; the others need a process of their own.
const shared = ['site.yaml', 'vendors.yaml', 'steps.yaml'];
const cases = readdirSync(join(root, invalid));
const alone = cases.filter((name) =>
  shared.some((file) => {
    const path = join(root, folderOf(name), file);
    return (
      existsSync(path) && readFileSync(path, 'utf8') !== readFileSync(join(root, least, 'site.yaml'), 'utf8')
    );
  }),
);

test('prints no stack trace for all faulty products at once', async () => {
  const folder = join(root, '.cache/tests/all-faulty-products');
  rmSync(folder, { recursive: true, force: true });
  for (const name of cases.filter((each) => existsSync(join(root, folderOf(each), 'shop'))))
    cpSync(join(root, folderOf(name), 'shop'), join(folder, name), { recursive: true });
  cpSync(join(root, least, 'site.yaml'), join(folder, 'site.yaml'));
  const { code, stdout, stderr } = await check(folder);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).not.toMatch(stackTrace);
  expect(stdout).toMatch(/\n\d{2,} errors, \d+ warnings?, .* in \d{2,} files\.\n/);
});

test.each(alone)('prints no stack trace for %s', async (name) => {
  const { code, stdout, stderr } = await check(folderOf(name));
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).not.toMatch(stackTrace);
  expect(stdout).toMatch(/\n\d+ errors?.* in \d+ files?\.\n/);
});

test('is the command of its package', async () => {
  const { stdout } = await promisify(execFile)('npx', ['--no-install', 'policybook', 'check', fine], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
  });
  expect(stdout).toBe(allWell);
});

test('ends quietly where its reader has read enough', async () => {
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', 'node src/cli.ts explain | head -n 1'], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` },
  });
  expect({ stdout, stderr }).toEqual({ stdout: `${notice}\n`, stderr: '' });
});
