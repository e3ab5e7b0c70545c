import type { Change } from './change.ts';
import { levels } from './change-rules.ts';

/** The most entries that stand in one sentence with the denial they take the place of. */
const mostJoined = 3;

/**
 * That there is nothing to disclose is said no longer because there is something, or is said now because that went: this is
 * one change, as long as a few entries tell all of it.
 */
export function joinDenials(changes: readonly Change[]): Change[] {
  const joined = new Map(
    changes.flatMap((denial) => {
      const own = isDenialOfSomething(denial) ? changes.filter((other) => isEntryOf(other, denial)) : [];
      return own.length > 0 && own.length <= mostJoined ? [[denial, own] as const] : [];
    }),
  );
  const told = new Set([...joined.values()].flat());
  return changes.flatMap((change) => {
    if (told.has(change)) return [];
    const all = [change, ...(joined.get(change) ?? [])];
    const level = levels.find((one) => all.some((other) => other.level === one)) ?? change.level;
    return [{ ...change, level, sentence: all.map(({ sentence }) => sentence).join(' ') }];
  });
}

function isDenialOfSomething({ rule, before, after }: Change): boolean {
  return (rule === 'none-withdrawn' || rule === 'none-stated') && before !== undefined && after !== undefined;
}

function isEntryOf({ path, before, after }: Change, denial: Change): boolean {
  const isOne = path.startsWith(`${denial.path}.`) && path.split('.').length === 2;
  return isOne && (before === undefined) !== (after === undefined);
}
