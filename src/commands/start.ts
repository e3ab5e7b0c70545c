import { shortDigest } from '../digest.ts';
import { openPageCache } from '../doors/page-cache.ts';
import type { Project } from '../doors/project.ts';
import { checkLibrary, folderOf, printChecked, projectOf, tellUnkept } from './command.ts';
import { declareCommand, inProject, onDay, portOf, refusal } from './options.ts';
import { takenPort } from './preview.ts';

export const start = declareCommand({
  usage: 'start [folder]',
  about: ['Serve the site and reload it while you edit.'],
  options: {
    port: { value: '<number>', help: '(4321)' },
    'no-open': { help: 'do not open a browser' },
    ...inProject,
    ...onDay,
  },
  async run(operands, told) {
    const port = portOf(told.port);
    const { freePort } = await import('../doors/serve.ts');
    // Left to itself, Astro would take the next one, and the page that is open would be of another site.
    if ((await freePort(port)) !== port) throw refusal(await takenPort(port));
    const project = projectOf(folderOf(operands, told), told);
    return startSite(project, { open: !told['no-open'], port });
  },
});

async function startSite(project: Project, server: { open: boolean; port: number }): Promise<number> {
  printChecked(checkLibrary(project));
  // Left to itself, Astro moves its server to the background when it thinks a program started it.
  process.env.ASTRO_DEV_BACKGROUND = '0';
  // A path of something else that runs here would be taken for the one below which this site lies.
  delete process.env.BASE_URL;
  const [{ dev }, { siteConfig }] = await Promise.all([import('astro'), import('../astro/site-config.ts')]);
  const { folder, fault } = openPageCache(project, shortDigest([project.policies, 'start']));
  tellUnkept(project, fault);
  await dev({ ...siteConfig({ ...project, isEdited: true }, folder), server });
  return new Promise(() => {});
}
