import { internal } from '../cites/core.ts';
import { agesIn } from '../english/literal-facts.ts';
import type { Draft, PolicyRule, ProductSubject, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const childAgeConflict: PolicyRule = {
  id: 'core/child-age-conflict',
  about: 'product',
  severity: 'warning',
  summary:
    'A product names one age below which it is not meant for a person, and the regime for children where it admits them.',
  why: 'Parents who find two ages cannot tell whether their child may use the service.',
  cites: [
    internal(
      'One service has one age; 16 CFR 312.2 counts as a child who is under 13',
      'https://www.law.cornell.edu/cfr/text/16/312.2',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
        children: { age: 16 }
      `,
      others: {
        'terms.yaml': yaml`
        kind: terms
        children: { age: 16 }
      `,
      },
    },
    notOk: {
      policy: yaml`
        children: { age: 16 }
      `,
      others: {
        'terms.yaml': yaml`
        kind: terms
        children: { age: 13 }
      `,
      },
      problem: { at: 'terms.yaml:2:18', message: 'The age is 13 here and 16 in “Policy”.' },
    },
  },
  *check({ policies, written }: ProductSubject): Iterable<Draft> {
    const stated = policies.flatMap(statedAges);
    const [first, ...others] = stated;
    if (!first) return;
    for (const one of others) {
      // One text knows its own ages: whom a service is for, and whom it does not knowingly serve.
      if (one.age === first.age || isSameText(one.at, first.at)) continue;
      const said = (ages: string) => `The age is ${ages} here and ${first.age} in “${first.title}”.`;
      yield {
        at: one.at,
        message: said(String(one.age)),
        each: { name: String(one.age), all: said },
        help: 'Find out which age is true, state it in `children.age` of each policy, and quote it with `{{ children.age }}`.',
        related: [{ at: first.at, message: 'The other age.' }],
      };
    }
    if (first.isFact && first.age < 13 && !written.regimes?.includes('coppa'))
      yield {
        at: first.at,
        message: `The age is ${first.age}; 16 CFR 312.2 counts those under 13 as children, and \`regimes\` does not name coppa.`,
        help: 'Add `coppa` to `regimes` of product.yaml if the service reaches the United States, or correct the age.',
      };
  },
};

// What the facts add in words to an age stands below it on the page.
function isSameText(one: Spot, other: Spot): boolean {
  const textOf = ({ in: file, path }: Spot) =>
    JSON.stringify([file, path[0] === 'children' ? ['children'] : path]);
  return textOf(one) === textOf(other);
}

type Stated = { age: number; at: Spot; title: string; isFact: boolean };

function statedAges(subject: Subject): Stated[] {
  const { slug, written, policy } = subject;
  const spot = (path: Spot['path'], mark?: Spot['mark']): Spot => ({
    in: { policy: slug },
    path,
    ...(mark && { mark }),
  });
  // Ages that differ by region are no contradiction.
  const age = written.children?.age;
  const fact = typeof age === 'number' && {
    age,
    at: spot(['children', 'age']),
    title: policy.title,
    isFact: true,
  };
  const inWords = agesIn(subject).map(({ age, text, mark }) => ({
    age,
    at: spot(text.path, mark),
    title: policy.title,
    isFact: false,
  }));
  return [...(fact ? [fact] : []), ...inWords];
}
