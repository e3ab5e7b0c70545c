import type { Version2 } from '../../schemas/record-2.ts';
import { withClauseAnchors } from '../page/clause-targets.ts';
import { anchorsBeside, aroundPage } from '../page/page.ts';
import type { PolicyPage, Render, SiteFacts } from '../page/page-model.ts';
import type { Part } from '../page/piece.ts';
import { isMap } from '../read/shape.ts';
import { addressFrom } from '../resolve/address.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { needsMarkdown } from '../text/prose.ts';
import { wordsFor } from '../words/words.ts';

// The page of a version as readers saw it: its pieces are sealed, and what depends on where the site lives is made when
// it is shown.

type Shown = Version2['shown'];

/** What a record keeps of a page. Its place in time, which its dates tell, depends on the other versions. */
export function shownOf(page: PolicyPage): Shown {
  const { kind, kicker, title, lead, description, glance, aliases, sections, moved, words } = page;
  const shown = {
    kind,
    kicker,
    title,
    lead,
    description,
    glance,
    aliases,
    sections,
    moved,
    words: { contents: words.contents, glance: words.glance },
  };
  // A page without its HTML is what the format says; sealing checks it.
  return withParts(shown, ({ html: _html, quotes: _quotes, clauses: _clauses, ...part }) => part) as Shown;
}

/** The page that a version of a policy shows, on this site. */
export function openShown(shown: Shown, policy: ResolvedPolicy, site: SiteFacts, render: Render): PolicyPage {
  const around = aroundPage(policy, site, shown.description);
  const address = addressFrom({ ...policy, path: around.path });
  const rendered = withParts(shown, (part) => {
    const { sort, path, markdown, wrap } = part as Part & { sort: 'prose' };
    const quotes = policy.quotes?.[path];
    const said = quotes ? { ...part, quotes } : part;
    if (sort !== 'prose' || !needsMarkdown(markdown)) return said;
    return { ...said, html: render(markdown, { wrap, address }) };
  });
  // What the format holds is what a page is made of.
  const { words, ...page } = rendered as Omit<PolicyPage, keyof typeof around> & Pick<Shown, 'words'>;
  const sections = withClauseAnchors(page.sections, anchorsBeside(page.sections, policy), {
    render,
    address,
    words: wordsFor(policy.language),
  });
  return { ...around, ...page, sections, words: { ...around.words, ...words } };
}

type SealedPart = { sort: string; html?: unknown; quotes?: unknown; clauses?: unknown };

/** A copy with every part changed; keys without a value are left out. */
function withParts(value: unknown, change: (part: SealedPart) => object): unknown {
  if (Array.isArray(value)) return value.map((item) => withParts(item, change));
  if (!isMap(value)) return value;
  const copy = Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === undefined ? [] : [[key, withParts(inner, change)]],
    ),
  );
  return isPart(copy) ? change(copy) : copy;
}

function isPart(value: Record<string, unknown>): value is SealedPart {
  return typeof value.sort === 'string';
}
