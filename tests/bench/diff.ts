import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { diffArrays, diffWordsWithSpace } from 'diff';
import { diff as fastDiff } from 'fast-myers-diff';
import { readPageText, textBreak, textsOf } from '../../src/compare/redline/page-text.ts';
import { redline } from '../../src/compare/redline/redline.ts';
import type { Op, Redline } from '../../src/compare/redline/redline-model.ts';
import type { PolicyPage } from '../../src/page/page-model.ts';
import { isWord, makeTokenize } from '../../src/text/tokens.ts';

// node tests/bench/diff.ts             our redline of 8,000 words beside three others, and the bars it has to meet
//
// The text is a chain of words that follow each other in the policies of this repository: as long and as repetitive as
// real ones. The same numbers give the same text on every machine. Milliseconds tell how busy the machine was, too.

type Random = () => number;
type Document = string[][][];
type Scenario = { name: string; edit(document: Document, random: Random): Document; isRewrite: boolean };
type Result = { ms: number; ops: Op[][] | undefined };
type Figures = { islands: number; cuts: number; words: number };
type Bar = { name: string; value: string; isMet: boolean };

const base = { words: 8_000, seed: 1 };
const patience = 5_000;

/** Prints how the redline compares with other engines, and tells whether it meets every bar. */
export function benchDiff(): boolean {
  const chain = readChain();
  const before = writeDocument(chain, makeRandom(base.seed));
  const other = writeDocument(chain, makeRandom(base.seed + 1)).flat(2);
  print(['scenario', 'engine', 'ms', 'islands', 'mid-word cuts', 'edit words']);
  print(Array(6).fill('---'));
  const bars = scenariosWith(other).flatMap((scenario) => measure(before, scenario));
  process.stdout.write('\n');
  for (const { name, value, isMet } of bars)
    process.stdout.write(`${isMet ? 'met' : 'NOT MET'}: ${name}: ${value}\n`);
  return bars.every(({ isMet }) => isMet);
}

function scenariosWith(other: readonly string[]): Scenario[] {
  return [
    { name: '2 %', isRewrite: false, edit: (document, random) => scatter(document, 0.02, random) },
    { name: '60 % rewrite', isRewrite: true, edit: (document, random) => rewrite(document, other, random) },
    { name: '60 % scatter', isRewrite: false, edit: (document, random) => scatter(document, 0.6, random) },
  ];
}

function measure(document: Document, scenario: Scenario): Bar[] {
  const { name } = scenario;
  const edited = scenario.edit(document, makeRandom(base.seed + 2));
  const [before, after] = [toPage(document), toPage(edited)];
  const ours = measureOurs(before, after);
  const [old, next] = [before, after].map((page) =>
    textsOf(readPageText(page))
      .map(({ text }) => text)
      .join('\n'),
  );
  const others = engines.map(
    ([engine, compare]) => [engine, time(() => [compare(old ?? '', next ?? '')])] as const,
  );
  const all: (readonly [string, Result])[] = [['ours', ours.result], ...others];
  const figures = all.map(([engine, { ms, ops }]) => {
    const found = ops && figuresOf(ops);
    const shown = found ? [found.islands, found.cuts, found.words] : ['gave up', '', ''];
    print([name, engine, ms.toFixed(0), ...shown]);
    return found;
  });
  return barsOf(scenario, { wrong: ours.wrong, ms: ours.result.ms, own: figures[0], least: figures[1] });
}

function barsOf(
  { name, isRewrite }: Scenario,
  {
    wrong,
    ms,
    own,
    least,
  }: { wrong: number; ms: number; own: Figures | undefined; least: Figures | undefined },
): Bar[] {
  if (!own || !least) throw new Error('Unexpected engine that gave up, expected only jsdiff to.');
  const islands = own.islands / least.islands;
  const words = own.words / least.words;
  const bars = [
    { name: `${name}, wrong when accepted or refused`, value: `${wrong}`, isMet: wrong === 0 },
    { name: `${name}, cuts inside words`, value: `${own.cuts}`, isMet: own.cuts === 0 },
  ];
  // Single words changed here and there are as few islands as they can be; noise is no text.
  if (name !== '60 % scatter') {
    bars.push({
      name: `${name}, edit words of the fewest (at most 1.20)`,
      value: words.toFixed(2),
      isMet: words <= 1.2,
    });
  }
  if (!isRewrite) return bars;
  return [
    ...bars,
    {
      name: `${name}, islands of minimal’s (at most 0.30)`,
      value: islands.toFixed(2),
      isMet: islands <= 0.3,
    },
    { name: `${name}, milliseconds (at most 500)`, value: ms.toFixed(0), isMet: ms <= 500 },
  ];
}

