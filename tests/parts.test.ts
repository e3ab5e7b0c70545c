import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { shortDigest } from '../src/digest.ts';
import { policybook, root } from './command.ts';
import type { Texts } from './compile-texts.ts';
import { publishVersions, writeFolder } from './published-texts.ts';
import { today } from './today.ts';

const workspace = inject('workspace');
const demo = 'tests/fixtures/demo';

async function buildPart(folder: string, out: string, ...which: string[]): Promise<string> {
  const { stdout, stderr, code } = await policybook([
    ...['build', folder, '--out', out, '--as-of', today],
    ...which,
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /Wrote \d+ polic(y|ies) to \S+\.\nNext: policybook join with the folders of all parts makes the site of them\.\n$/,
  );
  return out;
}

function joinParts(parts: readonly string[], folder: string, out: string, ...told: string[]) {
  return policybook(['join', ...parts, '--folder', folder, '--out', out, ...told]);
}

/** Every file of a folder, with the digest of its bytes. */
function filesOf(folder: string): Record<string, string> {
  const files = globSync('**', { cwd: folder, withFileTypes: true }).filter((item) => item.isFile());
  const entries = files.map((item) => {
    const file = join(item.parentPath, item.name);
    return [file.slice(folder.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')];
  });
  return Object.fromEntries(entries.sort());
}

test('joins parts into the very bytes of a whole site, which verify accepts', async () => {
  const parts = [
    await buildPart(demo, `${workspace}/part-1`, '--products', 'msgro,tidewick'),
    await buildPart(demo, `${workspace}/part-2`, '--products', 'chatref,chatpacket,chatsend,chatsync'),
  ];
  const joined = `${workspace}/joined`;
  const { code, stderr, stdout } = await joinParts(parts, demo, joined);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`Wrote 11 policies of 2 parts to ${joined}/.\nNext: policybook verify ${joined} `);
  expect(filesOf(join(root, joined))).toEqual(filesOf(inject('policies')));
  const verified = await policybook(['verify', joined]);
  expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('versions')]);
});

/** Products that link to each other, some renamed; the first has versions. */
function linkedTexts(names: readonly string[], isSearched: boolean): Texts {
  const { 'site.yaml': site = '', ...published } = publishVersions(
    policyText('First.'),
    policyText('Second.', 2),
  );
  const others = names.flatMap((name, index) => {
    const next = names[(index + 1) % names.length];
    const link = `Read [more](/${next}/terms#one) and [theirs](/shop/cookies).`;
    return [
      [`${name}/product.yaml`, `name: ${name.toUpperCase()}\nformerly: [old-${name}]\n`],
      [`${name}/terms.yaml`, policyText(link).replace('cookie-policy', 'terms')],
    ];
  });
  const search = isSearched ? 'search: true\n' : '';
  return {
    ...published,
    'site.yaml': `${site}${search}`,
    ...Object.fromEntries(others),
  };
}

function policyText(words: string, version = 1): string {
  return `kind: cookie-policy
title: What we do
updated: 2026-01-0${version}
${version > 1 ? 'change: { material: false, because: Plainer words., summary: Said anew. }\n' : ''}
cookies:
  sid: { name: sid, expires: session, purpose: keeps you signed in }
sections:
  - { id: one, title: One, content: [${JSON.stringify(words)}, { cookies: all }] }
`;
}

test('gives the same bytes however many parts there are, and whatever is in them', async () => {
  const names = fc.uniqueArray(fc.constantFrom('bakery', 'cellar', 'dairy', 'zoo'), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(names, fc.integer({ min: 2, max: 4 }), fc.boolean(), async (some, count, isSearched) => {
      const folder = writeFolder(`${workspace}/linked`, linkedTexts(some, isSearched));
      const whole = `${folder}-whole`;
      const built = await policybook(['build', folder, '--out', whole, '--as-of', today]);
      expect([built.code, built.stderr]).toEqual([0, '']);
      const parts = [];
      for (let number = 1; number <= count; number += 1)
        parts.push(await buildPart(folder, `${folder}-${number}`, '--part', `${number}/${count}`));
      const { code, stderr } = await joinParts(parts.toReversed(), folder, `${folder}-joined`);
      expect([code, stderr]).toEqual([0, '']);
      expect(filesOf(join(root, `${folder}-joined`))).toEqual(filesOf(join(root, whole)));
    }),
    { numRuns: 2 },
  );
}, 600_000);

