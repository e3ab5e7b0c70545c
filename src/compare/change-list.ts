import { oncePer } from '../memory.ts';
import { allSections } from '../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { proseText, renderProse } from '../text/prose.ts';
import { type Reader, showLanguage } from '../text/show.ts';
import { forEditors, levels } from './changes/change-rules.ts';
import type { Change, Direction, Level } from './changes/changes.ts';
import { guardWordsOf } from './changes/guard-words.ts';

/** A listed change; where it is better or worse for the reader, that is said, with a mark. */
type ListedChange = {
  html: string;
  href?: string;
  /** What the link is called, since many look alike. */
  placeLabel?: string;
  direction?: { mark: string; text: string };
};

/** Changes of one level about one thing; the first of a level has its title, and `topic` is said where there are several. */
export type ChangeGroup = { level: Level; title?: string; topic?: string; items: ListedChange[] };

/** The policies that were compared, and where a change of them shows. */
type Listing = { before: ResolvedPolicy; after: ResolvedPolicy; hrefOf(change: Change): string | undefined };

/** Beside the words for a direction, since a colour says nothing to many. */
export const directionMarks: Record<Direction, string> = { more: '▼', less: '▲', neutral: '' };

/** The changes that readers are told, gravest first, by what they are about. */
export function listChanges(changes: readonly Change[], listing: Listing, reader: Reader): ChangeGroup[] {
  return levels.flatMap((level) => {
    const own = changes.filter((change) => change.level === level && !forEditors.has(change.rule));
    if (own.length === 0) return [];
    const topics = [...Map.groupBy(own, (change) => topicOf(change, listing, reader))];
    return topics.map(([topic, some], index) => ({
      level,
      ...(index === 0 && { title: reader.words.diff.levels[level] }),
      ...(topics.length > 1 && { topic }),
      items: some.map((change) => toItem(change, topics.length > 1, listing, reader)),
    }));
  });
}

function toItem(change: Change, isBelowTopic: boolean, { hrefOf }: Listing, { words }: Reader): ListedChange {
  const { direction, sentence, brief = sentence } = change;
  const href = hrefOf(change);
  return {
    html: renderProse(isBelowTopic ? brief : sentence, { wrap: 'inline' }),
    ...(href && { href, placeLabel: words.diff.placeOf(proseText(sentence)) }),
    ...(direction !== 'neutral' && {
      direction: { mark: directionMarks[direction], text: words.diff.directions[direction] },
    }),
  };
}

// A section by its title, a disclosure by its name.
function topicOf({ path }: Change, { before, after }: Listing, reader: Reader): string {
  const { topics, disclosures } = reader.words.changes;
  const [head = '', id] = path.split('.');
  if (head === 'contacts' || head === 'vendors') return topics[head];
  const title = new Map<string, string>(Object.entries(disclosures)).get(head);
  if (title !== undefined) return capital(title, reader);
  if (head !== 'sections') return topics.policy;
  return titlesOf(after).get(id) ?? titlesOf(before).get(id) ?? topics.policy;
}

const titlesOf = oncePer(
  ({ sections }: ResolvedPolicy): ReadonlyMap<string | undefined, string> =>
    new Map(allSections(sections).map(({ id, title }) => [id, title])),
);

function capital(text: string, { language }: Reader): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** Says that the words of changed prose were not weighed, where no list of such words is known for its language. */
export function unreadNote(
  changes: readonly Pick<Change, 'rule'>[],
  { language }: Pick<ResolvedPolicy, 'language'>,
  reader: Reader,
): string | undefined {
  const isProse = changes.some(({ rule }) => /^(?:prose|section)-/.test(rule));
  if (!isProse || guardWordsOf(language)) return undefined;
  return reader.words.diff.unread(showLanguage(language, reader));
}
