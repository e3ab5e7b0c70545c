import { exampleFiles } from '../beginnings/examples.ts';
import type { Sources } from '../compile/compile-model.ts';
import type { Project } from '../doors/project.ts';
import { reviewSides } from '../review/review.ts';
import type { Review } from '../review/review-model.ts';
import { readSide } from '../review/side.ts';
import { newRecords } from '../versions/release.ts';
import { type Library, openSources, problemsOf } from './library.ts';

// What an editor sees of a change is shown by a change of the examples: made anew with each site, so that it is what a
// review says today.

const policy = 'harbour-log/cookie-policy.yaml';
const publishedOn = '2026-11-02';
const reviewedOn = '2026-12-01';

// In the order of the file: what somebody edits for a cookie that stays for a shorter time.
const edits: [from: RegExp, to: string][] = [
  [
    /^updated: .*$/m,
    'updated: 2026-12-01\nchange:\n  summary: The cookie that counts visits stays for a shorter time.\n  material: false',
  ],
  [/^( *)expires: 13 months$/m, '$1expires: 6 months'],
];

/** The review of a small change of the example of a cookie policy, as a pull request shows it. */
export function exampleReview(project: Project): Review {
  const texts = new Map(exampleFiles().map(({ name, text }) => [name, text]));
  const published = open(texts, project, publishedOn);
  const { records } = newRecords(published, published.readCompiled, publishedOn);
  for (const { path, text } of records) texts.set(path, text);
  const edited = new Map(texts).set(policy, edit(texts.get(policy) ?? ''));
  const [before, after] = [open(texts, project, reviewedOn), open(edited, project, reviewedOn)];
  return reviewSides(readSide(before, problemsOf(before)), readSide(after, problemsOf(after)), {
    today: reviewedOn,
  });
}

function open(texts: ReadonlyMap<string, string>, project: Project, today: string): Library {
  return openSources(sourcesOf(texts), { ...project, today });
}

function sourcesOf(texts: ReadonlyMap<string, string>): Sources {
  const found = [...texts.keys()].map((path) => ({ path, kind: 'file' as const }));
  return { root: 'policies', found, read: (path) => new TextEncoder().encode(texts.get(path)) };
}

function edit(text: string): string {
  return edits.reduce((edited, [from, to]) => {
    if (!from.test(edited)) throw new Error(`The example has nothing like ${from} to edit.`);
    return edited.replace(from, to);
  }, text);
}
