import { type Change, changesBetween, proposeMaterial } from '../compare/changes/changes.ts';
import { tellMoved } from '../compare/changes/moved.ts';
import { redline } from '../compare/redline/redline.ts';
import type { Redline } from '../compare/redline/redline-model.ts';
import type { CompiledPolicy } from '../compile/compile-model.ts';
import { anchorsOf, toPage } from '../page/page.ts';
import type { SiteFacts } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import { isSameContent } from '../resolve/content.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { proseText } from '../text/prose.ts';
import { readerOf } from '../text/show.ts';
import { noticeOf } from './notice.ts';
import type { Materiality, PolicyReview, ReviewChange, Standing } from './review-model.ts';
import { materialitySentence, standingSentence } from './sentences.ts';
import type { PolicyText, Side } from './side.ts';
import { actSentences, changeBlockSentences, waitingSentences } from './waiting.ts';

type Context = { today: string; preview?: string; before: Side; after: Side; problems: readonly Problem[] };

/** Says what a change does to a policy; `undefined` where its text stays, or cannot be read. */
export function reviewPolicy(
  before: PolicyText | undefined,
  after: PolicyText | undefined,
  context: Context,
): PolicyReview | undefined {
  if (after) return after.compiled && reviewText(before, after, after.compiled, context);
  return before && reviewRemoved(before);
}

function reviewRemoved(before: PolicyText): PolicyReview {
  const { compiled } = before;
  const date = before.published()?.updated;
  return {
    ...nameOf(before, compiled?.policy),
    change: 'removed',
    isEdited: true,
    dates: datesOf(compiled?.policy),
    standing: withSentence({ kind: 'removed', ...(date && { published: date }) }),
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
  const acts = actSentences(before, after);
  // Most texts stay, and for these nothing more is read.
  if (before?.compiled && isSameText(before.compiled.policy, policy) && acts.length === 0) return undefined;
  const published = after.published();
  const last = published && asCompiled(published, context.after.site);
  const base = (before?.compiled && renamed(before.compiled, policy)) ?? (before && last);
  if (base && isSameText(base.policy, policy) && acts.length === 0) return undefined;
  const standing = standingOf(base && before?.compiled ? base.policy : undefined, policy, published);
  const page = isShown(standing) ? pageOf(after, policy, context) : undefined;
  const compared = base && compareTexts(base, compiled);
  return {
    ...nameOf(after, policy),
    change: before ? 'changed' : 'added',
    isEdited: before?.digest !== after.digest,
    dates: datesOf(policy),
    standing,
    comparedWith: before?.compiled ? 'base' : base ? 'published' : 'nothing',
    changes: movedIn(compared?.changes ?? [], { base, compiled, name: after.name }, context).map((change) =>
      shownChange(change, page, compiled),
    ),
    ...judge({ base, last, next: compiled, standing, changes: compared?.changes ?? [] }, context),
    changeBlock: standing.kind === 'as-published' ? [] : changeBlockSentences(after, context.problems),
    waiting: waitingSentences(after),
    acts,
    ...(published && {
      live: absoluteAddress(context.after.site.url, policyPath(after.product.id, after.slug)),
    }),
    lostAnchors: base ? lostAnchors(base, last, compiled) : [],
    ...(compared && { redline: compared.marked }),
    ...(page && { page }),
  };
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
function renamed(compiled: CompiledPolicy, { product: { id }, slug }: ResolvedPolicy): CompiledPolicy {
  const { policy } = compiled;
  if (policy.slug === slug && policy.product.id === id) return compiled;
  return { ...compiled, policy: { ...policy, slug, product: { ...policy.product, id } } };
}

function compareTexts(before: CompiledPolicy, after: CompiledPolicy): { marked: Redline; changes: Change[] } {
  const marked = redline(before.page, after.page);
  return { marked, changes: changesBetween(before.policy, after.policy, marked) };
}

type Judged = {
  base: CompiledPolicy | undefined;
  last: CompiledPolicy | undefined;
  next: CompiledPolicy;
  standing: Standing;
  changes: readonly Change[];
};

// Readers judge a version against the one they know, whatever was edited on the way to it.
function judge(
  { base, last, next, standing, changes }: Judged,
  { today }: Context,
): Pick<PolicyReview, 'materiality' | 'notice'> {
  if (standing.kind === 'as-published') return {};
  const isNew = standing.kind === 'new-version' || standing.kind === 'unreleased-edited';
  const isOther = last && isNew && base && !isSameContent(last.policy, base.policy);
  const since = isOther ? compareTexts(last, next).changes : changes;
  const materiality = base || last ? materialityOf(since, next.policy, isNew) : undefined;
  const notice = noticeOf(next.policy, last?.policy, { standing, materiality, today });
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

// The day counsel last confirmed a text is no part of a version, and a change of it is one for a reviewer.
function isSameText(before: ResolvedPolicy, after: ResolvedPolicy): boolean {
  return isSameContent(before, after) && before.reviewed === after.reviewed;
}

function standingOf(
  before: ResolvedPolicy | undefined,
  after: ResolvedPolicy,
  published: ResolvedPolicy | undefined,
): Standing {
  const date = published?.updated;
  const kind = kindOf(before, after, published);
  return withSentence({ kind, ...(date && { published: date }) });
}

function kindOf(
  before: ResolvedPolicy | undefined,
  after: ResolvedPolicy,
  published: ResolvedPolicy | undefined,
): Standing['kind'] {
  if (!after.updated) return 'undated';
  if (published?.updated !== undefined && after.updated < published.updated) return 'backdated';
  if (published && after.updated === published.updated)
    return isSameContent(published, after) ? 'as-published' : 'published-edited';
  return before?.updated === after.updated ? 'unreleased-edited' : 'new-version';
}

function withSentence(standing: Omit<Standing, 'sentence'>): Standing {
  return { ...standing, sentence: standingSentence(standing) };
}

// What a published text declares of itself is not about the change that is under review.
function materialityOf(changes: readonly Change[], { change }: ResolvedPolicy, isNew: boolean): Materiality {
  const proposed = proposeMaterial(changes);
  const declared = isNew ? change?.material : undefined;
  const because = isNew ? change?.because : undefined;
  const verdict = declared === undefined ? 'undeclared' : declared === proposed ? 'agree' : 'differ';
  const judged = {
    proposed,
    ...(declared !== undefined && { declared }),
    verdict,
    ...(because && { because: proseText(because) }),
  } as const;
  return { ...judged, sentence: materialitySentence(judged) };
}

function shownChange(change: Change, page: string | undefined, next: CompiledPolicy): ReviewChange {
  const { anchor, sentence } = change;
  const href = page && anchor && anchorsOf(next.page).includes(anchor) ? `${page}#${anchor}` : undefined;
  return { ...change, text: proseText(sentence), ...(href && { href }) };
}

// What is at odds with the published versions is shown nowhere.
function isShown({ kind, published }: Standing): boolean {
  return kind === 'undated' ? published === undefined : kind !== 'published-edited' && kind !== 'backdated';
}

// Until a new version binds, the policy's own address shows the one before it.
function pageOf(
  { product, slug }: PolicyText,
  { updated }: ResolvedPolicy,
  { preview, after: { site } }: Context,
): string {
  return `${preview ?? basePath(site.url)}${policyPath(product.id, slug)}${updated ? `${updated}/` : ''}`;
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
