import { missingWords } from '../src/import/missing-words.ts';
import { policyOf } from '../src/import/policy-of.ts';
import { policyText, productText } from '../src/import/policy-text.ts';
import { readSource } from '../src/import/source.ts';
import { around, compileTexts } from './compile-texts.ts';

/** Imports a text and compiles what comes of it: its faults, and the words that its page lacks. */
export async function comesIn(name: string, content: string, called = 'terms') {
  const text = await readSource(name, new TextEncoder().encode(content));
  if ('fault' in text) throw new Error(text.fault);
  const imported = policyOf(text, { product: 'shop', name: called });
  const { problems, compiled } = compileTexts({
    ...around,
    'shop/product.yaml': productText('Shop', imported.vendors),
    'shop/text.yaml': policyText(imported),
  });
  const page = compiled.get('shop/text')?.page;
  const lost = page ? missingWords(text, page, imported.rewritten).missing : ['the page'];
  const faults = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { ...imported, faults, lost };
}

/** What a text that came in whole has of both. */
export const whole = { faults: [], lost: [] };
