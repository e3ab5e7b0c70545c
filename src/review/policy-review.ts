import { type Change, changesBetween, inPlainText, proposeMaterial } from '../compare/changes/changes.ts';
import { tellMoved } from '../compare/changes/moved.ts';
import { redline } from '../compare/redline/redline.ts';
import type { Redline } from '../compare/redline/redline-model.ts';
import type { CompiledPolicy } from '../compile/compile-model.ts';
import { anchorsOf, toPage } from '../page/page.ts';
import type { SiteFacts } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { writtenOf } from '../resolve/written.ts';
import { proseText } from '../text/prose.ts';
import { readerOf } from '../text/show.ts';
import { changedFields, changedSince } from '../versions/published.ts';
import { daysSentence } from './days.ts';
import { noticeOf } from './notice.ts';
import type { Materiality, PolicyReview, ReviewChange, Standing } from './review-model.ts';
import { materialitySentence, standingSentence } from './sentences.ts';
import type { PolicyText, Side } from './side.ts';
import { standingOf, type Versions, versionsOf } from './standing.ts';
import { actSentences, changeBlockSentences, waitingSentences } from './waiting.ts';

type Context = { today: string; preview?: string; before: Side; after: Side; problems: readonly Problem[] };

/** Says what a change does to a policy; `undefined` where its text stays, or cannot be read. */
export function reviewPolicy(
  before: PolicyText | undefined,
  after: PolicyText | undefined,
  context: Context,
): PolicyReview | undefined {
  if (after) return after.compiled && reviewText(before, after, after.compiled, context);
  return before && reviewRemoved(before, context.before);
}

function reviewRemoved(before: PolicyText, side: Side): PolicyReview {
  const { compiled } = before;
  const published = side.sealedOf([before.name, ...(before.entry?.former ?? [])]).at(-1)?.id;
  const standing = { kind: 'removed' as const, ...(published && { published }) };
  return {
    ...nameOf(before, compiled?.policy),
    change: 'removed',
    isEdited: true,
    dates: datesOf(compiled?.policy),
    standing: { ...standing, sentence: standingSentence(standing) },
    comparedWith: 'nothing',
    changes: [],
    changeBlock: [],
    waiting: [],
    acts: [],
    lostAnchors: [],
  };
}

function reviewText(
  before: PolicyText | undefined,
  after: PolicyText,
  compiled: CompiledPolicy,
  context: Context,
): PolicyReview | undefined {
  const { policy } = compiled;
  const sides = { before, after };
  const old = before?.compiled && renamed(before.compiled, policy, context.after.site);
  const isKept = old !== undefined && isSameText(old.policy, policy);
  // Most policies stay as they are, and of these nothing more is read.
  if (isKept && before?.name === after.name && isSameStanding(before, after)) return undefined;
  const versions = versionsOf(after, context.before);
  const acts = actSentences(sides, versions);
  if (isKept && acts.length === 0 && versions.brought.every(({ isProposed }) => isProposed)) return undefined;
  const last = versions.last && asCompiled(versions.last.policy, context.after.site);
  const base = old ?? (before && last);
  if (!old && base && isSameText(base.policy, policy) && acts.length === 0) return undefined;
  const standing = standingOf(policy, versions, sides);
  const page = isShown(standing) ? pageOf(after, policy, versions, context) : undefined;
  const compared = base && compareTexts(base, compiled);
  const changes = movedIn(compared?.changes ?? [], { base, compiled, name: after.name }, context);
  const days = isToCome(standing) && daysSentence(policy, { ...releaseOf(versions), today: context.today });
  return {
    ...nameOf(after, policy),
    change: !before ? 'added' : base && isSameText(base.policy, policy) ? 'kept' : 'changed',
    isEdited: before?.digest !== after.digest || before?.name !== after.name,
    dates: datesOf(policy),
    ...(days && { days }),
    standing,
    comparedWith: old ? 'base' : base ? 'published' : 'nothing',
    changes: changes.map((change) => shownChange(change, page, compiled)),
    ...judge({ base, versions, next: compiled, standing, changes, name: after.name }, context),
    ...(isToCome(standing) && policy.change && { told: toldOf(policy.change) }),
    changeBlock: isToCome(standing) ? changeBlockSentences(after, context.problems) : [],
    waiting: waitingSentences(sides, versions),
    acts,
    ...(versions.last && { live: liveAddress(before ?? after, context) }),
    lostAnchors: base ? lostAnchors(base, last, compiled) : [],
    ...(compared && { redline: compared.marked }),
    ...(page && { page }),
  };
}

function toldOf({ summary, reconsent }: NonNullable<ResolvedPolicy['change']>): PolicyReview['told'] {
  return { summary: proseText(summary), reconsent: reconsent === true };
}

// What is on record of a policy, and what its file says happened.
function isSameStanding(before: PolicyText, after: PolicyText): boolean {
  const of = ({ standing, entry }: PolicyText) =>
    JSON.stringify([standing?.versions.map(({ digest }) => digest), standing?.acts, entry?.pending]);
  return of(before) === of(after);
}

function releaseOf({ brought }: Versions): { released?: string } {
  const released = brought.at(-1)?.released;
  return released ? { released } : {};
}

// Readers have it where it was before the change.
function liveAddress({ name }: PolicyText, { after: { site } }: Context): string {
  const [product = '', slug = ''] = name.split('/');
  return absoluteAddress(site.url, policyPath(product, slug));
}

