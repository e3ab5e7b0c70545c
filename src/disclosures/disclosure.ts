import type { PolicyFile } from '../../schemas/policy.ts';
import type { ProductFile } from '../../schemas/product.ts';
import type { Comparison, Draft } from '../compare/changes/change.ts';
import type { PageBlock, PageContext } from '../page/page-model.ts';
import type {
  DisclosureName,
  FactName,
  Facts,
  Given,
  InventoryBlock,
  InventoryName,
  NoneName,
  PartedName,
} from '../resolve/policy-model.ts';
import type { Reader } from '../text/show.ts';
import type { ChangeWords } from '../words/change-words.ts';
import type { Words } from '../words/words.ts';

/** What a disclosure is resolved with: its policy and product, and the language of the policy. */
export type Resolving = { policy: PolicyFile; product: ProductFile; reader: Reader };

/** The two versions a disclosure is compared in, and what is said of it there: its title, its sentence for `none`. */
export type Compared = { path: string; title: string; none?: string | undefined; comparison: Comparison };

/** The field by which a block shows a part of an inventory, and the inventory with the labels of those parts. */
type Part = { key: string; of?: InventoryName };

/** What can be said of every disclosure, whatever it is: what those who walk the list read. */
export type AnyDisclosure = {
  name: DisclosureName;
  /** The file it is written in. Of entries of a product, a policy keeps those that it names. */
  home: 'policy' | 'product';
  /** A map of entries by id, or one thing with fields. */
  form: 'inventory' | 'thing';
  /** The field of a thing that is a map of texts by id; a block shows these. */
  texts?: string;
  part?: Part;
  /** What it is called where a version speaks of it or ceases to. */
  title?(words: ChangeWords): string;
  /** The sentence for `none`. */
  none?(words: Words): string;
  /** What a policy holds of what is written; the same where nothing is said here. */
  resolve?(written: unknown, resolving: Resolving): unknown;
  /** Which of its texts are left to us, by their paths in it. */
  ours?(written: unknown): string[];
  /** Its entries on a page. */
  entries?(block: InventoryBlock, context: PageContext): PageBlock;
  /** The whole of it on a page. */
  whole?(context: PageContext): PageBlock;
  /** What its change comes to. */
  changes(before: unknown, after: unknown, compared: Compared): Draft[];
};

/**
 * One thing that a policy can disclose. What its schema says of it has to be answered here: a page where there is a
 * block, a sentence where it can be `none`, a way to resolve it where what is written is not yet what a policy holds.
 */
export type Disclosure<K extends DisclosureName> = Described<K> &
  Titled<K> &
  Deniable<K> &
  Resolved<K> &
  Shown<K> &
  Formed<K>;

type Described<K extends DisclosureName> = {
  name: K;
  home: K extends keyof PolicyFile ? 'policy' : 'product';
  ours?: (written: Written<K>) => string[];
  changes: (before: Facts[K], after: Facts[K], compared: Compared) => Draft[];
};

// Contacts come and go one by one.
type Titled<K> = K extends 'contacts' ? unknown : { title: (words: ChangeWords) => string };

type Deniable<K> = K extends NoneName ? { none: (words: Words) => string } : unknown;

type Written<K> = K extends keyof PolicyFile
  ? PolicyFile[K]
  : K extends keyof ProductFile
    ? ProductFile[K]
    : never;

type Resolved<K extends DisclosureName> =
  Written<K> extends Facts[K] ? { resolve?: Resolve<K> } : { resolve: Resolve<K> };

type Resolve<K extends DisclosureName> = (written: Written<K>, resolving: Resolving) => Facts[K];

type Shown<K> = K extends InventoryName
  ? { entries: (block: InventoryBlock, context: PageContext) => PageBlock }
  : K extends FactName
    ? { whole: (context: PageContext) => PageBlock }
    : unknown;

type Formed<K extends DisclosureName> = string extends keyof Given<K>
  ? { form: 'inventory' } & Parted<K>
  : { form: 'thing'; texts?: TextsOf<Given<K>> };

type Parted<K extends DisclosureName> = K extends PartedName
  ? { part: Part & { key: keyof Given<K>[keyof Given<K>] } }
  : unknown;

type TextsOf<T> = { [F in keyof T]-?: string extends keyof T[F] ? F : never }[keyof T];
