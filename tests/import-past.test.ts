import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayInName } from '../src/import/dated-files.ts';
import { type Outcome, policybook } from './command.ts';
import { keepPageCode } from './kept-page-code.ts';

const site = 'name: Example\nurl: https://example.com\nlanguages: [en-GB]\n';

function newProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policybook past '));
  mkdirSync(join(folder, 'policies'));
  writeFileSync(join(folder, 'policies/site.yaml'), site);
  return folder;
}

/** A repository whose commits have the days they are given. */
function newRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'policybook repository '));
  const git = (args: string[], day = '2020-01-01') => {
    const at = `${day}T12:00:00Z`;
    const who = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@kelp.example' };
    const by = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@kelp.example' };
    const { status, stdout, stderr } = spawnSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...who, ...by, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  git(['init', '-q', '-b', 'main']);
  const commit = (day: string, files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    git(['add', '-A']);
    git(['commit', '-q', '--allow-empty', '-m', day], day);
    return git(['rev-parse', 'HEAD']);
  };
  return { folder, git, commit };
}

// Long enough that a renamed file is known again.
const body = `# Privacy

We keep what you send to the desk for a while, and nobody else reads it.

## How long

We keep letters for KEPT, and delete them then.

## Whom to ask

Write to [the desk](mailto:desk@kelp.example). We answer within a month, in plain words.
`;

function textOf(kept: string, day?: string): string {
  const text = body.replace('KEPT', kept);
  return day ? text.replace('# Privacy\n', `# Privacy\n\nLast updated: ${day}\n`) : text;
}

type Version = {
  id: string;
  released: string;
  imported: { from: string; path: string; commit?: string; day: string; dated: string };
  shown: unknown;
};

