import type { Library } from '../site/library.ts';

// Astro calls each page by itself and gives it nothing of ours. The code of our pages that a build keeps imports this very
// module from where it lies, so what a command leaves here, they find.

let library: Library | undefined;

/** Leaves a library for the pages that are made next, or takes it away. */
export function giveLibrary(opened: Library | undefined): void {
  library = opened;
}

/** The library that was left for pages; none where Astro makes them by itself. */
export function givenLibrary(): Library | undefined {
  return library;
}
