import { type Command, checkLibrary, folderOf, type Options, printProblems } from './command.ts';

export const start: Command = {
  manual: `  start [folder]    Serve the site and reload it while you edit.
                    --port <number>               (4321)
                    --no-open                     do not open a browser`,
  run(operands, options) {
    return startFolder(folderOf(operands, options), options);
  },
};

async function startFolder(folder: string, { port, 'no-open': noOpen }: Options): Promise<number> {
  printProblems(checkLibrary(folder).problems);
  // Left to itself, Astro moves its server to the background when it thinks a program started it.
  process.env.ASTRO_DEV_BACKGROUND = '0';
  const { dev } = await import('astro');
  await dev({ server: { open: !noOpen, ...(port && { port: Number(port) }) } });
  return new Promise(() => {});
}
