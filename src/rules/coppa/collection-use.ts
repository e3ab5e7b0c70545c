import type { Purpose } from '../../../schemas/disclosures/purposes.ts';
import { coppaRule } from '../cites/coppa.ts';
import { namesOfKinds } from '../facts/business-data.ts';
import { type ChildData, childDataOf, speaksOfChildren } from '../facts/child-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { policiesOfKind } from '../facts/of-kind.ts';
import { mayConcern } from '../facts/own-purposes.ts';
import { type Gap, gapIn, gapsIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

const asks =
  '16 CFR 312.4(d)(2) lists what is collected from children, how it is used, and whether a child can make it public';

export const collectionUse: PolicyRule = {
  id: 'coppa/collection-use',
  about: 'policy',
  severity: 'error',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  summary:
    'A policy says which data of children is collected, what it is used for, and whether a child can make it public.',
  why: 'A parent decides for a child by what is collected, what for, and who could see it.',
  cites: [coppaRule('312.4(d)(2)')],
  examples: {
    ok: {
      policy: yaml`
        audiences:
          pupils: { label: Pupils, children: true }
        data:
          nickname: { label: Nickname, audience: pupils }
        purposes:
          game: { text: To show who plays., data: [nickname] }
        children:
          age: 13
          publicByChild: false
      `,
    },
    notOk: {
      policy: yaml`
        audiences:
          pupils: { label: Pupils, children: true }
        data:
          nickname: { label: Nickname, audience: pupils }
        purposes:
          game: { text: To show who plays., data: [nickname] }
        children:
          age: 13
      `,
      problem: {
        at: 'policy.yaml:7:1',
        message: `${asks}; no field says whether a child can make data public, and no text seems to.`,
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const child = childDataOf(subject);
    if (!child) {
      if (isFirst(subject) && !subject.product.policies.some(speaksOfChildren))
        yield* gapIn(subject, noChildren);
      return;
    }
    const missing = partsOf(subject, child);
    const [first] = missing;
    if (!first) return;
    yield* gapsIn(subject, missing, {
      at: { path: [first.at] },
      asks,
      unsaid: (names) => names,
      fill: (fields) => `fill ${fields}`,
      help: () => missing.map(({ help }) => help).join(' '),
    });
  },
};

function partsOf({ policy: { facts } }: Subject, child: ChildData) {
  const { purposes, children } = facts;
  const unused = unusedKinds(child, purposes);
  const isThere = {
    data: child.kinds.length > 0,
    purposes: unused.length === 0,
    children: children?.publicByChild !== undefined,
  };
  const parts = [
    {
      at: 'data',
      name: 'which data of children is collected',
      field: '`data`',
      topic: 'dataCollected',
      help: 'Add the kinds of data to `data`, with the `audience` that is marked as children.',
    },
    {
      at: 'purposes',
      name: `what ${namesOfKinds(unused)} is used for`,
      field: '`purposes`',
      topic: 'purposes',
      help: 'Add `data` to the entries of `purposes`, with the ids of the data of children each of them uses.',
    },
    {
      at: 'children',
      name: 'whether a child can make data public',
      field: '`children.publicByChild`',
      topic: 'publicByChild',
      help: 'Add `publicByChild: true` or `publicByChild: false` to `children`.',
    },
  ] as const;
  return parts.filter(({ at }) => !isThere[at]);
}

const noChildren: Gap = {
  at: { path: ['audiences'] },
  asks,
  unsaid: 'which people are children',
  fill: 'mark them in `audiences`',
  help: 'Add the children to `audiences` with `children: true` and give their data that `audience`, or write a policy of the kind `children-notice`.',
  topic: 'audience',
};

// Several privacy policies that all leave children out are one gap.
function isFirst({ slug, product }: Subject): boolean {
  return policiesOfKind(product, 'privacy-policy')[0]?.slug === slug;
}

function unusedKinds(
  { kinds }: ChildData,
  purposes: Record<string, Purpose> | undefined,
): ChildData['kinds'] {
  const all = entriesOf(purposes).map(([, purpose]) => purpose);
  return kinds.filter((kind) => !all.some((purpose) => mayConcern(purpose, kind)));
}
