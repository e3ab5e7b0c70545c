import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// The door to what is published: it reads one file, from an address or a folder.

/** A file that was read, one that is not there, or why it cannot be read, in words that go on from its place. */
type Live = { source: string } & ({ text: string } | { isMissing: true } | { fault: string });

const patience = 30_000;

/**
 * Reads the file `path` of a published site. `where` is the https address of the site or of the file, or a folder or
 * file here; on this machine alone, http will do. `undefined` where it is none of these.
 */
export async function readLive(where: string, path: string): Promise<Live | undefined> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(where)) {
    const address = URL.canParse(where) ? fileAddress(new URL(where), path) : undefined;
    return address && isTrusted(address) ? fetchLive(address) : undefined;
  }
  if (!existsSync(where)) return undefined;
  const source = statSync(where).isDirectory() ? join(where, path) : where;
  return existsSync(source) ? { source, text: readFileSync(source, 'utf8') } : { source, isMissing: true };
}

function fileAddress(site: URL, path: string): URL {
  if (site.pathname.endsWith('.json')) return site;
  return new URL(`${site.origin}${site.pathname.replace(/\/*$/, '/')}${path}`);
}

function isTrusted({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

async function fetchLive(address: URL): Promise<Live> {
  const source = address.href;
  try {
    const headers = { 'Cache-Control': 'no-cache', Accept: 'application/json' };
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(patience) });
    if (!isTrusted(new URL(response.url))) return { source, fault: `leads to ${response.url}` };
    if (response.status === 404 || response.status === 410) return { source, isMissing: true };
    if (!response.ok) return { source, fault: `answers ${response.status}` };
    return { source, text: await response.text() };
  } catch (error) {
    return { source, fault: `cannot be reached: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
