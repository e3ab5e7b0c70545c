import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The parts of a page that a project can put its own component in place of. */
type Slot = 'Layout' | 'Head' | 'Header' | 'Footer';

/** The file of a component for some of the slots. */
export type SlotFiles = Partial<Record<Slot, string>>;

// Two, since the layout holds the parts.
const modules: Record<string, readonly Slot[]> = {
  'virtual:policybook/layout': ['Layout'],
  'virtual:policybook/parts': ['Head', 'Header', 'Footer'],
};

/** The components that lie in a folder under the names of slots. */
export function slotsIn(folder: string): SlotFiles {
  const slots = Object.values(modules).flat();
  const files = slots.map((name) => [name, join(folder, `${name}.astro`)] as const);
  return Object.fromEntries(files.filter(([, file]) => existsSync(file)));
}

/** Hands each slot its component: that of the project, or else ours. */
export function slotModules(own: SlotFiles, components: URL) {
  const fileOf = (slot: Slot) => own[slot] ?? fileURLToPath(new URL(`${slot}.astro`, components));
  const line = (slot: Slot) => `export { default as ${slot} } from ${JSON.stringify(fileOf(slot))};`;
  return {
    name: 'policybook:slots',
    resolveId: (id: string) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id: string) => modules[id.slice(1)]?.map(line).join('\n'),
  };
}
