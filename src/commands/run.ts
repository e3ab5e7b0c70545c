import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { check } from './check.ts';
import { correct } from './correct.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { bringIn } from './import.ts';
import { create } from './new.ts';
import { type Command, manualOf, parserOptions, refusal } from './options.ts';
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
  start,
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
    const { name, args } = splitCommand(argv);
    if (name === undefined || name === 'help') {
      process.stdout.write(manual);
      return 0;
    }
    return await commandOf(name).run(args);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    process.stderr.write(`${error.message}\n\n${manual}`);
    return 2;
  }
}

// Options may stand before the command; which of them have a value is the same for all commands.
function splitCommand(argv: readonly string[]): { name: string | undefined; args: string[] } {
  const declared = Object.assign({}, ...Object.values(commands).map(({ options }) => options));
  const options = parserOptions(declared);
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const first = tokens.find(({ kind }) => kind === 'positional');
  // Without a command, one that no command has is refused all the same.
  if (!first) parseArgs({ args: [...argv], options });
  const args = argv.filter((_, index) => index !== first?.index);
  return { name: first && argv[first.index], args };
}

function commandOf(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw refusal(`Unexpected command ${name}, expected ${Object.keys(commands).join(', ')}.`);
  return command;
}

function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(REFUSAL|ERR_PARSE_ARGS)/.test(String(error.code));
}
