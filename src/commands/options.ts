import { parseArgs } from 'node:util';
import { date } from '../../schemas/values.ts';
import { suggest } from '../text/suggest.ts';

// What a command can be told. Each option is declared once, in the file of its command: the manual, what is refused and
// the types of the values all follow from that.

// An option: one of some words, another value, or a flag.
type Option =
  | { help: string; choices: readonly string[]; usual: string }
  | { help: string; value: string }
  | { help: string };

type Options = Readonly<Record<string, Option>>;

// The values of declared options, as a command reads them.
type Values<O extends Options> = {
  [Name in keyof O]: O[Name] extends { choices: readonly (infer Choice)[] }
    ? Choice
    : O[Name] extends { value: string }
      ? string | undefined
      : boolean;
};

/** What a command declares of itself. */
type Declaration<O extends Options> = {
  usage: string;
  /** What it does, in lines. */
  about: readonly string[];
  options: O;
  /** Gives the exit code. */
  run(operands: readonly string[], values: Values<O>): number | Promise<number>;
};

/** A command: its part of the manual, and what it does with the arguments after its name. It gives the exit code. */
export type Command = {
  usage: string;
  about: readonly string[];
  options: Options;
  run(args: readonly string[]): number | Promise<number>;
};

/** The options that several commands have, told once in the manual. */
export const inProject = {
  project: { value: '<folder>', help: 'the project, with policies/, site/ and dist/ (here)' },
} as const;
export const onDay = { 'as-of': { value: '<date>', help: 'the day that counts as today' } } as const;
export const beStrict = {
  strict: { help: 'stop also where something is still to be filled in (TODO)' },
} as const;
export const ofFolder = { folder: { value: '<folder>', help: 'where the policies lie (policies)' } } as const;
const shared: Options = { ...inProject, ...ofFolder, ...onDay };

/** What is thrown where a command was called in a way that makes no sense. */
export function refusal(message: string): Error {
  return Object.assign(new Error(message), { code: 'REFUSAL' });
}

/** The sentence of an error where a command was called in a way that makes no sense; none where it is another. */
export function refusalIn(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && error.code === 'REFUSAL' ? error.message : undefined;
}

/** Makes a command from what it declares. */
export function declareCommand<const O extends Options>(declaration: Declaration<O>): Command {
  return {
    ...declaration,
    run(args) {
      const { values, positionals } = parse(args, declaration.options);
      if (values.help) return printHelp(declaration);
      const read = Object.entries(declaration.options).map(([name, option]) => [
        name,
        readValue(name, option, values[name]),
      ]);
      // Each option has the value its declaration asks for.
      return declaration.run(positionals, Object.fromEntries(read) as Values<O>);
    },
  };
}

function parse(args: readonly string[], declared: Options) {
  try {
    const options = parserOptions(declared);
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
    const named = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = named.find((name, index) => named.indexOf(name) < index);
    if (twice) throw refusal(`Unexpected second --${twice}, expected it once.`);
    const empty = parsed.tokens.find((token) => 'value' in token && token.value?.trim() === '');
    if (empty?.kind === 'option')
      throw refusal(`Unexpected --${empty.name} without a value, expected one after it.`);
    if (empty) throw refusal('Unexpected empty text among the arguments, expected a name or a path.');
    return parsed;
  } catch (error) {
    throw isParseError(error) ? unfitOption(error.message, Object.keys(declared), args) : error;
  }
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** What the parser of Node says of an option, said as we say it. */
export function unfitOption(said: string, known: readonly string[], args: readonly string[] = []): Error {
  const [, option = ''] = /'(?:-\w, )?(--?[^'\s]+)/.exec(said) ?? [];
  if (said.startsWith('Unknown')) {
    // Of a word behind one hyphen the parser sees its letters.
    const whole = args.find((arg) => /^-[a-z]{2}/.test(arg) && arg.includes(option.slice(1))) ?? option;
    const [name = ''] = whole.replace(/^-+/, '').split('=');
    // Other tools have it longer, as --output, or in one letter, as -o.
    const starting = known.filter((one) => one.startsWith(name) || (name.startsWith(one) && one.length > 1));
    const near = suggest(name, [...known, 'help']) ?? (starting.length === 1 ? starting[0] : undefined);
    return refusal(
      `Unexpected option ${whole}, expected ${near ? `--${near}` : 'one that the command has'}.`,
    );
  }
  if (said.includes('does not take'))
    return refusal(`Unexpected value of ${option}, expected the option alone.`);
  // What begins with a hyphen is an option to the parser.
  const next = args[args.indexOf(option) + 1] ?? '';
  return refusal(
    /^-\d/.test(next)
      ? `Unexpected ${option} ${next}, expected a value that is not below 0.`
      : `Unexpected ${option} without a value, expected one after it.`,
  );
}

type ParserOptions = Record<string, { type: 'string' | 'boolean'; short?: string }>;

/** Which options there are, as the parser of Node wants to know it; --help is always one. */
export function parserOptions(options: Options): ParserOptions {
  const types: ParserOptions = { help: { type: 'boolean', short: 'h' } };
  for (const [name, option] of Object.entries(options))
    types[name] = { type: isFlag(option) ? 'boolean' : 'string' };
  return types;
}

function isFlag(option: Option): boolean {
  return !('choices' in option) && !('value' in option);
}

type Given = ReturnType<typeof parseArgs>['values'][string];

function readValue(name: string, option: Option, given: Given) {
  if (isFlag(option)) return given === true;
  if (!('choices' in option)) return given;
  const { choices, usual } = option;
  const found = choices.find((choice) => choice === (given ?? usual));
  if (found === undefined) throw refusal(`Unexpected ${name} ${given}, expected ${choices.join(', ')}.`);
  return found;
}

function printHelp(command: Pick<Command, 'usage' | 'about' | 'options'>): number {
  const lines = [...command.about, ...Object.entries(command.options).map(optionLine)];
  process.stdout.write(`Usage: policybook ${command.usage} [options]\n\n${indent(lines, 2)}\n`);
  return 0;
}

/** The manual of all commands. */
export function manualOf(commands: readonly Command[]): string {
  return `Usage: policybook <command> [operands] [options]

${commands.map(manualPart).join('\n')}

The folder is policies unless you name another. Commands that read or write policies also have
${indent(Object.entries(shared).map(optionLine), 2)}
and policybook <command> --help says which of them.
`;
}

function manualPart({ usage, about: [first = '', ...more], options }: Command): string {
  const own = Object.entries(options).filter(([name]) => !Object.hasOwn(shared, name));
  const head = `  ${usage.padEnd(16)}  ${first}`;
  const rest = indent([...more, ...own.map(optionLine)], 20);
  return rest ? `${head}\n${rest}` : head;
}

function optionLine([name, option]: [string, Option]): string {
  const value = 'choices' in option ? option.choices.join('|') : 'value' in option ? option.value : '';
  const help = 'choices' in option ? `${option.help} (${option.usual})` : option.help;
  return `${`--${name} ${value}`.trimEnd().padEnd(28)}  ${help}`;
}

function indent(lines: readonly string[], width: number): string {
  return lines.map((line) => `${' '.repeat(width)}${line}`).join('\n');
}

/** A day that was named, which must be one. */
export function dayOf(day: string | undefined): string | undefined {
  if (day !== undefined && !date.safeParse(day).success)
    throw refusal(`Unexpected day ${day}, expected a date like 2026-03-31.`);
  return day;
}

/** A port that was named, which must be one; 4321 unless told. */
export function portOf(port = '4321'): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw refusal(`Unexpected port ${port}, expected a number up to 65535.`);
  return Number(port);
}
