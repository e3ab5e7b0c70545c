import { type Project, projectAt } from '../src/doors/project.ts';
import { type Library, openLibrary } from '../src/site/library.ts';
import { root } from './command.ts';

/** The repository as a project. */
export const project: Project = projectAt(root);

/** Opens a folder of policies as the repository's. Its path counts from there. */
export function openFolder(policies: string, asOf?: string): Library {
  return openLibrary(projectAt(root, { policies, ...(asOf && { asOf }) }));
}
