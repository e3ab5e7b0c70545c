import type { Problem } from '../problem.ts';
import { escapeMarkdown } from '../text/prose.ts';
import type { BlockDefinition, Texts } from './block.ts';

export const table: BlockDefinition<'table'> = {
  type: 'table',
  resolve(written, path, { file }) {
    const at = written.rows.findIndex((row) => row.length !== written.columns.length);
    const count = written.rows[at]?.length;
    if (count === undefined) return { block: { type: 'table', ...written } };
    return { tell: () => uneven(count, written.columns.length, file.place([...path, 'rows', at], 'value')) };
  },
  heldAt: (path) => path,
  page: ({ caption = '', columns, rows }, path, { block }) => ({
    type: 'table',
    caption,
    columns,
    head: 0,
    rows: rows.map((row, index) => ({
      cells: row.map((cell, at) => (cell === '' ? [] : block(`${path}.rows.${index}.${at}`, cell))),
    })),
  }),
  prose: ({ caption, columns, rows }) => [
    ...(caption === undefined ? [] : [['.caption', escapeMarkdown(caption)] satisfies Texts[number]]),
    ...columns.map((column, index): Texts[number] => [`.columns.${index}`, escapeMarkdown(column)]),
    ...rows.flatMap((row, index) => row.map((cell, at): Texts[number] => [`.rows.${index}.${at}`, cell])),
  ],
};

function uneven(count: number, columns: number, place: Problem['place']): Problem {
  return {
    rule: 'schema/value',
    severity: 'error',
    message: `Unexpected row of ${count} cells, expected ${columns}, one for each column.`,
    place,
    help: "Add the cells it lacks, '' for an empty one, or take out those beyond the last column.",
  };
}
