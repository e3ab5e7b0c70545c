import { z } from 'zod';
import { isYesOrNo } from '../../schemas/checks.ts';
import { type FileKind, type FileValue, fileSchemas } from '../../schemas/json-schema.ts';
import { usualKeys, valueKinds } from '../../schemas/values.ts';
import { oncePer } from '../memory.ts';
import type { Problem } from '../problem.ts';
import { shorten } from '../text/shorten.ts';
import { suggest, suggestHelp } from '../text/suggest.ts';
import { placesOfKey } from './known-keys.ts';
import { itemsStep, nextStep, slugOf } from './next-step.ts';
import { otherFile } from './other-file.ts';
import type { ParsedFile } from './parse.ts';
import { accepts, decide, isMap, pickOption, schemaAt, schemaOfLeaf, unwrap, valueAt } from './shape.ts';
import { mayBeSlips } from './text-slips.ts';
import { keysCalled } from './usual-names.ts';

type Issue = z.core.$ZodIssue;
type Context = { kind: FileKind; file: ParsedFile; schema: z.ZodType };

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
  const slips = [...textSlips(file, schema), ...repeatedItems(file, file.value)];
  // The schema was picked by K, which the table's type cannot say.
  if (result.success) return { value: result.data as FileValue<K>, problems: slips };
  const other = kind === 'policy' ? otherFile(file) : undefined;
  if (other) return { value: undefined, problems: [other] };
  const faults = result.error.issues.flatMap((issue) => toProblems(issue, { kind, file, schema }));
  return { value: undefined, problems: [...slips, ...faults] };
}

// Where a space, # or quotes could be part of the text: not in an id, nor in a date or a period.
function textSlips(file: ParsedFile, schema: z.ZodType): Problem[] {
  const mayBe = mayBeSlips(file.text);
  return textsIn(file.value).flatMap(({ path, text }) => {
    const wanted = mayBe(text) ? schemaOfLeaf(schema, file.value, path) : undefined;
    const isText = wanted && (wantsText(wanted) || /^[“„‘«»]/.test(text));
    return (isText && file.slipAt(path)) || [];
  });
}

type Text = { path: (string | number)[]; text: string };

function textsIn(value: unknown, path: Text['path'] = []): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

// Of names, which are written without spaces: two texts may be the same.
function repeatedItems(file: ParsedFile, value: unknown, path: (string | number)[] = []): Problem[] {
  if (isMap(value))
    return Object.entries(value).flatMap(([key, inner]) => repeatedItems(file, inner, [...path, key]));
  if (!Array.isArray(value)) return [];
  const names = value.filter((item) => typeof item === 'string');
  const isOfNames = names.length === value.length && names.every((name) => /^[\w.@*:/-]+$/.test(name));
  if (!isOfNames) return value.flatMap((item, index) => repeatedItems(file, item, [...path, index]));
  const first = new Map(names.map((name, index) => [name, index] as const).toReversed());
  return names.flatMap((name, index): Problem[] => {
    const known = first.get(name) ?? index;
    if (known === index) return [];
    return [
      {
        rule: 'reference/duplicate',
        severity: 'error',
        message: `Unexpected second \`${shorten(name)}\` in a list, expected each once.`,
        place: file.place([...path, index], 'value'),
        related: [{ message: 'The first one stands here.', place: file.place([...path, known], 'value') }],
        help: 'Delete one of the two.',
      },
    ];
  });
}

function toProblems(issue: Issue, context: Context): Problem[] {
  // A key without a value is told as that.
  if (valueAt(context.file.value, issue.path) === null) return [];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...issue.path, key], context));
    case 'invalid_key':
      return [unknownOrBadKey(issue, context)];
    case 'invalid_union':
      return unionProblems(issue, context);
    default:
      return isMissing(issue, context) ? missingKey(issue, context) : [wrongValue(issue, context)];
  }
}

function isMissing(issue: Issue, { file }: Context): boolean {
  return issue.path.length > 0 && valueAt(file.value, issue.path) === undefined;
}

