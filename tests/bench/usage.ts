import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

/** What a command has used, with all that it started: seconds of the cores, seconds of the clock, and memory where the system tells. */
export type Usage = { cpuSeconds: number; wallSeconds: number; peakMegabytes?: number };

/** Runs a command in a folder, and measures it in the same way whatever it is written in. */
export async function usageOf(command: readonly string[], folder = '.'): Promise<Usage> {
  const start = performance.now();
  // The shell knows what its children have used; what they print goes where nobody measures.
  const child = spawn('sh', ['-c', '"$@" 2>&1; code=$?; times >&3; exit $code', 'sh', ...command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const watch = watchMemory(child.pid ?? 0);
  const closed = new Promise((done) => child.on('close', done));
  const [, output, , times] = child.stdio;
  // Both were asked for as pipes above.
  const [said, used] = await Promise.all(
    [output, times].map((stream) => text(stream as NodeJS.ReadableStream)),
  );
  const code = await closed;
  const peak = watch.end();
  if (code !== 0 || !used) throw new Error(`${command.join(' ')} ended with ${code}.\n${said}`);
  const wallSeconds = (performance.now() - start) / 1000;
  return { cpuSeconds: childSeconds(used), wallSeconds, ...(peak > 0 && { peakMegabytes: peak }) };
}

// The second line is about children: minutes and seconds for users, then for the system.
function childSeconds(times: string): number {
  const [, children = ''] = times.split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

// Linux keeps the most that each process has had; elsewhere nothing is found, and nothing told.
function watchMemory(shell: number) {
  let peak = 0;
  const timer = setInterval(() => {
    const sum = descendantsOf(shell).reduce((total, id) => total + mostOf(id), 0);
    peak = Math.max(peak, sum);
  }, 20);
  return {
    end() {
      clearInterval(timer);
      return peak;
    },
  };
}

function descendantsOf(id: number): number[] {
  const children = tasksOf(id).flatMap((task) =>
    readOr(`/proc/${id}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return [...children, ...children.flatMap(descendantsOf)];
}

function tasksOf(id: number): string[] {
  try {
    return readdirSync(`/proc/${id}/task`);
  } catch {
    return [];
  }
}

function mostOf(id: number): number {
  const [, kilobytes = 0] = /^VmHWM:\s*(\d+) kB/m.exec(readOr(`/proc/${id}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}

// A process can end between being listed and being read.
function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
