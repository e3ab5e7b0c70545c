import type { z } from 'zod';
import type { BlockName, blocks } from '../../schemas/block.ts';
import type { Category } from '../../schemas/disclosures/categories.ts';
import type { Children } from '../../schemas/disclosures/children.ts';
import type { Cookie, CookieColumn } from '../../schemas/disclosures/cookies.ts';
import type { DataColumn } from '../../schemas/disclosures/data.ts';
import type { disclosureFields } from '../../schemas/disclosures/fields-and-blocks.ts';
import type { RightId } from '../../schemas/disclosures/rights.ts';
import type { Numbering, PolicyFile } from '../../schemas/policy.ts';
import type { Contact, ProductFile } from '../../schemas/product.ts';
import type { Instructions } from '../../schemas/steps.ts';
import type { textBlocks } from '../../schemas/text-block.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import type { Quote } from '../text/quoted.ts';

/** An inventory keyed by id, or `none`. */
export type Inventory<T> = Record<string, T> | 'none';

/**
 * A right in the words readers see: where people have it, which of the known rights it is where its id is another, and what
 * one of the authors' own is called.
 */
export type Right = { text: string; prominent?: boolean; where?: string; right?: RightId; label?: string };

/** The facts of a policy: every text final, every default made explicit. */
export type Facts = Omit<
  Pick<PolicyFile, keyof typeof disclosureFields>,
  'rights' | 'categories' | 'cookies' | 'children'
> & {
  controller?: ProductFile['controller'];
  /** The contacts and vendors the policy names, and no others: a change elsewhere is no change of this policy. */
  contacts: Record<string, Contact>;
  vendors: Record<string, Vendor>;
  categories?: Inventory<Category>;
  cookies?: Inventory<Cookie>;
  children?: Children;
  rights?: Record<string, Right>;
};

/** What a policy can disclose, by its key in the policy or in its product. */
export type DisclosureName = keyof Facts;

/** What a disclosure is where it is given. */
export type Given<K extends DisclosureName> = Exclude<NonNullable<Facts[K]>, 'none'>;

/** The disclosures that may say that there is nothing to disclose. */
export type NoneName = { [K in DisclosureName]-?: 'none' extends Facts[K] ? K : never }[DisclosureName];

/** The disclosures that blocks show. */
export type ShownName = Extract<BlockName, DisclosureName>;

/** What stands in a block under the name of what it shows. */
type Selection<K extends BlockName> = z.output<(typeof blocks)[K]> extends Record<K, infer S> ? S : never;

/** The disclosures that blocks show as a whole. */
export type FactName = { [K in ShownName]: Selection<K> extends 'all' ? K : never }[ShownName];

/** The inventories that blocks show by id. */
export type InventoryName = Exclude<ShownName, FactName>;

/** The inventories that blocks show by a part that is no id of theirs: a category, an audience, a group. */
export type PartedName = {
  [K in InventoryName]: Selection<K> extends string | string[]
    ? Selection<K> extends string
      ? K
      : never
    : K;
}[InventoryName];

/** What entries that a block shows have in common: the values of some of their fields. */
export type Filter = Record<string, unknown>;

/** A policy that needs nothing else to be read: what a published version records and a page shows. */
export type ResolvedPolicy = {
  product: { id: string; name: string };
  slug: string;
  language: string;
  kind: PolicyFile['kind'];
  title: string;
  kicker?: string;
  lead?: string;
  updated?: string;
  /** The first day it binds anybody. */
  effective?: string;
  /** Where groups of people are bound from different days: each group, in the authors' words, and its day. */
  starts?: { group: string; from: string }[];
  reviewed?: string;
  numbering: Numbering;
  /** Anchors of older versions of which nothing is left. */
  aliases?: string[];
  /** Anchors of what stands in another policy of the product now, and where: `cookie-policy#choices`. */
  moved?: Record<string, string>;
  change?: PolicyFile['change'];
  notice?: PolicyFile['notice'];
  facts: Facts;
  sections: ResolvedSection[];
  /**
   * Where its texts quote facts, by the path of the text in the policy; a text that quotes none is left out. Without it,
   * as in a policy read from a record of format 1, nobody knows.
   */
  quotes?: Record<string, Quote[]>;
  /**
   * What its authors wrote where a text quotes facts or is left to us, by the path of the text in what a record keeps of
   * the policy. A policy read from a record has none.
   */
  sources?: Record<string, Source>;
};

/** A text as it was written, and the facts it quotes by their paths, as those are written; one in our words has neither. */
export type Source = { written?: string; quoted?: Record<string, QuotedFact> };

/** A fact that can be quoted, as it is written. */
export type QuotedFact = string | number | string[];

export type ResolvedSection = {
  id: string;
  aliases: string[];
  title: string;
  numbering: Numbering;
  /** Whether it is an annex, which is numbered apart. */
  annex?: true;
  content: ResolvedBlock[];
  sections: ResolvedSection[];
};

export type Tone = 'note' | 'important' | 'warning' | 'tip';

/** A piece of a section: a text, or a block with the ids of what it shows. */
export type ResolvedBlock =
  | { type: 'prose'; text: string }
  | {
      type: 'inventory';
      of: InventoryName;
      part: string;
      ids: string[];
      caption?: string;
      columns?: (CookieColumn | DataColumn)[];
    }
  | { type: 'none'; of: NoneName }
  | { type: 'fact'; of: FactName }
  | TextBlock;

/** The blocks that hold a text of their own, by the key that names them in the file. */
export type TextBlockName = keyof typeof textBlocks;

/** A block with a text of its own: as it is written under its name, or else as `Held` says. */
export type TextBlock<K extends TextBlockName = TextBlockName> = K extends Tone
  ? Extract<Held, { type: 'callout' }>
  : K extends Held['type']
    ? Extract<Held, { type: K }>
    : { type: K } & z.output<(typeof textBlocks)[K]>;

type Held =
  | { type: 'callout'; tone: Tone; title?: string; text: string }
  | { type: 'contact'; id: string }
  | { type: 'definitions'; items: { term: string; text: string }[] }
  | { type: 'table'; caption?: string; columns: string[]; rows: string[][] }
  | { type: 'parties'; items: { as: string; name: string; text?: string }[] }
  | { type: 'signatures'; items: { for: string; name?: string; title?: string }[] }
  | { type: 'cards'; items: { title: string; text: string }[] }
  | { type: 'steps'; items: Instructions[] }
  | { type: 'policy'; slug: string }
  | { type: 'history'; count: number };

/** A block that shows entries of an inventory. */
export type InventoryBlock = Extract<ResolvedBlock, { type: 'inventory' }>;
