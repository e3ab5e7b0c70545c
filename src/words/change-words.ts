import type { Children } from '../../schemas/disclosures/children.ts';
import type { Sale } from '../../schemas/disclosures/sale.ts';
import type { ChangeRule } from '../compare/changes/change-rules.ts';
import type { DisclosureName, Given, ResolvedPolicy } from '../resolve/policy-model.ts';

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
  /** What came into a list that also lost something, and what it lost. */
  came?: string;
  went?: string;
  /** The section that a text stood in before. */
  from?: string;
  /** How much two periods differ by. */
  difference?: string;
  /** Something that belongs to it and changed with it. */
  details?: string;
  /** What the policy says of it in words. */
  said?: string;
  /** A sentence of the text that seems to say the same. */
  inText?: string;
  /** Whether the details were so before. */
  isAsBefore?: boolean;
  /** Which changes of a policy a promise is about. */
  which?: 'material' | 'all';
};

type KeysOf<T> = T extends unknown ? keyof T : never;

/** What an inventory is made of, or the thing itself. */
type EntryOf<T> = T extends unknown ? (string extends keyof T ? T[string & keyof T] : T) : never;

type Disclosed = EntryOf<Given<DisclosureName>> | NonNullable<ResolvedPolicy['notice']>;

/** The parts of something that have names of their own: not those of a list or of a map by id. */
type PartsOf<T> = T extends unknown ? NamedPart<NonNullable<T[keyof T]>> : never;
type NamedPart<V> = V extends readonly unknown[]
  ? never
  : V extends object
    ? string extends keyof V
      ? never
      : V
    : never;

/** Every field of every fact. */
export type FieldName = Exclude<
  | KeysOf<Disclosed | PartsOf<Disclosed>>
  // Where the same key means something else.
  | 'answers'
  | 'keptWhy'
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

/** What a version can come to speak of, or cease to. */
type ToldName = Exclude<DisclosureName, 'contacts' | 'vendors'> | 'notice';

/** What becomes of words that say the same. */
export type SlipRule = Extract<
  ChangeRule,
  'prose-punctuation-only' | 'prose-capitals-changed' | 'prose-typo' | 'prose-wording-changed'
>;

/** The words of the list of changes, in one language. */
export type ChangeWords = {
  sentences: Record<ChangeRule, (parts: Parts) => string>;
  fields: Record<FieldName, string>;
  disclosures: Record<ToldName, string>;
  parts: Record<PartName, string>;
  /** What changes are about that are of no disclosure: the policy itself, its contacts, its vendors. */
  topics: Record<'policy' | 'contacts' | 'vendors', string>;
  /** Which changes are announced. */
  announced: Record<'material' | 'all', string>;
  section(title: string): string;
  /** Behind the sentence of a change that the same words went through in so many more places. */
  sameIn(places: number): string;
  /** Behind the sentence of a text whose words changed: it stands somewhere else, too, and where it stood if that is another section. */
  movedToo(from: string | undefined): string;
  /** Behind the sentence of a fact whose words say the same: what differs. */
  slips: Record<SlipRule, string>;
  /** What a section is numbered now, and what it was. */
  nowIs(before: string, after: string): string;
  /** Anchors, and the section they lead to. */
  anchorOf(anchors: string, place: string): string;
  /** A row of a table by what names it, and where the table stands. */
  row(name: string, place: string): string;
  introduction: string;
  versions(count: number): string;
  /** Of cookies, joined to their names. */
  cookieDetails: {
    provider(name: string): string;
    category(label: string): string;
    expires(period: string): string;
    access(names: string): string;
    dataRetention(period: string): string;
  };
  /** Of a company, joined to its name. */
  processedIn(places: string): string;
  consentBefore(label: string, consent: string): string;
  signals: { dnt: string; gpc: string };
  sale: Record<'sells' | 'shares' | 'targetedAds' | 'under16' | 'sensitive', string>;
};
