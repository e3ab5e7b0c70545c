import { oncePer } from '../memory.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { listed } from '../text/listed.ts';
import { readerOf, showLanguage } from '../text/show.ts';
import { likelyStatement } from './english/likely.ts';
import { nearestWords } from './english/nearest.ts';
import { nothingCollected } from './english/nothing-collected.ts';
import { pageElsewhere, type Region } from './english/other-pages.ts';
import { undetermined } from './english/seems-english.ts';
import type { Topic } from './english/topics.ts';
import { isEnglish } from './english/written-texts.ts';
import { policiesOfKind } from './facts/of-kind.ts';
import type { Draft, ProductSubject, Spot, Subject } from './rule.ts';

/** One thing that no field says. */
type Part = {
  /** What it is, where no field says it: `who receives data`. */
  name: string;
  /** The field to fill. */
  field: string;
  /** What prose can say of it; without, prose is not where it would stand. */
  topic?: Topic;
  /** Whether a field of another privacy policy of the product says it. */
  says?(policy: ResolvedPolicy): boolean;
  /** Other policies that can say it in words. */
  beside?: readonly Subject[];
};

/** What a source lists, and how its gaps are told. */
type Asked = {
  at: Spot;
  /** What the source asks for, as a sentence goes on: `GDPR Art. 13(1)(e) lists the recipients of personal data`. */
  asks: string;
  /** What no field says, of several parts. */
  unsaid(names: string): string;
  /** What to do where the text says it at a place: `fill \`recipients\``. */
  fill(fields: string, at: Spot): string;
  help(fields: string): string;
  /** Whose people may have a page of their own, to which the text leads. */
  of?: Region;
  related?: Draft['related'];
};

/** A gap of one part. */
export type Gap = Pick<Asked, 'at' | 'asks' | 'of' | 'related'> &
  Pick<Part, 'topic' | 'says' | 'beside'> & { unsaid: string; fill: string; help: string };

/**
 * What is to be said of a gap, if anything, in three steps: a note where the prose seems to fill it, with the place; one
 * step less than the rule says where it has words of the topic and nobody but a person can tell, with the nearest of them;
 * what the rule says where no text speaks of it at all. It is a note, too, where the text leads to a page of its own for
 * those whom the law is about, and where it is written in a language no rule reads.
 * Of several privacy policies of a product one has to say it; where none does, only the chief one is told.
 */
export function gapIn(
  subject: Subject,
  { unsaid, fill, help, topic, says, beside = [], ...asked }: Gap,
): Draft[] {
  const part: Part = { name: unsaid, field: fill, beside, ...(topic && { topic }), ...(says && { says }) };
  return gapsIn(subject, [part], { ...asked, unsaid: same, fill: same, help: () => help });
}

/** The same of several things a source lists together: what is missing is one finding, what the text seems to say another. */
export function gapsIn(subject: Subject, parts: readonly Part[], asked: Asked): Draft[] {
  const found = parts.map((part) => ({ part, state: stateOf(subject, part) }));
  const missing = found.flatMap(({ part, state }) => (isMissing(state) ? [part] : []));
  return [
    ...(missing.length > 0 ? [missingOf(subject, missing, asked)] : []),
    ...toldAt('near', unclear),
    ...toldAt('seen', noted),
  ];

  // What stands on another page, words here tell nothing of.
  function isMissing(state: 'said' | 'missing' | Seen): boolean {
    const isNear = typeof state === 'object' && state.how === 'near';
    return state === 'missing' || (isNear && saidInstead(subject, asked) !== undefined);
  }

  function toldAt(how: 'near' | 'seen', tell: typeof noted): Draft[] {
    const some = found.flatMap(({ part, state }) =>
      typeof state === 'object' && state.how === how && !isMissing(state) ? [{ part, at: state.at }] : [],
    );
    const at = mostNamed(some.map((one) => one.at));
    const told = some.map(({ part }) => part);
    return at ? [tell(told, at, asked)] : [];
  }
}

/** A gap of the product, which any of some policies could fill. */
export function gapAmong(policies: readonly Subject[], gap: Gap): Draft {
  const { topic, unsaid, fill, help } = gap;
  const parts = [{ name: unsaid, field: fill, ...(topic && { topic }) }];
  const asked = { ...gap, unsaid: same, fill: same, help: () => help };
  const seen = topic && firstOf(policies, topic, likelyStatement);
  if (seen) return noted(parts, seen, asked);
  const near = topic && firstOf(policies, topic, nearestWords);
  if (near) return unclear(parts, near, asked);
  const foreign = policies.find((subject) => !isEnglish(subject.policy));
  return missingOf(foreign ?? policies[0], parts, asked);
}

/** The privacy policies of a product, which people read for what is done with their data. */
export function noticesOf(product: ProductSubject): readonly Subject[] {
  return policiesOfKind(product, 'privacy-policy');
}

function same(text: string): string {
  return text;
}

// A text that seems to say it, or has words of the topic and may say it.
type Seen = { how: 'seen' | 'near'; at: Spot };

