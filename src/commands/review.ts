import { reviewHtml } from '../reports/review-html.ts';
import { reviewJson } from '../reports/review-json.ts';
import { reviewMarkdown } from '../reports/review-markdown.ts';
import { reviewSides } from '../review/review.ts';
import { readSide } from '../review/side.ts';
import { openLibrary, problemsOf } from '../site/library.ts';
import { folderOf, openCommit, projectOf } from './command.ts';
import { declareCommand, inProject, onDay, refusal } from './options.ts';

const printers = { markdown: reviewMarkdown, json: reviewJson, html: reviewHtml };

export const review = declareCommand({
  usage: 'review [folder]',
  about: ['Say what a change does, for the person who reads it in a pull request.'],
  options: {
    base: { value: '<commit>', help: 'what the change goes into, such as origin/main' },
    format: { choices: ['markdown', 'json', 'html'], usual: 'markdown', help: 'how to print' },
    preview: { value: '<url>', help: 'where a preview of the site lies, to link to' },
    ...inProject,
    ...onDay,
  },
  run(operands, { format, ...told }) {
    const preview = previewOf(told.preview);
    if (told.base === undefined) throw refusal('Unexpected review without --base, expected --base <commit>.');
    const folder = folderOf(operands, told);
    const library = openLibrary(projectOf(folder, told), { isInspected: true });
    const { base, commit } = openCommit(folder, told.base, library);
    const before = readSide(base, problemsOf(base));
    const after = readSide(library, problemsOf(library));
    const { today } = library;
    const found = reviewSides(before, after, { today, base: commit, ...(preview && { preview }) });
    process.stdout.write(printers[format](found));
    return 0;
  },
});

function previewOf(preview: string | undefined): string | undefined {
  if (preview === undefined) return undefined;
  if (!/^https?:\/\//.test(preview) || !URL.canParse(preview))
    throw refusal(`Unexpected preview ${preview}, expected an address like https://example.com/preview/.`);
  const { origin, pathname } = new URL(preview);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}
