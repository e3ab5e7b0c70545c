import { z } from 'zod';
import { blocks, contentItem } from '../../schemas/block.ts';
import { type ValueKind, valueKinds } from '../../schemas/values.ts';

export type FieldReference = { path: string; type: string; required: boolean; description: string };
type BlockReference = { name: string; description: string; options: FieldReference[] };

/** Lists every field of a schema, depth first in its order; `<id>` stands for a key of a map, `[]` for a place in a list. */
export function fieldReference(schema: z.ZodType): FieldReference[] {
  return fieldsOf('', schema);
}

/** Lists the blocks of `content`; the first option of each is the key that names it. */
export function blockReference(): BlockReference[] {
  return Object.entries(blocks).map(([name, schema]) => {
    const options = fieldReference(schema);
    return { name, description: options[0]?.description ?? '', options };
  });
}

type Schema = z.core.$ZodType;

/** What a schema is made of. Zod's own union of all schemas, which TypeScript can tell apart by `type`. */
function definition(schema: Schema): z.core.$ZodTypes['_zod']['def'] {
  // Zod asks libraries for this cast: every schema that exists is one of $ZodTypes.
  return (schema as z.core.$ZodTypes)._zod.def;
}

const [, anyBlock] = contentItem.options;

function fieldsOf(path: string, schema: Schema): FieldReference[] {
  // Every section can hold every block: they have a reference of their own.
  if (schema === anyBlock) return [];
  const def = definition(schema);
  if (def.type === 'optional') return fieldsOf(path, def.innerType);
  // A value that can be written as a map is one value.
  if (valueKinds.has(schema as z.ZodType)) return [];
  if (def.type === 'union') return def.options.flatMap((option) => fieldsOf(path, option));
  if (def.type === 'array') return fieldsOf(`${path}[]`, def.element);
  if (def.type === 'record') return fieldsOf(join(path, '<id>'), def.valueType);
  if (def.type !== 'object') return [];
  return Object.entries(def.shape).flatMap(([key, field]) => [
    toReference(join(path, key), field),
    ...fieldsOf(join(path, key), field),
  ]);
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}

function toReference(path: string, field: Schema): FieldReference {
  const required = definition(field).type !== 'optional';
  return { path, type: typeInWords(field), required, description: describe(field) };
}

function describe(field: Schema): string {
  const own = z.globalRegistry.get(field)?.description;
  const def = definition(field);
  return own ?? (def.type === 'optional' ? describe(def.innerType) : '');
}

const kindWords: Record<ValueKind, string> = {
  text: 'text',
  prose: 'Markdown text',
  date: 'date',
  period: 'period',
  email: 'e-mail address',
  url: 'web address',
  phone: 'telephone number',
  country: 'country code',
  language: 'language tag',
  id: 'id',
};

function typeInWords(schema: Schema): string {
  const kind = valueKinds.get(schema)?.kind;
  if (kind) return kindWords[kind];
  if (schema === anyBlock) return 'block';
  const def = definition(schema);
  if (def.type === 'pipe') return 'words of your own';
  if (def.type === 'optional') return typeInWords(def.innerType);
  if (def.type === 'union') return unionInWords(def.options);
  if (def.type === 'array') return listInWords(def.element);
  if (def.type === 'record')
    return valueKinds.get(def.keyType)?.kind === 'text' ? 'a map from regions' : mapInWords(def.valueType);
  if (def.type === 'enum') return `one of: ${Object.values(def.entries).join(', ')}`;
  if (def.type === 'literal') return def.values.join(', ');
  if (def.type === 'number') return numberInWords(schema);
  return plainWords[def.type] ?? '';
}

const plainWords: Record<string, string> = { string: 'text', boolean: 'true or false', object: 'map' };

// A value, or a list of such values.
function unionInWords(options: readonly Schema[]): string {
  const [one, many, ...others] = options;
  const def = many && definition(many);
  if (one && def?.type === 'array' && def.element === one && others.length === 0)
    return `${typeInWords(one)}, or a list of several`;
  return options.map(typeInWords).join(', or ');
}

function listInWords(element: Schema): string {
  const def = definition(element);
  if (def.type === 'enum') return `list, any of: ${Object.values(def.entries).join(', ')}`;
  const options = def.type === 'union' ? def.options : [element];
  return `list of ${options.map((option) => plural(typeInWords(option))).join(' and ')}`;
}

function plural(words: string): string {
  return words.endsWith('s') ? `${words}es` : `${words}s`;
}

function mapInWords(value: Schema): string {
  return fieldsOf('', value).length > 0 ? 'map by id' : `map by id, of ${plural(typeInWords(value))}`;
}

function numberInWords(schema: Schema): string {
  const { minimum, maximum } = z.toJSONSchema(schema);
  return `whole number from ${minimum} to ${maximum}`;
}