function stateOf(subject: Subject, { topic, says, beside = [] }: Part): 'said' | 'missing' | Seen {
  if (says && noticesBeside(subject).some(({ policy }) => says(policy))) return 'said';
  const isTold = topic && isToldBeside(subject, topic);
  if (isTold && !isChief(subject)) return 'said';
  const seen = topic && (likelyStatement(subject, topic) ?? firstOf(beside, topic, likelyStatement));
  if (seen) return { how: 'seen', at: seen };
  if (isTold || !isChief(subject)) return 'said';
  const others = [...beside, ...noticesBeside(subject)];
  const near = topic && (nearestWords(subject, topic) ?? firstOf(others, topic, nearestWords));
  return near ? { how: 'near', at: near } : 'missing';
}

// The first place in several policies.
function firstOf(
  policies: readonly Subject[],
  topic: Topic,
  find: (subject: Subject, topic: Topic) => Spot | undefined,
): Spot | undefined {
  for (const subject of policies) {
    const at = find(subject, topic);
    if (at) return { in: { policy: subject.slug }, ...at };
  }
  return undefined;
}

// Of the places where texts seem to say several things, the text that seems to say the most of them.
function mostNamed(spots: readonly Spot[]): Spot | undefined {
  const texts = [...Map.groupBy(spots, ({ path }) => path.join('.')).values()];
  return texts.sort((a, b) => b.length - a.length)[0]?.[0];
}

function noticesBeside({ slug, product }: Subject): Subject[] {
  return noticesOf(product).filter((one) => one.slug !== slug);
}

// Two of those that tell it are enough to know for each whether another one does.
function isToldBeside({ slug, product }: Subject, topic: Topic): boolean {
  return firstTellers(product)(topic).some((one) => one !== slug);
}

const firstTellers = oncePer((product: ProductSubject) => {
  const remember = new Map<Topic, string[]>();
  return (topic: Topic): readonly string[] => {
    const known = remember.get(topic);
    if (known) return known;
    const tellers: string[] = [];
    for (const one of noticesOf(product)) {
      if (likelyStatement(one, topic)) tellers.push(one.slug);
      if (tellers.length === 2) break;
    }
    remember.set(topic, tellers);
    return tellers;
  };
});

// The one named after what it is, or the first.
function isChief({ slug, policy, product }: Subject): boolean {
  if (policy.kind !== 'privacy-policy') return true;
  const chief = chiefOf(product);
  return chief === undefined || chief.slug === slug;
}

const chiefOf = oncePer((product: ProductSubject): Subject | undefined => {
  const all = noticesOf(product);
  return all.find((one) => /^privacy(-(policy|notice|statement))?$/.test(one.slug)) ?? all[0];
});

function noted(parts: readonly Part[], at: Spot, asked: Asked): Draft {
  const fields = listed(parts.map(({ field }) => field));
  return {
    ...placed(asked),
    message: `${asked.asks}; no field says ${unsaidOf(parts, asked)}`,
    help: asked.help(fields),
    seems: { at, fill: `${asked.fill(fields, at)}, or leave it to the text` },
  };
}

function unclear(parts: readonly Part[], at: Spot, asked: Asked): Draft {
  return {
    ...placed(asked),
    message: `${asked.asks}; no field says ${unsaidOf(parts, asked)}`,
    help: asked.help(listed(parts.map(({ field }) => field))),
    near: at,
  };
}

function missingOf(subject: Subject | undefined, parts: readonly Part[], asked: Asked): Draft {
  const isRead = subject === undefined || isEnglish(subject.policy);
  const canBeProse = parts.some(({ topic }) => topic);
  const instead = canBeProse ? saidInstead(subject, asked) : undefined;
  const prose = isRead
    ? `, and no text seems to${instead ? `; ${instead.says}` : ''}`
    : `, and ${languageOf(subject)}`;
  const draft = {
    ...placed(asked),
    message: `${asked.asks}; no field says ${unsaidOf(parts, asked)}${canBeProse ? prose : ''}.`,
    help: asked.help(listed(parts.map(({ field }) => field))),
  };
  if (instead)
    return {
      ...draft,
      severity: 'info',
      related: [...(asked.related ?? []), { at: instead.at, message: instead.here }],
    };
  return { ...draft, ...(canBeProse && !isRead && { severity: 'info' as const }) };
}

// Where a text leads to another page for those whom the law is about, or says that there is nothing to tell them of.
function saidInstead(subject: Subject | undefined, { of }: Asked) {
  if (!subject || !of) return undefined;
  const page = pageElsewhere(subject, of);
  if (page)
    return {
      at: page,
      says: 'one leads to another page, which can',
      here: 'The text leads to another page here.',
    };
  const nothing = nothingCollected(subject);
  return (
    nothing && { at: nothing, says: 'one says that no data is collected', here: 'The text says so here.' }
  );
}

function placed({ at, related }: Asked): Pick<Draft, 'at' | 'related'> {
  return { at, ...(related && { related }) };
}

function unsaidOf(parts: readonly Part[], { unsaid }: Asked): string {
  return unsaid(
    listed(
      parts.map(({ name }) => name),
      'or',
    ),
  );
}

function languageOf({ policy: { language } }: Subject): string {
  return language === undetermined
    ? 'the text does not seem to be English, which is all that rules read'
    : `the text is in ${showLanguage(language, readerOf('en'))}, which no rule reads`;
}