function unknownKey(path: PropertyKey[], context: Context): Problem {
  const { file } = context;
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const around = schemaAt(context.schema, file.value, parent);
  const isBlock = around instanceof z.ZodUnion && firstKeys(around).includes(key);
  return {
    rule: 'schema/unknown-key',
    severity: 'error',
    message: isBlock
      ? `Unexpected second block \`${shorten(key)}\`, expected one block in ${nameOf(parent, context)}.`
      : `Unexpected key \`${shorten(key)}\`, expected a key that ${nameOf(parent, context)} can have.`,
    place: file.place(toYamlPath(path), 'key'),
    help: isBlock
      ? `Start an item of its own with a hyphen: \`- ${key}:\`.`
      : unknownKeyHelp(path, key, context),
  };
}

function unknownKeyHelp(path: PropertyKey[], key: string, context: Context): string | undefined {
  const known = keysAt(path.slice(0, -1), context);
  return isEntryTooDeep(path, known, context)
    ? `Entries stand side by side in \`${String(path.at(-3))}\`: indent \`${shorten(key)}\` as the id above it.`
    : keyHelp(path, context);
}

function keyHelp(path: PropertyKey[], context: Context): string | undefined {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const known = keysAt(parent, context);
  const meant = keyMeant(path, context);
  if (meant) return `Did you mean \`${meant}\`?`;
  const around = decidedAt(parent, context);
  if (parent.length === 0 && elsewhere.test(key))
    return 'Nothing is taken over from another file. What policies share stands in product.yaml, vendors.yaml and steps.yaml, and texts quote it: {{ controller.name }}.';
  if (parent.includes(key) && known.includes('content'))
    return 'No deeper level exists: write its text into `content` of the section above, or move it up a level.';
  const [single, ...others] = known;
  if (parent.length === 0 && single && others.length === 0 && isMap(valueAt(context.file.value, path)))
    return `Write \`${single}:\` on a line above it, and indent all that is below by two spaces.`;
  const there = keysCalled(key).find((one) => known.includes(one));
  if (there) return `\`${there}\` says that, and is there already.`;
  // Sections that are too deep have the right name.
  const home = parent.includes(key) ? undefined : (keyOfBlock(path, context) ?? placesOfKey(key));
  if (home) return home;
  const record = around instanceof z.ZodRecord ? around : undefined;
  const own = record && usualKeys.get(record)?.own;
  return [keyOfListHelp(key, record?.keyType, known), own].filter(Boolean).join(' ') || undefined;
}

// What other programs call parts that several files share.
const elsewhere =
  /^(?:extends?|inherits?|includes?|imports?|base|template|variables|vars|constants|params)$/i;

