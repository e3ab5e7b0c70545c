import { spawn } from 'node:child_process';

// Runs scripts of package.json at the same time. What each says is printed as a whole, in the order they are named, and
// where one fails all fail.

const names = process.argv.slice(2);

async function run(name: string): Promise<{ said: string; code: number }> {
  const { npm_execpath: npm = 'npm', ...env } = process.env;
  const isColoured = process.stdout.isTTY && { FORCE_COLOR: '1' };
  const child = spawn(process.execPath, [npm, 'run', name], { env: { ...env, ...isColoured } });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ said: Buffer.concat(parts).toString(), code: code ?? 1 })),
  );
}

const running = names.map(run);
for (const outcome of running) {
  const { said, code } = await outcome;
  process.stdout.write(said);
  if (code !== 0) process.exitCode = code;
}
