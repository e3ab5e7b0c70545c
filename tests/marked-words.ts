const mark = (text: string) => (/\p{L}/u.test(text) ? `⟦${text}⟧` : text);

/** A dictionary with every word of its own between ⟦ and ⟧: those a sentence was given stay as they are. */
export function marked(value: unknown): unknown {
  if (typeof value === 'string') return mark(value);
  if (typeof value === 'function') return (...args: unknown[]) => markAround(String(value(...args)), args);
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'id' ? inner : marked(inner)]),
  );
}

// What a sentence was given is not its own.
function markAround(sentence: string, args: unknown[]): string {
  const given = stringsOf(args, (key) => key !== 'field').filter((text) => text !== '');
  const pattern = given.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (pattern === '') return mark(sentence);
  const parts = sentence.split(new RegExp(`(${pattern})`, 'iu'));
  return parts.map((part, index) => (index % 2 === 0 ? mark(part) : part)).join('');
}

/** Every text in a value, where its key is to be looked at. */
export function stringsOf(value: unknown, isShown: (key: string) => boolean = () => true): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    Array.isArray(value) || isShown(key) ? stringsOf(inner, isShown) : [],
  );
}

/** A text without what was marked. */
export function withoutMarked(text: string): string {
  const rest = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  return rest === text ? text : withoutMarked(rest);
}
