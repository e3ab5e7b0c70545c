import type { Cookie } from '../../schemas/disclosures/cookies.ts';
import type { Sale } from '../../schemas/disclosures/sale.ts';
import { showCountry, showList, showPeriod } from '../text/show.ts';
import { lifetimeRank, secondsIn } from '../time/period.ts';
import { code, fact, list, type Shown, words as say } from './cell.ts';
import type { Entry, PageContext } from './page-model.ts';
import { entries } from './terms.ts';

/** What a policy comes to in a few lines, computed from its facts alone. A line without a fact is left out. */
export function glance(context: PageContext): Entry[] {
  const { words } = context;
  return entries([
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
  ]);
}

function cookieCounts({ policy, words }: PageContext): Shown {
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
  return fact('cookies', byCategory.length > 0 ? `${total}: ${byCategory.join(', ')}` : total);
}

function longestLifetime(context: PageContext): Shown {
  const { cookies } = context.policy.facts;
  if (typeof cookies !== 'object') return undefined;
  const ranked = Object.entries(cookies)
    .flatMap(([id, { name, expires }]) => (expires === undefined ? [] : [{ id, name, expires }]))
    .sort((a, b) => lifetimeRank(b.expires) - lifetimeRank(a.expires));
  const [longest] = ranked;
  if (!longest) return undefined;
  const path = `cookies.${longest.id}`;
  const period = fact(`${path}.expires`, showPeriod(longest.expires, context)) ?? [];
  return [...code(`${path}.name`, longest.name), ...say(', '), ...period];
}

function dataKinds(context: PageContext): Shown {
  const { data } = context.policy.facts;
  if (typeof data !== 'object') return undefined;
  const labels = Object.values(data).map(({ label }) => label.toLocaleLowerCase(context.language));
  return fact('data', showList([...new Set(labels)], context));
}

function others(context: PageContext): Shown {
  const { cookies, recipients, transfers, ai, vendors } = context.policy.facts;
  const ids = [
    ...Object.keys(vendors),
    ...values(cookies).map(({ provider }) => provider),
    ...values(recipients).flatMap((recipient) => recipient.vendors ?? []),
    ...values(transfers).flatMap((transfer) => transfer.vendors ?? []),
    ...(typeof ai === 'object' ? (ai.vendors ?? []) : []),
  ];
  const names = [...new Set(ids)].flatMap((id) => (id && vendors[id] ? [vendors[id].name] : []));
  return names.length > 0 ? fact('vendors', showList([...new Set(names)], context)) : undefined;
}

function values<T>(inventory: Record<string, T> | 'none' | undefined): T[] {
  return typeof inventory === 'object' ? Object.values(inventory) : [];
}

function longestRetention(context: PageContext): Shown {
  const ranked = Object.entries(context.policy.facts.retention ?? {}).flatMap(([id, entry]) =>
    entry.period ? [{ id, ...entry, period: entry.period, seconds: secondsIn(entry.period) ?? 0 }] : [],
  );
  const [longest] = ranked.sort((a, b) => b.seconds - a.seconds);
  if (!longest) return undefined;
  const { id, label, atMost } = longest;
  const path = `retention.${id}`;
  const shown = showPeriod(longest.period, context);
  const period = atMost ? context.words.upTo(shown) : shown;
  return [
    ...context.inline(`${path}.${label === undefined ? 'of' : 'label'}`, label ?? longest.of),
    ...say(', '),
    ...(fact(`${path}.period`, period) ?? []),
  ];
}

function notDone({ policy, words, inline }: PageContext): Shown {
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
  const lines = [...said.map(say), ...(own ? [inline('sale.text', own)] : [])];
  return lines.length > 1 ? list(lines) : lines[0];
}

function isDenied({ sells, shares, targetedAds }: Sale): boolean {
  return [sells, shares, targetedAds].some((said) => said === false);
}

function isFirstPartyOnly(cookies: Cookie[]): boolean {
  return cookies.length > 0 && cookies.every(({ party }) => party === 'first');
}

function age({ policy, words }: PageContext): Shown {
  const { children } = policy.facts;
  return children && fact('children.age', words.children.age(children.age));
}

function answer(context: PageContext): Shown {
  const within = context.policy.facts.requests?.answerWithin;
  return within && fact('requests.answerWithin', context.words.glances.answered(showPeriod(within, context)));
}

function announcement(context: PageContext): Shown {
  const period = context.policy.notice?.period;
  return period && fact('notice.period', context.words.glances.announced(showPeriod(period, context)));
}

function controller(context: PageContext): Shown {
  const { name, address, country, registration } = context.policy.facts.controller ?? {};
  const parts = [name, address, country && showCountry(country, context), registration].filter(
    (part) => part !== undefined,
  );
  return name && fact('controller', parts.join(', '));
}

// Whom to ask: the contact that takes requests, else the first one readers can reach.
function contact({ policy }: PageContext): Shown {
  const { contacts, requests } = policy.facts;
  const ids = [...(requests?.channels ?? []), ...Object.keys(contacts)];
  const id = ids.find((candidate) => contacts[candidate]?.email ?? contacts[candidate]?.url);
  const { email, url } = (id && contacts[id]) || {};
  return email
    ? fact(`contacts.${id}.email`, email, `mailto:${email}`)
    : fact(`contacts.${id}.url`, url, url);
}
