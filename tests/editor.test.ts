import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  type LanguageServer,
  type Position,
  startLanguageServer,
} from './language-server.ts';

// The real server of VS Code's YAML extension, with the settings this repository commits for it.
const root = new URL('../', import.meta.url);
const settings = JSON.parse(readFileSync(new URL('.vscode/settings.json', root), 'utf8'));
let server: LanguageServer;

let opened = 0;
/** The path of a policy of which the server knows nothing yet: it waits a while after each edit of a document. */
function newFile(): string {
  opened += 1;
  return `policies/chatsync/policy-${opened}.yaml`;
}

beforeAll(async () => {
  server = await startLanguageServer(settings);
});

afterAll(() => server?.stop());

const policy = `# yaml-language-server: $schema=../../schemas/policy.schema.json
kind: cookie-policy
title: Cookies
updated: 2026-11-24
categories:
  counting:
    label: Visit counting
    consent: required
cookies:
  visit:
    name: plm_v_*
    category: counting
    expires: 13 months
sections:
  - title: What we store
    content:
      - We count visits for {{ cookies.visit.expires }} and then forget them.
      - cookies: all
      - warning: {title: Mind, text: Blocking everything signs you out.}
`;

describe.concurrent('while somebody writes, the server', () => {
  test('says nothing about a right document', async () => {
    expect(await server.diagnose(newFile(), policy)).toEqual([]);
  });

  test.each([
    ['a value that is not allowed', 'consent: required', 'consent: maybe', 'maybe'],
    ['an unknown key', 'category: counting', 'categroy: counting', 'categroy'],
    ['a period in the wrong number', 'expires: 13 months', 'expires: 13 month', '13 month'],
    ['a date that does not exist', '2026-11-24', '2026-11-31', '2026-11-31'],
    ['a wrong kind', 'kind: cookie-policy', 'kind: cookies', 'cookies'],
    ['a block that does not exist', '- cookies: all', '- cookeis: all', '      - cookeis: all'],
  ])(
    'marks %s where it stands',
    async (_, right, wrong, marked) => {
      const text = policy.replace(right, wrong);
      const found = await server.diagnose(newFile(), text);
      expect(found.map((diagnostic) => markedText(text, diagnostic))).toEqual([marked]);
    },
    30_000,
  );

  test('marks a missing key at the map that lacks it', async () => {
    const text = policy.replace('    label: Visit counting\n', '');
    const found = await server.diagnose(newFile(), text);
    expect(found).toMatchObject([{ message: 'Missing property "label".', range: { start: { line: 5 } } }]);
  });

  test.each([
    ['a key of a cookie', '    name: plm_v_*\n    ', 'expires'],
    ['a key of a category', '    label: Visit counting\n    ', 'ifRefused'],
    ['a key of the policy', 'title: Cookies\n', 'reviewed'],
    ['a sort of policy', 'kind: ', 'cookie-policy'],
    ['a consent', '    consent: ', 'opt-out'],
    ['a block', '- title: What we store\n    content:\n      - ', 'history'],
  ])(
    'offers %s',
    async (_, before, offered) => {
      const text = policy.slice(0, policy.indexOf(before) + before.length);
      const file = newFile();
      await server.diagnose(file, text);
      const list = await server.ask('textDocument/completion', file, {
        position: positionAt(text, text.length),
      });
      expect(labelsOf(list)).toContain(offered);
    },
    30_000,
  );

  test.each([
    [
      'expires',
      'How long it stays: session, until deleted, until sign-out, a period, or about, at most or until something',
    ],
    ['category:', 'The id of its category.'],
    [
      'consent',
      'Whether they need no consent (exempt), wait for it (required) or run until refused (opt-out).',
    ],
    ['updated', 'The date of this text; it identifies the version.'],
    ['warning', 'A callout about a consequence.'],
  ])(
    'explains %s on hover',
    async (word, sentence) => {
      const file = newFile();
      await server.diagnose(file, policy);
      const hover = await server.ask('textDocument/hover', file, {
        position: positionAt(policy, policy.indexOf(word) + 1),
      });
      expect(textOf(hover)).toContain(sentence);
    },
    30_000,
  );

  test.each([
    ['policies/site.yaml', ['yaml-schema: Site']],
    ['policies/vendors.yaml', ['yaml-schema: Vendors']],
    ['policies/steps.yaml', ['yaml-schema: Steps']],
    ['policies/chatsync/product.yaml', ['yaml-schema: Product']],
    ['policies/chatsync/cookie-policy.yaml', ['yaml-schema: Policy']],
    ['policies/chatsync/any-other-name.yaml', ['yaml-schema: Policy']],
    ['policies/chatsync/cookie-policy.de.yaml', []],
    ['policies/chatsync/history/cookie-policy/2026-03-02.yaml', []],
    ['.github/workflows/site.yaml', []],
  ])(
    'reads %s without a first line by its own schema alone',
    async (path, sources) => {
      const found = await server.diagnose(path, 'nobody-knows-this-key: 1\n');
      expect([...new Set(found.map(({ source }) => source))]).toEqual(sources);
    },
    30_000,
  );
});

test('says nothing about the files of this repository', async () => {
  const paths = globSync('policies/**/*.yaml', { cwd: root });
  const complaints = await Promise.all(
    paths.map(async (path) => {
      const found = await server.diagnose(path, readFileSync(new URL(path, root), 'utf8'));
      return found.map(({ range, message }) => `${path}:${range.start.line + 1}: ${message}`);
    }),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(complaints.flat()).toEqual([]);
});

test('lays out a document without touching its prose', async () => {
  const prose = [
    `lead: ${'a long sentence that goes on '.repeat(10)}and ends.`,
    'sections:',
    '  - title: A',
    '    content:',
    '      - >-',
    '        One short line,',
    '        and another.',
    '      - |',
    `        * ${'a long list item '.repeat(12)}`.trimEnd(),
    '        * another',
    '',
  ].join('\n');
  const file = newFile();
  await server.diagnose(file, `title:   Cookies\n${prose}`);
  const edits = await server.ask('textDocument/formatting', file, {
    options: { tabSize: 2, insertSpaces: true },
  });
  expect(edits).toMatchObject([{ newText: `title: Cookies\n${prose}` }]);
});

test('never reaches for the network', () => {
  expect(server.networkAttempts()).toEqual([]);
});

test('would reach for the network without our settings', async () => {
  const careless = await startLanguageServer({ ...settings, 'yaml.schemaStore.enable': true });
  try {
    await careless.diagnose(newFile(), policy);
    expect(careless.networkAttempts()).toEqual(['www.schemastore.org']);
  } finally {
    careless.stop();
  }
});

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function markedText(text: string, { range: { start, end } }: Diagnostic): string | undefined {
  const line = text.split('\n')[start.line];
  return start.line === end.line ? line?.slice(start.character, end.character) : line;
}

function labelsOf(completion: unknown): string[] {
  // The protocol fixes this shape.
  return (completion as { items: { label: string }[] }).items.map(({ label }) => label);
}

function textOf(hover: unknown): string {
  // The protocol fixes this shape; Markdown escapes punctuation that a reader never sees.
  return (hover as { contents: { value: string } }).contents.value
    .replaceAll('\\', '')
    .replaceAll('&nbsp;', ' ');
}
