import { z } from 'zod';
import { prose, text } from '../../schemas/values.ts';

const words = z.strictObject({
  text: prose.describe('What was said.'),
  by: text.describe('Who said it.'),
});

export const quotation = z.strictObject({ quotation: words.describe('The words of another.') });

/** What a policy holds of it. */
export type Quotation = { type: 'quotation' } & z.output<typeof words>;
