import { createHash, hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/** The SHA-256 of a value's canonical JSON (RFC 8785), in hexadecimal. */
export function digestOf(value: unknown): string {
  return sha256(canonicalize(value) ?? '');
}

/** The first 16 digits of a digest: enough to tell things apart that nobody forges. */
export function shortDigest(parts: readonly (string | Uint8Array)[]): string {
  return digest(parts).slice(0, 16);
}

/** SHA-256 of several parts, in hexadecimal; where one part ends and the next begins counts. */
export function digest(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}
