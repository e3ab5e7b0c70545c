import type { Purpose } from '../../../schemas/disclosures/purposes.ts';
import { listed } from '../../text/listed.ts';
import { coppaRule } from '../cites/coppa.ts';
import { namesOfKinds } from '../facts/business-data.ts';
import { type ChildData, childDataOf, speaksOfChildren } from '../facts/child-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { mayConcern } from '../facts/own-purposes.ts';
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
        message: `${asks}; the policy does not say whether a child can make data public.`,
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const child = childDataOf(subject);
    if (!child) {
      if (isFirst(subject) && !subject.product.policies.some(speaksOfChildren)) yield noChildren;
      return;
    }
    const { purposes, children } = subject.policy.facts;
    const unused = unusedKinds(child, purposes);
    const gaps: [isThere: boolean, gap: string, path: string, help: string][] = [
      [
        child.kinds.length > 0,
        'which data of children is collected',
        'data',
        'Add the kinds of data to `data`, with the `audience` that is marked as children.',
      ],
      [
        unused.length === 0,
        `what ${namesOfKinds(unused)} is used for`,
        'purposes',
        'Add `data` to the entries of `purposes`, with the ids of the data of children each of them uses.',
      ],
      [
        children?.publicByChild !== undefined,
        'whether a child can make data public',
        'children',
        'Add `publicByChild: true` or `publicByChild: false` to `children`.',
      ],
    ];
    const missing = gaps.filter(([isThere]) => !isThere);
    const [first] = missing;
    if (!first) return;
    yield {
      at: { path: [first[2]] },
      message: `${asks}; the policy does not say ${listed(
        missing.map(([, gap]) => gap),
        'or',
      )}.`,
      help: missing.map(([, , , help]) => help).join(' '),
    };
  },
};

const noChildren: Draft = {
  at: { path: ['audiences'] },
  message: `${asks}; no entry of \`audiences\` is marked as children.`,
  help: 'Add the children to `audiences` with `children: true` and give their data that `audience`, or write a policy of the kind `children-notice`.',
};

// Several privacy policies that all leave children out are one gap.
function isFirst({ slug, product }: Subject): boolean {
  return product.policies.find(({ policy }) => policy.kind === 'privacy-policy')?.slug === slug;
}

function unusedKinds(
  { kinds }: ChildData,
  purposes: Record<string, Purpose> | undefined,
): ChildData['kinds'] {
  const all = entriesOf(purposes).map(([, purpose]) => purpose);
  return kinds.filter((kind) => !all.some((purpose) => mayConcern(purpose, kind)));
}
