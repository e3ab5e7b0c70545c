import { type Problem, startOf } from '../problem.ts';
import { locateFiles, locateRecords, type PolicyLocation, type RecordLocation } from '../read/location.ts';
import { parseYaml } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import type { Chain } from '../versions/chain.ts';
import { type ReadLink, readChain } from '../versions/read-chain.ts';
import type { Sources } from './compile-model.ts';

/** The former names of each policy of a product by its slug, as far as its file can be read: slugs of the same product. */
export function formerSlugs(
  policies: readonly PolicyLocation[],
  sources: Sources,
): ReadonlyMap<string, string[]> {
  return new Map(policies.map(({ slug, path }) => [slug, formerlyIn(path, sources.read(path))]));
}

/** The chains of all policies of a folder, whatever state their texts are in. */
export function chainsIn(sources: Sources): Chain<ReadLink>[] {
  return locateHistories(sources).map(({ policy, records, former }) =>
    readChain(policy, former, records, sources),
  );
}

type LocatedHistory = { policy: string; records: readonly RecordLocation[]; former: readonly string[] };

/** The records of every policy, with the names it had before; one that was renamed may have left them where they were. */
function locateHistories(sources: Sources): LocatedHistory[] {
  const records = locateRecords(sources.found);
  const owners = ownersIn(sources);
  const known = new Set(owners.map(({ name }) => name));
  const ofOwners = owners.map(({ name, former }) => {
    const names = [name, ...former.filter((other) => !known.has(other))];
    return { policy: name, former, records: names.flatMap((own) => records.get(own) ?? []) };
  });
  const claimed = new Set(owners.flatMap(({ name, former }) => [name, ...former]));
  const others = [...records].filter(([policy]) => !claimed.has(policy));
  const orphaned = others.map(([policy, own]) => ({ policy, former: [], records: own }));
  const found = ofOwners.filter(({ records: own }) => own.length > 0);
  return [...found, ...orphaned];
}

/** Every policy of a folder with every name it had, each as `<product>/<slug>`, whatever state its text is in. */
export function ownersIn(sources: Sources): { name: string; former: string[] }[] {
  const { files } = locateFiles(sources.root, sources.found);
  const policies = files.filter((file) => file.kind === 'policy');
  const products = files.filter((file) => file.kind === 'product');
  return policies.map(({ product, slug, path }) => {
    const own = products.find((file) => file.product === product);
    const former = {
      products: own ? formerlyIn(own.path, sources.read(own.path)) : [],
      slugs: formerlyIn(path, sources.read(path)),
    };
    return { name: `${product}/${slug}`, former: formerNames({ product, slug }, former) };
  });
}

/** Reports former names that a policy or product has now, or that two claim: nobody could tell where they lead. */
export function formerNameProblems(sources: Sources): Problem[] {
  const { files } = locateFiles(sources.root, sources.found);
  const policies = files.flatMap((file) =>
    file.kind === 'policy' ? [{ path: file.path, group: file.product, name: file.slug }] : [],
  );
  const products = files.flatMap((file) =>
    file.kind === 'product' ? [{ path: file.path, group: '', name: file.product }] : [],
  );
  return [policies, products].flatMap((named) => claimProblems(named, sources));
}

type Named = { path: string; group: string; name: string };

function claimProblems(named: readonly Named[], sources: Sources): Problem[] {
  const claims = named.flatMap(({ path, group, name: owner }) =>
    formerlyIn(path, sources.read(path)).map((name, index) => ({ path, group, owner, name, index })),
  );
  return claims.flatMap((claim) => {
    const { path, group, name, index } = claim;
    const holder = named.find((other) => other.group === group && other.name === name);
    const rival = claims.find((other) => other !== claim && other.group === group && other.name === name);
    const other = holder ?? rival;
    if (!other) return [];
    const file = parseYaml(`${sources.root}/${path}`, sources.read(path));
    return [
      {
        rule: 'file/former-name',
        severity: 'error',
        message: holder
          ? `Unexpected former name ${name}, expected one that nothing has now.`
          : `Unexpected former name ${name}, expected one that nothing else claims.`,
        place: file.place(['formerly', index], 'value'),
        related: [
          {
            message: holder ? 'What is called so now.' : 'The other claim.',
            place: startOf(`${sources.root}/${other.path}`),
          },
        ],
        help: 'An address leads to one place: leave the name to the one that readers look for there.',
      },
    ];
  });
}

/** The names that a file says its policy or product had, as far as it can be read. */
export function formerlyIn(path: string, bytes: Uint8Array): string[] {
  // Few were renamed, and a policy that is not compiled anew need not be read for it.
  if (!Buffer.from(bytes).includes('formerly')) return [];
  const { value } = parseYaml(path, bytes);
  const names = isMap(value) ? value.formerly : undefined;
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** Every name a policy had, as `<product>/<slug>`: each of its own in each of its product, but for the one it has. */
export function formerNames(
  { product, slug }: { product: string; slug: string },
  former: { products: readonly string[]; slugs: readonly string[] },
): string[] {
  const names = [product, ...former.products].flatMap((id) =>
    [slug, ...former.slugs].map((own) => `${id}/${own}`),
  );
  return names.filter((name) => name !== `${product}/${slug}`);
}