function movedIn(
  changes: readonly Change[],
  { base, compiled, name }: { base: CompiledPolicy | undefined; compiled: CompiledPolicy; name: string },
  { before, after }: Context,
): Change[] {
  if (!base) return [...changes];
  const { policy } = compiled;
  const others = [...after.policies.values()].filter(
    (other) => other.name !== name && other.product.id === policy.product.id,
  );
  const beside = others.map((other) => ({
    before: before.policies.get(other.name)?.compiled?.policy,
    after: other.compiled?.policy,
  }));
  return tellMoved(changes, {
    before: base.policy,
    after: policy,
    beside,
    reader: readerOf(policy.language),
  });
}

// What a policy is called is no part of what it says.
function renamed(
  compiled: CompiledPolicy,
  { product: { id }, slug }: ResolvedPolicy,
  site: SiteFacts,
): CompiledPolicy {
  const { policy } = compiled;
  if (policy.slug === slug && policy.product.id === id) return compiled;
  return asCompiled({ ...policy, slug, product: { ...policy.product, id } }, site);
}

function compareTexts(before: CompiledPolicy, after: CompiledPolicy): { marked: Redline; changes: Change[] } {
  const marked = redline(before.page, after.page);
  return { marked, changes: changesBetween(before.policy, after.policy, marked) };
}

type Judged = {
  base: CompiledPolicy | undefined;
  versions: Versions;
  next: CompiledPolicy;
  standing: Standing;
  changes: readonly Change[];
  name: string;
};

// Readers judge a version against the one they know, whatever was edited on the way to it.
function judge(
  { base, versions: { last, told }, next, standing, changes, name }: Judged,
  context: Context,
): Pick<PolicyReview, 'materiality' | 'notice'> {
  if (standing.kind === 'as-published' || standing.kind === 'as-taken-back') return {};
  const isNew = isToCome(standing);
  const isOther = told && isNew && (!base || changedSince(told.record, base.policy).length > 0);
  const { today } = context;
  const other = isOther && asCompiled(told.policy, context.after.site);
  const since = other
    ? movedIn(compareTexts(other, next).changes, { base: other, compiled: next, name }, context)
    : changes;
  const against = isOther ? told.id : undefined;
  const materiality = base || told ? materialityOf(since, next.policy, { isNew, against }) : undefined;
  const notice = noticeOf(next.policy, last?.policy, { isNew, materiality, today });
  return { ...(materiality && { materiality }), ...(notice && { notice }) };
}

function nameOf({ name, product, file, slug }: PolicyText, policy: ResolvedPolicy | undefined) {
  return { policy: name, product, file, title: policy?.title ?? slug, language: policy?.language ?? 'en' };
}

function datesOf(policy: ResolvedPolicy | undefined): PolicyReview['dates'] {
  const { updated, effective } = policy ?? {};
  return { ...(updated && { updated }), ...(effective && { effective }) };
}

function asCompiled(policy: ResolvedPolicy, site: SiteFacts): CompiledPolicy {
  return { policy, page: toPage(policy, site) };
}

// What was written is compared, and what readers see. The day counsel last confirmed a text is no part of a version,
// and a change of it is one for a reviewer; the day people were told is something that happened to it.
function isSameText(before: ResolvedPolicy, after: ResolvedPolicy): boolean {
  const of = ({ change, ...policy }: ResolvedPolicy) => {
    const { notified: _, ...said } = change ?? {};
    return { ...writtenOf({ ...policy, change: said as ResolvedPolicy['change'] }) };
  };
  return changedFields(of(before), of(after)).length === 0 && before.reviewed === after.reviewed;
}

// What a published text declares of itself is not about the change that is under review.
function materialityOf(
  changes: readonly Change[],
  { change }: ResolvedPolicy,
  { isNew, against }: { isNew: boolean; against: string | undefined },
): Materiality {
  const proposed = proposeMaterial(changes);
  const declared = isNew ? change?.material : undefined;
  const because = isNew ? change?.because : undefined;
  const verdict = declared === undefined ? 'undeclared' : declared === proposed ? 'agree' : 'differ';
  const judged = {
    proposed,
    ...(declared !== undefined && { declared }),
    verdict,
    ...(because && { because: proseText(because) }),
    ...(against && { against }),
  } as const;
  return { ...judged, sentence: materialitySentence(judged) };
}

function shownChange(change: Change, page: string | undefined, next: CompiledPolicy): ReviewChange {
  const { anchor } = change;
  const href = page && anchor && anchorsOf(next.page).includes(anchor) ? `${page}#${anchor}` : undefined;
  return { ...inPlainText(change), ...(href && { href }) };
}

function isToCome({ kind }: Standing): boolean {
  return kind === 'new-version' || kind === 'unreleased-edited';
}

// What is at odds with the published versions is shown nowhere.
function isShown({ kind, published }: Standing): boolean {
  return kind === 'undated' ? published === undefined : kind !== 'published-edited' && kind !== 'backdated';
}

// Until a new version binds, the policy's own address shows the one before it.
function pageOf(
  { product, slug }: PolicyText,
  { updated = '' }: ResolvedPolicy,
  { known, brought }: Versions,
  { preview, after: { site } }: Context,
): string {
  const own = [...known, ...brought].findLast(({ date }) => date === updated)?.id ?? updated;
  return `${preview ?? basePath(site.url)}${policyPath(product.id, slug)}${own ? `${own}/` : ''}`;
}

function lostAnchors(
  base: CompiledPolicy,
  last: CompiledPolicy | undefined,
  next: CompiledPolicy,
): PolicyReview['lostAnchors'] {
  const isAt = new Set(anchorsOf(next.page));
  const published = new Set(last ? anchorsOf(last.page) : []);
  const lost = [...new Set([...anchorsOf(base.page), ...published])].filter((anchor) => !isAt.has(anchor));
  return lost.map((anchor) => ({ anchor, isPublished: published.has(anchor) }));
}
