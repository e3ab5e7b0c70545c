import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../doors/write.ts';
import { parseYaml } from '../read/parse.ts';
import { reviseText } from '../versions/revise.ts';
import { projectOf, usualFolder } from './command.ts';
import { policyName } from './new.ts';
import { dayOf, declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';

export const revise = declareCommand({
  usage: 'revise <product>/<policy>',
  about: [
    "Begin a new version: give the file today's date and drop what the last version said",
    'of itself.',
  ],
  options: {
    effective: { value: '<date>', help: 'the day it binds, if later' },
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  run(operands, told) {
    const { product, slug } = policyName(operands);
    const folder = usualFolder(told);
    const file = join(folder, product, `${slug}.yaml`);
    if (!existsSync(file)) throw refusal(`Unexpected ${file}, expected a policy that exists.`);
    const effective = dayOf(told.effective);
    const updated = projectOf(folder, told).today;
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
});
