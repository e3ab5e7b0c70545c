import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Position = { line: number; character: number };
export type Diagnostic = { message: string; source: string; range: { start: Position; end: Position } };

/** What tests ask of a language server. Paths count from the repository; the text need not exist on disk. */
export type LanguageServer = {
  diagnose: (path: string, text: string) => Promise<Diagnostic[]>;
  ask: (method: string, path: string, params: object) => Promise<unknown>;
  /** The hosts it tried to reach, in vain. */
  networkAttempts: () => string[];
  stop: () => void;
};

type Message = { id?: number | string; method?: string; params?: unknown; result?: unknown; error?: unknown };
type Settle = { resolve: (value: unknown) => void; reject: (reason: Error) => void };
type Connection = {
  request: (method: string, params: object) => Promise<unknown>;
  notify: (method: string, params: object) => void;
};

const root = new URL('../', import.meta.url);
const program = fileURLToPath(new URL('node_modules/yaml-language-server/bin/yaml-language-server', root));

// Preloaded into the server: a socket to anywhere is refused and reported, so that a test can say none was tried.
const networkTrap = `import { Socket } from 'node:net';
Socket.prototype.connect = (options) => {
  process.stderr.write('network ' + (options.host ?? options[0]?.host) + '\\n');
  throw new Error('no network in tests');
};`;

/** Starts the language server behind VS Code's YAML extension, with the settings of a workspace. */
export async function startLanguageServer(settings: Record<string, unknown>): Promise<LanguageServer> {
  const preload = `data:text/javascript,${encodeURIComponent(networkTrap)}`;
  const child = spawn(process.execPath, ['--import', preload, program, '--stdio'], {
    cwd: root,
    // It ends even when a test times out before it holds the server in its hands.
    timeout: 180_000,
    killSignal: 'SIGKILL',
  });
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes;
  });

  const diagnosed = new Map<string, (found: Diagnostic[]) => void>();
  const configured = Promise.withResolvers<void>();
  const connection = connect(child, (method, params) => {
    if (method === 'textDocument/publishDiagnostics') publish(params, diagnosed);
    if (method !== 'workspace/configuration') return null;
    configured.resolve();
    return configuration(params, settings);
  });
  await initialize(connection);
  // A document that is open when settings arrive is diagnosed twice.
  await configured.promise;

  const versions = new Map<string, number>();
  return {
    diagnose(path, text) {
      const uri = uriOf(path);
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const found = new Promise<Diagnostic[]>((resolve) => diagnosed.set(uri, resolve));
      if (version === 1) connection.notify('textDocument/didOpen', open(uri, text));
      else connection.notify('textDocument/didChange', change(uri, version, text));
      return found;
    },
    ask: (method, path, params) =>
      connection.request(method, { textDocument: { uri: uriOf(path) }, ...params }),
    networkAttempts: () => [...errors.matchAll(/^network (.*)$/gm)].map(([, host]) => host ?? ''),
    stop: () => void child.kill('SIGKILL'),
  };
}

function uriOf(path: string): string {
  return new URL(path, root).href;
}

function open(uri: string, text: string): object {
  return { textDocument: { uri, languageId: 'yaml', version: 1, text } };
}

function change(uri: string, version: number, text: string): object {
  return { textDocument: { uri, version }, contentChanges: [{ text }] };
}

async function initialize({ request, notify }: Connection): Promise<void> {
  await request('initialize', {
    processId: process.pid,
    rootUri: root.href,
    workspaceFolders: [{ uri: root.href, name: 'policybook' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { hover: { contentFormat: ['markdown'] } },
    },
  });
  notify('initialized', {});
}

/** JSON-RPC over the child's standard input and output; `answer` gives the result of what the server asks. */
function connect(
  child: ChildProcessWithoutNullStreams,
  answer: (method: string, params: unknown) => unknown,
): Connection {
  const waiting = new Map<Message['id'], Settle>();
  const send = (message: Message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };

  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The language server ended with ${code}.`));
  });
  const receive = (message: Message) => {
    if (message.method === undefined) return settle(message, waiting);
    const result = answer(message.method, message.params);
    if (message.id !== undefined) send({ id: message.id, result });
  };
  child.stdout.on('data', messageReader(receive));

  let lastId = 0;
  return {
    request(method, params) {
      lastId += 1;
      const id = lastId;
      send({ id, method, params });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    notify: (method, params) => send({ method, params }),
  };
}

function settle(message: Message, waiting: Map<Message['id'], Settle>): void {
  const promise = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.error) promise?.reject(new Error(JSON.stringify(message.error)));
  else promise?.resolve(message.result);
}

/** Cuts a stream of bytes into messages, whatever pieces it arrives in. */
function messageReader(receive: (message: Message) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const start = rest.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, start).toString())?.[1]);
      if (start < 4 || rest.length < start + length) return;
      const body = rest.subarray(start, start + length).toString();
      rest = rest.subarray(start + length);
      receive(JSON.parse(body));
    }
  };
}

function publish(params: unknown, diagnosed: Map<string, (found: Diagnostic[]) => void>): void {
  // The protocol fixes this shape.
  const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
  diagnosed.get(uri)?.(diagnostics);
}

/** Answers as VS Code does: a section is the object of all settings whose names start with it. */
function configuration(params: unknown, settings: Record<string, unknown>): unknown[] {
  // The protocol fixes this shape.
  const { items } = params as { items: { section: string }[] };
  return items.map(({ section }) => settings[section] ?? nest(section, settings));
}

function nest(section: string, settings: Record<string, unknown>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings)) {
    if (!name.startsWith(`${section}.`)) continue;
    const [key = '', inner] = name.slice(section.length + 1).split('.');
    nested[key] = inner ? { ...(nested[key] as object | undefined), [inner]: value } : value;
  }
  return nested;
}
