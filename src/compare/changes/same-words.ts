import { proseText } from '../../text/prose.ts';
import type { Comparison, Draft } from './change.ts';
import { linksBetween } from './link-change.ts';
import { linkDraft, type ProsePlace } from './prose-drafts.ts';
import { judgeText } from './word-change.ts';

/** What changed of a Markdown text whose words are the same: where its links lead, or its look; nothing where they are others. */
export function sameWords(
  before: string,
  after: string,
  place: ProsePlace,
  comparison: Comparison,
): Draft[] | undefined {
  if (proseText(before) !== proseText(after)) return undefined;
  const links = linksBetween(before, after, comparison);
  if (links.length > 0) return links.map((link) => linkDraft(link, place, comparison));
  const { rule } = judgeText(before, after, comparison);
  return [{ rule, path: place.path, before, after, parts: { name: place.name } }];
}
