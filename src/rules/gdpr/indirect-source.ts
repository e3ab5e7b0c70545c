import type { DataCategory } from '../../../schemas/disclosures/data.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isEnglish } from '../english/written-texts.ts';
import { businessData, namesOfKinds } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const indirectSource: PolicyRule = {
  id: 'gdpr/indirect-source',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'Data that comes from others says from whom.',
  why: 'People who never gave something want to know how it got here, and whom else to ask.',
  cites: [gdpr('14(2)(f)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        data:
          credit:
            label: Credit rating
            source: third-party
            from: A credit agency, which draws on public registers among others.
      `,
    },
    notOk: {
      policy: yaml`
        data:
          credit:
            label: Credit rating
            source: third-party
      `,
      problem: {
        at: 'policy.yaml:4:13',
        message:
          'GDPR Art. 14(2)(f) lists the source of data that others give, and whether it is public; no field says who gives “Credit rating”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const vendors = entriesOf(product.written.vendors).flatMap(([, { name }]) => name ?? []);
    const without = businessData(policy.facts).filter(
      ([, kind]) => kind.source === 'third-party' && !isSourceTold(kind, vendors, policy),
    );
    const [first, ...others] = without;
    if (!first) return;
    const at = (id: string) => ({ path: ['data', id, 'source'] });
    yield* gapIn(subject, {
      at: at(first[0]),
      asks: `${gdprName(product)} Art. 14(2)(f) lists the source of data that others give, and whether it is public`,
      unsaid: `who gives ${namesOfKinds(without, 'or')}`,
      fill: 'add `from` there',
      help: 'Add `from:` with who gives it to you, and whether it was public there.',
      topic: 'otherSources',
      ...(others.length > 0 && {
        related: others.map(([id]) => ({ at: at(id), message: 'Nobody is named here either.' })),
      }),
    });
  },
};

function isSourceTold(
  { from, label, description = '' }: DataCategory,
  vendors: readonly string[],
  policy: { language: string },
): boolean {
  if (from !== undefined || (description !== '' && !isEnglish(policy))) return true;
  const text = `${label}. ${description}`;
  return /\bfrom\b/i.test(text) || vendors.some((name) => text.includes(name));
}
