import { about } from './about.ts';
import { changes } from './changes.ts';
import { pages } from './pages.ts';
import { search } from './search.ts';

/** Everything we say to readers in English. */
export const english = { ...pages, changes, about, search };
