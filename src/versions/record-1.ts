import { type Record1, record1 } from '../../schemas/record-1.ts';
import { isMap } from '../read/shape.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { contentFault, schemaFault } from './schema-fault.ts';

// The reader of record format 1. It stays for ever: what has been published can always be shown.

/** What is wrong with a value that should be a record of format 1, or the record. A fault completes "Unexpected …". */
export function checkRecord1(value: unknown): { entry: Record1 } | { fault: string } {
  const fault = schemaFault(record1, value, 'format 1') ?? contentFault((value as Record1).content);
  // A record is looked at and not made anew: what format 1 does not know of a fact stays, in the order it was sealed in.
  return fault === undefined ? { entry: value as Record1 } : { fault };
}

/** The policy a record of format 1 holds. */
export function openRecord1({ content }: Record1): ResolvedPolicy {
  return { ...content, facts: openFacts(content.facts) };
}

type SealedFacts = Record1['content']['facts'];
type Inventories = Omit<SealedFacts, keyof typeof textLists>;
type OpenedFacts = { [Name in keyof Inventories]: ById<Inventories[Name]> } & {
  [Name in keyof typeof textLists]?: WithTexts<SealedFacts[Name], (typeof textLists)[Name]>;
};
type ById<T> = T extends readonly (infer Entry extends { id: string })[]
  ? Record<string, Omit<Entry, 'id'>>
  : T;
type WithTexts<T, Key extends string> = T extends { [K in Key]: unknown }
  ? Omit<T, Key> & { [K in Key]: Record<string, string> }
  : T;

// Where in a fact texts lie as a list.
const textLists = { security: 'measures', ai: 'uses' } as const;

/** Facts as a policy has them: what lies in a record as a list with ids is a map by id again, in its order. */
export function openFacts(facts: SealedFacts): OpenedFacts {
  const opened = Object.entries(facts).map(([name, fact]) => [name, openFact(name, fact)]);
  // Each fact under its own name, opened as its type says.
  return Object.fromEntries(opened) as OpenedFacts;
}

function openFact(name: string, fact: unknown): unknown {
  if (Array.isArray(fact)) return Object.fromEntries(fact.map(({ id, ...entry }) => [id, entry]));
  if (!isMap(fact) || !isTextFact(name)) return fact;
  const texts = fact[textLists[name]];
  if (!Array.isArray(texts)) return fact;
  return { ...fact, [textLists[name]]: Object.fromEntries(texts.map(({ id, text }) => [id, text])) };
}

function isTextFact(name: string): name is keyof typeof textLists {
  return Object.hasOwn(textLists, name);
}
