import { BaseSequencer, type TestSpecification } from 'vitest/node';

// The files that take longest, from the longest on, of all projects.
const slow = [
  'build',
  'browser',
  'package',
  'own-parts',
  'forgeries',
  'changes',
  'hostile-inputs',
  'stability',
  'findings',
  'hostile-site',
  'site',
  'faults',
  'check',
  'recipes',
  'editor',
  'unwritable',
  'cli',
  'redline',
  'prose',
  'swap',
];

/**
 * Begins with what takes longest: else a worker is left alone with it at the end. Where nothing is known of earlier runs,
 * Vitest begins with the largest files, and some of ours that take longest are small.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = slow.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return place === -1 ? slow.length : place;
}
