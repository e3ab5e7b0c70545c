import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.ts';

/** Gives a project the code of our pages that the repository keeps, if it does: to make it takes longer than a small site. */
export function keepPageCode(project: string): void {
  const pages = join(root, '.policybook/pages');
  if (existsSync(pages)) cpSync(pages, join(project, '.policybook/pages'), { recursive: true });
}
