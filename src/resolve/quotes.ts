import type { PolicyFile, Section } from '../../schemas/policy.ts';
import { textBlockNamed } from '../blocks/by-type.ts';
import { disclosuresInOrder } from '../disclosures/in-order.ts';
import type { Quote } from '../text/quoted.ts';
import type { ResolvedPolicy, ResolvedSection } from './policy-model.ts';
import { quotesOf } from './quotation.ts';
import { textAt, type Written } from './written.ts';

type Quotes = ReadonlyMap<string, Quote[]>;

/**
 * Where the texts of a policy quote facts, by their paths in the resolved policy: sections are named by id, and the
 * blocks in them by what they hold. `quotes` has the paths of the file.
 */
export function quotesIn(
  quotes: Quotes,
  file: PolicyFile,
  sections: readonly ResolvedSection[],
): NonNullable<ResolvedPolicy['quotes']> {
  const all = [...quotes, ...quotesOfSteps(quotes, file)];
  return Object.fromEntries(all.map(([path, found]) => [resolvedPath(path.split('.'), sections), found]));
}

/**
 * Where the texts of a policy quote facts, from what its authors wrote and what readers were shown, by their paths in a
 * record; the paths that are given back are those of the resolved policy.
 */
export function quotesFrom({
  written,
  quoted,
  filled,
}: Pick<Written, 'quoted' | 'filled'> & { written: unknown }): NonNullable<ResolvedPolicy['quotes']> {
  return Object.fromEntries(
    Object.entries(filled).flatMap(([path, text]) => {
      const parts = path.split('.');
      const quotes = quotesOf(textAt(written, parts) ?? '', text, quoted[path] ?? {});
      return quotes.length > 0 ? [[openedPath(parts, written), quotes]] : [];
    }),
  );
}

// In a record sections lie in sections, plain prose is a block with a text, and texts by id are entries with a text.
function openedPath(parts: readonly string[], written: unknown): string {
  const [head, name, key] = parts;
  if (head === 'facts') {
    const isText = disclosuresInOrder.some(
      (one) => one.name === name && one.texts !== undefined && one.texts === key,
    );
    return parts.slice(1, isText ? -1 : undefined).join('.');
  }
  const isProse = textAt(written, [...parts.slice(0, -1), 'type']) === 'prose';
  const from = head === 'sections' ? parts.lastIndexOf('sections') : 0;
  return parts.slice(from, isProse ? -1 : undefined).join('.');
}

// A section shows instructions by their id, and with them what they quote.
function quotesOfSteps(quotes: Quotes, { sections }: PolicyFile): [string, Quote[]][] {
  const steps = [...quotes].filter(([path]) => path.startsWith('steps.'));
  if (steps.length === 0) return [];
  return shownSteps(sections, 'sections').flatMap(({ place, id }) =>
    steps.flatMap(([path, found]): [string, Quote[]][] => {
      const prefix = `steps.${id}.`;
      return path.startsWith(prefix) ? [[`${place}.${path.slice(prefix.length)}`, found]] : [];
    }),
  );
}

function shownSteps(sections: readonly Section[], prefix: string): { place: string; id: string }[] {
  return sections.flatMap((section, index) => {
    const path = `${prefix}.${index}`;
    const own = (section.content ?? []).flatMap((item, at) =>
      typeof item === 'object' && 'steps' in item
        ? item.steps.map((id, step) => ({ place: `${path}.content.${at}.steps.${step}`, id }))
        : [],
    );
    const named = own.flatMap(({ place, id }) => (typeof id === 'string' ? [{ place, id }] : []));
    const inner = 'sections' in section ? shownSteps(section.sections ?? [], `${path}.sections`) : [];
    return [...named, ...inner];
  });
}

function resolvedPath(
  [head = '', index = '', ...rest]: readonly string[],
  sections: readonly ResolvedSection[],
): string {
  const section = head === 'sections' ? sections[Number(index)] : undefined;
  if (!section) return [head, index, ...rest].filter(Boolean).join('.');
  if (rest[0] === 'sections') return resolvedPath(rest, section.sections);
  const [field = '', place = '', ...inside] = rest;
  const own = field === 'content' ? blockPath(inside) : inside;
  return ['sections', section.id, field, place, ...own].filter(Boolean).join('.');
}

// In the file a block stands under its name; resolved, it is one with a type.
function blockPath([name = '', ...rest]: readonly string[]): readonly string[] {
  return textBlockNamed(name)?.heldAt?.(rest) ?? [name, ...rest];
}
