import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { type LateAct, lateActs } from '../versions/pending.ts';
import { changedSince, lastStanding } from '../versions/published.ts';
import type { Placed } from '../versions/timeline.ts';
import type { VersionEntry } from '../versions/versions.ts';
import type { Standing } from './review-model.ts';
import { standingSentence } from './sentences.ts';
import type { Opened, PolicyText, Side } from './side.ts';

// What a text is beside what is published of it. A version that the change itself seals is not published yet: who
// reviews it approves its release.

/** The versions of a policy, as a change finds them and as it leaves them. */
export type Versions = {
  /** Those that were published before it. */
  known: readonly Placed<VersionEntry>[];
  /** Those that it brings: sealed by it, or still to be. */
  brought: readonly Placed<VersionEntry>[];
  /** The last published one that it lets stand. */
  last: Opened | undefined;
  /** The published one that readers compare the text with: none that it takes the place of. */
  told: Opened | undefined;
  /** The last that stands before the one it brings, itself brought or not. */
  newest: VersionEntry | undefined;
};

/** Tells the versions that were published before a change from those that it brings. */
export function versionsOf(after: PolicyText, before: Side): Versions {
  const versions = after.standing?.versions ?? [];
  const acts = after.standing?.acts ?? [];
  const sealed = before.sealedOf([after.name, ...(after.entry?.former ?? [])]);
  const digests = new Set(sealed.map(({ digest }) => digest));
  const known = versions.filter(({ digest }) => digest !== undefined && digests.has(digest));
  const brought = versions.filter((version) => !known.includes(version));
  const withdrawn = withdrawnIn(after);
  // One that took effect meanwhile is followed, not replaced.
  const replaced = brought
    .flatMap(({ insteadOf }) => insteadOf ?? [])
    .filter((id) =>
      known.some((own) => own.id === id && (own.status === 'upcoming' || own.status === 'replaced')),
    );
  const open = (others: readonly string[]) => {
    const version = lastStanding(known, acts, others);
    return version && after.open(version);
  };
  const newest = lastStanding([...known, ...brought.slice(0, -1)], acts, withdrawn);
  return { known, brought, last: open(withdrawn), told: open([...withdrawn, ...replaced]), newest };
}

/** The versions that the file of a policy takes back, as long as that can be done. */
export function withdrawnIn(text: PolicyText): string[] {
  const late = new Set(lateIn(text).flatMap(({ act }) => (act.type === 'withdrawal' ? [act.version] : [])));
  return (text.entry?.said.withdrawn ?? []).map(({ version }) => version).filter((id) => !late.has(id));
}

/** What its file says happened that comes too late: a version that has taken effect, or a policy that has ended. */
export function lateIn({ entry, standing }: PolicyText): LateAct[] {
  const { versions = [], acts = [], today = '' } = standing ?? {};
  return lateActs(entry?.pending ?? [], { versions, acts, today });
}

/** Says what a text is beside its versions; `before` is the policy as it was. */
export function standingOf(
  policy: ResolvedPolicy,
  versions: Versions,
  { before, after }: { before: PolicyText | undefined; after: PolicyText },
): Standing {
  const { kind, of = versions.last?.id } = kindOf(policy, versions, { before, after });
  const isSealed = kind === 'new-version' && versions.brought.at(-1)?.isProposed === false;
  const standing = { kind, ...(of && { published: of }), ...(isSealed && { isSealed }) };
  return { ...standing, sentence: standingSentence(standing) };
}

function kindOf(
  policy: ResolvedPolicy,
  { known, brought, last, newest }: Versions,
  { before, after }: { before: PolicyText | undefined; after: PolicyText },
): { kind: Standing['kind']; of?: string } {
  const { updated } = policy;
  if (!updated) return { kind: 'undated' };
  const says = (version: VersionEntry) => saysTheSame(version, policy, after);
  const next = brought.at(-1);
  if (next && (next.isProposed || says(next))) {
    if (newest && newest.date > updated) return { kind: 'backdated', of: newest.id };
    const isEdited = next.isProposed && proposedIn(before) === next.id;
    return { kind: isEdited ? 'unreleased-edited' : 'new-version' };
  }
  const same = known.findLast((version) => version.date === updated && says(version));
  if (!same) return { kind: 'published-edited' };
  return { kind: same.id === last?.id ? 'as-published' : 'as-taken-back', of: same.id };
}

function saysTheSame(version: VersionEntry, policy: ResolvedPolicy, after: PolicyText): boolean {
  const opened = after.open(version);
  return opened !== undefined && changedSince(opened.record, policy).length === 0;
}

function proposedIn(text: PolicyText | undefined): string | undefined {
  return text?.standing?.versions.find(({ isProposed }) => isProposed)?.id;
}
