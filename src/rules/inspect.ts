import { shortDigest } from '../digest.ts';
import { type Place, type Problem, type Severity, sortProblems } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import { isMap, valueAt } from '../read/shape.ts';
import { suggest } from '../text/suggest.ts';
import { type Gathering, gather } from './gather.ts';
import { hintsFor, knownCookieHint } from './hints.ts';
import { allRules, findRule } from './packs.ts';
import type { Cite, Draft, IgnoreState, PolicyRule, ProductSubject, Spot, Subject } from './rule.ts';

/** A product to inspect, with the files its findings are placed in. */
export type Inspected = {
  subject: ProductSubject;
  productFile: ParsedFile;
  vendorsFile?: ParsedFile;
  policyFile(slug: string): ParsedFile;
  /** The slugs of policies with a fault, of which nothing is certain. */
  unread: readonly string[];
  /** The address of the handbook, in which every rule has a page, where the site has it. */
  handbook?: string;
};

/**
 * Runs every rule a product has declared, and those that need no declaring, over its policies.
 * Gives findings and hints with their places, sorted; what an entry of `ignore` holds back is left out. Nothing is
 * read but the arguments: the same policies on the same day give the same findings.
 */
export function inspectProduct(inspected: Inspected, rules: readonly PolicyRule[] = allRules): Gathering[] {
  const { subject, unread } = inspected;
  const found = rules.filter((rule) => isDeclared(rule, subject)).flatMap((rule) => runRule(rule, inspected));
  const ignores = (subject.written.ignore ?? [])
    .map((entry, index): IgnoreState => ({ index, entry, used: false, ...unknownRule(entry.rule) }))
    .filter(({ entry }) => !unread.includes(entry.policy ?? ''));
  const kept = found.flatMap((problem) => afterIgnores(problem, ignores, subject));
  const aboutIgnores = rules.flatMap((rule) =>
    rule.about === 'ignore'
      ? [...rule.check(ignores, subject.asOf)].map((draft) => toProblem(rule, draft, inspected, subject.id))
      : [],
  );
  // A run of some rules is about those alone.
  const hints = rules === allRules ? subject.policies.flatMap((one) => hintsAbout(one, inspected)) : [];
  const [shared, own] = [kept.filter(isShared), kept.filter((problem) => !isShared(problem))];
  return sortProblems([...gather(own), ...shared, ...aboutIgnores, ...hints]);
}

// What a shared file says is gathered once every product that names it has been looked at.
function isShared({ finding }: Problem): boolean {
  return finding?.subject === sharedFile;
}

function isDeclared({ regimes }: PolicyRule, { written }: ProductSubject): boolean {
  return !regimes || regimes.some((regime) => written.regimes?.includes(regime));
}

function runRule(rule: PolicyRule, inspected: Inspected): Gathering[] {
  const { subject, unread } = inspected;
  if (rule.about === 'product') {
    // What a product leaves out could stand in the policy that cannot be read.
    if (unread.length > 0 || !isInForce(rule, subject.asOf)) return [];
    return [...rule.check(subject)].map((draft) => toProblem(rule, draft, inspected, subject.id));
  }
  if (rule.about === 'ignore') return [];
  return subject.policies
    .filter((one) => isInForce(rule, judgedAt(one)) && (rule.kinds?.includes(one.policy.kind) ?? true))
    .flatMap((one) =>
      [...rule.check(one)]
        .map((draft) => toProblem(rule, draft, inspected, `${subject.id}/${one.slug}`, one))
        .map((problem) => (beganSince(rule, one) ? byDate(problem) : problem)),
    );
}

// A law that came after a text binds it from then on.
function judgedAt({ day, asOf }: Subject): string {
  return day > asOf ? day : asOf;
}

function beganSince({ inForce }: PolicyRule, { day }: Subject): boolean {
  return (inForce?.from ?? '') > day;
}

function byDate<T extends Problem>(problem: T): T {
  return { ...problem, ...(problem.finding && { finding: { ...problem.finding, arises: 'by date' } }) };
}

