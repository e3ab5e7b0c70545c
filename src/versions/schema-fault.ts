import type { z } from 'zod';
import { valueAt } from '../read/shape.ts';

/**
 * What keeps a value from being of a format, or nothing. It completes "Unexpected …"; `format` is what the sentence
 * calls it.
 */
export function schemaFault(schema: z.ZodType, value: unknown, format: string): string | undefined {
  const [first] = schema.safeParse(value).error?.issues ?? [];
  if (!first) return undefined;
  const issue = innermost(first);
  if (issue.code === 'unrecognized_keys')
    return `key \`${[...issue.path, issue.keys[0]].join('.')}\`, which ${format} does not have`;
  const path = `\`${issue.path.join('.')}\``;
  return valueAt(value, issue.path) === undefined
    ? `absence of ${path}, which ${format} asks for`
    : `value of ${path}, which is none of ${format}`;
}

type Issue = z.core.$ZodIssue;

// Of the ways in which a value fits no option of a union, the one that got furthest tells most.
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => innermost({ ...one, path: [...issue.path, ...one.path] }));
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), issue);
}
