import type { Sources } from '../compile/compile-model.ts';
import { formerlyIn, ownersIn } from '../compile/former-names.ts';
import type { Problem } from '../problem.ts';
import { locateFiles } from '../read/location.ts';

/** What a change calls otherwise: policies (`<product>/<slug>`) and products, by the names they had before it. */
export type Renames = { policies: ReadonlyMap<string, string>; products: ReadonlyMap<string, string> };

/** Finds the policies and products that a change gives another name: those that say what they were called. */
export function renamesIn(before: Sources, after: Sources): Renames {
  const [old, now] = [namesIn(before), namesIn(after)];
  const owners = ownersIn(after).map(({ name, former }) => ({ name, former }));
  const products = locateFiles(after.root, after.found).files.flatMap((file) =>
    file.kind === 'product'
      ? [{ name: file.product, former: formerlyIn(file.path, after.read(file.path)) }]
      : [],
  );
  return {
    policies: renamesOf(owners, old.policies, now.policies),
    products: renamesOf(products, old.products, now.products),
  };
}

type Owner = { name: string; former: readonly string[] };

function renamesOf(
  owners: readonly Owner[],
  old: ReadonlySet<string>,
  now: ReadonlySet<string>,
): Map<string, string> {
  return new Map(
    owners.flatMap(({ name, former }) => {
      const was = old.has(name) ? undefined : former.find((other) => old.has(other) && !now.has(other));
      return was === undefined ? [] : [[was, name] as const];
    }),
  );
}

function namesIn({ root, found }: Sources) {
  const { files } = locateFiles(root, found);
  return {
    policies: new Set(
      files.flatMap((file) => (file.kind === 'policy' ? [`${file.product}/${file.slug}`] : [])),
    ),
    products: new Set(files.flatMap((file) => (file.kind === 'product' ? [file.product] : []))),
  };
}

/** Where a file of a folder of policies lies once its policy or product has another name; `path` is below the folder. */
export function pathNow(path: string, { policies, products }: Renames): string {
  const [product = '', second = '', third = '', ...rest] = path.split('/');
  const isRecord = second === 'history';
  const slug = isRecord ? third : second.replace(/\.yaml$/, '');
  const now = policies.get(`${product}/${slug}`);
  if (now === undefined) return [products.get(product) ?? product, ...path.split('/').slice(1)].join('/');
  return isRecord ? [...now.replace('/', '/history/').split('/'), ...rest].join('/') : `${now}.yaml`;
}

/** Problems as they would have been told before a change, had everything had the name it has now. */
export function asCalledNow(problems: readonly Problem[], root: string, renames: Renames): Problem[] {
  if (renames.policies.size + renames.products.size === 0) return [...problems];
  return problems.map((problem) => {
    const { place, finding } = problem;
    const file = `${root}/${pathNow(place.file.slice(root.length + 1), renames)}`;
    return {
      ...problem,
      place: { ...place, file },
      ...(finding && { finding: { ...finding, subject: subjectNow(finding.subject, renames) } }),
    };
  });
}

function subjectNow(subject: string, { policies, products }: Renames): string {
  return policies.get(subject) ?? products.get(subject) ?? subject;
}
