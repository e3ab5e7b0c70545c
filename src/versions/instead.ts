import { type Problem, startOf } from '../problem.ts';
import { suggestHelp } from '../text/suggest.ts';
import type { Said } from './said.ts';

/** A policy of a product: its names, and what its file says of its end; without that, a fault keeps it from being read. */
type Sibling = { slug: string; former: readonly string[]; said?: Said };

/**
 * Reports policies that lead those who look for them after their end to no other policy: to one that there is not, to
 * themselves, or to one that ends no later. Tells those that lead to one by a name it had before, or that ends later.
 */
export function insteadProblems(root: string, product: string, policies: readonly Sibling[]): Problem[] {
  return policies.flatMap(({ slug, said }) => {
    const { on, instead } = said?.retired ?? {};
    if (on === undefined || instead === undefined) return [];
    const file = `${root}/${product}/${slug}.yaml`;
    const place = said?.places['retired.instead'] ?? startOf(file);
    const others = policies.filter((other) => other.slug !== slug);
    return problemsOf({ slug, on, instead, others, product }).map((problem) => ({ ...problem, place }));
  });
}

type Lead = { slug: string; on: string; instead: string; others: readonly Sibling[]; product: string };

function problemsOf({ slug, on, instead, others, product }: Lead): Omit<Problem, 'place'>[] {
  const found = others.find((other) => other.slug === instead);
  if (found) return endProblems(instead, on, found.said);
  const renamed = others.find(({ former }) => former.includes(`${product}/${instead}`));
  if (renamed)
    return [told(`${instead}, is called ${renamed.slug} now`, `Write \`instead: ${renamed.slug}\`.`)];
  const names = others.map((other) => other.slug);
  const what = instead === slug ? 'which is this policy' : 'which is no policy';
  return [fault(instead, what, `another policy of ${product}`, suggestHelp(instead, names) ?? leaveOut)];
}

const leaveOut = 'Leave `instead` out where no policy takes its place.';

function endProblems(instead: string, on: string, said: Said | undefined): Omit<Problem, 'place'>[] {
  const end = said?.retired;
  if (!end) return [];
  const help = end.instead
    ? `Name the one that takes the place of both, such as \`${end.instead}\`, or leave \`instead\` out.`
    : leaveOut;
  if (end.on <= on)
    return [fault(instead, `which ends on ${end.on} itself`, `one that is there after ${on}`, help)];
  return [told(`${instead}, ends as well, on ${end.on}; from then on readers are led on from there`, help)];
}

function fault(instead: string, what: string, expected: string, help: string): Omit<Problem, 'place'> {
  const message = `Unexpected \`instead: ${instead}\`, ${what}, expected ${expected}.`;
  return { rule: 'version/instead', severity: 'error', message, help };
}

function told(what: string, help: string): Omit<Problem, 'place'> {
  return {
    rule: 'version/instead-moved',
    severity: 'info',
    message: `The policy to read instead, ${what}.`,
    help,
  };
}
