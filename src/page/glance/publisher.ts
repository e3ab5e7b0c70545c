import { agesOf, isUsedByChildren } from '../../disclosures/children/page.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { namesCountry } from '../../text/country.ts';
import { proseText } from '../../text/prose.ts';
import { inOurWords, showCountry, showPeriod } from '../../text/show.ts';
import { fact, joined, label, type Shown, words as say } from '../cell.ts';
import { type GlanceContext, inWords, type Line, lines, row } from './line.ts';

// What they are about is data that customers decide about.
const kindsForOthers: ReadonlySet<string> = new Set(['data-processing-agreement', 'sub-processors']);

/** Who decides about the data, and for which people somebody else does. */
export function controllerLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const { controller, audiences = {} } = policy.facts;
  if (!controller) return [words.glances.controller, undefined];
  const isForOthers = kindsForOthers.has(policy.kind);
  const { registration } = controller;
  const number = registration && fact('controller.registration', words.glances.registration(registration));
  const others = Object.entries(audiences).map(([id, { label: people, role }]): Shown => {
    if (role === undefined || role === 'controller') return undefined;
    const who = label(`audiences.${id}.label`, people, places.row('audiences', id));
    // The people are not those who act.
    const acts = joined([say(policy.product.name), fact(`audiences.${id}.role`, words.roles[role])], ' ');
    return joined([who, acts], ': ');
  });
  // No block shows a controller: the section that gives its address is where it stands.
  const facts = ['address', 'registration', 'name'].map((key) => `controller.${key}`);
  const href = places.section(...facts)?.href;
  const self = fact('controller', companyInWords(controller, context), href);
  const joint = controller.with?.map((company, index) =>
    fact(`controller.with.${index}`, words.jointly(companyInWords(company, context))),
  );
  const own = isForOthers ? [] : [joined([self, number], ' · '), ...(joint ?? [])];
  return [words.glances.controller, lines([...own, ...others])];
}

type Company = Omit<NonNullable<Facts['controller']>, 'with'>;

function companyInWords({ name, address, country }: Company, context: GlanceContext): string {
  const isNamed =
    country === undefined || (address !== undefined && namesCountry(address, country, context.language));
  const parts = [name, address, isNamed ? undefined : showCountry(country, context)];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Below which age the service is not meant for people, with what the authors add to that. */
export function ageLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const { children } = policy.facts;
  if (!children || isUsedByChildren(policy.facts)) return [words.glances.age, undefined];
  const href = places.section('children', 'children.age')?.href;
  const sentence = fact('children.age', words.children.age(agesOf(children, context)), href);
  if (children.text === undefined) return [words.glances.age, sentence];
  const more = inWords('children.text', children.text, context);
  return [words.glances.age, more && joined([sentence, more], ' ')];
}

/** How changes are announced: to whom, which ones, how long before, and what the authors add to that. */
export function noticeLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const { glances } = words;
  const { period, for: which, to, text } = policy.notice ?? {};
  const own = text === undefined ? undefined : inWords('notice.text', text, context);
  if (text !== undefined && own === undefined) return [glances.changes, undefined];
  const href = places.section('notice.period', 'notice.text')?.href;
  const time = period && showPeriod(period, inOurWords(context));
  const told = (phrase: (time: string) => string) => time && fact('notice.period', phrase(time), href);
  const promise = which && (time ? told(glances.announced[which]) : own && say(glances.changesOf[which]));
  // A period alone leaves open which changes it is for, and so may the words of the authors: it stands beside them by its name.
  const isAlone = own && !which && !(period && text && names(text, showPeriod(period, context)));
  const beside = isAlone ? told(glances.noticePeriod) : undefined;
  // A sentence says of itself what it is about; the words of a part of one go on what is said of the fields.
  const isSentence = /^\p{Lu}/u.test(proseText(text ?? ''));
  const said = isSentence ? row([time && promise, own, beside]) : row([joined([promise, own], ': '), beside]);
  const people = to && said && [...say(`${glances.announcedTo} `), ...(fact('notice.to', to) ?? [])];
  return [glances.changes, joined([people, said], ': ')];
}

// "110 days" names no 10 days.
function names(markdown: string, period: string): boolean {
  return proseText(markdown)
    .split(period)
    .slice(0, -1)
    .some((before) => !/\p{N}$/u.test(before));
}
