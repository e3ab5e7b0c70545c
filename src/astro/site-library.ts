import { readFileSync } from 'node:fs';
import { projectFile } from 'virtual:policybook/project';
import { folderSignature } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import { reportOf } from '../doors/terminal.ts';
import type { Problem } from '../problem.ts';
import { addressesOf } from '../site/frame.ts';
import { contentDigest, type Library, openLibrary, problemsOf, stopsBuild } from '../site/library.ts';
import { toAstroError } from './astro-error.ts';
import { givenLibrary } from './given-library.ts';

const isDevelopment = import.meta.env.DEV;

// Astro calls each page by itself and gives it nothing of ours, so what pages share is kept here.
let opened: { signature: string; library: Library; faults: Problem[] } | undefined;

/** What a page is about: a policy, everything, or nothing that a mistake in the text of one policy could spoil. */
type Subject = { product?: string | undefined; slug?: string | undefined } | 'all' | undefined;

/**
 * The library the pages of a site are made from. A build reads it once; while editing it is read again whenever a
 * file has changed. A fault of what the page is about is thrown here, as Astro's overlay shows it: the pages of other
 * policies can be read. A build stops at any. Findings do not keep a page from being read.
 */
export function siteLibrary(about?: Subject): Library {
  const given = givenLibrary();
  if (given) return given;
  const project = opened?.library.project ?? readProject();
  const signature = isDevelopment ? folderSignature(project.policies) : 'build';
  if (opened?.signature !== signature) opened = open(project, signature);
  const { library, faults } = opened;
  const [fault, ...others] = faults.filter((problem) => !isDevelopment || concerns(problem, about, library));
  if (fault) throw toAstroError(fault, others, project.here);
  // While editing, the stylesheet changes without the library.
  return isDevelopment ? { ...library, addresses: addressesOf(project, library.site) } : library;
}

// What all policies share is named in the files beside the products.
function concerns({ place }: Problem, about: Subject, { sources }: Library): boolean {
  const [product = '', name, policy] = place.file.slice(sources.root.length + 1).split('/');
  if (about === 'all' || product === 'site.yaml') return true;
  if (about === undefined) return false;
  if (name === undefined || name === 'product.yaml') return name === undefined || product === about.product;
  const slug = name === 'history' ? policy : name.replace(/\.yaml$/, '');
  return product === about.product && slug === about.slug;
}

function readProject(): Project {
  // The integration wrote it.
  return JSON.parse(readFileSync(projectFile, 'utf8')) as Project;
}

function open(project: Project, signature: string) {
  const library = openLibrary(project);
  if (project.checked !== undefined && project.checked !== contentDigest(library))
    throw Object.assign(new Error('The policies are no longer what was checked.'), { code: 'CHANGED' });
  // What the first reading found was printed by `start`.
  if (opened && isDevelopment)
    process.stdout.write(`\n${reportOf({ problems: problemsOf(library) }, 'compact', { notice: true })}\n`);
  return {
    signature,
    library,
    faults: library.problems.filter((problem) => stopsBuild(problem, library.site)),
  };
}
