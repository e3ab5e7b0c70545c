import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, extname, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Where a Chromium may be; the first that exists is taken. */
export type Candidate = { from: string; path: string | undefined };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The places where a Chromium is looked for, in order. */
export function candidates(env: NodeJS.ProcessEnv = process.env): Candidate[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [
    { from: 'CHROMIUM_PATH', path: env.CHROMIUM_PATH },
    { from: 'Playwright', path: chromium.executablePath() },
    ...[...installed, ...usualPlaces].map((path) => ({ from: 'the system', path })),
  ];
}

/** The path of a Chromium. Throws where there is none, since a test that is skipped tells nobody anything. */
export async function findChromium(
  places: Candidate[] = candidates(),
  unpack: () => Promise<string> = () => sparticuz.executablePath(),
): Promise<string> {
  const [chosen] = places;
  if (chosen?.from === 'CHROMIUM_PATH' && chosen.path && !existsSync(chosen.path)) {
    throw new Error(`Unexpected CHROMIUM_PATH ${chosen.path}, expected the path of a Chromium.`);
  }
  const found = places.find(({ path }) => path && existsSync(path))?.path;
  if (found) return found;
  try {
    return await unpack();
  } catch (cause) {
    throw new Error(
      'Unexpected machine without a Chromium, expected one for the tests of the pages. ' +
        'Name one in CHROMIUM_PATH, or run `npx playwright-core install chromium`.',
      { cause },
    );
  }
}

// Containers run as root and give little shared memory. Chromium in a single process ends with its first page.
const flags = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  // Pages are opened one after the other: to start a process for each takes longer than to show it.
  '--renderer-process-limit=1',
];

/**
 * Starts a Chromium without a window. One that does not draw lays a page out and answers what is asked of it, as any other,
 * but never paints: a third of what it costs to look at a page. What waits for a frame, such as a click or a picture, waits
 * in it for good.
 */
export async function launchChromium({ isDrawing = true } = {}): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...flags,
      '--headless=shell',
      '--font-render-hinting=none',
      // Frames are made when they are asked for, and nobody asks.
      ...(isDrawing ? [] : ['--enable-begin-frame-control']),
    ],
  });
}

export type Host = { origin: string; close: () => Promise<unknown> };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Serves a built site below a path, as a host that follows its `_headers` file does, and `_redirects` where it is told to. */
export async function host(
  folder: string,
  base: string,
  { isRedirecting = false }: { isRedirecting?: boolean } = {},
): Promise<Host> {
  const headers = headersOf(readFileSync(join(folder, '_headers'), 'utf8'));
  const rules = isRedirecting ? rulesOf(readFileSync(join(folder, '_redirects'), 'utf8')) : [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const rule = rules.find(({ from }) => path.startsWith(from));
    if (rule) {
      response.writeHead(301, { Location: `${rule.to}${path.slice(rule.from.length)}` });
      response.end();
      return;
    }
    const file = fileOf(folder, base, path);
    const shown = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, {
      ...headers,
      'Content-Type': types[extname(shown)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(shown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

function headersOf(text: string): Record<string, string> {
  const lines = text.split('\n').flatMap((line) => line.match(/^ {2}([^:]+): (.*)$/)?.slice(1) ?? []);
  return Object.fromEntries(
    lines.flatMap((name, index) => (index % 2 === 0 ? [[name, lines[index + 1] ?? '']] : [])),
  );
}

// `/old/* /new/:splat 301`: the first that fits is followed.
function rulesOf(text: string): { from: string; to: string }[] {
  return text.split('\n').flatMap((line) => {
    const [from, to] = line.split(' ');
    return from?.endsWith('*') && to ? [{ from: from.slice(0, -1), to: to.replace(':splat', '') }] : [];
  });
}

function fileOf(folder: string, base: string, path: string): string | undefined {
  if (!path.startsWith(`${base}/`) || path.includes('..')) return undefined;
  const file = join(folder, path.slice(base.length), path.endsWith('/') ? 'index.html' : '');
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function close(server: Server): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}
