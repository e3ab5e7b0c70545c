import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { ccr, civilCode } from '../cites/california.ts';
import type { Topic } from '../english/topics.ts';
import { matches } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import { saleSaid } from '../facts/sale-said.ts';
import { gapsIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const soldSharedOrNone: PolicyRule = {
  id: 'ccpa/sold-shared-or-none',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A policy says both whether data is sold and whether it is shared for advertising across sites.',
  why: 'In California a company can sell nothing and still share data with advertisers; readers can opt out of either.',
  cites: [ccr('7011(e)(1)(D)', 'secondary'), civilCode('1798.130(a)(5)(C)(i)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      sale:
        sells: false
        shares: false
    `,
    },
    notOk: {
      policy: yaml`
        sale:
          sells: false
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(1)(D) lists what is sold or shared, or that nothing is; no field says whether data is shared for advertising across sites, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts, kind } = subject.policy;
    const open = unsaid(subject.policy);
    // A cookie policy that is silent about sale leaves the question to the privacy policy.
    if (open.length === 0 || (kind === 'cookie-policy' && facts.sale === undefined)) return;
    if (matches(subject, inProse).length > 0) return;
    const parts = open.map(({ name, field, topic }) => ({
      name,
      field,
      topic,
      says: (policy: ResolvedPolicy) => !unsaid(policy).some((one) => one.name === name),
    }));
    const help =
      facts.sale === undefined
        ? 'Write `sale: none` where data is neither sold nor shared, or `sale` with `sells` and `shares`.'
        : undefined;
    yield* asOne(
      gapsIn(subject, parts, {
        at: { path: ['sale'] },
        asks: '11 CCR 7011(e)(1)(D) lists what is sold or shared, or that nothing is',
        of: 'california',
        unsaid: (names) => `whether data is ${names}`,
        fill: () => 'fill `sale`',
        help: (fields) => help ?? `Add ${fields} to \`sale\`, as \`true\` or \`false\`.`,
      }),
    );
  },
};

// One sentence tends to say both: what it may say of the other goes with what none says of the one.
function asOne([gravest, ...others]: readonly Draft[]): Draft[] {
  if (!gravest) return [];
  const told = others.flatMap(({ seems, near = seems?.at }) =>
    near ? [{ at: near, message: 'What a text may say of the other.' }] : [],
  );
  return [told.length > 0 ? { ...gravest, related: [...(gravest.related ?? []), ...told] } : gravest];
}

// "We do not sell, rent or share your personal information", of everybody's: a link is called "Do Not Sell or Share".
const denies = String.raw`\b(we (do|did|have|will) (not|never)|\w+ (does|has) not|(do|does|have|has)n['’]t|we never|neither)`;
const both = String.raw`(sell|sold)(,? (or|nor|and|rent|rented|trade|lease|license|disclose|otherwise))*,? (share|shared)\b`;
const inProse = new RegExp(String.raw`${denies} ${both}(?![^.]*\b(16|sixteen|minors?|child|children)\b)`);

type Practice = { name: string; field: string; topic: Topic };

function unsaid({ facts }: ResolvedPolicy): Practice[] {
  // To whom data is sold, or with whom it is shared, says that it is.
  if (entriesOf(facts.recipients).some(([, { sold }]) => sold)) return [];
  const { sells, shares } = saleSaid(facts);
  const sold: Practice = { name: 'sold', field: '`sells`', topic: 'sale' };
  const shared: Practice = {
    name: 'shared for advertising across sites',
    field: '`shares`',
    topic: 'sharing',
  };
  return [...(sells === undefined ? [sold] : []), ...(shares === undefined ? [shared] : [])];
}
