import { basename, dirname } from 'node:path';
import { readPastText } from '../doors/git.ts';
import { writeWhole } from '../doors/write.ts';
import { type ParsedFile, parseYaml } from '../read/parse.ts';
import { valueAt } from '../read/shape.ts';
import type { PlacedVersion } from '../site/policy-standing.ts';
import { appendText, editText, linesOf } from '../versions/edit-text.ts';
import { versionInForce } from '../versions/timeline.ts';
import { declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';
import { done, nothingDone, type PolicyInHand, policyInHand } from './policy-file.ts';

export const withdraw = declareCommand({
  usage: 'withdraw <product>/<policy> <version>',
  about: ['Take back an announced version, and put back the text in force.'],
  options: {
    because: { value: '<reason>', help: 'why; readers see it' },
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  run([operand, id, ...others], { because, ...told }) {
    if (id === undefined || others.length > 0)
      throw refusal('Unexpected operands, expected a policy and a version of it.');
    if (because === undefined) throw refusal('Unexpected withdrawal without a reason, expected --because.');
    const policy = policyInHand(operand, told);
    const version = policy.published.find((candidate) => candidate.id === id);
    const refused = refusedBecause(policy, id, version);
    if (!version || refused) return nothingDone(refused ?? '');
    return takeBack(policy, version, because);
  },
});

function refusedBecause(
  { name, published, file }: PolicyInHand,
  id: string,
  version: PlacedVersion | undefined,
): string | undefined {
  const announced = published.filter(({ status }) => status === 'upcoming').map((one) => one.id);
  const expected = `expected one that is announced: ${announced.join(', ') || 'none is'}.`;
  if (!version) return `Unexpected version ${id} of ${name}, ${expected}`;
  if (version.status !== 'upcoming')
    return `Unexpected version ${id} of ${name}, which is ${version.status.replace('-', ' ')}, ${expected} To change what is in force, publish another text, or retire the policy.`;
  const written: unknown = valueAt(file.value, ['withdrawn']);
  const isTaken = Array.isArray(written) && written.some((entry) => valueAt(entry, ['version']) === id);
  return isTaken ? `${id} is taken back in the file already: release it.` : undefined;
}

const place = ['title', 'updated', 'effective', 'change'];

function takeBack(policy: PolicyInHand, version: PlacedVersion, because: string): number {
  const { path, file } = policy;
  const entry = { version: version.id, because };
  // The file may hold another text by now: then it stays.
  const isHeld = valueAt(file.value, ['updated']) === version.date && policy.published.at(-1) === version;
  const inForce = versionInForce(policy.standing.versions);
  const back = isHeld && inForce ? textInForce(policy, inForce) : undefined;
  const text = appendText(back?.file ?? file, { key: 'withdrawn', entry }, place);
  if (text === undefined)
    throw refusal(`Unexpected problems in ${path}, expected a file that can be read: run check.`);
  writeWhole(path, text);
  return done(
    `Wrote to ${path}: ${version.id} is taken back.`,
    ...(back && inForce
      ? [`Put back the text of ${inForce.id}, as it was committed in ${back.commit.slice(0, 12)}.`]
      : []),
    ...(isHeld && !back ? [stillHeld(policy, version, inForce)] : []),
    `After the release readers see on the page of ${version.id} that it was taken back, on which day and why. It is announced nowhere any more${inForce ? `, and ${inForce.id} stays in force` : ''}.`,
  );
}

function stillHeld(
  { path }: PolicyInHand,
  version: PlacedVersion,
  inForce: PlacedVersion | undefined,
): string {
  if (!inForce) return `${path} still holds the text of ${version.id}: no version is in force to put back.`;
  return `${path} still holds the text of ${version.id}, and git knows no text of ${inForce.id} to put back. Put it back by hand, from its record or its page, with \`updated: ${inForce.date}\`; or leave it, and change it with the next version.`;
}

// What the file says of other versions, and of its own name and end, is newer than the text.
function textInForce(
  { path, file }: PolicyInHand,
  { date }: PlacedVersion,
): { file: ParsedFile; commit: string } | undefined {
  const isSought = (bytes: Uint8Array) => valueAt(parseYaml(path, bytes).value, ['updated']) === date;
  const found = readPastText(dirname(path), basename(path), isSought);
  if (!found) return undefined;
  const past = parseYaml(path, found.bytes);
  const kept = ['withdrawn', 'retired', 'formerly'].flatMap((key) => {
    const value: unknown = valueAt(file.value, [key]);
    return value === undefined ? [] : [{ key, lines: linesOf(key, value) }];
  });
  const text = editText(past, kept, place);
  return text === undefined
    ? undefined
    : { file: parseYaml(path, new TextEncoder().encode(text)), commit: found.commit };
}
