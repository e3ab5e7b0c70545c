import { expect, test } from 'vitest';
import type { Problem } from '../src/problem.ts';
import { compareProblems } from '../src/reports/fingerprint.ts';
import { openSources, problemsOf, stopsBuild } from '../src/site/library.ts';
import { sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';

// How rules are run: where findings stand, what is left out, and what stays the same.

const site = 'name: Example\nurl: https://example.com/legal/\nlanguages: [en]\nhandbook: true\n';
const contact = 'sections: [{ title: Contact, content: [contact: help] }]\n';
const help = 'contacts: { help: { label: Help, email: help@shop.example } }\n';
const cookies = `kind: cookie-policy
title: Cookies
updated: 2026-11-01
notice: { channels: [email] }
categories:
  counting: { label: Counting, consent: required, ifRefused: Nothing. }
cookies:
  visit:
    name: plm_v
    category: counting
    purpose: Counts visits.
    provider: plume
    access: [self]
${contact}`;
const product = `name: Shop\n${help}domains: [shop.example]\nvendors: { plume: {} }\nregimes: [eprivacy]\n`;
const vendors = 'vendors:\n  plume: { name: Plume, optOut: "https://plume.example/out" }\n';

const folder: Texts = {
  'site.yaml': site,
  'vendors.yaml': vendors,
  'shop/product.yaml': product,
  'shop/cookies.yaml': cookies,
};

function findings(texts: Texts, asOf = project.today): Problem[] {
  const library = openSources(sourcesOf(texts), { ...project, today: asOf });
  return problemsOf(library).filter(({ finding }) => finding);
}

function ids(texts: Texts): string[] {
  return findings(texts).map(({ rule }) => rule);
}

function found(texts: Texts, rule: string): Problem {
  const problem = findings(texts).find((candidate) => candidate.rule === rule);
  if (!problem) throw new Error(`No ${rule} among ${ids(texts).join(', ')}.`);
  return problem;
}

const at = ({ place: { file, line, column } }: Pick<Problem, 'place'>) => `${file}:${line}:${column}`;
const withProduct = (text: string): Texts => ({ ...folder, 'shop/product.yaml': `${product}${text}` });
const withCookies = (...[from, to]: [string, string]): Texts => ({
  ...folder,
  'shop/cookies.yaml': cookies.replace(from, to),
});

test('gives a finding its place, its source, the next step and the page of its rule', () => {
  const { place, ...duration } = found(folder, 'eprivacy/duration');
  expect(at({ place })).toBe('policies/shop/cookies.yaml:8:3');
  expect(duration).toEqual({
    rule: 'eprivacy/duration',
    severity: 'error',
    message: 'No field says how long `plm_v` stays; Planet49 counts the duration among the information owed.',
    help: expect.stringMatching(/expires/),
    url: 'https://example.com/legal/handbook/rules/eprivacy/duration/',
    finding: {
      subject: 'shop/cookies',
      path: 'cookies.visit.expires',
      cites: [{ text: expect.stringContaining('C-673/17'), basis: 'case' }],
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    },
  });
});

test('runs the rules of a law only where it is declared', () => {
  expect(ids(folder).filter((id) => id.startsWith('eprivacy/'))).toContain('eprivacy/duration');
  const undeclared = { ...folder, 'shop/product.yaml': product.replace('regimes: [eprivacy]\n', '') };
  expect(ids(undeclared).filter((id) => !id.startsWith('core/'))).toEqual([]);
  expect(ids(undeclared)).toContain('core/no-regime');
});

const routes = (effective: string): Texts => ({
  ...folder,
  'shop/product.yaml': product.replace('[eprivacy]', '[uk-gdpr]'),
  'shop/privacy.yaml': `kind: privacy-policy\ntitle: Privacy\nupdated: 2026-06-01\neffective: ${effective}\n${contact}`,
});

test('judges a text at the day it takes effect, or today where that is later', () => {
  const rule = 'uk-gdpr/complaints-route';
  const on = (asOf: string, effective: string) =>
    findings(routes(effective), asOf).find((problem) => problem.rule === rule);
  // The duty began on 2026-06-19.
  expect(on('2026-06-18', '2026-06-18')).toBeUndefined();
  expect(on('2026-06-01', '2026-06-19')).toMatchObject({ severity: 'warning' });
  expect(on('2026-06-01', '2026-06-19')?.finding).not.toHaveProperty('arises');
  expect(on('2026-06-19', '2026-06-18')?.finding).toMatchObject({ arises: 'by date' });
});

// Where a law on storage is declared, its own rule tells of companies without a link that set cookies.
const lawless = product.replace('[eprivacy]', '[]');
const free: Texts = { ...folder, 'shop/product.yaml': lawless };

test('places what vendors.yaml says there, with the product that names the vendor', () => {
  const link = found(free, 'core/vendor-link-missing');
  expect(at(link)).toBe('policies/vendors.yaml:2:3');
  expect(link.related?.map(at)).toEqual(['policies/shop/product.yaml:4:12']);
});

test('reports a fault of a shared vendor once, with every product that names it', () => {
  const two = {
    ...free,
    'store/product.yaml': lawless.replaceAll('shop.example', 'store.example'),
    'store/cookies.yaml': cookies,
  };
  const links = findings(two).filter(({ rule }) => rule === 'core/vendor-link-missing');
  expect(links.map(({ related = [] }) => related.map(at))).toEqual([
    ['policies/shop/product.yaml:4:12', 'policies/store/product.yaml:4:12'],
  ]);
});

test('places what a vendor lacks in product.yaml where the vendor is its own', () => {
  const own: Texts = {
    ...folder,
    'shop/product.yaml': lawless.replace('plume: {}', 'plume: { name: Plume }'),
  };
  delete own['vendors.yaml'];
  expect(at(found(own, 'core/vendor-link-missing'))).toBe('policies/shop/product.yaml:4:12');
});

const entry = (text: string) =>
  `ignore:\n  - { rule: eprivacy/duration, policy: cookies, because: Asked., ${text} }\n`;

test.each([
  'cookies.visit.expires',
  'cookies.visit',
  'cookies',
])('holds back a finding at %s until its day', (path) => {
  const ignoring = ids(withProduct(entry(`at: ${path}, until: 2026-11-23`)));
  expect(ignoring).not.toContain('eprivacy/duration');
  expect(ignoring.filter((id) => id.startsWith('core/ignore'))).toEqual([]);
});

test('reports a finding again after that day, and the entry with it', () => {
  const expired = withProduct(entry('at: cookies.visit, until: 2026-11-22'));
  expect(ids(expired)).toContain('eprivacy/duration');
  expect(at(found(expired, 'core/ignore-expired'))).toMatch(/^policies\/shop\/product\.yaml:7:/);
  // Nobody changed anything: neither stops a build.
  expect(found(expired, 'eprivacy/duration').finding?.arises).toBe('by date');
  expect(found(expired, 'core/ignore-expired').finding?.arises).toBe('by date');
});

test.each([
  ['another place', 'at: cookies.visi, until: 2027-01-01'],
  ['a part of an id', 'at: cookie, until: 2027-01-01'],
])('reports an entry that names %s', (_, text) => {
  const unused = withProduct(entry(text));
  expect(ids(unused)).toEqual(expect.arrayContaining(['eprivacy/duration', 'core/ignore-unused']));
});

test('says which rule an entry may have meant', () => {
  const unused = withProduct(entry('at: cookies.visit, until: 2027-01-01').replace('duration', 'duratoin'));
  expect(found(unused, 'core/ignore-unused').help).toContain('`eprivacy/duration`');
});

test('holds back findings about the product and about shared vendors', () => {
  const ignore =
    'ignore: [{ rule: core/vendor-link-missing, at: vendors.plume, because: Asked., until: 2027-01-01 }]\n';
  const ignoring = { ...free, 'shop/product.yaml': `${lawless}${ignore}` };
  expect(ids(ignoring).filter((id) => /vendor-link|ignore/.test(id))).toEqual([]);
});

test('does not judge an entry about a policy that cannot be read, nor what the product leaves out', () => {
  const texts = {
    ...withProduct(entry('at: cookies.visit, until: 2027-01-01')),
    'shop/cookies.yaml': `${cookies}wrong: key\n`,
    'shop/terms.yaml': `kind: terms\ntitle: Terms\nupdated: 2026-11-01\n${contact}`,
  };
  expect(ids(texts).filter((id) => /ignore|vendor-link|no-regime/.test(id))).toEqual([]);
});

const fingerprint = (texts: Texts, rule: string) => found(texts, rule).finding?.fingerprint;

test.each<[string, string, Texts]>([
  [
    'lines are added above it',
    'eprivacy/duration',
    withCookies('title: Cookies', '# A remark.\n\ntitle: Cookies'),
  ],
  [
    'its entry moves',
    'eprivacy/duration',
    withCookies('cookies:\n', 'cookies:\n  other: { name: other, category: counting, expires: 1 day }\n'),
  ],
  [
    'a section is put before it',
    'core/contact-missing',
    withCookies('sections: [', 'sections: [{ title: New, content: [Text.] }, '),
  ],
])('keeps the fingerprint of a finding when %s', (_, rule, changed) => {
  const unreachable = (texts: Texts): Texts => ({
    ...texts,
    'shop/product.yaml': product.replace(', email: help@shop.example', ''),
  });
  const [before, after] =
    rule === 'core/contact-missing' ? [unreachable(folder), unreachable(changed)] : [folder, changed];
  expect(fingerprint(after, rule)).toBe(fingerprint(before, rule));
});

test('gives every finding a fingerprint of its own', () => {
  const many = withCookies(
    'cookies:\n',
    'cookies:\n  a: { name: aa, category: counting }\n  b: { name: bb, category: counting }\n',
  );
  const all = findings(many).map(({ finding }) => finding?.fingerprint);
  expect(new Set(all).size).toBe(all.length);
});

test('stops a build for findings as the site says, and for faults always', () => {
  const [error, warning] = (['error', 'warning'] as const).map((severity) => ({
    ...found(folder, 'eprivacy/duration'),
    severity,
  }));
  const { finding: _, ...fault } = error as Problem;
  const stops = (problem: Problem, stop?: 'none' | 'error' | 'warning') =>
    stopsBuild(problem, { name: '', url: '', languages: ['en'], ...(stop && { stop }) });
  const table = ([undefined, 'none', 'error', 'warning'] as const).map((stop) =>
    [fault, error, warning].map((problem) => stops(problem as Problem, stop)),
  );
  expect(table).toEqual([
    [true, true, false],
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

test('stops nothing for a finding that came with time alone, whatever the site says', () => {
  const { finding, ...duration } = found(folder, 'eprivacy/duration');
  if (!finding) throw new Error('A finding of a rule.');
  const problem: Problem = { ...duration, finding: { ...finding, arises: 'by date' } };
  for (const stop of ['none', 'error', 'warning'] as const)
    expect(stopsBuild(problem, { name: '', url: '', languages: ['en'], stop })).toBe(false);
});

test('tells nothing new where the same is said again', () => {
  const dated = (day: string): Texts => ({
    ...folder,
    'shop/product.yaml': product.replace('[eprivacy]', '[caloppa]'),
    'shop/cookies.yaml': cookies.replace('2026-11-01', day),
  });
  const [before, after] = [findings(dated('2026-11-01')), findings(dated('2026-11-02'))];
  expect(before.map(({ rule }) => rule)).toContain('caloppa/dnt-response');
  expect(compareProblems(before, after)).toEqual({ added: [], fixed: [] });
});

test.each([
  ['[eprivacy]', ['Directive 2002/58/EC Art. 5(3)']],
  ['[pecr]', ['PECR reg. 6', 'PECR Sch. A1']],
  ['[eprivacy, pecr]', ['Directive 2002/58/EC Art. 5(3)', 'PECR reg. 6', 'PECR Sch. A1']],
])('cites for %s the sources of that law', (regimes, sources) => {
  const texts = {
    ...withCookies('purpose: Counts visits.', 'expires: 1 day'),
    'shop/product.yaml': product.replace('[eprivacy]', regimes),
  };
  expect(found(texts, 'eprivacy/purpose').finding?.cites.map(({ text }) => text)).toEqual(sources);
});
