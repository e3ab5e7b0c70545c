import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Version2 } from '../schemas/record-2.ts';
import type { CompiledPolicy } from '../src/compile/compile-model.ts';
import { toPage } from '../src/page/page.ts';
import type { ResolvedPolicy } from '../src/resolve/policy-model.ts';
import { sealVersion } from '../src/versions/record.ts';
import { newRecords } from '../src/versions/release.ts';
import { root } from './command.ts';
import { around, compileTexts, type Texts } from './compile-texts.ts';

/** A policy of two sections and two cookies, from which the tests make others. */
export const cookies = `kind: cookie-policy
title: Cookie policy
updated: 2026-01-01
cookies:
  ga: { name: _ga, expires: 13 months }
  sid: { name: sid, expires: session }
sections:
  - title: What we store
    content: [We store little., { cookies: all }]
  - title: Your choices
    content: [You can refuse.]
`;

/** A text with some passages replaced; each must be there. */
export function edit(text: string, ...changes: [string, string][]): string {
  return changes.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`No ${from} in:\n${result}`);
    return result.replace(from, to);
  }, text);
}

/** Adds the records of everything that is not published yet, as `policybook release` does on a day; that of the newest text. */
export function publish(texts: Texts, day = newestDay(texts)): Texts {
  const { compiled, ...compilation } = compileTexts(texts);
  const problem = compilation.problems.find(({ rule, severity }) => severity !== 'info' && !unsaid.has(rule));
  if (problem) throw new Error(`Nothing to publish: ${problem.message}`);
  const policies = compilation.products.flatMap((product) => product.policies);
  const compiledOf = ({ key }: { key: string }): CompiledPolicy => {
    const entry = policies.find((policy) => policy.key === key);
    const policy = compiled.get(`${entry?.product}/${entry?.slug}`);
    if (!policy) throw new Error(`Nothing compiled under ${key}.`);
    return policy;
  };
  const { records } = newRecords(compilation, compiledOf, day);
  return { ...texts, ...Object.fromEntries(records.map(({ path, text }) => [path, text])) };
}

/** What a version does not say of itself; most tests are about other things. */
export const unsaid = new Set<string>(['version/change-unjudged', 'version/no-summary']);

function newestDay(texts: Texts): string {
  const days = Object.entries(texts).flatMap(([path, text]) =>
    path.endsWith('.yaml') ? (/^updated: (\S+)/m.exec(text)?.[1] ?? []) : [],
  );
  return days.sort().at(-1) ?? '2026-01-01';
}

/** Seals a resolved policy on the day of its text, on top of the entry before. */
export function sealRecord(policy: ResolvedPolicy, previous?: string): Version2 {
  const { product, slug, updated = '' } = policy;
  const page = toPage(policy, { name: 'Example', url: 'https://example.com/' });
  return sealVersion(
    { policy, page },
    { policy: `${product.id}/${slug}`, id: updated, day: updated, previous },
  );
}

/** Publishes several texts of `shop/cookies` one after another; the last stays the working file. */
export function publishVersions(...versions: string[]): Texts {
  let texts = around;
  for (const text of versions) texts = publish({ ...texts, 'shop/cookies.yaml': text });
  return texts;
}

/** Writes texts as a folder, in place of what was there. The folder is named as the command line wants it. */
export function writeFolder(folder: string, texts: Texts): string {
  rmSync(join(root, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(texts)) {
    const file = join(root, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Every file of a folder with its text, hidden ones too. */
export function filesIn(folder: string): Texts {
  const files = readdirSync(join(root, folder), { withFileTypes: true, recursive: true }).filter((item) =>
    item.isFile(),
  );
  const entries = files.map((item): [string, string] => {
    const file = join(item.parentPath, item.name);
    return [relative(join(root, folder), file).split(sep).join('/'), readFileSync(file, 'utf8')];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