// Of a key of the policy that names a block, or of a block that belongs below its name.
function keyOfBlock(path: PropertyKey[], { file, schema }: Context): string | undefined {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  if (parent.length === 0) {
    const blocks = schemaAt(schema, { sections: [{ content: [''] }] }, ['sections', 0, 'content', 0]);
    if (!blocks || !firstKeys(blocks).includes(key)) return undefined;
    return Object.hasOwn(fileSchemas.product.shape, key)
      ? `\`${key}\` is a key of product.yaml; a block of that name shows it.`
      : `\`${key}\` is the name of a block: write \`- ${key}:\` in the \`content\` of a section.`;
  }
  const around = valueAt(file.value, parent);
  const [block] = isMap(around) ? Object.keys(around) : [];
  const below = block === undefined ? undefined : schemaAt(schema, file.value, [...parent, block]);
  const keys = below && firstKeysOfMaps(below);
  return typeof parent.at(-1) === 'number' && keys?.includes(key)
    ? `Write it below \`${block}:\`, two spaces deeper, in one column with ${keys
        .filter((one) => one !== key)
        .map((one) => `\`${one}:\``)
        .join(', ')}.`
    : undefined;
}

function firstKeysOfMaps(schema: z.core.$ZodType): string[] {
  const options = schema instanceof z.ZodUnion ? schema.options.map((one) => unwrap(one)) : [unwrap(schema)];
  return options.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
}

/** The key that was meant by one that is not known: the nearest, or what it is called here, where that is not there. */
function keyMeant(path: PropertyKey[], context: Context): string | undefined {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const known = keysAt(parent, context);
  const around = valueAt(context.file.value, parent);
  const isAbsent = (one: string) => known.includes(one) && !(isMap(around) && Object.hasOwn(around, one));
  return suggest(key, known) ?? keysCalled(key).find(isAbsent) ?? onlyAbsent(parent, around, context);
}

// Where one key is missing and one is not known, a value that fits the one was meant for it.
function onlyAbsent(parent: PropertyKey[], around: unknown, context: Context): string | undefined {
  const known = absentIn(context);
  if (!known.has(around)) known.set(around, findOnlyAbsent(parent, around, context));
  return known.get(around);
}

// A map is asked again for each of its keys.
const absentIn = oncePer((_: Context) => new Map<unknown, string | undefined>());

function findOnlyAbsent(
  parent: PropertyKey[],
  around: unknown,
  { file, schema }: Context,
): string | undefined {
  const decided = decide(schemaAt(schema, file.value, parent) ?? schema, around);
  if (!(decided instanceof z.ZodObject) || !isMap(around)) return undefined;
  const unknown = Object.keys(around).filter((key) => !Object.hasOwn(decided.shape, key));
  const absent = Object.entries(decided.shape).filter(
    ([key, one]) => !Object.hasOwn(around, key) && !accepts(one, undefined),
  );
  const [[key, wanted] = []] = absent;
  const isOne = unknown.length === 1 && absent.length === 1 && wanted;
  return isOne && accepts(wanted, around[unknown[0] ?? '']) ? key : undefined;
}

/** The keys that the map at a path can have. */
function keysAt(path: PropertyKey[], { file, schema }: Context): string[] {
  return keysOf(schemaAt(schema, file.value, path), valueAt(file.value, path));
}

/** The schema that a value at a path was decided to be meant for. */
function decidedAt(path: PropertyKey[], { file, schema }: Context): z.core.$ZodType | undefined {
  return decide(schemaAt(schema, file.value, path) ?? schema, valueAt(file.value, path));
}

function keysOf(schema: z.core.$ZodType | undefined, value: unknown): string[] {
  const decided = schema && decide(schema, value);
  if (decided instanceof z.ZodRecord)
    return optionsOf(decided.keyType) ?? [...(usualKeys.get(decided)?.keys ?? [])];
  return decided instanceof z.ZodObject ? Object.keys(decided.shape) : [];
}

function unknownOrBadKey(issue: Issue, context: Context): Problem {
  const { file } = context;
  const key = String(issue.path.at(-1));
  const parent = issue.path.slice(0, -1);
  const record = decidedAt(parent, context);
  const keyType = record instanceof z.ZodRecord ? unwrap(record.keyType) : undefined;
  const options = keyType instanceof z.ZodEnum ? keyType.options.map(String) : undefined;
  return {
    rule: options ? 'schema/unknown-key' : 'schema/value',
    severity: 'error',
    message: `Unexpected key \`${shorten(key)}\`, expected ${expectation(keyType) ?? oneOf(options ?? [])}.`,
    place: file.place(toYamlPath(issue.path), 'key'),
    help: options
      ? keyOfListHelp(key, keyType, options)
      : `Rename it${idLike(key)}: an id becomes part of an address. Readers see the label or name below it, not the id.`,
  };
}

// A country is told by its code, of which there are too many to name.
function keyOfListHelp(
  key: string,
  keyType: z.core.$ZodType | undefined,
  options: readonly string[],
): string | undefined {
  return (keyType && options.length > 50 && nextStep(key, keyType)) || suggestHelp(key, options);
}

function idLike(name: string): string {
  const written = slugOf(name);
  return written === '' ? '' : `, as in \`${written}\``;
}

