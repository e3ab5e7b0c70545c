import type { RightId } from '../../../schemas/disclosures/rights.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import type { Topic } from '../english/topics.ts';
import { isEnglish } from '../english/written-texts.ts';
import { hasRight, rightsSaid } from '../facts/rights.ts';
import { gapsIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const rightsCore: PolicyRule = {
  id: 'gdpr/rights-core',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary:
    'The policy tells the rights of access, rectification, erasure, restriction, objection and portability.',
  why: 'A right is used by those who have heard of it.',
  cites: [gdpr('13(2)(b)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      rights: [access, correct, delete, restrict, object, export]
    `,
    },
    notOk: {
      policy: yaml`
        rights: [access, correct, delete, object]
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(2)(b) lists six rights; no field says that people have the right of restriction or portability, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    if (facts.data === 'none') return;
    const unsaid = core.filter(({ id, words }) => !hasRight({ facts }, id) && !isInAnother(words, subject));
    const parts = unsaid.map(({ id, name }) => ({
      name,
      field: `\`${id}\``,
      topic: id,
      says: (policy: ResolvedPolicy) => hasRight(policy, id),
    }));
    yield* gapsIn(subject, parts, {
      at: { path: ['rights'] },
      asks: `${gdprName(subject.product)} Art. 13(2)(b) lists six rights`,
      of: 'europe',
      unsaid: (names) => `that people have the right of ${names}`,
      // A right of its own that is one of the known says which.
      fill: (fields, { path }) =>
        path?.[0] === 'rights' ? `say with \`right:\` that it is ${fields}` : `add ${fields} to \`rights\``,
      help: (fields) => `Add ${fields} to \`rights\`, in standard words or in your own.`,
    });
  },
};

type Core = { id: Extract<RightId, Topic>; name: string; words: RegExp };

const core: Core[] = [
  { id: 'access', name: 'access', words: /\b(access|cop(y|ies))\b/i },
  { id: 'correct', name: 'rectification', words: /\b(correct|rectif|amend|updat|inaccura)/i },
  { id: 'delete', name: 'erasure', words: /\b(delet|eras|remov|forgotten)/i },
  { id: 'restrict', name: 'restriction', words: /\b(restrict|limit|suspend)/i },
  { id: 'object', name: 'objection', words: /\b(object|oppos)/i },
  {
    id: 'export',
    name: 'portability',
    words: /\b(portab|export|machine[- ]readable|download|another (company|service|controller|provider))/i,
  },
];

// One item can hold two rights: "Object to the use of your data, or restrict it".
function isInAnother(words: RegExp, { policy }: Subject): boolean {
  const told = core.flatMap(({ id }) => rightsSaid(policy, id));
  return isEnglish(policy) && told.some((text) => words.test(text));
}