test('joins no parts that are not those of one site, and says of each what keeps it from that', async () => {
  const empty = { 'attic/product.yaml': 'name: Attic\n' };
  const texts = { ...linkedTexts(['bakery', 'cellar'], false), ...empty };
  const folder = writeFolder(`${workspace}/apart`, texts);
  const [one, other] = [`${folder}-one`, `${folder}-other`];
  await buildPart(folder, one, '--products', 'shop,attic');
  await buildPart(folder, other, '--products', 'bakery,cellar');
  const said = async (parts: string[], ...told: string[]) => {
    const { code, stderr } = await joinParts(parts, folder, `${folder}-none`, ...told);
    expect(code).toBe(1);
    return stderr.replace(/\nNo site was written\.\n$/, '');
  };
  expect(await said([one])).toBe('Unexpected absence of bakery, cellar, expected a part with them.');
  expect(await said([one, other, other])).toBe(
    [
      `Unexpected bakery in ${other} and ${other}, expected it in one part.`,
      `Unexpected cellar in ${other} and ${other}, expected it in one part.`,
    ].join('\n'),
  );
  expect(await said([one, folder, 'nowhere'])).toBe(
    [
      `Unexpected folder ${folder}, expected a part of a site: build --part writes one.`,
      'Unexpected part nowhere, expected a folder.',
    ].join('\n'),
  );
  expect(await said([one, other], '--as-of', '2026-11-24')).toBe(
    [one, other]
      .map(
        (part) =>
          `Unexpected part ${part}, for which the day was ${today}, expected 2026-11-24: build it again.`,
      )
      .join('\n'),
  );
  const broken = `${folder}-broken`;
  cpSync(join(root, other), join(root, broken), { recursive: true });
  appendFileSync(join(root, broken, 'part.jsonl'), '{}\n');
  expect(await said([one, broken])).toBe(
    `Unexpected ${broken}/part.jsonl, expected the files of a part as they were built: build or copy it again.`,
  );
  rmSync(join(root, broken, 'bakery/index.html'));
  expect(await said([one, broken])).toContain(
    `Unexpected ${broken}/bakery/index.html, expected the files of a part`,
  );
  appendFileSync(join(root, folder, 'bakery/terms.yaml'), '# One more word.\n');
  expect(await said([one, other])).toBe(
    'Unexpected state of bakery in its part, expected it as the policies are here: build that part again.',
  );
  writeFileSync(join(root, folder, 'attic/product.yaml'), 'name: Loft\n');
  expect(await said([one, other])).toBe(
    ['attic', 'bakery']
      .map(
        (product) =>
          `Unexpected state of ${product} in its part, expected it as the policies are here: build that part again.`,
      )
      .join('\n'),
  );
  appendFileSync(join(root, folder, 'site.yaml'), '# A word.\n');
  expect(await said([one, other])).toMatch(
    /^Unexpected part \S+, for which site\.yaml and what lies beside it was \w{12}, expected \w{12}: build it again\.\n/,
  );
});

test('refuses a part that is none, and one in the place of a site', async () => {
  const said = async (...told: string[]) => {
    const { code, stderr } = await policybook(['build', demo, ...told]);
    expect(code).toBe(2);
    return stderr.split('\n')[0];
  };
  const out = ['--out', `${workspace}/none`];
  expect(await said('--part', '4/3', ...out)).toBe('Unexpected --part 4/3, expected one such as 3/8.');
  expect(await said('--part', '1/2')).toBe(
    'Unexpected part of a site without a place, expected --out with a folder of its own.',
  );
  expect(await said('--part', '1/2', '--products', 'msgro', ...out)).toBe(
    'Unexpected --products beside --part, expected one of the two.',
  );
  expect(await said('--jobs', 'all')).toBe('Unexpected --jobs all, expected a number from 1 to 99.');
  expect(await said('--part', '1/2', '--jobs', '2', ...out)).toBe(
    'Unexpected --jobs of a part, expected it of a whole site.',
  );
  expect(await said('--products', 'msgo', ...out)).toBe('Unexpected product msgo, expected msgro.');
  expect(await said('--part', '1/2', '--preview', ...out)).toBe(
    'Unexpected --preview of a part, expected it of a whole site.',
  );
  expect(await said('--part', '1/2', '--out', inject('policies'))).toContain(
    'expected a folder of its own: the site would take the place of what is there.',
  );
});

