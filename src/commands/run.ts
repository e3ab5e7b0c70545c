import { parseArgs } from 'node:util';
import { isMoved } from '../doors/disk.ts';
import { packageVersion } from '../doors/package.ts';
import { systemFault } from '../doors/system-fault.ts';
import { printableLines } from '../reports/printable.ts';
import { suggest } from '../text/suggest.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { correct } from './correct.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { bringIn } from './import.ts';
import { init } from './init.ts';
import { join } from './join.ts';
import { create } from './new.ts';
import { type Command, manualOf, parserOptions, refusal, refusalIn, unfitOption } from './options.ts';
import { preview } from './preview.ts';
import { release } from './release.ts';
import { retire } from './retire.ts';
import { review } from './review.ts';
import { revise } from './revise.ts';
import { start } from './start.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

const commands: Record<string, Command> = {
  check,
  explain,
  build,
  join,
  start,
  preview,
  init,
  new: create,
  import: bringIn,
  revise,
  correct,
  withdraw,
  retire,
  diff,
  review,
  release,
  verify,
};

const manual = manualOf(Object.values(commands));

/** Runs one command. Gives the exit code: 0 all well, 1 problems in the policies, 2 a command that makes no sense. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    if (argv.length === 1 && argv[0] === '--version') {
      process.stdout.write(`${packageVersion()}\n`);
      return 0;
    }
    const { name, args } = splitCommand(argv);
    if (name === undefined || name === 'help') {
      process.stdout.write(manual);
      return 0;
    }
    return await commandOf(name).run(args);
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
    ? `policybook ${name} --help says what it can be told.`
    : 'policybook --help lists the commands.';
}

// Options may stand before the command; which of them have a value is the same for all commands.
function splitCommand(argv: readonly string[]): { name: string | undefined; args: string[] } {
  const declared = Object.assign({}, ...Object.values(commands).map(({ options }) => options));
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

function commandOf(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const near = suggest(name, Object.keys(commands));
  throw refusal(`Unexpected command ${name}, expected ${near ?? Object.keys(commands).join(', ')}.`);
}
