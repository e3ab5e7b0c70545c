import type { DataCategory } from '../../schemas/inventory.ts';
import { entriesOf } from './inventory.ts';
import type { Subject } from './rule.ts';

/** What a policy says of children: who they are to it, and which data is theirs. */
export type ChildData = {
  /** The ids of the audiences that are children. */
  audiences: ReadonlySet<string>;
  kinds: [id: string, kind: DataCategory][];
  /** Whether the whole text is about children, so that a row without `data` is too. */
  isWholeText: boolean;
};

/** What a policy says of children; nothing where it does not speak about them. */
export function childDataOf({ policy: { kind, facts } }: Pick<Subject, 'policy'>): ChildData | undefined {
  const marked = entriesOf(facts.audiences).filter(([, { children }]) => children);
  const isWholeText = kind === 'children-notice';
  if (marked.length === 0 && !isWholeText) return undefined;
  const audiences = new Set(marked.map(([id]) => id));
  const isTheirs = ({ audience }: DataCategory) =>
    audience === undefined ? isWholeText : audiences.has(audience) || audiences.size === 0;
  return { audiences, isWholeText, kinds: entriesOf(facts.data).filter(([, one]) => isTheirs(one)) };
}

/** Whether a row that names data, or none, concerns data of children. */
export function concernsChildren({ kinds, isWholeText }: ChildData, data?: readonly string[]): boolean {
  return data === undefined ? isWholeText : kinds.some(([id]) => data.includes(id));
}

/** The recipients who get data of children, by the data their rows name. */
export function childRecipients<T extends { data?: string[] }>(
  child: ChildData,
  recipients: Parameters<typeof entriesOf<T>>[0],
): [string, T][] {
  return entriesOf(recipients).filter(([, { data }]) => concernsChildren(child, data));
}
