import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kinds } from '../../schemas/policy.ts';
import { id } from '../../schemas/values.ts';
import { writeNew } from '../doors/write.ts';
import { usualFolder } from './command.ts';
import { declareCommand, inProject, ofFolder, refusal } from './options.ts';

export const create = declareCommand({
  usage: 'new <product>/<policy>',
  about: ['Write the beginning of a policy, and of its product if that is new.'],
  options: { ...inProject, ...ofFolder },
  run(operands, told) {
    const { product, slug } = policyName(operands);
    for (const { file, text } of beginnings(product, slug, usualFolder(told))) {
      if (existsSync(file) || !writeNew(file, text))
        throw refusal(`Unexpected ${file}, expected no such file yet.`);
      process.stdout.write(`Wrote ${file}\n`);
    }
    return 0;
  },
});

/** The product and the policy an operand names. */
export function policyName(operands: readonly string[]): { product: string; slug: string } {
  const [name = '', ...rest] = operands;
  const [product = '', slug = '', ...more] = name.split('/');
  const isName = [product, slug].every((part) => id.safeParse(part).success);
  if (rest.length > 0 || more.length > 0 || !isName) {
    throw refusal(
      `Unexpected ${operands.join(' ') || 'absence of a name'}, expected <product>/<policy> in lower case.`,
    );
  }
  return { product, slug };
}

function beginnings(product: string, slug: string, folder: string): { file: string; text: string }[] {
  const productFile = join(folder, product, 'product.yaml');
  const kind = kinds.options.find((known) => known === slug) ?? 'notice';
  const title = slug.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const policy = {
    file: join(folder, product, `${slug}.yaml`),
    text: `# yaml-language-server: $schema=../../schemas/policy.schema.json
kind: ${kind}
title: ${title}

sections:
  - id: scope
    title: What this policy is about
    content:
      - This policy applies to {{ name }}.
`,
  };
  const owner = {
    file: productFile,
    text: `# yaml-language-server: $schema=../../schemas/product.schema.json
name: ${product.replace(/^./, (letter) => letter.toUpperCase())}
`,
  };
  return existsSync(productFile) ? [policy] : [owner, policy];
}
