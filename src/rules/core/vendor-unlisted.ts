import { providersOf } from '../../disclosures/cookies/page.ts';
import { quotedPaths } from '../../resolve/quotation.ts';
import { listed } from '../../text/listed.ts';
import { internal } from '../cites/core.ts';
import { titleAbove } from '../english/claims.ts';
import { entriesOf } from '../facts/entries.ts';
import { allSections } from '../facts/placed-sections.ts';
import { namesOf, relatedTo, storedBy, vendorName } from '../facts/storage.ts';
import type { Draft, PolicyRule, Spot, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const vendorUnlisted: PolicyRule = {
  id: 'core/vendor-unlisted',
  about: 'policy',
  severity: 'warning',
  summary: 'A list of companies names every company that sets a cookie or receives data.',
  why: 'Readers take such a list as a whole: who is not named there seems not to be involved.',
  cites: [internal('A list of companies names all of them')],
  examples: {
    ok: {
      policy: yaml`
        cookies:
          ad: { name: ad_id, provider: ads }
        sections:
          - title: Companies
            content: [vendors: all]
      `,
      product: yaml`
        vendors:
          tally: { name: Tally, group: Analytics }
          ads: { name: Ads Ltd, group: Advertising }
      `,
    },
    notOk: {
      policy: yaml`
        cookies:
          ad: { name: ad_id, provider: ads }
        sections:
          - title: Companies
            content: [vendors: Analytics]
      `,
      product: yaml`
        vendors:
          tally: { name: Tally, group: Analytics }
          ads: { name: Ads Ltd, group: Advertising }
      `,
      problem: {
        at: 'policy.yaml:2:32',
        message: 'Ads Ltd sets `ad_id` and is missing from the list of companies.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const list = listOf(subject);
    if (!list) return;
    const unlisted = (id: string) =>
      !list.ids.has(id) && !shownRecipients(subject).has(id) && !isNamedInText(id, subject);
    const related = [{ at: list.at, message: 'The list of companies stands here.' }];
    const help = 'Name it in the list, or correct `provider` if somebody else sets it.';
    const set = storedBy(subject).flatMap((stored) =>
      providersOf(stored.cookie).flatMap((id) => (id === 'self' ? [] : [{ id, stored }])),
    );
    const setters = Map.groupBy(set, ({ id }) => id);
    for (const [id, entries] of setters) {
      const stored = entries.map((entry) => entry.stored);
      const [first, ...rest] = stored;
      if (!first || !unlisted(id)) continue;
      yield {
        at: { path: ['cookies', first.id, 'provider'] },
        message: `${vendorName(subject.product, id)} sets ${namesOf(stored)} and is missing from the list of companies.`,
        help,
        related: [...related, ...relatedTo(rest, subject, 'provider')],
      };
    }
    // A list of those who set cookies does not name those who receive data otherwise.
    if (/\bcookies?\b/i.test(list.title)) return;
    for (const [recipient, { label, vendors = [] }] of entriesOf(subject.policy.facts.recipients)) {
      const missing = vendors.filter((id) => !setters.has(id) && unlisted(id));
      if (missing.length === 0) continue;
      const names = missing.map((id) => vendorName(subject.product, id));
      yield {
        at: { path: ['recipients', recipient, 'vendors'] },
        message: `${listed(names)} ${names.length === 1 ? 'receives' : 'receive'} data (${label ?? recipient}) and ${names.length === 1 ? 'is' : 'are'} missing from the list of companies.`,
        help: `Name ${names.length === 1 ? 'it' : 'them'} in the list, or show this entry with a block \`recipients:\`.`,
        related,
      };
    }
  },
};

// Named in the words of a section, a company is no secret.
function isNamedInText(id: string, { product, texts }: Subject): boolean {
  const name = vendorName(product, id);
  return texts.some(({ path, text }) => path[0] === 'sections' && text.includes(name));
}

type List = { ids: Set<string>; at: Spot; title: string };

// The blocks that show companies are the list; without any, the one text that quotes the most of them.
function listOf(subject: Subject): List | undefined {
  const blocks = allSections(subject.policy.sections).flatMap(({ section, path }) =>
    section.content.flatMap((block) =>
      block.type === 'inventory' && block.of === 'vendors'
        ? [{ ids: block.ids, path, title: section.title }]
        : [],
    ),
  );
  const [first] = blocks;
  if (first)
    return {
      ids: new Set(blocks.flatMap(({ ids }) => ids)),
      at: { path: first.path },
      title: first.title,
    };
  return subject.texts
    .filter((text) =>
      /\b(?:third|compan|vendor|provider|partner|service|other|who\b)/i.test(titleAbove(subject, text)),
    )
    .map(
      (text): List => ({
        ids: quotedVendors(text.text),
        at: { path: text.path },
        title: titleAbove(subject, text),
      }),
    )
    .reduce<List | undefined>((most, one) => (one.ids.size > (most?.ids.size ?? 2) ? one : most), undefined);
}

function quotedVendors(text: string): Set<string> {
  const ids = quotedPaths(text).map((path) => /^vendors\.([^.]+)\./.exec(path)?.[1]);
  return new Set(ids.filter((id) => id !== undefined));
}

// A recipient that a block shows is named there.
function shownRecipients({ policy }: Subject): Set<string> {
  const all = Object.fromEntries(entriesOf(policy.facts.recipients));
  const shown = allSections(policy.sections).flatMap(({ section }) =>
    section.content.flatMap((block) =>
      block.type === 'inventory' && block.of === 'recipients' ? block.ids : [],
    ),
  );
  return new Set(shown.flatMap((id) => all[id]?.vendors ?? []));
}
