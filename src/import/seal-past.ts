import type { CompiledPolicy } from '../compile/compile-model.ts';
import type { Problem } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import { sealHead, sealVersion, writeRecord } from '../versions/record.ts';
import { missingWords } from './missing-words.ts';
import type { PastVersion } from './past-texts.ts';
import type { Imported, WrittenPolicy } from './policy-of.ts';
import { policyText } from './policy-text.ts';

/** What was sealed: the files of a history with their paths below the folder of policies, and what was lost. */
export type SealedPast = {
  records: { path: string; text: string }[];
  words: number;
  missing: { version: PastVersion; places: string[] }[];
  faults: { version: PastVersion; problems: Problem[] }[];
};

/** Compiles the text of a policy beside the vendors it names. */
export type CompilePast = (
  policy: string,
  vendors: Imported['vendors'],
) => { compiled: CompiledPolicy } | { problems: Problem[] };

/**
 * Seals the versions of a past on top of each other, each on its own date, and looks for every word of each text on the
 * page that was sealed of it.
 */
export function sealPast(
  versions: readonly PastVersion[],
  { product, slug }: { product: string; slug: string },
  compile: CompilePast,
): SealedPast {
  const policy = `${product}/${slug}`;
  const sealed: SealedPast = { records: [], words: 0, missing: [], faults: [] };
  let previous: string | undefined;
  for (const version of versions) {
    const { text, imported, updated, source } = version;
    const result = compile(policyText(datedPolicy(version)), imported.vendors);
    if ('problems' in result) {
      sealed.faults.push({ version, problems: result.problems });
      continue;
    }
    const seal = { policy, id: updated, day: updated, previous, imported: source };
    const record = sealVersion(result.compiled, seal);
    sealed.records.push({ path: recordPath({ product, slug, name: updated }), text: writeRecord(record) });
    previous = record.digest;
    const { words, missing } = missingWords(text, result.compiled.page, imported.rewritten);
    sealed.words += words;
    if (missing.length > 0) sealed.missing.push({ version, places: missing });
  }
  if (previous) {
    const head = sealHead(policy, sealed.records.length, previous);
    sealed.records.push({ path: recordPath({ product, slug, name: 'head' }), text: writeRecord(head) });
  }
  return sealed;
}

/** What is written of a version: its policy with its date, and what is to be decided in it. */
export function datedPolicy({ imported, updated }: PastVersion): {
  policy: WrittenPolicy;
  questions: Imported['questions'];
} {
  const { sections, cookies, categories, effective, ...head } = imported.policy;
  const dated = { ...head, updated, ...(effective && { effective }) };
  const policy = { ...dated, ...(categories && { categories }), ...(cookies && { cookies }), sections };
  return { policy, questions: imported.questions };
}
