import { type Profiler, Session } from 'node:inspector';
import { openLibrary } from '../../src/site.ts';

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

/** What a compile spent in each stage, in milliseconds. */
export type Split = Map<string, number>;

/** Compiles a folder whose cache is empty, and tells where the time went. */
export function profileCompile(folder: string): Split {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 250 });
  session.post('Profiler.start');
  const { problems } = openLibrary(folder);
  let split: Split = new Map();
  // In-process the answer comes before `post` returns.
  session.post('Profiler.stop', (_error, { profile }) => {
    split = splitProfile(profile);
  });
  session.disconnect();
  if (problems.length > 0) throw new Error(`The corpus has problems: ${problems[0]?.message}`);
  return split;
}

function splitProfile({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Split {
  const stageOf = stageOfNodes(nodes);
  const split: Split = new Map();
  for (const [index, node] of samples.entries()) {
    const stage = stageOf.get(node);
    if (stage) split.set(stage, (split.get(stage) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
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
  const isOurs = /\/src\/(?:core\/[\w-]+|site)\.ts$/.test(url);
  return isOurs && Object.hasOwn(stages, functionName) ? stages[functionName] : undefined;
}