function hintsAbout(one: Subject, inspected: Inspected): Problem[] {
  return hintsFor(one).map((draft) =>
    toProblem(knownCookieHint, draft, inspected, `${inspected.subject.id}/${one.slug}`, one),
  );
}

function isInForce({ inForce }: PolicyRule, day: string): boolean {
  return (inForce?.from ?? '') <= day && day <= (inForce?.until ?? '9999');
}

// Gives a draft its places, its fingerprint, and what its rule says.
function toProblem(
  {
    id,
    severity,
    cites,
    arises,
  }: Pick<PolicyRule, 'severity' | 'cites' | 'arises'> & { id: Problem['rule'] },
  draft: Draft,
  inspected: Inspected,
  about: string,
  own?: Subject,
): Gathering {
  const { at, help, related = [], each } = draft;
  const { file, place, include } = placeOf(at, inspected, own);
  const told = toldIn(draft, severity, place, (spot) => placeOf(spot, inspected, own).place);
  const others = [
    ...told.related,
    ...related.map((one) => ({ message: one.message, place: placeOf(one.at, inspected, own).place })),
  ];
  const subject = include ? sharedFile : subjectOf(at, about, inspected.subject.id);
  const path = stablePath(file.value, at.path);
  return {
    rule: id,
    severity: told.severity,
    message: told.message,
    place,
    ...((include || others.length > 0) && { related: [...(include ? [include] : []), ...others] }),
    help,
    ...(severity !== 'hint' && inspected.handbook && { url: `${inspected.handbook}rules/${id}/` }),
    finding: {
      subject,
      path,
      cites: sourcesOf(cites, inspected.subject).map(({ text, basis }) => ({ text, basis })),
      fingerprint: fingerprint([id, include ? '' : about, subject, path, factAt(file, at)]),
      ...(arises && { arises }),
    },
    ...(each && { each: { name: each.name, all: each.all('{}') } }),
  };
}

type Told = Pick<Problem, 'severity' | 'message'> & { related: NonNullable<Problem['related']> };

// How much a draft weighs and what it says, by what the text says of it.
function toldIn(
  { message, seems, near, severity }: Draft,
  usual: Severity,
  place: Place,
  placeAt: (spot: Spot) => Place,
): Told {
  const weight = severity ?? usual;
  if (seems) {
    const seen = placeAt(seems.at);
    return {
      severity: 'info',
      message: `${message}; the text seems to, at ${lineOf(seen, place)}: ${seems.fill}.`,
      related: [{ message: 'The text seems to say it here.', place: seen }],
    };
  }
  if (!near) return { severity: weight, message, related: [] };
  const words = placeAt(near);
  return {
    severity: weight === 'error' ? 'warning' : 'info',
    message: `${message}; whether the text does, only a person can tell: the nearest words are at ${lineOf(words, place)}.`,
    related: [{ message: 'The nearest words are here.', place: words }],
  };
}

function lineOf({ file, line }: Place, from: Place): string {
  return `line ${line}${file === from.file ? '' : ` of ${file.split('/').at(-1)}`}`;
}

function subjectOf({ in: where }: Spot, about: string, product: string): string {
  if (where === 'product') return product;
  return typeof where === 'object' ? `${product}/${where.policy}` : about;
}

// What vendors.yaml says is the same finding for every product that names the vendor.
const sharedFile = 'vendors.yaml';

// Of the sources of several laws, those of the laws that are declared.
function sourcesOf(cites: readonly Cite[], { written }: ProductSubject): readonly Cite[] {
  const own = cites.filter(({ of }) => !of || of.some((regime) => written.regimes?.includes(regime)));
  return own.length > 0 ? own : cites;
}

type Placed = { file: ParsedFile; place: Place; include?: { message: string; place: Place } };

function placeOf({ in: where, path, mark }: Spot, inspected: Inspected, own: Subject | undefined): Placed {
  const slug = typeof where === 'object' ? where.policy : where === undefined ? own?.slug : undefined;
  if (slug !== undefined) {
    const file = inspected.policyFile(slug);
    return { file, place: mark ? file.placeInside(path, mark.offset, mark.length) : nearest(file, path) };
  }
  const { productFile, vendorsFile } = inspected;
  // What vendors.yaml says of a vendor is said there, whichever product names it.
  if (vendorsFile && isOfShared(path, productFile, vendorsFile)) {
    const include = { message: 'Named here.', place: nearest(productFile, path.slice(0, 2)) };
    return { file: vendorsFile, place: nearest(vendorsFile, path), include };
  }
  return { file: productFile, place: nearest(productFile, path) };
}

