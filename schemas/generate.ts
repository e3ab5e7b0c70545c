import { writeFileSync } from 'node:fs';
import { jsonSchemas, recordSchemas } from './json-schema.ts';

for (const [name, text] of Object.entries({ ...jsonSchemas(), ...recordSchemas() })) {
  writeFileSync(new URL(name, import.meta.url), text);
}
