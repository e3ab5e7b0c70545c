import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../src/compile/compile.ts';
import type { Sources } from '../src/compile/compile-model.ts';
import { type Compiled, memoryCache } from '../src/doors/cache.ts';
import { makeMemory } from '../src/memory.ts';
import type { Problem } from '../src/problem.ts';
import { type Inspected, inspectProduct } from '../src/rules/inspect.ts';
import { allRules } from '../src/rules/packs.ts';
import { readProduct } from '../src/rules/read-product.ts';
import type { Example, PolicyRule } from '../src/rules/rule.ts';
import { newRecords } from '../src/versions/release.ts';
import { root } from './command.ts';
import { sourcesOf, type Texts } from './compile-texts.ts';
import { unsaid } from './published-texts.ts';

const folder = join(root, 'src/rules');

/** The ids of all rules that have a file. */
export const ruleIds = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'pack.ts')))
  .flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.ts') && file !== 'pack.ts')
      .map((file) => `${name}/${file.replace('.ts', '')}`),
  )
  .sort();

/** The one rule a file has. */
export async function loadRule(id: string): Promise<PolicyRule> {
  const module: Record<string, PolicyRule> = await import(join(folder, `${id}.ts`));
  const [rule, ...others] = Object.values(module);
  if (!rule || others.length > 0) throw new Error(`${id} exports ${others.length + (rule ? 1 : 0)} things.`);
  return rule;
}

/** The files of an example: its parts, and what every folder of policies needs at the end of each. */
function textsOf(example: Example, rule: Pick<PolicyRule, 'id' | 'kinds' | 'regimes'>): Texts {
  const regimes = rule.regimes ? `regimes: [${rule.regimes[0]}]\n` : '';
  return {
    'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en]\n',
    'shop/product.yaml': completed(example.product ?? '', { name: 'name: Shop\n', regimes }),
    'shop/policy.yaml': policyText(example.policy ?? '', rule),
    ...(example.vendors && { 'vendors.yaml': example.vendors }),
    ...Object.fromEntries(
      Object.entries(example.others ?? {}).map(([name, text]) => [`shop/${name}`, policyText(text, rule)]),
    ),
  };
}

function policyText(text: string, { kinds }: Pick<PolicyRule, 'kinds'>): string {
  return completed(text, {
    kind: `kind: ${kinds?.[0] ?? 'privacy-policy'}\n`,
    title: 'title: Policy\n',
    sections: 'sections: [{ title: Overview, content: [Some text.] }]\n',
  });
}

function completed(text: string, parts: Record<string, string>): string {
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const missing = Object.entries(parts).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(text));
  return start + missing.map(([, part]) => part).join('');
}

/** What rules find in the files of an example; throws where the files have a fault. */
export function findingsIn(
  example: Example,
  rule: PolicyRule,
  rules: readonly PolicyRule[] = [rule],
): Problem[] {
  const texts = textsOf(example, rule);
  if (example.published !== undefined) {
    const before = compileWith({ ...texts, 'shop/policy.yaml': policyText(example.published, rule) });
    for (const { path, text } of newRecords(before.compilation, before.readCompiled, '2026-01-01').records)
      texts[path] = text;
  }
  return findingsOfTexts(texts, example.asOf ?? '2026-11-22', rules);
}

/** What rules find in a folder of policies; throws where its files have a fault. */
export function findingsOfTexts(
  texts: Texts,
  asOf: string,
  rules: readonly PolicyRule[] = allRules,
): Problem[] {
  return inspectedIn(texts, asOf).flatMap((inspected) => inspectProduct(inspected, rules));
}

/** The products of a folder of policies as rules see them; throws where its files have a fault. */
export function inspectedIn(texts: Texts, asOf: string): Inspected[] {
  const { compilation, sources, readCompiled } = compileWith(texts);
  const paths = new Set(Object.keys(texts));
  return compilation.products.flatMap(
    (product) => readProduct(product, compilation, { sources, paths, readCompiled, asOf }) ?? [],
  );
}

// Of the same files with an edit, what the edit leaves alone is not compiled again.
const known = makeMemory<Compiled>(8);

// Rules read facts and texts, never a page.
function compiledFrom(sources: Sources, cache = memoryCache()) {
  return { cache, compilation: compile(sources, { version: '', render: () => '', cache }) };
}

function compileWith(texts: Texts) {
  const sources = sourcesOf(texts);
  const names = Object.keys(texts).join();
  const cache = memoryCache(known(names, () => compiledFrom(sources).cache));
  const { compilation } = compiledFrom(sources, cache);
  const faults = compilation.problems.filter(
    ({ severity, rule }) => severity === 'error' && !unsaid.has(rule),
  );
  if (faults.length > 0) {
    const lines = faults.map(({ place, message }) => `${place.file}:${place.line}: ${message}`);
    throw new Error(`The files have faults.\n${lines.join('\n')}`);
  }
  return { compilation, sources, readCompiled: cache.read };
}
