import { writeFileSync } from 'node:fs';
import { jsonSchemas } from './json-schema.ts';

for (const [name, text] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(name, import.meta.url), text);
}
