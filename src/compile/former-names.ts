import { mostFormerNames } from '../../schemas/values.ts';
import { makeMemory, oncePer } from '../memory.ts';
import { type Place, type Problem, startOf } from '../problem.ts';
import { locateFiles, locateRecords, type PolicyLocation, type RecordLocation } from '../read/location.ts';
import { type ParsedFile, parseYaml } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import type { Chain } from '../versions/chain.ts';
import { type ReadLink, readChain } from '../versions/read-chain.ts';
import type { Sources } from './compile-model.ts';

/** The former names of each policy of a product by its slug, as far as its file can be read: slugs of the same product. */
export function formerSlugs(
  policies: readonly PolicyLocation[],
  sources: Sources,
): ReadonlyMap<string, string[]> {
  return new Map(policies.map(({ slug, path }) => [slug, formerlyAt(path, sources)]));
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
  const products = new Map(
    files.flatMap((file) => (file.kind === 'product' ? [[file.product, file.path] as const] : [])),
  );
  return policies.map(({ product, slug, path }) => {
    const own = products.get(product);
    const former = {
      products: own === undefined ? [] : formerlyAt(own, sources),
      slugs: formerlyAt(path, sources),
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

type Claim = Named & { index: number };

function claimProblems(named: readonly Named[], sources: Sources): Problem[] {
  const claims = named.flatMap(({ path, group }) =>
    formerlyAt(path, sources).map((name, index): Claim => ({ path, group, name, index })),
  );
  const keyOf = ({ group, name }: Named) => `${group}/${name}`;
  const holders = new Map(named.map((one) => [keyOf(one), one]));
  const rivals = Map.groupBy(claims, keyOf);
  const contested = claims.filter((claim) => {
    const key = keyOf(claim);
    return holders.has(key) || (rivals.get(key)?.length ?? 0) > 1;
  });
  return [...Map.groupBy(contested, ({ path }) => path)].flatMap(([path, own]) => {
    const file = parseYaml(`${sources.root}/${path}`, sources.read(path));
    return own.map((claim) => {
      const holder = holders.get(keyOf(claim));
      const other = holder ?? rivals.get(keyOf(claim))?.find((one) => one !== claim);
      return describeClaim(claim, file, holder !== undefined, startOf(`${sources.root}/${other?.path}`));
    });
  });
}

function describeClaim({ name, index }: Claim, file: ParsedFile, isHeld: boolean, other: Place): Problem {
  return {
    rule: 'file/former-name',
    severity: 'error',
    message: `Unexpected former name ${name}, expected one that nothing ${isHeld ? 'has now' : 'else claims'}.`,
    place: file.place(['formerly', index], 'value'),
    related: [{ message: isHeld ? 'What is called so now.' : 'The other claim.', place: other }],
    help: 'An address leads to one place: leave the name to the one that readers look for there.',
  };
}

function formerlyAt(path: string, sources: Sources): string[] {
  return rememberedNames(sources)(path, () => formerlyIn(path, sources.read(path)));
}

// All files of a folder are asked for theirs more than once.
const rememberedNames = oncePer((_sources: Sources) => makeMemory<string[]>(Number.POSITIVE_INFINITY));

/** The names that a file says its policy or product had, as far as it can be read. */
export function formerlyIn(path: string, bytes: Uint8Array): string[] {
  // Few were renamed, and a policy that is not compiled anew need not be read for it.
  const { buffer, byteOffset, length } = bytes;
  if (!Buffer.from(buffer, byteOffset, length).includes('formerly')) return [];
  const { value } = parseYaml(path, bytes);
  const names = isMap(value) ? value.formerly : namesBesideFault(bytes);
  return Array.isArray(names)
    ? names.filter((name) => typeof name === 'string').slice(0, mostFormerNames)
    : [];
}

// A slip elsewhere in a file takes nothing from its records.
function namesBesideFault(bytes: Uint8Array): string[] {
  const text = new TextDecoder().decode(bytes);
  const [, line = '', below = ''] =
    /^formerly:[ \t]*(?:\[([^\]\n]*)\]|((?:\n[ \t]*- [^\n]*)+))/m.exec(text) ?? [];
  return (line + below).match(/[a-z][a-z0-9-]*/g) ?? [];
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