// The median of some runs, of which the first warms up.
function measureOurs(before: PolicyPage, after: PolicyPage): { result: Result; wrong: number } {
  const runs = Array.from({ length: 6 }, () => {
    const start = performance.now();
    const found = redline(before, after);
    return { ms: performance.now() - start, found };
  });
  const [first] = runs;
  if (!first) throw new Error('Unexpected lack of runs, expected some.');
  const times = runs
    .slice(1)
    .map(({ ms }) => ms)
    .sort((one, other) => one - other);
  const ops = first.found.sections.flatMap(({ blocks }) => blocks.map((block) => block.ops));
  return { result: { ms: times[2] ?? 0, ops }, wrong: countWrong(first.found, before, after) };
}

function countWrong({ sections }: Redline, before: PolicyPage, after: PolicyPage): number {
  const blocks = sections.flatMap((section) => section.blocks);
  const side = (ops: readonly Op[], sign: Op[0]) =>
    ops.map(([own, text]) => (own === '=' || own === sign ? text : '')).join('');
  const accepted = blocks
    .filter(({ change }) => change !== 'removed')
    .flatMap(({ ops }) => side(ops, '+').split(textBreak));
  const refused = blocks
    .flatMap(({ was, ops }) => (was === undefined ? [] : [{ was, text: side(ops, '-') }]))
    .sort((one, other) => one.was - other.was)
    .flatMap(({ text }) => text.split(textBreak));
  const differing = (found: readonly string[], page: PolicyPage) => {
    const texts = textsOf(readPageText(page)).map(({ text }) => text);
    return (
      Math.abs(texts.length - found.length) + texts.filter((text, index) => text !== found[index]).length
    );
  };
  return differing(accepted, after) + differing(refused, before);
}

function time(compare: () => (Op[] | undefined)[]): Result {
  const start = performance.now();
  const ops = compare();
  const ms = performance.now() - start;
  return { ms, ops: ops.every((some) => some !== undefined) ? (ops as Op[][]) : undefined };
}

const tokenize = makeTokenize('en');

type Compare = (before: string, after: string) => Op[] | undefined;

const engines: [string, Compare][] = [
  ['fast-myers-diff, tokens', compareFast],
  [
    'jsdiff diffArrays, tokens',
    (before, after) => fromJsdiff(diffArrays(tokenize(before), tokenize(after), { timeout: patience })),
  ],
  [
    'jsdiff diffWordsWithSpace',
    (before, after) => fromJsdiff(diffWordsWithSpace(before, after, { timeout: patience })),
  ],
];

function compareFast(before: string, after: string): Op[] {
  const [a, b] = [tokenize(before), tokenize(after)];
  const ops: Op[] = [];
  let done = 0;
  for (const [fromA, toA, fromB, toB] of [
    ...fastDiff(a, b),
    [a.length, a.length, b.length, b.length] as const,
  ]) {
    ops.push(['=', a.slice(done, fromA).join('')]);
    ops.push(['-', a.slice(fromA, toA).join('')]);
    ops.push(['+', b.slice(fromB, toB).join('')]);
    done = toA;
  }
  return ops.filter(([, text]) => text !== '');
}

function fromJsdiff(
  parts: { value: string | string[]; added: boolean; removed: boolean }[] | undefined,
): Op[] | undefined {
  return parts?.map(({ value, added, removed }) => [
    added ? '+' : removed ? '-' : '=',
    [value].flat().join(''),
  ]);
}

function figuresOf(texts: readonly Op[][]): Figures {
  const figures = { islands: 0, cuts: 0, words: 0 };
  for (const ops of texts) {
    for (const [index, [sign, text]] of ops.entries()) {
      const last = ops[index - 1];
      if (sign === '=') continue;
      figures.words += tokenize(text).filter(isWord).length;
      if (!last || last[0] === '=') figures.islands += 1;
    }
    figures.cuts += cutsOf(ops, '-') + cutsOf(ops, '+');
  }
  return figures;
}

