import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectAt } from '../../src/doors/project.ts';
import { openLibrary } from '../../src/site/library.ts';
import { newRecords } from '../../src/versions/release.ts';

// Policies that nobody wrote, as long and as dense as real ones: about 3,400 words, 15 cookies and 30 kB of HTML each.
// The same numbers give the same bytes on every machine.

/**
 * How many policies there are, how many of them stand in the folder of one product, how many versions there are, and which
 * have them: each, or one in so many.
 */
export type Size = { count: number; perProduct?: number; versions?: number; oneIn?: number };

/** Writes a folder of policies; those with versions are published, each version on top of the one before. */
export function writeCorpus(folder: string, { count, perProduct = 10, versions = 0, oneIn = 1 }: Size): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), siteFile);
  writeFileSync(join(folder, 'vendors.yaml'), vendorsFile);
  const write = (index: number, version?: number) => {
    const [product, policy] = [Math.floor(index / perProduct), index % perProduct];
    const own = join(folder, productId(product));
    if (!existsSync(own)) writeProduct(own, product);
    writeFileSync(join(own, policyFileName(policy)), policyFile(product, policy, version));
  };
  const isPublished = (index: number) => versions > 0 && index % oneIn === 0;
  const [published, others] = [isPublished, (index: number) => !isPublished(index)].map((isOne) =>
    Array.from({ length: count }, (_, index) => index).filter(isOne),
  );
  for (let version = 0; version < versions; version++) {
    for (const index of published ?? []) write(index, version);
    seal(folder, dayOfVersion(version));
  }
  for (const index of others ?? []) write(index);
}

// As `policybook release` does.
function seal(folder: string, day: string): void {
  const project = projectAt('.', { policies: folder, asOf: day });
  const library = openLibrary({ ...project, cache: join(folder, '../sealing') });
  const { records } = newRecords(library, library.readCompiled, day);
  for (const { path, text } of records) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function dayOfVersion(version: number): string {
  return new Date(Date.UTC(2024, 0, 1 + version * 7)).toISOString().slice(0, 10);
}

/** Changes one sentence of one policy, as an editor would, and gives the way to undo it. */
export function editCorpus(folder: string): () => void {
  const file = join(folder, productId(0), policyFileName(0));
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(/^lead: .*$/m, 'lead: What {{ name }} does, as edited.');
  // A text that is published needs a date of its own.
  const isPublished = existsSync(join(folder, productId(0), 'history'));
  writeFileSync(file, isPublished ? asNextVersion(edited) : edited);
  return () => writeFileSync(file, text);
}

function asNextVersion(text: string): string {
  return text
    .replace(/^updated: .*$/m, 'updated: 2026-11-02')
    .replace(/summary: Edit \d+\./, 'summary: Edited.');
}

const siteFile = `name: Synthetic policies
url: https://policies.example
description: Policies made to be measured.
languages: [en]
stop: none
publisher:
  name: Synthetic Limited
`;

const vendorsFile = `vendors:
  counter:
    name: Counter
    does: counts visits
    country: IE
  till:
    name: Till
    does: takes payments
    country: US
    policy: https://till.example.com/privacy
`;

const kinds = [
  'cookie-policy',
  'privacy-policy',
  'terms',
  'acceptable-use',
  'security-policy',
  'sub-processors',
  'data-processing-agreement',
  'children-notice',
  'refund-policy',
  'notice',
] as const;

function kindOf(policy: number): (typeof kinds)[number] {
  return kinds[policy % kinds.length] ?? 'notice';
}

function productId(product: number): string {
  return `product-${product + 1}`;
}

function policyFileName(policy: number): string {
  const round = Math.floor(policy / kinds.length);
  return `${kindOf(policy)}${round === 0 ? '' : `-${round + 1}`}.yaml`;
}

function writeProduct(folder: string, product: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'product.yaml'), productFile(product));
}

function productFile(product: number): string {
  const id = productId(product);
  return `name: Product ${product + 1}
description: The ${product + 1}th of many.
url: https://${id}.example.com/
controller:
  name: Product ${product + 1} Limited
  country: IE
domains: [${id}.example.com]
contacts:
  privacy:
    label: Privacy desk
    email: privacy@${id}.example.com
vendors:
  counter: {}
  till: {}
  post:
    name: Post office of product ${product + 1}
    does: sends our letters
    country: DE
regimes: [gdpr, eprivacy, ccpa]
`;
}

/** Two in three texts are those of the product, and so the same in all its policies; the others are the policy's own. */
function policyFile(product: number, policy: number, version?: number): string {
  const shared = makeGenerator(product + 1);
  const own = makeGenerator(1_000_003 * (policy + 1) + product);
  const texts = (index: number) => (index % 3 === 2 ? own : shared);
  const updated =
    version === undefined ? `2026-0${(policy % 9) + 1}-1${product % 10}` : dayOfVersion(version);
  const body = [
    categories(shared),
    cookies(shared, own),
    retention(shared),
    'rights: [access, correct, delete, export, restrict, object]',
    'requests:\n  channels: [privacy]\n  answerWithin: 30 days',
    'sections:',
    section('cookies', shared, '- categories: all\n- cookies: all'),
    ...Array.from({ length: 9 }, (_, index) => section(`part-${index + 1}`, texts(index), '')),
    section('retention', shared, '- retention: all'),
    section('rights', shared, '- rights: all\n- requests: all\n- contact: privacy'),
    '',
  ].join('\n');
  return [
    `kind: ${kindOf(policy)}`,
    `title: ${kindOf(policy)} of product ${product + 1}`,
    'lead: What {{ name }} does, and what it leaves alone, from {{ updated }} on.',
    `updated: ${updated}`,
    'numbering: decimal',
    ...(version
      ? [`change:\n  material: false\n  because: The words are plainer.\n  summary: Edit ${version}.`]
      : []),
    revised(body, 1_000 * product + policy, version ?? 0),
  ].join('\n');
}

