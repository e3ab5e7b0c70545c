import type { Asked, Outcome } from './command.ts';

// A process that runs one command after another, by the code it is told. What is told to write is sent back instead.

const [, , code = ''] = process.argv;

let outcome: Outcome;

for (const stream of ['stdout', 'stderr'] as const) {
  process[stream].write = (text: string | Uint8Array) => {
    outcome[stream] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
}

process.on('message', async ({ args, env, cwd }: Asked) => {
  outcome = { code: null, stdout: '', stderr: '' };
  become(env);
  process.chdir(cwd);
  const { run }: { run(args: string[]): Promise<number> } = await import(code);
  outcome.code = await run(args).catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    return 1;
  });
  process.send?.(outcome);
});

function become(env: Asked['env']): void {
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(env, name)) delete process.env[name];
  Object.assign(process.env, env);
}
