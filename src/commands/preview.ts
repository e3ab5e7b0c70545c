import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Served } from '../doors/serve.ts';
import { basePath } from '../resolve/address.ts';
import { manifestPath, readVersionList } from '../versions/manifest.ts';
import { isFolder, projectFolder } from './command.ts';
import { declareCommand, inProject, portOf, refusal } from './options.ts';

export const preview = declareCommand({
  usage: 'preview [folder]',
  about: ['Serve what was built (dist), as a host will, below the path of its address.'],
  options: { port: { value: '<number>', help: '(4321)' }, ...inProject },
  async run([named, ...rest], told) {
    const folder = named ?? join(projectFolder(told), 'dist');
    if (rest.length > 0) throw refusal(`Unexpected ${rest.join(' ')}, expected one folder.`);
    if (!isFolder(folder)) throw refusal(`Unexpected folder ${folder}, expected a built site: run build.`);
    const served = { folder, base: baseOf(folder) };
    const port = await servedAt(served, portOf(told.port));
    process.stdout.write(`Serving ${folder} at http://localhost:${port}${served.base}/\nCtrl+C ends it.\n`);
    return new Promise<number>(() => {});
  },
});

async function servedAt(served: Served, port: number): Promise<number> {
  const { serveFolder } = await import('../doors/serve.ts');
  try {
    const address = (await serveFolder(served, port)).address();
    return typeof address === 'object' && address ? address.port : port;
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw refusal(await takenPort(port));
  }
}

/** What is said of a port that something else listens on. */
export async function takenPort(port: number): Promise<string> {
  const { freePort } = await import('../doors/serve.ts');
  return `Unexpected port ${port}, which another program has, expected a free one: --port ${await freePort(port + 1)}.`;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

// A site says in its list of versions where it is published.
function baseOf(folder: string): string {
  const file = join(folder, manifestPath);
  const list = existsSync(file) ? readVersionList(readFileSync(file, 'utf8')) : undefined;
  return list ? basePath(list.address) : '';
}
