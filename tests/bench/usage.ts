import { writeSync } from 'node:fs';

// Loaded into a process before its own code, this says on the way out what the process has used. The figures hold for
// all its threads; a build starts no other processes.

/** What a process has used. */
export type Usage = { cpuSeconds: number; peakMegabytes: number };

// A fourth stream beside input, output and errors.
const stream = 3;

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage: Usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 };
  writeSync(stream, JSON.stringify(usage));
});
