import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import type { StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { digest, shortDigest } from '../digest.ts';
import type { Project } from '../doors/project.ts';
import { systemFault } from '../doors/system-fault.ts';
import { isRunning } from '../doors/write.ts';
import { isWholeCode } from './code-sums.ts';

// The code of our own pages, as Astro makes it of their markup. It is the same for every site, so it is made once and
// kept: a build that finds it starts neither Vite nor Astro.

/** What makes our pages, as Astro put it together. */
export type PageApp = Required<StaticPathsApp> & {
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
};

/** The code of our pages, ready to make some; `key` is the digest of all it comes from. */
export type PageCode = {
  app: PageApp;
  key: string;
  /** Why it is not kept for the next build, where that is so. */
  fault?: string;
  close(): void;
};

/**
 * Opens the code of our pages: that of the package, where there is one; else what the cache of a project keeps, and it is made
 * where there is none.
 */
export async function openPageCode(project: Project): Promise<PageCode> {
  const packed = join(project.tool, 'pages');
  if (isWholeCode(packed)) {
    const key = digest([project.compiler, project.tool]);
    return { app: await importApp(packed), key, close: () => {} };
  }
  const key = codeKey(project);
  const folder = join(project.cache, 'pages', shortDigest([key]));
  try {
    if (!isWholeCode(folder)) await makeAnew(project, folder);
    return { app: await importApp(folder), key, close: () => {} };
  } catch (error) {
    const why = systemFault(error);
    if (why === undefined || !why.includes(project.cache)) throw error;
    const fault = `The cache in ${project.cache} cannot be written: ${why} Nothing is kept for the next run.`;
    return { ...(await passingCode(project)), key, fault };
  }
}

async function passingCode(project: Project): Promise<Pick<PageCode, 'app' | 'close'>> {
  const passing = mkdtempSync(join(tmpdir(), 'policybook-'));
  const folder = join(passing, 'pages', 'code');
  await makeAnew(project, folder);
  const close = () => rmSync(passing, { recursive: true, force: true });
  return { app: await importApp(folder), close };
}

// Our code, which its markup belongs to, and Astro.
function codeKey({ compiler, tool }: Project): string {
  return digest([compiler, tool, readFileSync(fileURLToPath(import.meta.resolve('astro/package.json')))]);
}

async function makeAnew(project: Project, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  removeOthers(folder);
  const { makePageCode } = await import('./make-page-code.ts');
  await makePageCode(project, folder);
  if (!isWholeCode(folder))
    throw new Error(`Unexpected code of pages in ${folder}, expected what was written.`);
}

// What an older version of the compiler has kept, and what one that was killed was about to.
function removeOthers(folder: string): void {
  const around = dirname(folder);
  for (const name of existsSync(around) ? readdirSync(around) : []) {
    const [, id] = /\.(\d+)$/.exec(name) ?? [];
    if (id === undefined || !isRunning(Number(id)))
      rmSync(join(around, name), { recursive: true, force: true });
  }
}

// What Astro tells the code it has made, as far as pages like ours ask for it.
type Told = {
  setInternals(internals: { pagesByKeys: Map<string, unknown> }): void;
  setOptions(options: {
    settings: { scripts: never[] };
    logger: { options: { destination: { write(): void } } };
  }): void;
};

async function importApp(folder: string): Promise<PageApp> {
  const [entry = ''] = globSync('prerender-entry.*.mjs', { cwd: folder });
  const { app }: { app?: unknown } = await import(pathToFileURL(join(folder, entry)).href);
  if (!isKnown(app)) throw new Error('Unexpected code of pages from Astro, expected what can make a page.');
  // No script or style of Astro stands on our pages, and what it had to say was said when their code was made.
  app.setInternals({ pagesByKeys: new Map() });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => {} } } } });
  return app;
}

// It is nothing that Astro promises to keep as it is.
function isKnown(app: unknown): app is PageApp & Told {
  const told = app as Partial<PageApp & Told> | undefined;
  const actions = [told?.render, told?.setInternals, told?.setOptions, told?.getComponentByRoute];
  return (
    actions.every((action) => typeof action === 'function') &&
    typeof told?.routeCache?.clearAll === 'function' &&
    Array.isArray(told.manifest?.routes)
  );
}
