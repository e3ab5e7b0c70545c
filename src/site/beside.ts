import type { Beside } from '../compare/changes/moved.ts';
import type { CompiledPolicy, PolicyEntry, ProductEntry } from '../compile/compile-model.ts';
import type { Problem } from '../problem.ts';
import { unsaidChange } from '../versions/change-block.ts';
import { judgementProblem, reasonsBetween } from '../versions/judgement.ts';
import { lastStanding } from '../versions/published.ts';
import type { VersionEntry } from '../versions/versions.ts';
import type { Comparable } from './comparable.ts';
import type { PolicyStanding } from './policy-standing.ts';

/** A compiled folder, as far as policies are looked at beside each other. */
type Policies = {
  products: readonly ProductEntry[];
  standings: ReadonlyMap<string, PolicyStanding>;
  readCompiled(entry: { key: string }): CompiledPolicy;
  /** A version, as it is compared with others. */
  comparable(version: VersionEntry): Comparable;
  root: string;
};

/** The other policies of a product: each as readers have it now, and as it is being edited. */
export function besideWorking(
  { product, slug }: Pick<PolicyEntry, 'product' | 'slug'>,
  { products, standings, readCompiled }: Omit<Policies, 'comparable' | 'root'>,
): Beside[] {
  const others = products.find(({ id }) => id === product)?.policies ?? [];
  return others
    .filter((other) => other.slug !== slug)
    .map((other) => {
      const current = standings.get(`${product}/${other.slug}`)?.current;
      return {
        before: current && !current.isProposed ? readCompiled(current).policy : undefined,
        after: readCompiled(other).policy,
      };
    });
}

/**
 * What was found of new versions alone, judged again beside the other policies of their product: what moved from one to
 * another is neither more nor less, and needs nobody to say whether it matters.
 */
export function judgedBeside(problems: readonly Problem[], policies: Policies): Problem[] {
  return problems.flatMap((problem) => {
    const { rule, place } = problem;
    if (rule !== 'version/judgement' && rule !== 'version/change-unjudged') return [problem];
    const standing = policies.standings.get(place.file.slice(policies.root.length + 1, -'.yaml'.length));
    const reasons = standing && reasonsOf(standing.entry, policies);
    if (!standing || !reasons) return [problem];
    if (reasons.length > 0) return [judgementProblem(rule, { place, reasons })];
    return standing.entry.said.change ? [] : [unsaidChange(place)];
  });
}

function reasonsOf(entry: PolicyEntry, policies: Policies): string[] | undefined {
  const { change, withdrawn = [] } = entry.said;
  const others = [...withdrawn.map(({ version }) => version), change?.insteadOf ?? ''];
  const before = lastStanding(entry.versions, entry.acts, others);
  if (!before) return undefined;
  const after = policies.readCompiled(entry);
  return reasonsBetween(policies.comparable(before), after, besideWorking(entry, policies));
}
