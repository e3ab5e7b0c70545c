import { mkdirSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';

// node tests/bench/pages-only.ts <policies> <folder>
//
// The part of a build that other generators do, too: what the policies say is read, checked and compiled, all rules run, and
// a page of each is written. What they have no counterpart of is left out: addresses of versions, histories, feeds, formats
// for programs, lists across products, digests, and what is kept for the next build. It runs from the sources, which costs half a
// second more than the bundle the other rows run.

enableCompileCache('.policybook/node');
process.env.NODE_ENV = 'production';
const [policies = '', out = ''] = process.argv.slice(2);
const { checkLibrary } = await import('../../src/commands/command.ts');
const { projectAt } = await import('../../src/doors/project.ts');
const { openPageCode } = await import('../../src/astro/page-code.ts');
const { giveLibrary } = await import('../../src/astro/given-library.ts');
const { pagesToMake } = await import('../../src/astro/page-maker.ts');

const { library, isStopped } = checkLibrary(projectAt('.', { policies }));
if (isStopped) throw new Error('The corpus has a problem that stops its build.');
const { app, close } = await openPageCode(library.project);
giveLibrary(library);
const files = library.products.flatMap(({ id, policies: own }) =>
  own.map(({ slug }) => `${id}/${slug}/index.html`),
);
const pages = new Map((await pagesToMake(library, app)).map((page) => [page.file, page]));
for (const file of files) {
  const path = join(out, file);
  mkdirSync(dirname(path), { recursive: true });
  const content = await pages.get(file)?.make();
  if (content === undefined) throw new Error(`No page ${file}.`);
  writeFileSync(path, content);
}
close();
