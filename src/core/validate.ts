import { z } from 'zod';
import { type FileKind, type FileValue, fileSchemas } from '../../schemas/json-schema.ts';
import { valueKinds } from '../../schemas/values.ts';
import type { ParsedFile } from './parse.ts';
import type { Problem } from './problem.ts';
import { decide, isMap, pickOption, schemaAt, unwrap, valueAt } from './shape.ts';
import { suggestHelp } from './suggest.ts';

type Issue = z.core.$ZodIssue;
type Context = { file: ParsedFile; schema: z.ZodType };

/**
 * Checks a parsed file against the schema of its kind.
 * Returns the typed value, or every fault at its line: an unknown key at the key, a missing one at its parent.
 */
export function validate<K extends FileKind>(
  kind: K,
  file: ParsedFile,
): { value: FileValue<K> | undefined; problems: Problem[] } {
  const schema = fileSchemas[kind];
  const result = schema.safeParse(file.value);
  // The schema was picked by K, which the table's type cannot say.
  if (result.success) return { value: result.data as FileValue<K>, problems: [] };
  return {
    value: undefined,
    problems: result.error.issues.flatMap((issue) => toProblems(issue, { file, schema })),
  };
}

function toProblems(issue: Issue, context: Context): Problem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...issue.path, key], context));
    case 'invalid_key':
      return [unknownOrBadKey(issue, context)];
    case 'invalid_union':
      return unionProblems(issue, context);
    default:
      return [isMissing(issue, context) ? missingKey(issue, context) : wrongValue(issue, context)];
  }
}

function isMissing(issue: Issue, { file }: Context): boolean {
  return issue.path.length > 0 && valueAt(file.value, issue.path) === undefined;
}

function unknownKey(path: PropertyKey[], { file, schema }: Context): Problem {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const known = keysOf(schemaAt(schema, file.value, parent), valueAt(file.value, parent));
  return {
    rule: 'schema/unknown-key',
    severity: 'error',
    message: `Unexpected key \`${key}\`, expected a key of ${nameOf(parent)}.`,
    place: file.place(toYamlPath(path), 'key'),
    help: suggestHelp(key, known),
  };
}

function keysOf(schema: z.core.$ZodType | undefined, value: unknown): string[] {
  const decided = schema && decide(schema, value);
  return decided instanceof z.ZodObject ? Object.keys(decided.shape) : [];
}

function unknownOrBadKey(issue: Issue, context: Context): Problem {
  const { file, schema } = context;
  const key = String(issue.path.at(-1));
  const parent = issue.path.slice(0, -1);
  const record = decide(schemaAt(schema, file.value, parent) ?? schema, valueAt(file.value, parent));
  const keyType = record instanceof z.ZodRecord ? unwrap(record.keyType) : undefined;
  const options = keyType instanceof z.ZodEnum ? keyType.options.map(String) : undefined;
  return {
    rule: options ? 'schema/unknown-key' : 'schema/value',
    severity: 'error',
    message: `Unexpected key \`${key}\`, expected ${expectation(keyType) ?? `one of ${list(options ?? [])}`}.`,
    place: file.place(toYamlPath(issue.path), 'key'),
    help: options ? suggestHelp(key, options) : 'An id is also the address of what it names: rename it.',
  };
}

function missingKey(issue: Issue, { file, schema }: Context): Problem {
  const parent = issue.path.slice(0, -1);
  const key = String(issue.path.at(-1));
  const wanted = schemaAt(schema, file.value, issue.path);
  const description = wanted && describe(wanted);
  return {
    rule: 'schema/missing-key',
    severity: 'error',
    message: `Unexpected end of ${nameOf(parent)}, expected the key \`${key}\`.`,
    place: file.place(toYamlPath(parent), 'key'),
    help: `Add \`${key}:\`${description ? ` with ${description}` : ''}.`,
  };
}

function wrongValue(issue: Issue, { file, schema }: Context): Problem {
  const value = valueAt(file.value, issue.path);
  const wanted = schemaAt(schema, file.value, issue.path);
  const options = wanted && optionsOf(wanted);
  return {
    rule: issue.code === 'invalid_type' ? 'schema/type' : 'schema/value',
    severity: 'error',
    message: `Unexpected ${show(value)}, expected ${sizeExpectation(issue) ?? (wanted && describe(wanted)) ?? issue.message}.`,
    place: file.place(toYamlPath(issue.path), 'value'),
    help: helpFor(value, wanted, options),
  };
}

function helpFor(
  value: unknown,
  wanted: z.core.$ZodType | undefined,
  options: string[] | undefined,
): string | undefined {
  if (options && typeof value === 'string') return suggestHelp(value, options);
  const wantsText = wanted instanceof z.ZodString || wanted instanceof z.ZodStringFormat;
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${value}".`;
  return undefined;
}

