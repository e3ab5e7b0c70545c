import { rules } from '../problem.ts';
import { absoluteAddress, basePath } from '../resolve/address.ts';
import { type HeldRule, heldRules } from '../rules/checked-before.ts';
import { allRules, packs } from '../rules/packs.ts';
import type { Cite, Example, PolicyRule } from '../rules/rule.ts';
import { type Frame, frameOf, viewKey } from './frame.ts';
import type { Library } from './library.ts';

// What the pages about the rules show, made from the rules themselves.

/** A file of an example. */
type ExampleFile = { name: string; text: string };

/** The page of one rule. */
type RuleView = {
  frame: Frame;
  canonical: string;
  rule: Pick<PolicyRule, 'id' | 'summary' | 'why'>;
  /** What the rule is about, in terms and words. */
  facts: [string, string][];
  /** Each source, with where it stands and how it was checked. */
  cites: { text: string; url: string; standing: string }[];
  ok: { files: ExampleFile[] };
  notOk: { files: ExampleFile[]; message: string; at: string };
};

/** The page with all rules, by pack. */
type RulesView = {
  frame: Frame;
  canonical: string;
  packs: {
    id: string;
    title: string;
    rules: { id: string; path: string; severity: string; summary: string }[];
  }[];
  held: { id: string; summary: string; how: string }[];
};

const basisWords: Record<Cite['basis'], string> = {
  statute: 'statute or regulation',
  case: 'case law',
  guidance: 'guidance',
  technical: 'technical specification',
  internal: 'consistency of the text itself',
};

const checkedWords: Record<Cite['checked'], string> = {
  read: 'read in the original',
  secondary: 'taken from a secondary source',
  memory: 'from memory, not looked up',
};

/** Where a source stands and how it was checked, in words. A principle of our own is checked by reading the text. */
export function standingOf({ basis, checked }: Cite): string {
  return basis === 'internal' ? basisWords.internal : `${basisWords[basis]}; ${checkedWords[checked]}`;
}

/** The list of all rules, and of what other checks hold. */
export function rulesView(library: Library): RulesView {
  const base = basePath(library.site.url);
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, '/handbook/rules/'),
    packs: Object.entries(packs).map(([id, { title, rules: own }]) => ({
      id,
      title,
      rules: own.map((rule) => ({
        id: rule.id,
        path: `${base}/handbook/rules/${rule.id}/`,
        severity: rule.severity,
        summary: rule.summary,
      })),
    })),
    held: heldRules.map((held) => ({ id: held.id, summary: held.summary, how: howHeld(held) })),
  };
}

/** How what no rule has to look for is held, in a sentence. */
export function howHeld(held: HeldRule): string {
  if ('because' in held) return held.because;
  const checks = held.by.map((rule) => `${rule} (${rules[rule].replace(/\.$/, '').toLowerCase()})`);
  return `Refused before any rule runs: ${checks.join('; ')}.`;
}

/** The page of a rule the list has named. */
export function ruleView(library: Library, id: string): RuleView {
  const rule = allRules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`No rule ${id}: the list of pages and the rules disagree.`);
  const { ok, notOk } = rule.examples;
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, `/handbook/rules/${id}/`),
    rule,
    facts: ruleFacts(rule),
    cites: rule.cites.map((cite) => ({ text: cite.text, url: cite.url, standing: standingOf(cite) })),
    ok: { files: filesOf(ok) },
    notOk: { files: filesOf(notOk), message: notOk.problem.message, at: notOk.problem.at },
  };
}

const byDateWords = 'by date: its findings can come with time alone, so they stop no build, start or release';

/** What a rule is about: how grave, for which laws, policies and days. */
export function ruleFacts({ severity, arises, regimes, kinds, inForce }: PolicyRule): [string, string][] {
  const { from, until } = inForce ?? {};
  return [
    ['Severity', severity],
    ['Runs', regimes ? `for products that declare ${regimes.join(' or ')}` : 'for every product'],
    ...(arises ? [['Arises', byDateWords] as [string, string]] : []),
    ...(kinds ? [['Policies', kinds.join(', ')] as [string, string]] : []),
    ...(from ? [['From', from] as [string, string]] : []),
    ...(until ? [['Until', until] as [string, string]] : []),
  ];
}

/** The files of an example, by the names its problem uses. */
export function filesOf({ policy, product, vendors, others = {}, published, asOf }: Example): ExampleFile[] {
  const day = asOf ? `, on ${asOf}` : '';
  const files: [string, string | undefined][] = [
    [`policy.yaml${day}`, policy],
    ['product.yaml', product],
    ['vendors.yaml', vendors],
    ...Object.entries(others),
    ['policy.yaml as it was published before', published],
  ];
  return files.flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
}

/** The route parameters of every rule. */
export function rulePaths(library: Library) {
  return allRules.map(({ id }) => {
    const [pack, name] = id.split('/');
    return { params: { pack, name }, cacheKey: viewKey([], ruleView(library, id)) };
  });
}

/** The addresses of the pages about rules. */
export function ruleAddresses({ site }: Library): { address: string }[] {
  const paths = ['', ...allRules.map(({ id }) => `${id}/`)];
  return paths.map((path) => ({ address: absoluteAddress(site.url, `/handbook/rules/${path}`) }));
}
