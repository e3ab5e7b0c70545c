import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { extname, join, sep } from 'node:path';

/** A folder that is served: where it lies, and the path below which its pages stand. */
export type Served = { folder: string; base: string };

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/**
 * Serves a built site on this machine alone, as a host would: with the headers of its `_headers`, the page of its own for
 * what is not there, and nothing from outside of its folder. Fails with `EADDRINUSE` where the port is taken.
 */
export function serveFolder(served: Served, port: number): Promise<Server> {
  const server = createServer((request, response) => answer(served, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

/** The first free port from this one on. */
export async function freePort(port: number): Promise<number> {
  for (let candidate = port; candidate < 65_536; candidate += 1)
    if (await isFree(candidate)) return candidate;
  return 0;
}

function isFree(port: number): Promise<boolean> {
  const probe = createProbe();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}

function answer(served: Served, { method = '', url = '/' }: IncomingMessage, response: ServerResponse): void {
  const { status, headers, file } = replyTo(served, method, url);
  response.writeHead(status, headers);
  if (file === undefined || method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

type Reply = { status: number; headers: Record<string, string>; file?: string };

function replyTo({ folder, base }: Served, method: string, url: string): Reply {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' } };
  const [path = '/', query] = url.split('?', 2);
  if (path === '/' && base !== '') return { status: 302, headers: { Location: `${base}/` } };
  const found = path.startsWith(`${base}/`) ? fileAt(folder, path.slice(base.length)) : undefined;
  const rest = query === undefined ? '' : `?${query}`;
  if (found === 'folder') return { status: 301, headers: { Location: `${path}/${rest}` } };
  const file = found ?? fileAt(folder, '/404.html');
  const headers = { ...headersOf(folder), 'Cache-Control': 'no-store' };
  if (file === undefined || file === 'folder') return { status: 404, headers };
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
  return { status: found ? 200 : 404, headers: { ...headers, 'Content-Type': type }, file };
}

// The folder itself may be a link that the next build exchanges, so it is looked up each time; a link in it leads nowhere.
function fileAt(folder: string, path: string): string | 'folder' | undefined {
  try {
    const root = realpathSync(folder);
    const name = decodeURIComponent(path);
    if (/[\\\0]/.test(name)) return undefined;
    const file = join(root, name.endsWith('/') ? `${name}index.html` : name);
    if (!file.startsWith(root + sep) || realpathSync(file) !== file) return undefined;
    const status = statSync(file);
    if (status.isDirectory()) return 'folder';
    return status.isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

// Those for every path, which are all that we write.
function headersOf(folder: string): Record<string, string> {
  const file = fileAt(folder, '/_headers');
  if (file === undefined || file === 'folder') return {};
  const [, ...lines] = readFileSync(file, 'utf8').split('\n');
  const headers = lines.flatMap((line) => {
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    return name && value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(headers);
}
