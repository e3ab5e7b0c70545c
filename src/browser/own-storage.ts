/** An entry of a table: its name or pattern, its technology, and whether it is hidden from scripts. */
export type Entry = { name: string; type: string; isHidden: boolean };

/** The names of what a page can see of a device. */
type Stored = { cookie: readonly string[]; local: readonly string[]; session: readonly string[] };

/** What can be said of an entry: that it is there, that this page does not see it, or that no page could. */
export type Seen = 'seen' | 'not-seen' | 'unseeable';

/** Whether an entry is among what a page can see. */
export function lookFor({ name, type, isHidden }: Entry, stored: Stored): Seen {
  const names = { cookie: stored.cookie, 'local-storage': stored.local, 'session-storage': stored.session };
  const own = isHidden || name === '' ? undefined : names[type as keyof typeof names];
  if (!own) return 'unseeable';
  const pattern = toPattern(name);
  return own.some((stands) => pattern.test(stands)) ? 'seen' : 'not-seen';
}

// A name is written with `*`, or with words in brackets, where it differs from visitor to visitor.
function toPattern(name: string): RegExp {
  const varying = /\[[^[\]\n]*\]|\{[^{}\n]*\}|<[^<>\n]*>|\*/g;
  const fixed = name.split(varying).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${fixed.join('.*')}$`);
}
