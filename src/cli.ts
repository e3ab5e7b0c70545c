#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import { correct } from './commands/correct.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { create } from './commands/new.ts';
import { type Command, manualOf, parserOptions, refusal } from './commands/options.ts';
import { release } from './commands/release.ts';
import { retire } from './commands/retire.ts';
import { review } from './commands/review.ts';
import { revise } from './commands/revise.ts';
import { start } from './commands/start.ts';
import { verify } from './commands/verify.ts';
import { withdraw } from './commands/withdraw.ts';

const commands: Record<string, Command> = {
  check,
  explain,
  build,
  start,
  new: create,
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
async function run(argv: readonly string[]): Promise<number> {
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

// A reader that has read enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
// Astro has no other way to be told.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.exitCode = await run(process.argv.slice(2));
