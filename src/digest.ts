import { createHash } from 'node:crypto';

/** The first 16 digits of a digest: enough to tell things apart that nobody forges. */
export function shortDigest(parts: readonly (string | Uint8Array)[]): string {
  return digest(parts).slice(0, 16);
}

/** SHA-256 of several parts, in hexadecimal; where one part ends and the next begins counts. */
export function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
