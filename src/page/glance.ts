import type { Cookie } from '../../schemas/disclosures/cookies.ts';
import type { Sale } from '../../schemas/disclosures/sale.ts';
import { escapeHtml, link } from '../text/html.ts';
import { showCountry, showList, showPeriod } from '../text/show.ts';
import { lifetimeRank, secondsIn } from '../time/period.ts';
import type { Entry, PageContext } from './page-model.ts';

/** What a policy comes to in a few lines, computed from its facts alone. A line without a fact is left out. */
export function glance(context: PageContext): Entry[] {
  const { words } = context;
  const lines: [string, string | undefined][] = [
    [words.glances.cookies, cookieCounts(context)],
    [words.glances.longest, longestLifetime(context)],
    [words.glances.data, dataKinds(context)],
    [words.glances.others, others(context)],
    [words.glances.retention, longestRetention(context)],
    [words.glances.not, notDone(context)],
    [words.glances.age, age(context)],
    [words.glances.requests, answer(context)],
    [words.glances.changes, announcement(context)],
    [words.controller, controller(context)],
    [words.glances.contact, contact(context)],
  ];
  return lines.flatMap(([term, html]) => (html ? [{ term, html }] : []));
}

function cookieCounts({ policy, words }: PageContext): string | undefined {
  const { cookies, categories } = policy.facts;
  if (typeof cookies !== 'object') return undefined;
  const all = Object.values(cookies);
  const byCategory = Object.entries(typeof categories === 'object' ? categories : {}).flatMap(
    ([id, { label }]) => {
      const count = all.filter(({ category }) => category === id).length;
      return count > 0 ? [words.glances.cookieCount(count, label)] : [];
    },
  );
  const total = words.glances.total(all.length);
  return escapeHtml(byCategory.length > 0 ? `${total}: ${byCategory.join(', ')}` : total);
}

function longestLifetime(context: PageContext): string | undefined {
  const { cookies } = context.policy.facts;
  if (typeof cookies !== 'object') return undefined;
  const ranked = Object.values(cookies)
    .filter((cookie): cookie is Cookie & { expires: string } => cookie.expires !== undefined)
    .sort((a, b) => lifetimeRank(b.expires) - lifetimeRank(a.expires));
  const [longest] = ranked;
  if (!longest) return undefined;
  return `<code>${escapeHtml(longest.name)}</code>, ${escapeHtml(showPeriod(longest.expires, context))}`;
}

function dataKinds(context: PageContext): string | undefined {
  const { data } = context.policy.facts;
  if (typeof data !== 'object') return undefined;
  const labels = Object.values(data).map(({ label }) => label.toLocaleLowerCase(context.language));
  return escapeHtml(showList([...new Set(labels)], context));
}

function others(context: PageContext): string | undefined {
  const { cookies, recipients, transfers, ai, vendors } = context.policy.facts;
  const ids = [
    ...Object.keys(vendors),
    ...values(cookies).map(({ provider }) => provider),
    ...values(recipients).flatMap((recipient) => recipient.vendors ?? []),
    ...values(transfers).flatMap((transfer) => transfer.vendors ?? []),
    ...(typeof ai === 'object' ? (ai.vendors ?? []) : []),
  ];
  const names = [...new Set(ids)].flatMap((id) => (id && vendors[id] ? [vendors[id].name] : []));
  return names.length > 0 ? escapeHtml(showList([...new Set(names)], context)) : undefined;
}

function values<T>(inventory: Record<string, T> | 'none' | undefined): T[] {
  return typeof inventory === 'object' ? Object.values(inventory) : [];
}

function longestRetention(context: PageContext): string | undefined {
  const ranked = values(context.policy.facts.retention).flatMap(({ label, of, period, atMost }) =>
    period ? [{ name: label ?? of, period, atMost, seconds: secondsIn(period) ?? 0 }] : [],
  );
  const [longest] = ranked.sort((a, b) => b.seconds - a.seconds);
  if (!longest) return undefined;
  const shown = showPeriod(longest.period, context);
  const period = longest.atMost ? context.words.upTo(shown) : shown;
  return `${context.inline(longest.name)}, ${escapeHtml(period)}`;
}

function notDone({ policy, words, inline }: PageContext): string | undefined {
  const { cookies, data, recipients, transfers, ai, automatedDecisions, sale } = policy.facts;
  const sold = sale === 'none' ? { sells: false, shares: false, targetedAds: undefined } : sale;
  // Where counsel has put it in words, those count: ours might claim more.
  const own = typeof sale === 'object' && isDenied(sale) ? sale.text : undefined;
  const said = [
    cookies === 'none' && words.glances.noCookies,
    isFirstPartyOnly(values(cookies)) && words.glances.notThirdParty,
    data === 'none' && words.glances.noData,
    recipients === 'none' && words.glances.noRecipients,
    transfers === 'none' && words.glances.noTransfers,
    !own && sold?.sells === false && words.glances.notSold,
    !own && sold?.shares === false && words.glances.notShared,
    !own && sold?.targetedAds === false && words.glances.notTargeted,
    ai === 'none' && words.glances.noAi,
    typeof ai === 'object' && ai.training === false && words.glances.notTrained,
    automatedDecisions === 'none' && words.glances.noAutomated,
  ].filter((sentence) => typeof sentence === 'string');
  const lines = [...said.map(escapeHtml), ...(own ? [inline(own)] : [])];
  return lines.length > 1 ? `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>` : lines[0];
}

function isDenied({ sells, shares, targetedAds }: Sale): boolean {
  return [sells, shares, targetedAds].some((said) => said === false);
}

function isFirstPartyOnly(cookies: Cookie[]): boolean {
  return cookies.length > 0 && cookies.every(({ party }) => party === 'first');
}

function age({ policy, words }: PageContext): string | undefined {
  const { children } = policy.facts;
  return children && escapeHtml(words.children.age(children.age));
}

function answer(context: PageContext): string | undefined {
  const within = context.policy.facts.requests?.answerWithin;
  return within && escapeHtml(context.words.glances.answered(showPeriod(within, context)));
}

function announcement(context: PageContext): string | undefined {
  const period = context.policy.notice?.period;
  return period && escapeHtml(context.words.glances.announced(showPeriod(period, context)));
}

function controller(context: PageContext): string | undefined {
  const { name, address, country, registration } = context.policy.facts.controller ?? {};
  const parts = [name, address, country && showCountry(country, context), registration].filter(
    (part) => part !== undefined,
  );
  return name && escapeHtml(parts.join(', '));
}

// Whom to ask: the contact that takes requests, else the first one readers can reach.
function contact({ policy }: PageContext): string | undefined {
  const { contacts, requests } = policy.facts;
  const candidates = [...(requests?.channels ?? []).map((id) => contacts[id]), ...Object.values(contacts)];
  const reachable = candidates.find((candidate) => candidate?.email ?? candidate?.url);
  if (reachable?.email) return link(`mailto:${reachable.email}`, reachable.email);
  return reachable?.url && link(reachable.url, reachable.url);
}
