import type { z } from 'zod';
import type { textBlocks } from '../../schemas/text-block.ts';
import type { Comparison, Draft } from '../compare/changes/change.ts';
import type { PageBlock, PageContext } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import type { Facts, ResolvedPolicy, TextBlock, TextBlockName } from '../resolve/policy-model.ts';

/** What blocks are resolved with: the policy, the file it is written in, and what lies around it. */
export type Resolving = {
  file: ParsedFile;
  /** Instructions by id, of the policy and of steps.yaml. */
  steps: Readonly<Record<string, TextBlock<'steps'>['items'][number]>>;
  slug: string;
  slugs: readonly string[];
  facts: Facts;
  /** Whether what is named may stand in a file with a fault, where the fault is told. */
  isUncertain(path: readonly string[]): boolean;
};

/**
 * A block that was resolved, or why it cannot be, worked out where it is told; `missing` are the paths at which what it
 * names was not found.
 */
export type Found<B> = { block: B } | { tell(): Problem; missing?: readonly (readonly string[])[] };

/** Markdown by its path below the block: `.text`, `.items.0.title`. */
export type Texts = [path: string, markdown: string][];

/** Where a change stands: the path and the name of its section. */
export type Placed = { path: string; name: string };

/**
 * What can be said of a block `B` with a text of its own, where `W` is written under its name: how it is resolved, how
 * it stands on a page, and how a change of it is told.
 */
type Answers<B, W> = {
  type: TextBlock['type'];
  resolve(written: W, path: YamlPath, resolving: Resolving): Found<B>;
  /** Where a text lies in what a policy holds, by where it lies below the name in the file; the same if not said. */
  heldAt?(path: readonly string[]): readonly string[];
  page(block: B, path: string, context: PageContext): PageBlock;
  /** Its prose, a change of which is told word by word. */
  prose?(block: B): Texts;
  /** What comes and goes as one thing. */
  whole?: {
    /** What tells it from another of its sort. */
    key?(block: B): string;
    name(block: B, policy: ResolvedPolicy, comparison: Comparison): string;
    change?(before: B, after: B): Pick<Draft, 'rule' | 'before' | 'after'> | undefined;
  };
  /** What a change of all blocks of its sort in a section comes to. */
  together?(before: readonly B[], after: readonly B[], section: Placed, comparison: Comparison): Draft[];
};

/** A block with a text of its own as those who walk the list know it. */
export type AnyTextBlock = Answers<TextBlock, unknown>;

/** A block with a text of its own: nothing can be added without a word on how its changes are told. */
export type BlockDefinition<K extends TextBlockName> = Answers<TextBlock<K>, Written<K>> & Told<K>;

type Told<K extends TextBlockName> = {
  [Way in 'prose' | 'whole' | 'together']: Required<Pick<Answers<TextBlock<K>, Written<K>>, Way>>;
}['prose' | 'whole' | 'together'];

type Written<K> = K extends TextBlockName
  ? z.output<(typeof textBlocks)[K]> extends Record<K, infer W>
    ? W
    : never
  : never;
