import { isMap } from '../read/shape.ts';
import { type Content, toContent } from './content.ts';
import type { QuotingText } from './fill.ts';
import type { ResolvedPolicy, Source } from './policy-model.ts';

// A policy as its authors wrote it, and as readers see it: the two differ in the texts that quote facts, and in those
// that are left to us. A text is named by its path: keys and ids joined by dots.

/** A policy as written, the facts its texts quote, and what readers are shown in the place of those texts. */
export type Written = {
  written: Content;
  quoted: Record<string, NonNullable<Source['quoted']>>;
  filled: Record<string, string>;
};

/** Takes a resolved policy apart into what was written and what we made of it. */
export function writtenOf(policy: ResolvedPolicy): Written {
  const content = toContent(policy);
  const sources = Object.entries(policy.sources ?? {});
  return {
    written: withTexts(
      content,
      sources.map(([path, { written }]) => [path, written]),
    ),
    quoted: Object.fromEntries(sources.flatMap(([path, { quoted }]) => (quoted ? [[path, quoted]] : []))),
    filled: Object.fromEntries(
      sources.flatMap(([path]) => {
        const text = textAt(content, path.split('.'));
        return text === undefined ? [] : [[path, text]];
      }),
    ),
  };
}

/** Puts what readers were shown into what was written. */
export function filledIn<T>(written: T, filled: Readonly<Record<string, string>>): T {
  return withTexts(written, Object.entries(filled));
}

/** A copy with other texts at some paths; a text that is nothing is left out. */
function withTexts<T>(value: T, texts: readonly (readonly [string, string | undefined])[]): T {
  if (texts.length === 0) return value;
  // Only texts are put in or left out, where the format has them.
  return texts.reduce<unknown>((copy, [path, text]) => withText(copy, path.split('.'), text), value) as T;
}

function withText(value: unknown, path: readonly string[], text: string | undefined): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((item, index) => (isNamed(item, index, key) ? withText(item, rest, text) : item));
  const { [key]: old, ...others } = isMap(value) ? value : {};
  const inner = withText(old, rest, text);
  return inner === undefined ? others : { ...others, [key]: inner };
}

/** The text at a path of a policy as a record keeps it. */
export function textAt(value: unknown, path: readonly string[]): string | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? value : undefined;
  if (Array.isArray(value))
    return textAt(
      value.find((item, index) => isNamed(item, index, key)),
      rest,
    );
  return isMap(value) ? textAt(value[key], rest) : undefined;
}

function isNamed(item: unknown, index: number, key: string): boolean {
  return nameIn(item, index) === key;
}

function nameIn(item: unknown, index: number): string {
  return isMap(item) && typeof item.id === 'string' ? item.id : String(index);
}

/**
 * The texts of a policy that are not as they were written. `asWritten` is the same policy without what was filled in;
 * `ours` are the paths of texts that are left to us.
 */
export function sourcesOf(
  policy: ResolvedPolicy,
  asWritten: ResolvedPolicy | undefined,
  quoting: readonly QuotingText[],
  ours: readonly string[],
): Record<string, Source> {
  const keyOf = (written: string, text: string) => `${written.trimEnd()}\u0000${text}`;
  const known = new Map(quoting.map((text) => [keyOf(text.written, text.text), text]));
  const differing = asWritten ? differingTexts(toContent(asWritten), toContent(policy)) : [];
  const quotes = differing.flatMap(({ path, written, text }) => {
    const found = known.get(keyOf(written, text));
    // Where a text ends in space, that alone differs.
    return found ? [[path, { written: found.written, quoted: found.quoted }] as const] : [];
  });
  return Object.fromEntries([...quotes, ...ours.map((path) => [path, {}] as const)]);
}

type Differing = { path: string; written: string; text: string };

// The two have the same shape, but for texts.
function differingTexts(written: unknown, text: unknown, path: readonly string[] = []): Differing[] {
  if (written === text) return [];
  if (typeof written === 'string' && typeof text === 'string')
    return [{ path: path.join('.'), written, text }];
  if (Array.isArray(written) && Array.isArray(text))
    return text.flatMap((item, index) =>
      differingTexts(written[index], item, [...path, nameIn(item, index)]),
    );
  if (!isMap(written) || !isMap(text)) return [];
  return Object.keys(text).flatMap((key) => differingTexts(written[key], text[key], [...path, key]));
}
