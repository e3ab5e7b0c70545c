import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { date } from '../../schemas/values.ts';
import { today } from '../doors/clock.ts';
import { writeWhole } from '../doors/write.ts';
import { parseYaml } from '../read/parse.ts';
import { reviseText } from '../versions/revise.ts';
import { type Command, refusal } from './command.ts';
import { policyName } from './new.ts';

export const revise: Command = {
  manual: `  revise <product>/<policy>   Begin a new version: give the file today's date and drop what the last version said
                    of itself.
                    --effective <date>            the day it binds, if later`,
  run(operands, { folder, effective }) {
    const { product, slug } = policyName(operands);
    const file = join(folder, product, `${slug}.yaml`);
    if (!existsSync(file)) throw refusal(`Unexpected ${file}, expected a policy that exists.`);
    if (effective !== undefined && !date.safeParse(effective).success) {
      throw refusal(`Unexpected day ${effective}, expected a date like 2026-03-31.`);
    }
    const updated = today();
    if (effective !== undefined && effective < updated) {
      throw refusal(`Unexpected day ${effective}, expected ${updated} or later.`);
    }
    const parsed = parseYaml(file, readFileSync(file));
    const text = reviseText(parsed, { updated, ...(effective && { effective }) });
    if (text === undefined)
      throw refusal(`Unexpected problems in ${file}, expected a file that can be read: run check.`);
    writeWhole(file, text);
    process.stdout.write(
      `${file} is the version of ${updated} now. Say under \`change.summary\` what it changes.\n`,
    );
    return 0;
  },
};
