import { topicsOfCalifornia } from './topics/california.ts';
import { topicsOfChildren } from './topics/children.ts';
import { topicsOfData } from './topics/data.ts';
import type { Patterns } from './topics/patterns.ts';
import { topicsOfPeople } from './topics/people.ts';
import { topicsOfStorage } from './topics/storage.ts';

const topics = {
  ...topicsOfData,
  ...topicsOfPeople,
  ...topicsOfStorage,
  ...topicsOfCalifornia,
  ...topicsOfChildren,
} satisfies Record<string, Patterns>;

/** A fact that prose can state as well as a field. */
export type Topic = keyof typeof topics;

/** How to tell that prose speaks of a fact. */
export function patternsOf(topic: Topic): Patterns {
  return topics[topic];
}