// Each version writes a few lines of the one before anew: most sections stay as they are.
function revised(text: string, seed: number, version: number): string {
  const lines = text.split('\n');
  const plain = [...lines.keys()].filter((at) => /^ {8}[A-Za-z][A-Za-z ,.]{60,}$/.test(lines[at] ?? ''));
  for (let edit = 1; edit <= version; edit++) {
    const random = makeGenerator(1_000_000 * edit + seed);
    for (let time = 0; time < 4; time++) lines[random.pick(plain)] = `        ${capital(random.words(14))}.`;
  }
  return lines.join('\n');
}

function categories(random: Generator): string {
  const entry = (id: string) => `  ${id}:
    label: ${capital(random.words(3))}
    description: ${random.sentence()}
    party: first
    ifRefused: ${random.sentence()}`;
  return `categories:\n${['needed', 'counting', 'offers'].map(entry).join('\n')}`;
}

function cookies(shared: Generator, own: Generator): string {
  const entry = (index: number) => {
    const random = index % 4 === 3 ? own : shared;
    return `  cookie-${index + 1}:
    name: _c${index + 1}_${random.words(1)}
    category: ${random.pick(['needed', 'counting', 'offers'])}
    purpose: ${random.sentence()}
    provider: ${random.pick(['self', 'counter', 'till'])}
    expires: ${random.pick(['session', 'until deleted', '1 year', '13 months', '1 year 6 months', '30 days'])}`;
  };
  return `cookies:\n${Array.from({ length: 15 }, (_, index) => entry(index)).join('\n')}`;
}

function retention(random: Generator): string {
  const entry = (index: number) => `  kept-${index + 1}:
    label: ${capital(random.words(2))}
    of: ${random.words(6)}
    period: ${random.pick(['90 days', '2 years', '6 months', '1 week'])}
    from: after ${random.words(4)}
    then: permanently deleted`;
  return `retention:\n${Array.from({ length: 5 }, (_, index) => entry(index)).join('\n')}`;
}

function section(id: string, random: Generator, blocks: string): string {
  const content = [
    paragraph(random, ''),
    paragraph(random, random.pick(extras)),
    list(random),
    paragraph(random, random.pick(extras)),
    ...(blocks === '' ? [paragraph(random, '')] : blocks.split('\n')),
  ];
  const lines = content.flatMap((item) => item.split('\n')).map((line) => `      ${line}`);
  return `\n  - id: ${id}\n    title: ${capital(random.words(4))}\n    content:\n${lines.join('\n')}`;
}

// What sets a real paragraph apart from words: emphasis, code, links, quotations; many have none of it.
const extras = [
  '',
  '',
  'It holds **for everyone** who visits us.',
  'The cookie `_c1` stays for 30 days in your browser.',
  'We answer requests within 30 days, and keep letters for two years.',
  'Log files are kept for 90 days and then deleted.',
  'Read about [retention](#retention) too.',
  'See [the law](https://law.example.org/article?number=6) for the reasons.',
  'You can write to {{ contacts.privacy.email }} at any time.',
  '{{ vendors.till.name }} {{ vendors.till.does }} for {{ name }} since {{ updated }}.',
];

function paragraph(random: Generator, extra: string): string {
  const sentences = [random.sentence(), random.sentence(), extra, random.sentence()].filter(Boolean);
  return `- >-\n${fold(sentences.join(' '))}`;
}

function list(random: Generator): string {
  const items = Array.from({ length: 4 }, () => `  - ${random.words(9)};`);
  return `- |\n  ${random.sentence().replace(/\.$/, ':')}\n\n${items.join('\n')}`;
}

function fold(text: string): string {
  return text.replaceAll(/(.{1,100})(?: |$)/g, '  $1\n').trimEnd();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

type Generator = { pick<T>(items: readonly T[]): T; words(count: number): string; sentence(): string };

/** Mulberry32: small, and the same everywhere. */
function makeGenerator(seed: number): Generator {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  // The index is below the length, and no list is empty.
  const pick = <T>(items: readonly T[]) => items[Math.floor(next() * items.length)] as T;
  const words = (count: number) => Array.from({ length: count }, () => pick(vocabulary)).join(' ');
  return { pick, words, sentence: () => `${capital(words(9 + Math.floor(next() * 14)))}.` };
}

const vocabulary = (
  'account address agreement archive authority backup browser choice company consent contract cookie copy country ' +
  'customer data date deletion desk device document domain dispute employee encryption example export family file ' +
  'form fraud harbour history house identifier interest invoice journey keeper language law ledger letter limit ' +
  'list machine mail measure member message minute month name network notice number offer office order page parcel ' +
  'partner payment period person phone place policy post price process product profile promise provider purpose ' +
  'question reader reason receipt record region request right risk rule safety school screen season server service ' +
  'session setting share signature site state statistics storage street subject supplier support system team text ' +
  'ticket time town trace traffic transfer vendor version visit visitor warehouse week winter word work year ' +
  'about after again against also always and any as at be because before between both but by can each either every ' +
  'for from has have here how if in into is it its keep less like made make may more most must never no not of on ' +
  'once only or other our over own same so some still such than that the their them then there these they this ' +
  'those through to too under until up upon use very was we were what when where which while who why will with your'
).split(' ');
