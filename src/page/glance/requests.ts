import { contactLine } from '../../disclosures/contacts/page.ts';
import { inOurWords, showPeriod } from '../../text/show.ts';
import { fact, joined, label, labelLink, type Shown, words as say, sentences } from '../cell.ts';
import { type GlanceContext, inWords, type Line, lines, linkTo, row } from './line.ts';

/** Which rights are described. What each comes to, and for whom, is told where it stands. */
export function rightLine({ policy, words, places }: GlanceContext): Line {
  const names: Record<string, string> = words.rightNames;
  const shown = Object.entries(policy.facts.rights ?? {}).map(([id, { right, label: own, where }]) => {
    const name = own ?? names[right ?? id] ?? id.replaceAll('-', ' ');
    return fact(`rights.${id}`, where ? `${name} (${where})` : name, places.row('rights', id));
  });
  return [words.glances.rights, row(shown)];
}

/** Whom to ask, where the policy says who takes requests. */
export function channelLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const { channels = [] } = policy.facts.requests ?? {};
  const href = places.section('requests', ...channels.map((id) => `contacts.${id}`))?.href;
  return [words.glances.channels, lines(channels.map((id) => reach(id, href, context)))];
}

/** Who else can be reached. */
export function contactsLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const channels = policy.facts.requests?.channels ?? [];
  const others = Object.keys(policy.facts.contacts).filter((id) => !channels.includes(id));
  const shown = others.map((id) => reach(id, places.section(`contacts.${id}`)?.href, context));
  return [words.glances.contacts, lines(shown)];
}

function reach(id: string, href: string | undefined, context: GlanceContext): Shown {
  const contact = context.policy.facts.contacts[id];
  if (!contact) return undefined;
  const name = label(`contacts.${id}.label`, contact.label, href);
  const { email, url, phone, address } = contact;
  const ways = (email ?? url ?? phone) ? contactLine(id, context) : fact(`contacts.${id}.address`, address);
  return joined([name, ways], ': ');
}

/** How soon requests are answered; only beside what can make an answer later, for a promise is not told by half. */
export function answerLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const { answerWithin, extension } = policy.facts.requests ?? {};
  if (!answerWithin || !extension) return [words.glances.requests, undefined];
  const within = words.glances.answered(showPeriod(answerWithin, inOurWords(context)));
  const sentence = fact(
    'requests.answerWithin',
    within,
    places.section('requests', 'requests.answerWithin')?.href,
  );
  const longer = inWords('requests.extension', extension, context);
  const said = longer && [...say(`${words.requests.extension}: `), ...longer];
  return [words.glances.requests, said && sentences([sentence, said])];
}

/** The links by which readers choose: how they opt out, limit, and change what they allowed. */
export function choiceLines(context: GlanceContext): Line[] {
  const { policy, words, places } = context;
  const { sale, consent } = policy.facts;
  const { optOut, limit } = typeof sale === 'object' ? sale : {};
  const manager = consent?.manager;
  const where = manager?.text && inWords('consent.manager.text', manager.text, context);
  const choice = (link: Shown, of: string) => link && row([link, linkTo(places.section(of))]);
  return [
    [words.glances.optOut, choice(optOut && labelLink('sale.optOut', optOut), 'sale')],
    [words.glances.limit, choice(limit && labelLink('sale.limit', limit), 'sale')],
    [
      words.glances.manager,
      choice(manager && row([labelLink('consent.manager', manager), where]), 'consent'),
    ],
  ];
}