test('finds in the whole what no part can see: a link into another that leads nowhere', async () => {
  const { 'cellar/terms.yaml': terms = '', ...texts } = linkedTexts(['bakery', 'cellar'], false);
  const changed = { ...texts, 'cellar/terms.yaml': terms.replace('#one', '#two') };
  const folder = writeFolder(`${workspace}/loose`, changed);
  const parts = [
    await buildPart(folder, `${folder}-1`, '--products', 'shop,bakery'),
    await buildPart(folder, `${folder}-2`, '--products', 'cellar'),
  ];
  const { code, stdout, stderr } = await joinParts(parts, folder, `${folder}-joined`);
  expect([code, stderr]).toEqual([1, 'No site was written.\n']);
  expect(stdout).toContain('/bakery/terms#two');
});

/** A folder of which nothing was ever compiled, and no page made for the site that is to stand in a place. */
function coldFolder(name: string, texts: Texts, out: string): string {
  const folder = writeFolder(`${workspace}/${name}`, texts);
  const paths = [folder, out].map((path) => join(root, path));
  for (const store of [`compiled/${shortDigest(paths.slice(0, 1))}`, `astro/${shortDigest(paths)}`])
    rmSync(join(root, '.policybook', store), { recursive: true, force: true });
  return folder;
}

test('builds by several processes the very bytes that one makes, and keeps for the next build what they made', async () => {
  const out = `${workspace}/crowd-site`;
  const folder = coldFolder('crowd', linkedTexts(['bakery', 'cellar'], true), out);
  const told = ['--as-of', today, '--out'];
  const build = (...more: string[]) => policybook(['build', folder, ...told, ...more]);
  const wrote = `Wrote 3 policies to ${out}/.\nNext: npx policybook preview ${out} serves it as a host will.\n`;
  expect(await build(out, '--jobs', '2')).toEqual({
    code: 0,
    stdout: expect.stringContaining(wrote),
    stderr: '',
  });
  expect(globSync(`${out}.*`, { cwd: root })).toEqual([]);
  const compiled = join(root, '.policybook/compiled', shortDigest([join(root, folder)]));
  expect(globSync('index.*', { cwd: compiled })).toHaveLength(2);
  expect((await build(out)).stdout).toContain(`Nothing has changed since 3 policies went to ${out}/.`);
  expect((await build(`${folder}-alone`, '--force')).code).toBe(0);
  expect(filesOf(join(root, out))).toEqual(filesOf(join(root, `${folder}-alone`)));
});

// The process that builds the second part ends before it does anything.
const killsThePart = `if (process.argv.includes('2/2')) process.kill(process.pid, 'SIGKILL');`;
const withoutThePart = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(killsThePart)}` };

test('tells which part was not built, where its process is killed, and leaves what lies beside the site', async () => {
  const out = `${workspace}/killed-site`;
  const folder = coldFolder('killed', linkedTexts(['bakery', 'cellar'], true), out);
  writeFolder(`${out}.part-1`, { 'own.txt': 'Mine.' });
  const args = ['build', folder, '--out', out, '--jobs', '2'];
  const { code, stderr } = await policybook(args, withoutThePart);
  expect([code, stderr]).toEqual([
    1,
    'Part 2/2 of the site was not built: its process was ended by SIGKILL. Where memory is short, build with fewer --jobs.\nNo site was written.\n',
  ]);
  expect(readFileSync(join(root, `${out}.part-1`, 'own.txt'), 'utf8')).toBe('Mine.');
  expect(existsSync(join(root, out))).toBe(false);
});

test('tells of a fault the same, however many processes look for it', async () => {
  const { 'cellar/terms.yaml': terms = '', ...texts } = linkedTexts(['bakery', 'cellar'], false);
  const faulty = { ...texts, 'cellar/terms.yaml': terms.replace('kind:', 'kin:') };
  const out = `${workspace}/none`;
  const built = (jobs: string) =>
    policybook(['build', coldFolder('faulty', faulty, out), '--out', out, '--jobs', jobs]);
  const [two, one] = [await built('2'), await built('1')];
  expect(one.code).toBe(1);
  expect(two).toEqual(one);
  expect(existsSync(join(root, workspace, 'none'))).toBe(false);
});
