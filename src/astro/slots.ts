import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PagePart } from '../../schemas/version-list.ts';
import type { Project } from '../doors/project.ts';

/** The file of a component for some of the parts of a page. */
export type SlotFiles = Partial<Record<PagePart, string>>;

// Two, since the layout holds the parts.
const modules: Record<string, readonly PagePart[]> = {
  'virtual:policybook/layout': ['Layout'],
  'virtual:policybook/parts': ['Head', 'Header', 'Footer'],
};

/** The components of a project, by their names in its folder `site`. */
export function ownSlots({ site, parts }: Project): SlotFiles {
  return Object.fromEntries(parts.map((name) => [name, join(site, `${name}.astro`)]));
}

/** Hands each slot its component: that of the project, or else ours. */
export function slotModules(own: SlotFiles, components: URL) {
  const fileOf = (slot: PagePart) => own[slot] ?? fileURLToPath(new URL(`${slot}.astro`, components));
  const line = (slot: PagePart) => `export { default as ${slot} } from ${JSON.stringify(fileOf(slot))};`;
  return {
    name: 'policybook:slots',
    resolveId: (id: string) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id: string) => modules[id.slice(1)]?.map(line).join('\n'),
  };
}
