import { internal } from '../cites/core.ts';
import { type LiteralFact, literalFacts } from '../english/literal-facts.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const literalFact: PolicyRule = {
  id: 'core/literal-fact',
  about: 'policy',
  severity: 'info',
  summary:
    'A text quotes an e-mail address, a telephone number, a date or a period that the policy states elsewhere, instead of writing it out again.',
  why: 'A fact that is written twice is changed once, and from then on the policy says two things.',
  cites: [internal('A fact is written in one place and quoted in all others')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Contact
            content: ["Write to {{ contacts.privacy.email }}."]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example }
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Contact
            content: ["Write to privacy@shop.example."]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example }
      `,
      problem: {
        at: 'policy.yaml:3:25',
        message: '“privacy@shop.example” is written out; `contacts.privacy.email` states it.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const byFact = new Map<string, LiteralFact[]>();
    const seen = new Set<string>();
    for (const one of literalFacts(subject)) {
      // Two facts can be the same: the first that fits is the one to quote.
      const place = `${one.text.path.join('.')} ${one.mark.offset}`;
      if (seen.has(place)) continue;
      seen.add(place);
      byFact.set(one.path, [...(byFact.get(one.path) ?? []), one]);
    }
    for (const [path, [first, ...others]] of byFact) {
      if (!first) continue;
      yield {
        at: spot(first),
        message: `“${first.words}” is written out; \`${path}\` states it.`,
        help: `Write \`{{ ${path} }}\` in its place${others.length > 0 ? `, here and in ${others.length} more` : ''}.`,
        ...(others.length > 0 && {
          related: others.map((other) => ({ at: spot(other), message: 'Written out here too.' })),
        }),
      };
    }
  },
};

function spot({ text, mark }: LiteralFact): Spot {
  return { path: text.path, mark };
}
