import { z } from 'zod';
import { isDay } from './checks.ts';

// The list of versions of a site, `/.well-known/policybook.json`, as a program reads it. Whatever else it says is looked
// at where it is compared with records; what is asked for here is what nothing can be compared without.

const text = z.string();
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const policyName = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/);
const versionName = z.string().regex(/^\d{4}-\d{2}-\d{2}(\.([2-9]|[1-9][0-9]))?$/);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const address = z
  .string()
  .regex(/^https?:\/\//)
  .refine((value) => URL.canParse(value));

const named = z.looseObject({ id: versionName, digest });
// In a list of format 1 a version has no other name than its date.
const dated = z.looseObject({ id: z.undefined().optional(), date: day, digest });

const act = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('withdrawal'), day, version: versionName, because: text }),
  z.strictObject({ type: z.literal('notice'), day, version: versionName, notified: day }),
  z.strictObject({ type: z.literal('retirement'), day, on: day, because: text, instead: name.optional() }),
  z.strictObject({ type: z.literal('rename'), day, from: policyName }),
]);

/** The parts of a page that a project can put its own component in place of. */
export const pagePartNames = ['Layout', 'Head', 'Header', 'Footer'] as const;

/** One of them. */
export type PagePart = (typeof pagePartNames)[number];

// What stands around the pages of a site whose project has parts of its own: no page has to say it in our words.
const around = z.strictObject({ parts: z.array(z.enum(pagePartNames)), name: text, language: text });

/** The list of every published version of a site. */
export const versionList = z.looseObject({
  format: z.union([z.literal(1), z.literal(2)]),
  site: address,
  around: around.optional(),
  // Pages of the project's own, by their paths: no record and no template of ours says what they hold.
  pages: z.array(text).optional(),
  policies: z.array(
    z.looseObject({
      product: name,
      policy: name,
      formerly: z.array(policyName).optional(),
      title: text.optional(),
      versions: z.array(z.union([named, dated])),
      acts: z.array(act).optional(),
    }),
  ),
});