function unionProblems(issue: z.core.$ZodIssueInvalidUnion, context: Context): Problem[] {
  const value = valueAt(context.file.value, issue.path);
  const union = schemaAt(context.schema, context.file.value, issue.path);
  const picked = union instanceof z.ZodUnion ? pickOption(union, value) : undefined;
  const nested = picked && issue.errors[picked.index];
  if (value === undefined) return [missingKey(issue, context)];
  if (!nested) return [resemblesNothing(issue, union, value, context)];
  const narrowed = nested.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  return narrowed.flatMap((inner) => {
    const here = inner.path.length === issue.path.length;
    if (inner.code === 'invalid_union' && here && picked.schema instanceof z.ZodUnion) {
      return nestedUnion(inner, picked.schema, context);
    }
    return toProblems(inner, context);
  });
}

// A union directly inside a union has no path of its own, so its options are picked here.
function nestedUnion(issue: z.core.$ZodIssueInvalidUnion, union: z.ZodUnion, context: Context): Problem[] {
  const value = valueAt(context.file.value, issue.path);
  const picked = pickOption(union, value);
  const nested = picked && issue.errors[picked.index];
  if (!nested) return [resemblesNothing(issue, union, value, context)];
  return nested.flatMap((inner) => toProblems({ ...inner, path: [...issue.path, ...inner.path] }, context));
}

function resemblesNothing(
  issue: Issue,
  union: z.core.$ZodType | undefined,
  value: unknown,
  { file }: Context,
): Problem {
  const firstKey = isMap(value) ? Object.keys(value)[0] : undefined;
  const names = union instanceof z.ZodUnion ? firstKeys(union) : [];
  if (firstKey === undefined || names.length === 0) {
    return {
      rule: 'schema/type',
      severity: 'error',
      message: `Unexpected ${show(value)}, expected ${(union && describe(union)) ?? 'another value'}.`,
      place: file.place(toYamlPath(issue.path), 'value'),
    };
  }
  return {
    rule: 'schema/unknown-key',
    severity: 'error',
    message: `Unexpected key \`${firstKey}\`, expected ${names.length > 3 ? 'the name of a block' : list(names)}.`,
    place: file.place(toYamlPath([...issue.path, firstKey]), 'key'),
    help: suggestHelp(firstKey, names),
  };
}

function firstKeys(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => firstKeys(unwrap(option)));
  return schema instanceof z.ZodObject ? Object.keys(schema.shape).slice(0, 1) : [];
}

/** What a schema accepts, in words that complete "expected …". */
export function describe(schema: z.core.$ZodType): string | undefined {
  const inner = unwrap(schema);
  const options = optionsOf(inner);
  if (inner instanceof z.ZodUnion) {
    const parts = inner.options.map((option) => describe(option)).filter((part) => part !== undefined);
    return parts.length > 4 ? `${parts[0]}, or a block` : [...new Set(parts)].join(', or ');
  }
  return expectation(inner) ?? (options ? `one of ${list(options)}` : describeType(inner));
}

function expectation(schema: z.core.$ZodType | undefined): string | undefined {
  return schema && valueKinds.get(schema)?.expects;
}

function optionsOf(schema: z.core.$ZodType): string[] | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return inner.options.map(String);
  if (inner instanceof z.ZodLiteral) return [...inner.values].map(String);
  return undefined;
}

function describeType(schema: z.core.$ZodType): string | undefined {
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodNumber) return 'a whole number';
  if (schema instanceof z.ZodArray) return 'a list (lines that start with "- ")';
  if (schema instanceof z.ZodRecord) return 'a map from ids to entries';
  if (schema instanceof z.ZodObject)
    return `a map with keys such as ${list(Object.keys(schema.shape).slice(0, 3))}`;
  return undefined;
}

function sizeExpectation(issue: Issue): string | undefined {
  if (issue.code === 'too_small' && issue.origin === 'array') return 'at least one entry';
  if (issue.code === 'too_small' && issue.origin === 'int') return `a number of at least ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'int') return `a number of at most ${issue.maximum}`;
  return undefined;
}

/** A value as a message shows it: short, in one line. */
function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (isMap(value)) return Object.keys(value).length === 0 ? 'empty map' : 'map';
  if (typeof value !== 'string') return `${typeof value} \`${String(value)}\``;
  if (value === '') return 'empty text';
  const line = value.replaceAll(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 57)}…` : line}\``;
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the file' : `\`${path.map(String).join('.')}\``;
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function toYamlPath(path: readonly PropertyKey[]): (string | number)[] {
  return path.filter((key) => typeof key !== 'symbol');
}
