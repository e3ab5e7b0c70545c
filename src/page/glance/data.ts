import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { providersOf } from '../../disclosures/cookies/page.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { fact, joined, label } from '../cell.ts';
import { vendorNames } from '../vendor-name.ts';
import { type GlanceContext, type Line, lines, rest, row } from './line.ts';

/** Which kinds of data are described, and whose they are where the policy tells people apart. */
export function dataLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const { data, audiences = {} } = policy.facts;
  const all = typeof data === 'object' ? Object.entries(data) : [];
  const groups = Map.groupBy(all, ([, { audience = '' }]) => audience);
  const shown = [...groups].map(([audience, entries]) => {
    const people = label(
      `audiences.${audience}.label`,
      audiences[audience]?.label,
      places.row('audiences', audience),
    );
    const kinds = entries.map(([id, kind]) => label(`data.${id}.label`, kind.label, places.row('data', id)));
    return joined([people, row(kinds)], ': ');
  });
  return [words.glances.data, lines(shown)];
}

/** Which recipients are described, by the names the authors gave them; those that only a text describes are counted. */
export function recipientLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const all = Object.entries(given(policy.facts.recipients));
  const told = new Set<string>();
  const shown = all.flatMap(([id, { label: name, vendors }]) => {
    const companies = name ? '' : vendorNames(vendors ?? [], context);
    // What has no name of its own is called by its companies, which are named once.
    if (told.has(companies)) return [];
    if (companies) told.add(companies);
    const [path, href] = [`recipients.${id}`, places.row('recipients', id)];
    const called = name
      ? label(`${path}.label`, name, href)
      : vendors && fact(`${path}.vendors`, companies, href);
    return called ? [called] : [];
  });
  const unnamed = all.filter(([, { label: name, vendors }]) => !name && !vendors).length;
  const others = shown.length > 0 ? rest(unnamed, context, 'recipients') : undefined;
  return [words.glances.recipients, row([...shown, others])];
}

/** Which companies and services the facts name. One that only a text names is left to that text. */
export function companyLine({ policy, words, places }: GlanceContext): Line {
  const { vendors, recipients } = policy.facts;
  if (areRecipients(Object.keys(vendors), given(recipients))) return [words.glances.companies, undefined];
  const uses = usesOf(policy.facts);
  const named = Object.entries(vendors).flatMap(([id, { name }]) => {
    const own = places.row('vendors', id);
    const use = uses.find(({ vendors: ids }) => ids.includes(id));
    return own || use ? [{ id, name, href: own ?? (use && hrefOf(use, places)) }] : [];
  });
  // A company that is listed for each of its services is named once; a number leads to each further row.
  const shown = [...Map.groupBy(named, ({ name }) => name).values()].map(([first, ...others]) => {
    if (!first) return undefined;
    const own = others.map(({ id, href }, index) => label(`vendors.${id}.name`, `(${index + 2})`, href));
    return joined([label(`vendors.${first.id}.name`, first.name, first.href), ...own], ' ');
  });
  return [words.glances.companies, row(shown)];
}

// Where the line above names the same companies and nobody else, they are not named again.
function areRecipients(ids: readonly string[], recipients: Record<string, Recipient>): boolean {
  const all = Object.values(recipients);
  const named = all.flatMap(({ label: name, vendors }) => (name ? [] : (vendors ?? [])));
  return ids.length > 0 && all.every((one) => !one.label) && ids.every((id) => named.includes(id));
}

type Use = { of: string; id?: string; vendors: string[] };

function usesOf({ cookies, recipients, transfers, ai }: Facts): Use[] {
  return [
    ...Object.entries(given(recipients)).map(([id, { vendors = [] }]) => ({ of: 'recipients', id, vendors })),
    ...Object.entries(given(cookies)).map(([id, cookie]) => ({
      of: 'cookies',
      id,
      vendors: [...providersOf(cookie), ...(cookie.access ?? [])],
    })),
    ...Object.entries(given(transfers)).map(([id, { vendors = [] }]) => ({ of: 'transfers', id, vendors })),
    ...(typeof ai === 'object' ? [{ of: 'ai', vendors: ai.vendors ?? [] }] : []),
  ];
}

function hrefOf({ of, id }: Use, places: GlanceContext['places']): string | undefined {
  return (id !== undefined ? places.row(of, id) : undefined) ?? places.section(of)?.href;
}

function given<T>(inventory: Record<string, T> | 'none' | undefined): Record<string, T> {
  return typeof inventory === 'object' ? inventory : {};
}
