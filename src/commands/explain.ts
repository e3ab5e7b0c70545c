import { type Rule, rules } from '../problem.ts';
import { notice } from '../reports/report.ts';
import { heldRules } from '../rules/checked-before.ts';
import { knownCookieHint } from '../rules/hints.ts';
import { allRules, findRule } from '../rules/packs.ts';
import type { Example, PolicyRule } from '../rules/rule.ts';
import { filesOf, howHeld, ruleFacts, standingOf } from '../site/handbook.ts';
import { suggest } from '../text/suggest.ts';
import { declareCommand, refusal } from './options.ts';

export const explain = declareCommand({
  usage: 'explain [rule]',
  about: ['Say what a rule looks for, why, what it cites, with an example; without one, list all.'],
  options: {},
  run([id, ...others]) {
    if (others.length > 0) throw refusal(`Unexpected ${others.join(' ')}, expected one rule.`);
    process.stdout.write(id === undefined ? listing() : explanation(id));
    return 0;
  },
});

function listing(): string {
  const width = Math.max(
    ...allRules.map((rule) => rule.id.length),
    ...Object.keys(rules).map((id) => id.length),
  );
  const line = (id: string, severity: string, summary: string) =>
    `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`;
  const found = allRules.map(({ id, severity, summary }) => line(id, severity, summary));
  const refused = Object.entries(rules).map(([id, summary]) => line(id, 'fault', summary));
  return [`${notice}\n\n`, ...found, '\n', ...refused].join('');
}

function explanation(id: string): string {
  const rule = findRule(id);
  if (rule) return explainRule(rule);
  if (Object.hasOwn(rules, id))
    return `${id}: ${rules[id as Rule]}${isTold(id as Rule) ? '' : ' A file with this fault is not published.'}\n`;
  const held = heldRules.find((candidate) => candidate.id === id);
  if (held) return `${id}: ${held.summary} ${howHeld(held)}\n`;
  if (id === knownCookieHint.id)
    return `${id}: ${knownCookieHint.summary} ${knownCookieHint.why} A hint is no finding.\n`;
  const known = [...allRules.map((candidate) => candidate.id), ...Object.keys(rules)];
  // Without its pack, a name can be that of one rule.
  const named = known.filter((one) => one.endsWith(`/${id}`));
  const meant = suggest(id, known) ?? (named.length === 1 ? named[0] : undefined);
  throw refusal(`Unexpected rule ${id}, expected ${meant ?? 'one of those `policybook explain` lists'}.`);
}

// Their sentences say that they stop nothing, or that they are warnings.
function isTold(id: Rule): boolean {
  return /(stops nothing|a warning)\.$/.test(rules[id]);
}

function explainRule(rule: PolicyRule): string {
  const { id, summary, why, cites, examples } = rule;
  const { problem } = examples.notOk;
  const lines = [
    `${id}: ${summary}`,
    '',
    why,
    '',
    ...ruleFacts(rule).map(([term, words]) => `${term}: ${words}`),
    '',
    ...cites.flatMap((cite) => [`Cites ${cite.text} (${standingOf(cite)})`, `  ${cite.url}`]),
    '',
    'An example without a finding:',
    ...exampleLines(examples.ok),
    '',
    'An example with one:',
    ...exampleLines(examples.notOk),
    '',
    `  ${problem.at}: ${problem.message}`,
    '',
    notice,
  ];
  return `${lines.join('\n')}\n`;
}

function exampleLines(example: Example): string[] {
  return filesOf(example).flatMap(({ name, text }) => [
    '',
    `  # ${name}`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`.trimEnd()),
  ]);
}
