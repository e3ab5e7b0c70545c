import type { DataCategory } from '../../../schemas/disclosures/data.ts';
import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { likelyStatement } from '../english/likely.ts';
import type { Subject } from '../rule.ts';
import { entriesOf } from './entries.ts';
import { policiesOfKind } from './of-kind.ts';

/** What a policy says of children: which data is theirs. */
export type ChildData = {
  kinds: [id: string, kind: DataCategory][];
  /** Whether the whole text is about children, so that a row without `data` is too. */
  isWholeText: boolean;
};

/** Whether a policy speaks about children: as a whole, or about a group of people marked as such. */
export function speaksOfChildren({ policy: { kind, facts } }: Pick<Subject, 'policy'>): boolean {
  return kind === 'children-notice' || entriesOf(facts.audiences).some(([, { children }]) => children);
}

/** The data of children a policy speaks of; nothing where it does not speak about them, or collects none. */
export function childDataOf({ policy }: Pick<Subject, 'policy'>): ChildData | undefined {
  const { audiences, data } = policy.facts;
  if (!speaksOfChildren({ policy }) || data === 'none') return undefined;
  const isWholeText = policy.kind === 'children-notice';
  const marked = new Set(entriesOf(audiences).flatMap(([id, { children }]) => (children ? [id] : [])));
  const isTheirs = ({ audience }: DataCategory) =>
    audience === undefined ? isWholeText : marked.has(audience) || marked.size === 0;
  return { isWholeText, kinds: entriesOf(data).filter(([, one]) => isTheirs(one)) };
}

/** Whether a policy has to say what a law on data of children lists: by its fields, or where prose alone says that it collects some. */
export function isAskedOfChildren(subject: Subject): boolean {
  const { policy, product, slug } = subject;
  if (childDataOf(subject)) return true;
  return (
    policy.facts.data !== 'none' &&
    policiesOfKind(product, 'privacy-policy')[0]?.slug === slug &&
    !product.policies.some(speaksOfChildren) &&
    likelyStatement(subject, 'childDataCollected') !== undefined
  );
}

/** Whether a row that names data, or none, concerns data of children. */
export function concernsChildren({ kinds, isWholeText }: ChildData, data?: readonly string[]): boolean {
  return data === undefined ? isWholeText : kinds.some(([id]) => data.includes(id));
}

/**
 * The recipients of data of children that are third parties: neither vendors that only act for the operator nor courts
 * and authorities, to whom nobody chooses to disclose.
 */
export function thirdPartiesOf(
  child: ChildData,
  { policy, product }: Pick<Subject, 'policy' | 'product'>,
): [string, Recipient][] {
  const isProcessor = (id: string) => product.written.vendors?.[id]?.role === 'processor';
  return entriesOf(policy.facts.recipients).filter(
    ([, one]) => concernsChildren(child, one.data) && !one.vendors?.every(isProcessor) && !isAuthority(one),
  );
}

function isAuthority({ vendors, label, text }: Recipient): boolean {
  return (
    vendors === undefined && /\b(court|authorit|law enforcement|police|regulator)/i.test(label ?? text ?? '')
  );
}
