import type { Sources } from '../compile/compile-model.ts';
import { ownersIn } from '../compile/former-names.ts';
import type { Problem } from '../problem.ts';
import { recordFilesOf, touchedRecords } from '../versions/touched-records.ts';

/**
 * Reports the records a folder had where a change began, and no longer has byte for byte. Those of a policy that was
 * renamed may lie under any name it has or had.
 */
export function missingRecords(before: Sources, after: Sources, base?: { ref: string }): Problem[] {
  const names = new Map<string, string[]>();
  for (const { name, former } of ownersIn(after))
    for (const own of [name, ...former]) names.set(own, [...(names.get(own) ?? []), name, ...former]);
  const movedTo = (path: string) => {
    const [product, history, slug, ...rest] = path.split('/');
    const others = names.get(`${product}/${slug}`) ?? [];
    return others.map((name) => [...name.replace('/', `/${history}/`).split('/'), ...rest].join('/'));
  };
  return touchedRecords(recordFilesOf(before), recordFilesOf(after), { ref: base?.ref, movedTo });
}
