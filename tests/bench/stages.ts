import { rmSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { projectAt } from '../../src/doors/project.ts';
import { openLibrary } from '../../src/site/library.ts';
import { compileCache } from './caches.ts';

// Where a cold compile spends its time. A sampling profiler watches the compiler itself, so that what is measured is
// what runs; each sample counts for the innermost of these functions that is at work.

const stages: Record<string, string> = {
  openLibrary: 'everything else',
  readSources: 'read',
  read: 'read',
  digest: 'hash',
  parseYaml: 'parse: our own checks',
  composeText: 'parse: the package yaml',
  validate: 'validate',
  resolvePolicy: 'resolve: everything else',
  mapLeaves: 'resolve: walk beside the schema',
  decide: 'resolve: decide unions',
  fillQuotations: 'resolve: quotations',
  inspectProse: 'resolve: inspect Markdown',
  toPage: 'page: everything else',
  renderProse: 'page: render Markdown',
  set: 'write the cache',
  save: 'write the cache',
};

const garbage = 'garbage collector';

/** What each stage took, in a unit of the profiler's: only the ratios between them mean something. */
export type Split = Map<string, number>;

/** Compiles a folder, as if for the first time, and tells where the time went. */
export function profileCompile(folder: string): { split: Split; cpuSeconds: number } {
  const cache = compileCache(folder);
  rmSync(cache, { recursive: true, force: true });
  try {
    return profile(() => compileWithoutProblems(folder));
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function compileWithoutProblems(folder: string): void {
  const problem = openLibrary(projectAt('.', { policies: folder })).problems.find(
    ({ severity }) => severity === 'error',
  );
  if (problem) throw new Error(`The corpus has a problem: ${problem.message}`);
}

function profile(work: () => void): { split: Split; cpuSeconds: number } {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 250 });
  const before = process.cpuUsage();
  session.post('Profiler.start');
  work();
  const { user, system } = process.cpuUsage(before);
  let split: Split = new Map();
  // In one process the answer comes before `post` returns.
  session.post('Profiler.stop', (_error, result) => {
    split = splitProfile(result.profile);
  });
  session.disconnect();
  return { split, cpuSeconds: (user + system) / 1e6 };
}

function splitProfile({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Split {
  const stageOf = stageOfNodes(nodes);
  const split: Split = new Map();
  for (const [index, node] of samples.entries()) {
    const stage = stageOf.get(node);
    if (stage) split.set(stage, (split.get(stage) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return split;
}

function stageOfNodes(nodes: readonly Profiler.ProfileNode[]): Map<number, string> {
  const found = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (node: Profiler.ProfileNode, outer: string | undefined) => {
    const stage = stageOfFrame(node.callFrame) ?? outer;
    if (stage) found.set(node.id, stage);
    for (const child of node.children ?? []) {
      const inner = byId.get(child);
      if (inner) visit(inner, stage);
    }
  };
  if (nodes[0]) visit(nodes[0], undefined);
  return found;
}

function stageOfFrame({ functionName, url }: Profiler.ProfileNode['callFrame']): string | undefined {
  if (functionName === '(garbage collector)') return garbage;
  const isOurs = /\/src\/[\w/-]+\.ts$/.test(url);
  return isOurs && Object.hasOwn(stages, functionName) ? stages[functionName] : undefined;
}
