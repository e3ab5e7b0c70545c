import { createInterface } from 'node:readline/promises';
import { email, text, url } from '../../schemas/values.ts';
import { findTextFaults } from '../read/characters.ts';
import { show } from '../read/excerpt.ts';
import { markInName } from '../text/foreign-marks.ts';
import { refusal } from './options.ts';

// What a person is asked before a repository is begun.

/** What is known of a company; what nobody answered is not there. */
export type Answers = {
  company?: string | undefined;
  product?: string | undefined;
  url?: string | undefined;
  email?: string | undefined;
  host?: string | undefined;
};

type Question = {
  ask: string;
  expects: string;
  isFit(answer: string): boolean;
};

const isName = (answer: string) =>
  answer.length <= 120 &&
  answer.trim() === answer &&
  text.safeParse(answer).success &&
  !/\{\{|\}\}/.test(answer) &&
  markInName(answer) === undefined &&
  findTextFaults(answer).length === 0;

const questions: Record<keyof Answers, Question> = {
  company: {
    ask: 'The legal name of the company',
    expects: 'a name on one line, of at most 120 characters, without {{ and marks',
    isFit: isName,
  },
  product: {
    ask: 'The name of the product, as readers know it',
    expects: 'a name on one line, of at most 120 characters, without {{ and marks',
    isFit: isName,
  },
  url: {
    ask: 'Where the policies will be published (https://…)',
    expects: 'a web address that starts with https://',
    isFit: (answer) => url.safeParse(answer).success,
  },
  email: {
    ask: 'Where people write about their data (e-mail)',
    expects: 'an e-mail address like privacy@example.com',
    isFit: (answer) => email.safeParse(answer).success,
  },
  host: {
    ask: 'Where the repository lies (github or gitlab)',
    expects: 'github or gitlab',
    isFit: (answer) => answer === 'github' || answer === 'gitlab',
  },
};

// The keys of the questions, in the order they are asked.
const keys = Object.keys(questions) as (keyof Answers)[];

type Told = Answers & { yes: boolean };

/** What was told, and what is asked where something was not; refused where nobody can be asked, or an answer does not fit. */
export async function answersFrom(told: Told): Promise<Answers> {
  for (const key of keys) {
    const fault = faultOf(key, told[key]);
    if (fault) throw refusal(fault);
  }
  const open = keys.filter((key) => told[key] === undefined);
  const isTold = open.every((key) => key === 'host');
  if (told.yes || isTold) return told;
  if (!process.stdin.isTTY)
    throw refusal(
      `Unexpected input that is no terminal, expected --yes, or ${open.map((key) => `--${key}`).join(', ')}: nobody can be asked.`,
    );
  return { ...told, ...(await ask(open)) };
}

/** What is wrong with an answer, in a sentence. */
export function faultOf(key: keyof Answers, answer: string | undefined): string | undefined {
  const { expects, isFit } = questions[key];
  return answer === undefined || isFit(answer)
    ? undefined
    : `Unexpected ${key} ${show(answer)}, expected ${expects}.`;
}

/** Asks in a terminal; what is left empty stays to be filled in. */
async function ask(open: readonly (keyof Answers)[]): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(refusal('Unexpected end of the answers. Nothing was written.')));
  });
  // Nobody waits for it once all is answered.
  ended.catch(() => undefined);
  const answers: Answers = {};
  process.stdout.write('Enter leaves a question open: the place is marked TODO.\n');
  for (const key of open) {
    for (let isOpen = true; isOpen; ) {
      const given = await Promise.race([terminal.question(`${questions[key].ask}: `), ended]);
      const answer = given.trim() || undefined;
      const fault = faultOf(key, answer);
      if (fault) process.stdout.write(`${fault}\n`);
      else answers[key] = answer;
      isOpen = fault !== undefined;
    }
  }
  terminal.close();
  return answers;
}
