import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { escapeMarkdown } from '../../text/prose.ts';
import type { Comparison, Draft } from './change.ts';
import { isOwn, localePart, restOf } from './link-change.ts';
import { firstOf, joinAlike, valuesOf } from './prose-drafts.ts';
import { textsOf } from './verdict.ts';

// What many links go through alike.

const fewestAlike = 2;

/**
 * Tells once what happens to several links: a site has another host, and every link to it leads to the same address there;
 * or only a code in their addresses is another, which counts visits, hides an e-mail address or names a language.
 */
export function joinLinks(drafts: readonly Draft[], { after }: Comparison): Draft[] {
  const alike = Map.groupBy(drafts, (draft) => {
    const sameness = samenessOf(draft);
    return sameness && JSON.stringify([sameness.before, sameness.after]);
  });
  const keys = new Map<Draft, string>();
  for (const [key, some] of alike) {
    if (key === undefined || some.length < fewestAlike) continue;
    const { before } = samenessOf(some[0]) ?? {};
    if (before === undefined || isMoved(before, some, after)) for (const draft of some) keys.set(draft, key);
  }
  return joinAlike(drafts, (draft) => keys.get(draft), linksDraft);
}

// No link leads to the old host any more, or many do not; and what is behind it is the same by no chance.
function isMoved(host: string, drafts: readonly Draft[], after: ResolvedPolicy): boolean {
  const rests = new Set(drafts.map(({ after: href }) => restOf(new URL(String(href)))));
  const isSure = [...rests].filter(isOwn).length >= fewestAlike;
  return (
    isSure && (drafts.length > fewestAlike || !textsOf(after).some((text) => text.includes(`//${host}`)))
  );
}

/** The hosts that differ, or none where only codes do. */
type Sameness = { before?: string; after?: string };

function samenessOf({ rule, level, before, after }: Partial<Draft> = {}): Sameness | undefined {
  if (rule !== 'link-target-changed') return undefined;
  const [old, now] = [before, after].map((href) =>
    typeof href === 'string' && /^https?:/.test(href) && URL.canParse(href) ? new URL(href) : undefined,
  );
  if (!old || !now) return undefined;
  const isElsewhere = old.pathname !== '/' && restOf(old) === restOf(now) && old.host !== now.host;
  if (isElsewhere) return { before: old.host, after: now.host };
  return level === 'editorial' && withoutCodes(old) === withoutCodes(now) ? {} : undefined;
}

function withoutCodes({ href }: URL): string {
  return href.replaceAll(localePart, '').replaceAll(/[\w-]{16,}/g, (name) => (isCode(name) ? '' : name));
}

// An id, a sum in hexadecimal digits, or letters of both cases with digits amid them, as no name has them.
function isCode(name: string): boolean {
  const isSum = /^[\da-f-]+$/.test(name) && /\d/.test(name) && /[a-f]/.test(name);
  const isMixed =
    name.length >= 20 && /[a-z]\d{1,4}[a-z]/i.test(name) && /[a-z]/.test(name) && /[A-Z]/.test(name);
  return isSum || isMixed;
}

function linksDraft(first: Draft, alike: readonly Draft[]): Draft {
  const { before, after } = samenessOf(first) ?? {};
  const names = [...new Set(alike.flatMap(({ parts }) => parts.items ?? []))];
  const isHere = alike.every(({ path }) => path === first.path);
  return {
    rule: 'link-target-changed',
    level: alike.some(({ level }) => level !== 'editorial') ? 'review' : 'editorial',
    path: first.path,
    ...valuesOf(alike),
    parts: {
      ...(isHere && first.parts.name && { name: first.parts.name }),
      details: String(alike.length),
      items: firstOf(names),
      ...(before && { before: shownHost(before) }),
      ...(after && { after: shownHost(after) }),
    },
  };
}

function shownHost(host: string): string {
  return host.includes('`') ? escapeMarkdown(host) : `\`${host}\``;
}
