import type { Ai } from '../../schemas/disclosures/ai.ts';
import type { Audience } from '../../schemas/disclosures/audiences.ts';
import type { AutomatedDecision } from '../../schemas/disclosures/automated-decisions.ts';
import type { Category } from '../../schemas/disclosures/categories.ts';
import type { Children } from '../../schemas/disclosures/children.ts';
import type { Consent } from '../../schemas/disclosures/consent.ts';
import type { Cookie, CookieColumn } from '../../schemas/disclosures/cookies.ts';
import type { DataCategory } from '../../schemas/disclosures/data.ts';
import type { Purpose } from '../../schemas/disclosures/purposes.ts';
import type { Recipient } from '../../schemas/disclosures/recipients.ts';
import type { Requests } from '../../schemas/disclosures/requests.ts';
import type { Retention } from '../../schemas/disclosures/retention.ts';
import type { RightId } from '../../schemas/disclosures/rights.ts';
import type { Sale } from '../../schemas/disclosures/sale.ts';
import type { Security } from '../../schemas/disclosures/security.ts';
import type { Signals } from '../../schemas/disclosures/signals.ts';
import type { Transfer } from '../../schemas/disclosures/transfers.ts';
import type { Numbering, PolicyFile } from '../../schemas/policy.ts';
import type { Contact, ProductFile } from '../../schemas/product.ts';
import type { Instructions } from '../../schemas/steps.ts';
import type { Vendor } from '../../schemas/vendor.ts';

/** An inventory keyed by id, or `none`. */
export type Inventory<T> = Record<string, T> | 'none';

/** A right in the words readers see. */
export type Right = { text: string; prominent?: boolean };

/** The facts of a policy: every text final, every default made explicit. */
export type Facts = {
  controller?: ProductFile['controller'];
  /** The contacts and vendors the policy names, and no others: a change elsewhere is no change of this policy. */
  contacts: Record<string, Contact>;
  vendors: Record<string, Vendor>;
  categories?: Inventory<Category>;
  cookies?: Inventory<Cookie>;
  consent?: Consent;
  signals?: Signals;
  audiences?: Record<string, Audience>;
  data?: Inventory<DataCategory>;
  purposes?: Record<string, Purpose>;
  recipients?: Inventory<Recipient>;
  retention?: Record<string, Retention>;
  rights?: Partial<Record<RightId, Right>>;
  requests?: Requests;
  transfers?: Inventory<Transfer>;
  security?: Security;
  children?: Children;
  ai?: Ai | 'none';
  automatedDecisions?: Inventory<AutomatedDecision>;
  sale?: Sale | 'none';
};

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
  effective?: string;
  reviewed?: string;
  numbering: Numbering;
  /** Anchors of older versions of which nothing is left. */
  aliases?: string[];
  change?: PolicyFile['change'];
  notice?: PolicyFile['notice'];
  facts: Facts;
  sections: ResolvedSection[];
};

export type ResolvedSection = {
  id: string;
  aliases: string[];
  title: string;
  numbering: Numbering;
  content: ResolvedBlock[];
  sections: ResolvedSection[];
};

export type Tone = 'note' | 'important' | 'warning' | 'tip';

/** The inventories that blocks show by id. */
export type InventoryName =
  | 'categories'
  | 'audiences'
  | 'purposes'
  | 'recipients'
  | 'retention'
  | 'rights'
  | 'transfers'
  | 'security'
  | 'automatedDecisions'
  | 'data'
  | 'cookies'
  | 'vendors';

/** The disclosures that blocks show as a whole. */
export type FactName = 'consent' | 'signals' | 'requests' | 'ai' | 'sale' | 'children';

/** A piece of a section: a text, or a block with the ids of what it shows. */
export type ResolvedBlock =
  | { type: 'prose'; text: string }
  | { type: 'callout'; tone: Tone; title?: string; text: string }
  | {
      type: 'inventory';
      of: InventoryName;
      part: string;
      ids: string[];
      caption?: string;
      columns?: CookieColumn[];
    }
  | {
      type: 'none';
      of:
        | 'categories'
        | 'cookies'
        | 'data'
        | 'recipients'
        | 'transfers'
        | 'ai'
        | 'automatedDecisions'
        | 'sale';
    }
  | { type: 'fact'; of: FactName }
  | { type: 'contact'; id: string }
  | { type: 'definitions'; items: { term: string; text: string }[] }
  | { type: 'cards'; items: { title: string; text: string }[] }
  | { type: 'steps'; items: Instructions[] }
  | { type: 'policy'; slug: string }
  | { type: 'history'; count: number };

/** A block that shows entries of an inventory. */
export type InventoryBlock = Extract<ResolvedBlock, { type: 'inventory' }>;
