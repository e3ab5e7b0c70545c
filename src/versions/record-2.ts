import { facts1, type Record1 } from '../../schemas/record-1.ts';
import {
  type Act2,
  type Entry2,
  entries2,
  type Head2,
  head2,
  type Version2,
  written2,
} from '../../schemas/record-2.ts';
import { isMap } from '../read/shape.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { quotesFrom } from '../resolve/quotes.ts';
import { filledIn } from '../resolve/written.ts';
import { openFacts } from './record-1.ts';
import { contentFault, schemaFault } from './schema-fault.ts';
import type { Act } from './timeline.ts';

// The reader of record format 2. It stays for ever: what has been published can always be shown.

/** What is wrong with a value that should be an entry of format 2, or the entry. A fault completes "Unexpected …". */
export function checkEntry2(value: unknown): { entry: Entry2 } | { fault: string } {
  const sort = isMap(value) ? value.entry : undefined;
  if (sort === undefined) return { fault: 'absence of `entry`' };
  if (!isSort(sort)) return { fault: `entry ${JSON.stringify(sort)}, which format 2 does not have` };
  const fault = schemaFault(entries2[sort], value, 'format 2') ?? versionFault(value as Entry2);
  // An entry is looked at and not made anew: what the format does not know of a fact stays.
  return fault === undefined ? { entry: value as Entry2 } : { fault };
}

// What readers were shown takes the place of what was written: together they have to be a policy as well, of the version
// and the name that the entry is sealed under.
function versionFault(entry: Entry2): string | undefined {
  if (entry.entry !== 'version') return undefined;
  const { written, filled, id, policy } = entry;
  if (id.slice(0, '2026-03-02'.length) !== written.updated)
    return `id \`${id}\`, which is not of the date of its text, ${written.updated}`;
  if (policy !== `${written.product.id}/${written.slug}`)
    return `policy \`${policy}\`, which is not that of its text, ${written.product.id}/${written.slug}`;
  const shown = filledIn<unknown>(written, filled);
  return schemaFault(shown2, shown, 'format 2') ?? contentFault(shown as typeof written);
}

// With what was filled in, every right has its text.
const shown2 = written2.extend({ facts: written2.shape.facts.extend({ rights: facts1.shape.rights }) });

function isSort(value: unknown): value is keyof typeof entries2 {
  return typeof value === 'string' && Object.hasOwn(entries2, value);
}

/** What is wrong with a value that should be the head of a chain, or the head. */
export function checkHead2(value: unknown): { head: Head2 } | { fault: string } {
  const fault = schemaFault(head2, value, 'format 2');
  return fault === undefined ? { head: value as Head2 } : { fault };
}

/** The policy a version of format 2 holds, as readers saw it. */
export function openVersion2({ written, quoted, filled }: Version2): ResolvedPolicy {
  const { facts, ...policy } = filledIn(written, filled);
  const opened = openFacts(facts as Record1['content']['facts']);
  // With what was filled in, every right has its text.
  return { ...policy, facts: opened, quotes: quotesFrom({ written, quoted, filled }) };
}

/** What an act of a chain says, as the timeline reads it. */
export function openAct2(act: Act2): Act {
  switch (act.entry) {
    case 'withdrawal':
      return { type: 'withdrawal', version: act.version, day: act.day, because: act.because };
    case 'notice':
      return { type: 'notice', version: act.version, day: act.day, notified: act.notified };
    case 'retirement':
      return {
        type: 'retirement',
        day: act.day,
        on: act.on,
        because: act.because,
        ...(act.instead && { instead: act.instead }),
      };
    case 'rename':
      return { type: 'rename', day: act.day, from: act.from };
  }
}