function missingKey(issue: Issue, context: Context): Problem[] {
  const { file, schema } = context;
  const parent = issue.path.slice(0, -1);
  const key = String(issue.path.at(-1));
  if (isMisspelt(key, parent, context) || holdsEntries(parent, context)) return [];
  const wanted = schemaAt(schema, file.value, issue.path);
  const description = wanted && describe(wanted);
  return [
    {
      rule: 'schema/missing-key',
      severity: 'error',
      message: `Unexpected absence of \`${key}\`, expected this key in ${nameOf(parent, context)}.`,
      place: file.place(toYamlPath(parent), 'key'),
      help: `Add \`${key}:\`${description ? ` with ${description}` : ''}.`,
    },
  ];
}

// A key with a slip of the fingers is reported where it stands, not a second time for being absent.
function isMisspelt(key: string, parent: PropertyKey[], context: Context): boolean {
  const value = valueAt(context.file.value, parent);
  const known = keysAt(parent, context);
  const unknown = isMap(value) ? Object.keys(value).filter((written) => !known.includes(written)) : [];
  return unknown.some((written) => keyMeant([...parent, written], context) === key);
}

// A map below the id of another entry, which holds what an entry does.
function isEntryTooDeep(path: PropertyKey[], known: readonly string[], context: Context): boolean {
  const value = valueAt(context.file.value, path);
  const keys = isMap(value) ? Object.keys(value) : [];
  const isEntry = keys.length > 0 && keys.every((key) => known.includes(key));
  return isEntry && decidedAt(path.slice(0, -2), context) instanceof z.ZodRecord;
}

// Entries below an id that names none of them are told as keys that do not belong there.
function holdsEntries(parent: PropertyKey[], context: Context): boolean {
  const value = valueAt(context.file.value, parent);
  const inner = isMap(value) ? Object.entries(value) : [];
  const known = keysAt(parent, context);
  return (
    known.length > 0 &&
    inner.length > 0 &&
    inner.every(([key, below]) => !known.includes(key) && isMap(below))
  );
}

// What differs by region or group differs between two of them at least.
function mapOfOne(value: Record<string, unknown>, issue: Issue, { file }: Context): Problem {
  const [only] = Object.values(value);
  return {
    rule: 'schema/value',
    severity: 'error',
    message: `Unexpected map of one (${issue.message}), expected two at least, or the value alone.`,
    place: file.place(toYamlPath(issue.path), 'value'),
    help: `Write \`${shorten(String(only))}\` without the map, or add the others to it.`,
  };
}

function wrongValue(issue: Issue, context: Context): Problem {
  const { file, schema } = context;
  const value = valueAt(file.value, issue.path);
  if (issue.code === 'custom' && isMap(value) && Object.keys(value).length === 1)
    return mapOfOne(value, issue, context);
  const wanted = schemaAt(schema, file.value, issue.path);
  const options = wanted && optionsOf(wanted);
  return {
    rule: issue.code === 'invalid_type' ? 'schema/type' : 'schema/value',
    severity: 'error',
    message: `Unexpected ${show(value)}, expected ${sizeExpectation(issue) ?? (wanted && describe(wanted)) ?? issue.message}.`,
    place: file.place(toYamlPath(issue.path), 'value'),
    help:
      helpWithoutValue(value, issue) ??
      (wanted && stepFor(value, wanted, issue)) ??
      nearestHelp(value, options) ??
      quotesHelp(value, wanted) ??
      choiceHelp(options),
  };
}

function stepFor(value: unknown, wanted: z.core.$ZodType, { path }: Issue): string | undefined {
  const key = path.at(-1);
  const several = typeof key === 'number' ? itemsStep(value, wanted) : undefined;
  const own = unwrap(wanted);
  // A key of an entry that stands in the column of the ids.
  const isKeyOfEntry = own instanceof z.ZodObject && typeof key === 'string' && Object.hasOwn(own.shape, key);
  return isKeyOfEntry && !isMap(value)
    ? `Indent \`${key}\` as the other keys of the entry above it, two spaces deeper.`
    : (several ?? nextStep(value, wanted));
}

function helpWithoutValue(value: unknown, { path }: Issue): string | undefined {
  if (path.length === 0) return 'Write on each line a key, a colon, a space and a value.';
  if (value === '') return 'Write it between the quotes, or delete the key.';
  return Array.isArray(value) && value.length === 0 ? 'Add an entry, or delete the key.' : undefined;
}

