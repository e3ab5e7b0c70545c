import { z } from 'zod';
import { valueKinds } from './values.ts';

// Names of what is kept on a device. A cookie has a name without spaces; a pixel, an SDK or an identifier is called as its
// maker calls it.

/** The part of a name that differs from visitor to visitor, as people mark it: `[random number]`, `{HASH}`, `<x>`. */
const varying = /\[[^[\]\n]*\]|\{[^{}\n]*\}|<[^<>\n]*>/g;

/** A name with `*` for each part of it that differs, however its authors mark that. */
export function patternOf(name: string): string {
  return name.replaceAll(varying, '*').replaceAll(/\*+/g, '*');
}

/**
 * Whether a name is one that machines use: no space, and nothing but ASCII, beside the parts that differ. What ends a name in
 * the header of a cookie is no part of one (RFC 6265, 4.1.1).
 */
export function isMachineName(name: string): boolean {
  return /^[!-+\--:<>-~]+$/.test(patternOf(name));
}

/** The name of what is kept on a device; `*` alone names nothing. */
export const storageName = z
  .string()
  .max(200)
  .regex(/^(?!\s|\*+$)[^\n\t]*[^\s]$/)
  .refine((name) => patternOf(name) !== '*', { message: 'no name' });
valueKinds.add(storageName, {
  kind: 'text',
  expects:
    'a name, for a cookie without spaces as it stands in the browser; * or [words] may stand for a part of it, never alone',
});
