import type { Ai } from '../../schemas/disclosures/ai.ts';
import type { Audience } from '../../schemas/disclosures/audiences.ts';
import type { AutomatedDecision } from '../../schemas/disclosures/automated-decisions.ts';
import type { Category } from '../../schemas/disclosures/categories.ts';
import type { Children } from '../../schemas/disclosures/children.ts';
import type { Consent } from '../../schemas/disclosures/consent.ts';
import type { Cookie } from '../../schemas/disclosures/cookies.ts';
import type { DataCategory } from '../../schemas/disclosures/data.ts';
import type { Purpose } from '../../schemas/disclosures/purposes.ts';
import type { Recipient } from '../../schemas/disclosures/recipients.ts';
import type { Requests } from '../../schemas/disclosures/requests.ts';
import type { Retention } from '../../schemas/disclosures/retention.ts';
import type { Sale } from '../../schemas/disclosures/sale.ts';
import type { Security } from '../../schemas/disclosures/security.ts';
import type { Signals } from '../../schemas/disclosures/signals.ts';
import type { Transfer } from '../../schemas/disclosures/transfers.ts';
import type { Contact } from '../../schemas/product.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import type { ChangeRule } from '../compare/changes/change-rules.ts';
import type { Facts, ResolvedPolicy, Right } from '../resolve/policy-model.ts';

/** What a sentence may say. Everything is shown already: Markdown in the reader's language. */
export type Parts = {
  /** Whose change it is: a cookie, a vendor, the title of a section. */
  name?: string;
  /** Which of its fields. */
  field?: FieldName;
  before?: string;
  after?: string;
  /** What came into a list or left it. */
  items?: string;
  /** How much two periods differ by. */
  difference?: string;
  /** Something that belongs to it and changed with it. */
  details?: string;
};

type KeysOf<T> = T extends unknown ? keyof T : never;

/** Every field of every fact. */
export type FieldName = Exclude<
  | KeysOf<Category | Cookie | Audience | DataCategory | Purpose | Recipient | Retention | Right | Requests>
  | KeysOf<Transfer | Security | Children | Ai | AutomatedDecision | Sale | Signals | Contact | Vendor>
  | KeysOf<Consent | NonNullable<Facts['controller'] | ResolvedPolicy['notice'] | Signals['gpc']>>
  | KeysOf<NonNullable<Consent['manager'] | Requests['complaints'] | Sale['optOut'] | Sale['limit']>>
  | KeysOf<NonNullable<Children['internalOperations'] | Children['audio'] | Children['parents']>>
  // Where the same key means something else.
  | 'setWhen'
  | 'parentReview',
  'aliases'
>;

/** The parts of facts that have fields of their own. */
export type PartName =
  | Extract<keyof Sale, 'optOut' | 'limit'>
  | Extract<keyof Children, 'internalOperations' | 'audio' | 'parents'>
  | 'complaints'
  | 'manager';

/** What a policy can speak of. */
export type DisclosureName = Exclude<keyof Facts, 'contacts' | 'vendors'> | 'notice';

/** The words of the list of changes, in one language. */
export type ChangeWords = {
  sentences: Record<ChangeRule, (parts: Parts) => string>;
  fields: Record<FieldName, string>;
  disclosures: Record<DisclosureName, string>;
  parts: Record<PartName, string>;
  section(title: string): string;
  introduction: string;
  versions(count: number): string;
  /** Of cookies, joined to their names. */
  cookieDetails: {
    provider(name: string): string;
    category(label: string): string;
    expires(period: string): string;
  };
  consentBefore(label: string, consent: string): string;
  signals: { dnt: string; gpc: string };
  sale: Record<'sells' | 'shares' | 'targetedAds' | 'under16' | 'sensitive', string>;
};
