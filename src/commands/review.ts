import { reviewHtml } from '../reports/review-html.ts';
import { reviewJson } from '../reports/review-json.ts';
import { reviewMarkdown } from '../reports/review-markdown.ts';
import { reviewSides } from '../review/review.ts';
import { readSide } from '../review/side.ts';
import { openLibrary, problemsOf } from '../site/library.ts';
import { type Command, folderOf, formatOf, type Options, openCommit, refusal } from './command.ts';

const printers = { markdown: reviewMarkdown, json: reviewJson, html: reviewHtml };
const formats = ['markdown', 'json', 'html'] as const;

export const review: Command = {
  manual: `  review [folder]   Say what a change does, for the person who reads it in a pull request.
                    --base <commit>               what the change goes into, such as origin/main
                    --format markdown|json|html   how to print (markdown)
                    --preview <url>               where a preview of the site lies, to link to`,
  run(operands, options) {
    // Where no format is named, this command has another one than those that print problems.
    const print = printers[formatOf(options.format === 'pretty' ? 'markdown' : options.format, formats)];
    const preview = previewOf(options);
    if (options.base === undefined)
      throw refusal('Unexpected review without --base, expected --base <commit>.');
    const folder = folderOf(operands, options);
    const library = openLibrary(folder);
    const { base, commit } = openCommit(folder, options.base, library);
    const before = readSide(base, problemsOf(base));
    const after = readSide(library, problemsOf(library));
    process.stdout.write(
      print(reviewSides(before, after, { today: library.today, base: commit, ...(preview && { preview }) })),
    );
    return 0;
  },
};

function previewOf({ preview }: Options): string | undefined {
  if (preview === undefined) return undefined;
  if (!/^https?:\/\//.test(preview) || !URL.canParse(preview))
    throw refusal(`Unexpected preview ${preview}, expected an address like https://example.com/preview/.`);
  const { origin, pathname } = new URL(preview);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}