function recordsIn(project: string): Version[] {
  const folder = join(project, 'policies/kelp/history/privacy-policy');
  return readdirSync(folder)
    .filter((name) => name !== 'head.json')
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function importing(project: string, more: string[]): Promise<Outcome> {
  return policybook(['import', '--project', project, '--product', 'kelp', ...more]);
}

describe('the history of a file', () => {
  const project = newProject();
  const { folder, git, commit } = newRepository();
  const commits: Record<string, string> = {};
  let outcome: Outcome;

  beforeAll(async () => {
    commits.first = commit('2019-03-02', { 'privacy.md': textOf('a year', '1 March 2019') });
    // Nothing a reader sees.
    commit('2019-03-10', {
      'privacy.md': textOf('a year', '1 March 2019').replace('for a while, and', 'for a while,\nand'),
    });
    // Another text under the old date.
    commits.undated = commit('2019-06-01', { 'privacy.md': textOf('two years', '1 March 2019') });
    git(['mv', 'privacy.md', 'policy.md']);
    commits.renamed = commit('2019-07-01', { 'policy.md': textOf('three years', '1 July 2019') });
    // Another file, and the file that is empty for a day.
    commit('2019-07-03', { 'README.md': 'Legal texts.\n' });
    commits.empty = commit('2019-07-20', { 'policy.md': '' });
    for (let hour = 1; hour <= 10; hour += 1) {
      commits.often = commit('2019-08-01', { 'policy.md': textOf(`${hour} weeks`) });
    }
    git(['checkout', '-q', '-b', 'work']);
    commit('2019-08-15', { 'policy.md': textOf('a draft') });
    commit('2019-08-20', { 'policy.md': textOf('four years') });
    git(['checkout', '-q', 'main']);
    commit('2019-09-01', { 'README.md': 'The legal texts.\n' });
    git(['merge', '-q', '--no-ff', '-m', 'merge', 'work'], '2019-09-10');
    commits.merged = git(['rev-parse', 'HEAD']);
    git(['revert', '--no-edit', '-m', '1', 'HEAD'], '2019-10-01');
    commits.reverted = git(['rev-parse', 'HEAD']);
    // A date before that of the version before it, in a commit that was too.
    commits.backwards = commit('2019-09-15', { 'policy.md': textOf('five years', '5 May 2018') });
    commits.last = commit('2020-02-02', { 'policy.md': textOf('six years', '1 February 2020') });
    outcome = await importing(project, ['--git', folder, '--path', 'policy.md']);
  });

  test('becomes a version for each text that readers saw, by the day of the text or of its commit', () => {
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain(
      'It has 7 versions: 3 dated by their text, 4 by the day of their commit or file.',
    );
    const told = recordsIn(project).map(({ id, imported }) => [id, imported.dated, imported.commit]);
    expect(told).toEqual([
      ['2019-03-01', 'text', commits.first],
      ['2019-06-01', 'source', commits.undated],
      ['2019-07-01', 'text', commits.renamed],
      ['2019-08-01', 'source', commits.often],
      ['2019-09-10', 'source', commits.merged],
      ['2019-10-01', 'source', commits.backwards],
      ['2020-02-01', 'text', commits.last],
    ]);
  });

  test('says what it left out, and of a text that none could read', () => {
    expect(outcome.stdout).toContain(
      `Left out policy.md of 2019-07-20 (${commits.empty?.slice(0, 12)}). Unexpected empty file,`,
    );
    expect(outcome.stdout).toContain(
      'Left out: 1 in which readers saw nothing new, 10 that another of the same day followed.',
    );
  });

  test('keeps in each version what its commit said, a date that is not its own included', () => {
    const [first, undated, , often, merged, backwards] = recordsIn(project).map(({ shown }) =>
      JSON.stringify(shown),
    );
    expect(first).toContain('letters for a year,');
    expect(first).not.toContain('Last updated');
    expect(undated).toContain('letters for two years,');
    expect(undated).toContain('Last updated: 1 March 2019');
    expect(often).toContain('letters for 10 weeks,');
    expect(merged).toContain('letters for four years,');
    expect(backwards).toContain('Last updated: 5 May 2018');
    expect(outcome.stdout).toMatch(/All \d+ words of the texts stand on their pages\./);
  });

  test('is a chain that is whole, with the last text as the policy that goes on', async () => {
    expect(readFileSync(join(project, 'policies/kelp/privacy-policy.yaml'), 'utf8')).toContain(
      'updated: 2020-02-01\n',
    );
    const check = await policybook(['check', '--project', project, '--format', 'json']);
    const faults = JSON.parse(check.stdout).problems.filter(
      (problem: { severity: string; finding?: unknown }) => problem.severity === 'error' && !problem.finding,
    );
    expect(faults).toEqual([]);
    const release = await policybook(['release', '--project', project]);
    expect(release.stdout).toContain('Nothing to release');
  });

  test('is told in the history that readers see', async () => {
    keepPageCode(project);
    const built = await policybook(['build', '--project', project, '--out', join(project, 'out')]);
    expect(built.code, built.stdout + built.stderr).toBe(0);
    const html = readFileSync(join(project, 'out/kelp/privacy-policy/history/index.html'), 'utf8');
    expect(html).toContain(`Imported from Git history, commit <code>${commits.last?.slice(0, 12)}</code>.`);
    expect(html).toContain('Its date is that of the commit.');
  });

  test('is taken up again where a run was interrupted before the policy was written', async () => {
    const file = join(project, 'policies/kelp/privacy-policy.yaml');
    const text = readFileSync(file, 'utf8');
    renameSync(file, join(project, 'aside.yaml'));
    const again = await importing(project, ['--git', folder, '--path', 'policy.md']);
    expect(again.code, again.stderr).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('writes over no policy', async () => {
    const again = await importing(project, ['--git', folder, '--path', 'policy.md']);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('a policy is never written over');
  });
});

test.each([
  [['--git', '/nowhere', '--path', 'a.md'], 'Unexpected repository /nowhere, expected a folder'],
  [['--git', tmpdir()], 'expected --git <repository> --path <file>'],
  [['--path', 'a.md'], 'expected --git <repository> --path <file>'],
  [['--git', tmpdir(), '--path', 'a.md', '--compare'], 'Unexpected --compare with a history'],
])('refuses %j and says what it expects', async (more, expected) => {
  const { code, stderr } = await importing(newProject(), more);
  expect(code).toBe(2);
  expect(stderr).toContain(expected);
});

test('refuses a file that was never committed, and a folder that is no repository', async () => {
  const { folder, commit } = newRepository();
  commit('2020-01-01', { 'a.md': '# A\n\nText.\n' });
  const project = newProject();
  const unknown = await importing(project, ['--git', folder, '--path', 'b.md']);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('Unexpected path b.md, expected a file that was committed');
  const none = await importing(project, ['--git', mkdtempSync(join(tmpdir(), 'none ')), '--path', 'b.md']);
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('expected one in a Git repository that can be read');
  expect(existsSync(join(project, 'policies/kelp'))).toBe(false);
});

describe('a folder of files named by their days', () => {
  const archived = (kept: string) =>
    `<!doctype html><html><head><title>Privacy</title></head><body>
<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base">Wayback Machine: 12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->
<h1>Privacy</h1><p>We keep letters for ${kept}.</p>
<p>See <a href="/web/20190501093000/https://kelp.example/help">help</a> and
<a href="https://web.archive.org/web/20190501093000/http://kelp.example/terms">terms</a>.</p></body></html>`;

  test('becomes a version of each, and pages of the web archive lose what the archive added', async () => {
    const project = newProject();
    const folder = mkdtempSync(join(tmpdir(), 'dated '));
    writeFileSync(join(folder, '2021-04-01 privacy.md'), textOf('a month'));
    writeFileSync(join(folder, '20190501093000.html'), archived('a week'));
    writeFileSync(join(folder, '20190501.html'), archived('a day'));
    const outcome = await importing(project, [folder, '--kind', 'privacy-policy']);
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
    const records = recordsIn(project);
    expect(records.map(({ id, imported }) => [id, imported])).toEqual([
      ['2019-05-01', { from: 'file', path: '20190501093000.html', day: '2019-05-01', dated: 'source' }],
      ['2021-04-01', { from: 'file', path: '2021-04-01 privacy.md', day: '2021-04-01', dated: 'source' }],
    ]);
    const shown = JSON.stringify(records[0]?.shown);
    expect(shown).not.toContain('captures');
    expect(shown).toContain('(https://kelp.example/help)');
    expect(shown).toContain('(http://kelp.example/terms)');
  });

  test('takes no day that is to come on the day that counts as today', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dated '));
    const text = '# Privacy\n\nLast updated: 1 May 2021\n\nWe keep letters for a week.\n';
    writeFileSync(join(folder, '2021-04-01.md'), text);
    const days = async (...asOf: string[]) => {
      const project = newProject();
      await importing(project, [folder, '--kind', 'privacy-policy', ...asOf]);
      return recordsIn(project).map(({ id }) => id);
    };
    expect(await days()).toEqual(['2021-05-01']);
    expect(await days('--as-of', '2021-04-15')).toEqual(['2021-04-01']);
  });

  test('is refused where a file is named by no day', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dayless '));
    writeFileSync(join(folder, '2021-04-01.md'), textOf('a month'));
    writeFileSync(join(folder, 'old.md'), textOf('a year'));
    const { code, stderr } = await importing(newProject(), [folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('Unexpected old.md in');
    expect(stderr).toContain('like 2019-05-01.html');
  });
});

test.each([
  ['2019-05-01.html', '2019-05-01'],
  ['privacy-20190501.md', '2019-05-01'],
  ['20190501093000.html', '2019-05-01'],
  ['privacy.md', undefined],
  ['2019-13-01.md', undefined],
  ['123456789012345.md', undefined],
])('reads the day in the name %s', (name, day) => {
  expect(dayInName(name)).toBe(day);
});
