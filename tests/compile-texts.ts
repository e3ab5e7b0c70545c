import { compile } from '../src/compile/compile.ts';
import type { Compilation, CompiledPolicy, Sources } from '../src/compile/compile-model.ts';
import { type Compiled, memoryCache } from '../src/doors/cache.ts';
import type { PolicyPage } from '../src/page/page-model.ts';
import { renderProse } from '../src/text/prose.ts';

export type Texts = Record<string, string>;

/** What every folder of policies needs, as short as it can be; what rules find in it stops nothing. */
export const around: Texts = {
  'site.yaml': 'name: Example\nurl: https://example.com\nlanguages: [en-GB]\nstop: none\n',
  'shop/product.yaml': 'name: Shop\n',
};

/** Texts as the files of a folder of policies. */
export function sourcesOf(texts: Texts): Sources {
  const bytes = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  return {
    root: 'policies',
    found: [...bytes.keys()].map((path) => ({ path, kind: 'file' })),
    read: (path) => bytes.get(path) ?? new Uint8Array(),
  };
}

/** Compiles texts as if they were the files of a folder of policies, but for what is compiled already. */
export function compileTexts(
  texts: Texts,
  known?: Compiled,
): Compilation & { compiled: Map<string, CompiledPolicy>; cache: Compiled } {
  const cache = memoryCache(known);
  const compilation = compile(sourcesOf(texts), { version: '', render: renderProse, cache });
  const entries = compilation.products.flatMap(({ policies }) => policies);
  const compiled = new Map(entries.map((entry) => [`${entry.product}/${entry.slug}`, cache.read(entry)]));
  return { ...compilation, compiled, cache };
}

/** The page of one policy, written without the keys that every policy has. */
export function pageOf(policy: string, more: Texts = {}): PolicyPage {
  const text = `kind: cookie-policy\ntitle: Cookie policy\n${policy}`;
  const sections = /^sections:/m.test(text) ? '' : 'sections: [{ title: Overview, content: [Some text.] }]\n';
  const { problems, compiled } = compileTexts({
    ...around,
    ...more,
    'shop/cookies.yaml': `${text}${sections}`,
  });
  const page = compiled.get('shop/cookies')?.page;
  if (!page) throw new Error(`No page: ${problems.map(({ message }) => message).join(' ')}`);
  return page;
}
