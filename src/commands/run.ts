import { parseArgs } from 'node:util';
import { isMoved } from '../doors/disk.ts';
import { keptManual, packageVersion } from '../doors/package.ts';
import { systemFault } from '../doors/system-fault.ts';
import { printableLines } from '../reports/printable.ts';
import { suggest } from '../text/suggest.ts';
import { type Command, manualOf, parserOptions, refusal, refusalIn, unfitOption } from './options.ts';

// Loading what no command but its own needs is most of what a short one would cost.
const commands: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check.ts')).check,
  explain: async () => (await import('./explain.ts')).explain,
  build: async () => (await import('./build.ts')).build,
  join: async () => (await import('./join.ts')).join,
  start: async () => (await import('./start.ts')).start,
  preview: async () => (await import('./preview.ts')).preview,
  init: async () => (await import('./init.ts')).init,
  new: async () => (await import('./new.ts')).create,
  import: async () => (await import('./import.ts')).bringIn,
  revise: async () => (await import('./revise.ts')).revise,
  correct: async () => (await import('./correct.ts')).correct,
  withdraw: async () => (await import('./withdraw.ts')).withdraw,
  retire: async () => (await import('./retire.ts')).retire,
  diff: async () => (await import('./diff.ts')).diff,
  review: async () => (await import('./review.ts')).review,
  release: async () => (await import('./release.ts')).release,
  verify: async () => (await import('./verify.ts')).verify,
};

function loadAll(): Promise<Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}

/** Runs one command. Gives the exit code: 0 all well, 1 problems in the policies, 2 a command that makes no sense. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    if (argv.length === 1 && argv[0] === '--version') {
      process.stdout.write(`${packageVersion()}\n`);
      return 0;
    }
    const { name, args } = await splitCommand(argv);
    const [about] = args;
    if (name === 'help' && about !== undefined) return await (await commandOf(about)).run(['--help']);
    if (name === undefined || name === 'help') {
      process.stdout.write(keptManual() ?? manualOf(await loadAll()));
      return 0;
    }
    return await (await commandOf(name)).run(args);
  } catch (error) {
    if (isMoved(error)) return unable(printableLines(error.message));
    const fault = systemFault(error);
    if (fault !== undefined) return unable(`Unexpected refusal of the system: ${fault}`);
    const refused = refusalIn(error);
    if (refused === undefined) throw error;
    process.stderr.write(`${printableLines(refused)}\nNext: ${nextStep(argv)}\n`);
    return 2;
  }
}

// What a machine refuses is the person's to put right, not a fault of ours.
function unable(fault: string): number {
  process.stderr.write(`${fault}\n`);
  return 1;
}

// A manual of forty lines under one line hides the line.
function nextStep(argv: readonly string[]): string {
  const name = argv.find((word) => Object.hasOwn(commands, word));
  return name
    ? `npx policybook ${name} --help says what it can be told.`
    : 'npx policybook --help lists the commands.';
}

// Options may stand before the command; which of them have a value is the same for all commands.
async function splitCommand(argv: readonly string[]): Promise<{ name: string | undefined; args: string[] }> {
  const [first, ...rest] = argv;
  const isAlone = first === '--help' && rest.length === 0;
  if (first === undefined || first === 'help' || isAlone) return { name: 'help', args: rest };
  return Object.hasOwn(commands, first) ? { name: first, args: rest } : splitAfterOptions(argv);
}

async function splitAfterOptions(
  argv: readonly string[],
): Promise<{ name: string | undefined; args: string[] }> {
  const declared = Object.assign({}, ...(await loadAll()).map(({ options }) => options));
  const options = parserOptions(declared);
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const first = tokens.find(({ kind }) => kind === 'positional');
  // Without a command, one that no command has is refused all the same.
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  if (!first && unknown?.kind === 'option')
    throw unfitOption(`Unknown option '${unknown.rawName}'`, Object.keys(options));
  const args = argv.filter((_, index) => index !== first?.index);
  return { name: first && argv[first.index], args };
}

async function commandOf(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return load();
  const near = suggest(name, Object.keys(commands));
  throw refusal(`Unexpected command ${name}, expected ${near ?? Object.keys(commands).join(', ')}.`);
}