// The message has named what is allowed; only the likely one is worth another sentence.
function nearestHelp(value: unknown, options: string[] | undefined): string | undefined {
  const near = options && typeof value === 'string' ? suggest(value, options) : undefined;
  return near && `Did you mean \`${near}\`?`;
}

// Of what can be chosen nothing is near.
function choiceHelp(options: string[] | undefined): string | undefined {
  const [only, ...others] = options ?? [];
  if (only === undefined) return undefined;
  return others.length > 0
    ? 'Write the one that is meant. Where none is, leave it out.'
    : `Write \`${only}\`, or leave the key out.`;
}

function quotesHelp(value: unknown, wanted: z.core.$ZodType | undefined): string | undefined {
  const isWord = typeof value === 'number' || typeof value === 'boolean' || isYesOrNo(value);
  if (!isWord || !wanted || !wantsText(wanted)) return undefined;
  // Where paragraphs can stand, true is no text that anybody meant.
  return typeof value !== 'number' && accepts(wanted, 'One.\n\nTwo.')
    ? 'Write the text. What needs none is an item of a list: `[access, correct]`.'
    : `Put it in quotes: "${value}".`;
}

const wantsText = oncePer((schema: z.core.$ZodType): boolean => {
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => wantsText(unwrap(option)));
  return schema instanceof z.ZodString && schema.safeParse('No. #1').success;
});

function unionProblems(issue: z.core.$ZodIssueInvalidUnion, context: Context): Problem[] {
  const value = valueAt(context.file.value, issue.path);
  const union = schemaAt(context.schema, context.file.value, issue.path);
  const picked = union instanceof z.ZodUnion ? pickOption(union, value) : undefined;
  const nested = picked && issue.errors[picked.index];
  if (value === undefined) return missingKey(issue, context);
  const apart = union && partOfItemBefore(issue.path, union, context);
  if (apart) return [apart];
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

// What a block is told beside its name, written as an item of its own behind it.
function partOfItemBefore(
  path: PropertyKey[],
  union: z.core.$ZodType,
  context: Context,
): Problem | undefined {
  const { file } = context;
  const [value, index] = [valueAt(file.value, path), path.at(-1)];
  if (typeof index !== 'number' || index === 0 || !isMap(value)) return undefined;
  const keys = Object.keys(value);
  const names = firstKeys(union);
  const isPart = (at: number) => !names.includes(Object.keys(itemAt(at))[0] ?? '');
  const itemAt = (at: number) => asMap(valueAt(file.value, [...path.slice(0, -1), at]));
  let at = index - 1;
  while (at > 0 && isPart(at)) at--;
  const before = [...path.slice(0, -1), at];
  const [block, ...others] = Object.keys(itemAt(at));
  const [key] = keys;
  if (block === undefined || key === undefined || keys.some((one) => names.includes(one))) return undefined;
  const known = keysAt(before, context);
  if (!keys.every((one) => known.includes(one) && one !== block && !others.includes(one))) return undefined;
  return {
    rule: 'schema/unknown-key',
    severity: 'error',
    message: `Unexpected key \`${key}\` as an item of its own, expected it in the one before, beside \`${block}\`.`,
    place: file.place(toYamlPath([...path, key]), 'key'),
    help: `Write it below \`${block}:\` without a hyphen, in one column with it; on one line, \`{${block}: …, ${key}: …}\`.`,
  };
}

function asMap(value: unknown): Record<string, unknown> {
  return isMap(value) ? value : {};
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
      help: (union && stepFor(value, union, issue)) ?? quotesHelp(value, union),
    };
  }
  return {
    rule: 'schema/unknown-key',
    severity: 'error',
    message: `Unexpected key \`${shorten(firstKey)}\`, expected ${names.length > 3 ? 'the name of a block' : list(names)}.`,
    place: file.place(toYamlPath([...issue.path, firstKey]), 'key'),
    help: names.length > 3 ? blockHelp(firstKey, names) : suggestHelp(firstKey, names),
  };
}

