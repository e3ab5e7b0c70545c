import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { listed } from '../../text/listed.ts';
import { transparencyGuidelines } from '../cites/core.ts';
import { isEnglish } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import { nameOf, placeOfEntries } from '../facts/place-of-entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const recipientsSpecific: PolicyRule = {
  id: 'gdpr/recipients-specific',
  about: 'policy',
  severity: 'info',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'Recipients are named, or described well enough to tell what sort of company receives the data.',
  why: '“Service providers” can be anybody: a reader learns something from a name, or from what such a company does and where.',
  cites: [transparencyGuidelines('annex')],
  examples: {
    ok: {
      policy: yaml`
        recipients:
          delivery:
            label: Delivery
            text: A courier in the country you live in, whose name is on the parcel.
          hosting: { label: Hosting, vendors: [harbourstack] }
      `,
      product: yaml`
        vendors:
          harbourstack: { name: Harbourstack }
      `,
    },
    notOk: {
      policy: yaml`
        recipients:
          delivery: { label: Delivery }
          hosting: { label: Hosting, vendors: [harbourstack] }
      `,
      product: yaml`
        vendors:
          harbourstack: { name: Harbourstack }
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          '1 of 2 recipients is a class without names or a description: “Delivery”. WP260 prefers names, or classes described by activity, sector and place.',
      },
    },
  },
  *check({ policy }: Subject): Iterable<Draft> {
    const all = entriesOf(policy.facts.recipients);
    const classes = all.filter(([, one]) => isBareClass(one));
    if (classes.length === 0 || !isEnglish(policy)) return;
    const are = classes.length === 1 ? 'is a class' : 'are classes';
    yield {
      ...placeOfEntries('recipients', classes, { of: all.length, also: 'A class here too.' }),
      message: `${classes.length} of ${all.length} recipients ${are} without names or a description: ${listed(classes.map(nameOf))}. WP260 prefers names, or classes described by activity, sector and place.`,
      help: 'Name the companies with `vendors:`, or say in `text:` what sort of company is meant.',
    };
  },
};

// Who will ask with the force of law, or buy the business, cannot be known beforehand; whom a reader chooses, they know.
function isBareClass({ label = '', vendors, text, why }: Recipient): boolean {
  if (vendors || text) return false;
  return !unnameable.test(`${label} ${why ?? ''}`) && !/\b(you|your)\b/i.test(label);
}

const unnameable =
  /\b(law|legal|courts?|authorit\w+|governments?|public bodies|police|regulators?|emergency services|mergers?|acquisitions?|acquirers?|successors?|buyers? of|(sale|transfer) of (the|our|a) business)\b/i;
