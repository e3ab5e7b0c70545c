import { type PolicyFile, policyFile } from '../../../schemas/policy.ts';
import { valueKinds } from '../../../schemas/values.ts';
import type { YamlPath } from '../../read/places.ts';
import { mapLeaves } from '../../read/shape.ts';
import type { Spot, Subject, WrittenText } from '../rule.ts';

// What says something about the text instead of being a part of it.
const aside = new Set(['change', 'aliases', 'moved', 'steps']);

/** Lists every text of a policy file that readers see, in the order of the file. */
export function writtenTexts(written: PolicyFile): WrittenText[] {
  const texts: WrittenText[] = [];
  mapLeaves(policyFile, written, ({ path, value, schema }) => {
    const kind = valueKinds.get(schema)?.kind;
    if (typeof value === 'string' && (kind === 'text' || kind === 'prose') && !aside.has(String(path[0])))
      texts.push({ path, text: value, ...sectionOf(written, path) });
    return value;
  });
  return texts;
}

function sectionOf({ sections }: PolicyFile, path: YamlPath): { section?: string } {
  const named = sectionsAbove(sections, path).findLast(({ id, title }) => id ?? title);
  const section = named?.id ?? named?.title;
  return section === undefined ? {} : { section };
}

type Titled = { id?: string | undefined; title: string; sections?: readonly Titled[] | undefined };

/** The sections around what stands at a path of a policy, from the outermost. */
export function sectionsAbove(
  sections: readonly Titled[] | undefined,
  [key, index, ...rest]: YamlPath,
): Titled[] {
  const section = key === 'sections' ? sections?.[Number(index)] : undefined;
  return section ? [section, ...sectionsAbove(section.sections, rest)] : [];
}

/** A place in a text where a pattern matches. */
export type Match = { at: Spot; words: string; text: WrittenText };

/**
 * Finds every match of a pattern in texts written in English; the rules that read prose know no other language.
 * A space in the pattern also stands for the end of a line. Quotations are left out: what they show is a fact, which
 * has rules of its own.
 */
export function matches(
  { policy, texts }: Pick<Subject, 'policy' | 'texts'>,
  pattern: RegExp,
  among: (text: WrittenText) => boolean = () => true,
): Match[] {
  if (!isEnglish(policy)) return [];
  const global = globalOf(pattern);
  return texts.filter(among).flatMap((text) =>
    [...blankQuotations(text.text).matchAll(global)].map((match) => ({
      at: { path: text.path, mark: { offset: match.index, length: match[0].length } },
      words: match[0],
      text,
    })),
  );
}

const globals = new WeakMap<RegExp, RegExp>();

// The rules ask for the same patterns in every policy.
function globalOf(pattern: RegExp): RegExp {
  const known = globals.get(pattern);
  if (known) return known;
  const { source, flags } = acrossLines(pattern);
  const global = new RegExp(source, [...new Set(`${flags}gi`)].join(''));
  globals.set(pattern, global);
  return global;
}

/** Whether the rules that read prose can read a text. */
export function isEnglish({ language }: { language: string }): boolean {
  return /^en(-|$)/.test(language);
}

/** A text with its quotations blanked, so that offsets stay. */
export function blankQuotations(text: string): string {
  if (!text.includes('{{')) return text;
  return text.replaceAll(/\{\{[^}]*\}\}/g, (quotation) => ' '.repeat(quotation.length));
}

const widened = new WeakMap<RegExp, RegExp>();

/** A pattern in which a space also stands for the end of a line. */
export function acrossLines(pattern: RegExp): RegExp {
  const known = widened.get(pattern);
  if (known) return known;
  const { source, flags } = pattern;
  const wide = source.replaceAll('[- ]', '(?:-| )').replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+');
  const result = new RegExp(wide, flags);
  widened.set(pattern, result);
  return result;
}