// Ends of changes with a letter or digit on both sides.
function cutsOf(ops: readonly Op[], sign: Op[0]): number {
  const parts = ops.filter(([own]) => own === '=' || own === sign);
  return parts.filter(([own, text], index) => {
    const last = parts[index - 1];
    return last && last[0] !== own && /[\p{L}\p{N}]$/u.test(last[1]) && /^[\p{L}\p{M}\p{N}]/u.test(text);
  }).length;
}

// Sections of paragraphs of sentences.
function toPage(document: Document): PolicyPage {
  return {
    product: { id: 'p', name: 'P', path: '/p/' },
    slug: 's',
    path: '/p/s/',
    canonical: 'https://policies.example/p/s/',
    language: 'en',
    direction: 'ltr',
    kind: 'Terms',
    title: 'Terms',
    description: '',
    dates: [],
    glance: [],
    aliases: [],
    sections: document.map((paragraphs, index) => ({
      id: `section-${index}`,
      aliases: [],
      title: `Section ${index}`,
      linkLabel: '',
      blocks: paragraphs.map((sentences) => ({
        type: 'text',
        text: [{ sort: 'words', form: 'paragraph', text: sentences.join(' ') }],
      })),
      sections: [],
    })),
    jsonLd: {},
    words: { contents: '', glance: '', readPolicy: '', otherPolicies: '' },
  };
}

function scatter(document: Document, share: number, random: Random): Document {
  const words = document.flat(2).join(' ').split(' ');
  const edit = (word: string): string[] => {
    if (random() >= share) return [word];
    const other = words[Math.floor(random() * words.length)] ?? word;
    const choice = random();
    if (choice < 0.6) return [other];
    return choice < 0.8 ? [] : [word, other];
  };
  return document.map((paragraphs) =>
    paragraphs.map((sentences) => sentences.map((sentence) => sentence.split(' ').flatMap(edit).join(' '))),
  );
}

function rewrite(document: Document, other: readonly string[], random: Random): Document {
  const replace = (sentence: string) =>
    random() < 0.6 ? (other[Math.floor(random() * other.length)] ?? sentence) : sentence;
  return document.map((paragraphs) => paragraphs.map((sentences) => sentences.map(replace)));
}

type Chain = { next: Map<string, string[]>; starts: string[] };

// What word follows two others in the policies here.
function readChain(): Chain {
  const root = join(import.meta.dirname, '../..');
  const files = globSync('{policies,tests/fixtures/sites/showcase}/*/*-policy.yaml', { cwd: root }).sort();
  const prose = files.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/[^\n]{60,}/g) ?? []);
  const sentences = prose
    .join(' ')
    .split(/(?<=[.!?]) +/)
    .map((sentence) => sentence.split(/ +/).filter((word) => /^[\p{L}\p{N}'’,.()-]+$/u.test(word)));
  const next = new Map<string, string[]>();
  for (const words of sentences) {
    for (const [index, word] of words.entries()) {
      const key = `${words[index - 2] ?? ''} ${words[index - 1] ?? ''}`;
      next.set(key, [...(next.get(key) ?? []), word]);
    }
  }
  return { next, starts: next.get(' ') ?? [] };
}

function writeDocument(chain: Chain, random: Random): Document {
  const document: Document = [];
  let words = 0;
  const sentence = () => {
    const written = writeSentence(chain, random);
    words += written.split(' ').length;
    return written;
  };
  const some = <T>(least: number, most: number, make: () => T) =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make);
  while (words < base.words) document.push(some(3, 6, () => some(2, 6, sentence)));
  return document;
}

function writeSentence({ next, starts }: Chain, random: Random): string {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)];
  const words = [pick(starts) ?? ''];
  while (words.length < 40) {
    const word = pick(next.get(`${words.at(-2) ?? ''} ${words.at(-1)}`) ?? []);
    // Where the chain ends soon, any word that can begin goes on.
    const following = word ?? (words.length < 8 ? pick(starts) : undefined);
    if (following === undefined) break;
    words.push(following);
  }
  return `${words.join(' ').replaceAll(/[.!?]/g, '')}.`;
}

/** Mulberry32: small, and the same everywhere. */
function makeRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function print(cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

if (import.meta.main) process.exitCode = benchDiff() ? 0 : 1;
