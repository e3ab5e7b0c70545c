import { contentOf } from '../resolve/all-sections.ts';
import type { ResolvedBlock, ResolvedPolicy } from '../resolve/policy-model.ts';
import { proseText } from '../text/prose.ts';
import { sentencesOf } from '../text/sentences.ts';

/**
 * Describes a policy to search engines and in lists: by its lead, else the first text of its first section, else its title,
 * in plain text. Only whole sentences are taken. What stands further down, behind facts, is about something of its own.
 */
export function descriptionOf(policy: ResolvedPolicy): string {
  const [firstText] = contentOf({ sections: policy.sections.slice(0, 1) }).flatMap(textsOf);
  const texts = [policy.lead, firstText].flatMap((text) => (text === undefined ? [] : [linesOf(text)]));
  const text = oneLine(
    texts.map(fromSentence).find((lines) => lines.length > 0) ?? texts[0] ?? [policy.title],
  );
  return wholeSentences(text, policy.language) || policy.title;
}

function textsOf(block: ResolvedBlock): string[] {
  return block.type === 'prose' || block.type === 'callout' ? [block.text] : [];
}

function linesOf(text: string): string[] {
  const lines = proseText(text).split('\n');
  return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
}

// Lines that are a day, a label or a heading, and no sentence, describe nothing: "(As of 1 May 2026)", "I. Privacy", "II.".
function fromSentence(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => !isLabel(line));
  return start < 0 ? [] : lines.slice(start);
}

function isLabel(line: string): boolean {
  const words = line.replace(/^(?:[IVXivx]+|\d+)[.)](?=\s|$)/, '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.length === 0 ||
    (line.length <= 80 && words.length <= 6 && !/[.!?:,;。！？…–—-]["”’»)]*$/u.test(line))
  );
}

// Paragraphs and items of a list, one after the other; those that end without a mark would run together.
function oneLine(lines: readonly string[]): string {
  return lines
    .reduce((said, line) => `${said}${/[\p{P}]$/u.test(said) || said === '' ? ' ' : '; '}${line}`, '')
    .trim();
}

// Search results show about 160 characters. A sentence that is cut may promise what it takes back, so none is.
function wholeSentences(text: string, language: string): string {
  if (text.length <= 200) return text;
  const ends = sentencesOf(text, language).map(({ index, segment }) => index + segment.trimEnd().length);
  const end = ends.filter((one) => one <= 200).at(-1) ?? ends[0] ?? 0;
  return end > 400 ? '' : text.slice(0, end).trim();
}