function isOfShared([inventory, id, key]: YamlPath, product: ParsedFile, vendors: ParsedFile): boolean {
  if (inventory !== 'vendors' || id === undefined) return false;
  const isOwn = key !== undefined && valueAt(product.value, ['vendors', id, key]) !== undefined;
  return !isOwn && valueAt(vendors.value, ['vendors', id]) !== undefined;
}

/** The place of a fact, or of the nearest thing around it: a scalar's value, the key of anything else. */
function nearest(file: ParsedFile, path: YamlPath): Place {
  let known = path;
  while (known.length > 0 && valueAt(file.value, known) === undefined) known = known.slice(0, -1);
  const value = valueAt(file.value, known);
  if (known.length === 0 && isMap(value)) {
    const [first] = Object.keys(value);
    return file.place(first === undefined ? [] : [first], 'key');
  }
  if (isMap(value) && typeof known.at(-1) === 'number' && 'title' in value)
    return file.place([...known, 'title'], 'value');
  return file.place(
    known,
    known.length === path.length && !isMap(value) && !Array.isArray(value) ? 'value' : 'key',
  );
}

/** A path by ids: a section by its anchor, its texts together. */
function stablePath(value: unknown, path: YamlPath): string {
  return path.flatMap((key, index) => stableKey(value, path, key, index)).join('.');
}

function stableKey(value: unknown, path: YamlPath, key: string | number, index: number): string[] {
  const list = path[index - 1];
  if (typeof key === 'number' && list === 'content') return [];
  const section = list === 'sections' ? valueAt(value, path.slice(0, index + 1)) : undefined;
  return [isMap(section) ? String(section.id ?? section.title) : String(key)];
}

// What the finding is about: the words marked, or the value there.
function factAt(file: ParsedFile, { path, mark }: Spot): string {
  const value = valueAt(file.value, path);
  if (mark && typeof value === 'string') return value.slice(mark.offset, mark.offset + mark.length);
  return value === undefined ? '' : JSON.stringify(isMap(value) ? Object.keys(value) : value);
}

function fingerprint(parts: readonly string[]): string {
  return shortDigest([JSON.stringify(parts)]);
}

function unknownRule(id: string): Pick<IgnoreState, 'suggestions'> {
  if (findRule(id)) return {};
  const like = suggest(
    id,
    allRules.map((rule) => rule.id),
  );
  return { suggestions: like === undefined ? [] : [like] };
}

/** A finding that no entry holds back; one that an entry held back until its last day is there by date. */
function afterIgnores(
  problem: Gathering,
  ignores: readonly IgnoreState[],
  { id, asOf }: ProductSubject,
): Gathering[] {
  const { rule, finding } = problem;
  const holding = ignores.filter(({ entry }) => {
    const subjects = entry.policy === undefined ? [id, sharedFile] : [`${id}/${entry.policy}`];
    const isAt = finding?.path === entry.at || finding?.path.startsWith(`${entry.at}.`);
    return entry.rule === rule && subjects.includes(finding?.subject ?? '') && isAt;
  });
  for (const state of holding) state.used = true;
  if (holding.some(({ entry }) => asOf <= entry.until)) return [];
  return [holding.length > 0 ? byDate(problem) : problem];
}

/** Findings of several products, those about one fact of a shared file together, each with all the places that name it. */
export function joinShared(problems: readonly Gathering[]): Problem[] {
  const groups = Map.groupBy(problems, ({ finding, message }) =>
    finding?.subject === sharedFile ? `${finding.fingerprint} ${message}` : Symbol('alone'),
  );
  const joined = [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const related = [first, ...others].flatMap((problem) => problem.related ?? []);
    return [others.length > 0 ? { ...first, related } : first];
  });
  return gather(joined);
}
