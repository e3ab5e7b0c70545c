import type { Draft } from './change.ts';
import type { ChangeRule } from './change-rules.ts';

// A company or a contact is named by a policy because something names it: what tells of the one tells of the other.

const namings: Partial<Record<ChangeRule, { by: readonly ChangeRule[]; in: 'before' | 'after' }>> = {
  'vendor-added': {
    by: [
      'recipient-vendor-added',
      'transfer-vendor-added',
      'ai-vendor-added',
      'recipient-category-added',
      'transfer-added',
    ],
    in: 'after',
  },
  'vendor-removed': {
    by: [
      'recipient-vendor-removed',
      'transfer-vendor-removed',
      'ai-vendor-removed',
      'recipient-category-removed',
    ],
    in: 'before',
  },
  'contact-added': { by: ['right-channel-added', 'promise-added'], in: 'after' },
  'contact-removed': { by: ['right-channel-removed', 'promise-removed'], in: 'before' },
};

/** The changes of facts without those that only tell once more who is named now, or no longer. */
export function namedOnce(facts: readonly Draft[]): Draft[] {
  return facts.filter(({ rule, path }) => {
    const naming = namings[rule];
    const id = path.slice(path.indexOf('.') + 1);
    return (
      !naming || !facts.some((fact) => naming.by.includes(fact.rule) && lists(fact[naming.in], id, naming.in))
    );
  });
}

// Those of an entry that came are told with it; one that went is told by its name, if it has one.
function lists(value: unknown, id: string, side: 'before' | 'after'): boolean {
  if (Array.isArray(value)) return value.includes(id);
  const { vendors, channels, label }: Record<string, unknown> = Object(value);
  const names = [vendors, channels].some((list) => Array.isArray(list) && list.includes(id));
  return names && (side === 'after' || label === undefined);
}