// A text has no key, and a heading is that of a section.
function blockHelp(key: string, names: readonly string[]): string | undefined {
  if (/^(?:text|paragraph|p|markdown|body|content|absatz)$/i.test(key))
    return 'Write the text itself behind the hyphen, without a key.';
  if (/^(?:heading|headline|title|subtitle|h[1-6]|überschrift|titel)$/i.test(key))
    return 'A heading is the `title:` of a section: begin one, also below `sections:` of this one.';
  if (/\s/.test(key) && !names.includes(suggest(key.replaceAll(/\s/g, ''), names) ?? ''))
    return 'Put the whole text in double quotes: a colon and a space in it end a key.';
  if (/^(?:list|bullets|ul|ol|items|liste)$/i.test(key))
    return 'Write the list below |, each item on a line that begins with a hyphen and a space.';
  const called = suggest(key, names) ? undefined : keysCalled(key).find((name) => names.includes(name));
  return called ? `Did you mean \`${called}\`?` : suggestHelp(key, names);
}

function firstKeys(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => firstKeys(unwrap(option)));
  return schema instanceof z.ZodObject ? Object.keys(schema.shape).slice(0, 1) : [];
}

// What a schema accepts, in words that complete "expected …".
function describe(schema: z.core.$ZodType): string | undefined {
  const inner = unwrap(schema);
  const options = optionsOf(inner);
  const expected = expectation(inner);
  if (expected) return expected;
  if (inner instanceof z.ZodUnion) {
    if (inner.options.length > 4) return `a block such as ${list(firstKeys(inner).slice(0, 3))}`;
    const parts = inner.options.map((option) => describe(option)).filter((part) => part !== undefined);
    return [...new Set(parts)].join(', or ');
  }
  return options ? oneOf(options) : describeType(inner);
}

function oneOf(options: readonly string[]): string {
  return options.length === 1 ? list(options) : `one of ${list(options)}`;
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
  if (schema instanceof z.ZodRecord) {
    const isById = valueKinds.get(schema.keyType)?.kind !== 'text';
    return isById ? 'a map with an id above each entry' : 'a map from regions, in your words';
  }
  if (schema instanceof z.ZodObject)
    return `a map with keys such as ${list(Object.keys(schema.shape).slice(0, 3))}`;
  return undefined;
}

function sizeExpectation(issue: Issue): string | undefined {
  if (issue.code === 'too_small' && issue.origin === 'array') return 'at least one entry';
  if (issue.code === 'too_big' && issue.origin === 'array') return `at most ${issue.maximum} entries`;
  if (issue.code === 'too_small' && isNumeric(issue)) return `a whole number of at least ${issue.minimum}`;
  if (issue.code === 'too_big' && isNumeric(issue)) return `a whole number of at most ${issue.maximum}`;
  return undefined;
}

function isNumeric({ origin }: { origin: string }): boolean {
  return origin === 'int' || origin === 'number';
}

/** A value as a message shows it: short, in one line. */
function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (isMap(value)) return Object.keys(value).length === 0 ? 'empty map' : 'map';
  if (typeof value !== 'string') return `${typeof value} \`${String(value)}\``;
  if (value === '') return 'empty text';
  // Of a space around it nothing would be seen.
  return /^(?: .*|.* )$/.test(value) && value.length < 60 ? `\`"${value}"\`` : `\`${shorten(value, 60)}\``;
}

// The place says which; the name says what. People count from 1.
function nameOf(path: readonly PropertyKey[], { kind }: Context): string {
  const last = path.at(-1);
  if (last === undefined) return fileNames[kind];
  if (typeof last === 'number') return `item ${last + 1} of \`${shorten(String(path.at(-2)))}\``;
  const fromItem = path.slice(path.findLastIndex((key) => typeof key === 'number') + 1);
  return `\`${shorten(fromItem.map(String).join('.'))}\``;
}

const fileNames: Record<FileKind, string> = {
  site: 'site.yaml',
  vendors: 'vendors.yaml',
  steps: 'steps.yaml',
  product: 'product.yaml',
  policy: 'a policy',
};

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function toYamlPath(path: readonly PropertyKey[]): (string | number)[] {
  return path.filter((key) => typeof key !== 'symbol');
}
