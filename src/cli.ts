#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { date } from '../schemas/values.ts';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import { type Command, options, refusal } from './commands/command.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { create } from './commands/new.ts';
import { release } from './commands/release.ts';
import { review } from './commands/review.ts';
import { revise } from './commands/revise.ts';
import { start } from './commands/start.ts';
import { verify } from './commands/verify.ts';

const commands: Record<string, Command> = {
  check,
  explain,
  build,
  start,
  new: create,
  revise,
  diff,
  review,
  release,
  verify,
};

const manual = `Usage: policybook <command> [operands] [options]

${Object.values(commands)
  .map((command) => command.manual)
  .join('\n')}

The folder is policies unless you name another. With --as-of YYYY-MM-DD, that day counts as today.
`;

/** Runs one command. Gives the exit code: 0 all well, 1 problems in the policies, 2 a command that makes no sense. */
async function run(argv: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const [name, ...operands] = positionals;
    if (values.help || name === undefined || name === 'help') {
      process.stdout.write(manual);
      return 0;
    }
    return await commandOf(name).run(operands, setDay(values));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    process.stderr.write(`${error.message}\n\n${manual}`);
    return 2;
  }
}

function commandOf(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw refusal(`Unexpected command ${name}, expected ${Object.keys(commands).join(', ')}.`);
  return command;
}

// The pages are made by Astro in this process, and read the day from the environment.
function setDay<T extends { 'as-of'?: string | undefined }>(values: T): T {
  const day = values['as-of'];
  if (day === undefined) return values;
  if (!date.safeParse(day).success) throw refusal(`Unexpected day ${day}, expected a date like 2026-03-31.`);
  process.env.POLICYBOOK_TODAY = day;
  return values;
}

function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(REFUSAL|ERR_PARSE_ARGS)/.test(String(error.code));
}

// A reader that has read enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.exitCode = await run(process.argv.slice(2));
