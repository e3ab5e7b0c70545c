import { z } from 'zod';
import { isMachineName, storageName } from '../cookie-name.ts';
import { length, lifetime } from '../length.ts';
import { caption, partSelection } from '../selection.ts';
import { domain, id, idOf, oneOrMany, orNone, prose, valueKinds } from '../values.ts';

/** Who sets or reads something: `self`, or the id of a vendor. */
const provider = idOf('vendors', ['self']);

const storageTypes = z.enum([
  'cookie',
  'local-storage',
  'session-storage',
  'indexed-db',
  'pixel',
  'beacon',
  'sdk',
  'device-id',
  'push-token',
  'url-parameter',
  'other',
]);

const cookiePath = z
  .string()
  .max(500)
  .regex(/^\/[!-~]*$/);
valueKinds.add(cookiePath, { kind: 'text', expects: 'a path that starts with /' });

const cookieFields = z.strictObject({
  name: storageName.describe(
    'The name as it stands in the browser, or a pattern with * ("_ga_*", "_ga_[random number]"). A pixel, an SDK or an ' +
      'identifier is called as its maker calls it.',
  ),
  type: storageTypes.optional().describe('The technology; a cookie unless it says otherwise.'),
  category: idOf('categories').optional().describe('The id of its category.'),
  purpose: prose.optional().describe('What it is for, as you would tell a visitor.'),
  provider: oneOrMany(provider)
    .optional()
    .describe('Who sets it: self, or the id of a vendor; a list where several do.'),
  domain: oneOrMany(domain)
    .optional()
    .describe("Where it lives, or a list. First or third party follows from it and the product's domains."),
  party: z
    .enum(['first', 'third'])
    .optional()
    .describe('First or third party, where that does not follow from the domain.'),
  expires: lifetime
    .optional()
    .describe(
      'How long it stays: session, until deleted, until sign-out, a period, or about, at most or until something; ' +
        'a map gives each region its own, `{words: …}` says it in your words.',
    ),
  secure: z.boolean().optional().describe('Whether it is sent over HTTPS only.'),
  httpOnly: z.boolean().optional().describe('Whether scripts are kept from reading it.'),
  sameSite: z
    .enum(['strict', 'lax', 'none'])
    .optional()
    .describe('Whether it is sent with requests from other sites.'),
  partitioned: z
    .boolean()
    .optional()
    .describe('Whether it is kept apart for each site it is embedded in (CHIPS).'),
  access: z.array(provider).min(1).optional().describe('Who can read it: self, the ids of vendors, or both.'),
  trigger: z
    .enum(['load', 'consent', 'use'])
    .optional()
    .describe('When it is set: as the page loads, after consent, or when a feature is used.'),
  setFrom: z
    .enum(['server', 'script'])
    .optional()
    .describe('Whether a server sets it with its answer, or a script in the page.'),
  dataRetention: length.optional().describe('How long the data it collects is kept: "25 months".'),
  aliases: z
    .array(id)
    .min(1)
    .optional()
    .describe('Its former ids: an entry that was given another id keeps its old anchors.'),
  path: cookiePath.optional().describe('The path it is limited to, starting with /.'),
});

const { category, party, type, trigger } = cookieFields.shape;

/** What holds for each cookie of a category that does not say otherwise itself. */
export const cookieDefaults = cookieFields.omit({
  name: true,
  category: true,
  purpose: true,
  aliases: true,
  path: true,
});

const cookie = cookieFields.refine(({ name, type = 'cookie' }) => type !== 'cookie' || isMachineName(name), {
  path: ['name'],
  message: 'no name of a cookie',
});

export const cookieColumns = z.enum([
  'name',
  'type',
  'purpose',
  'provider',
  'access',
  'party',
  'domain',
  'trigger',
  'expires',
  'dataRetention',
  'attributes',
]);

export const cookies = {
  field: orNone(z.record(id, cookie))
    .optional()
    .describe('Cookies and similar technologies; none where you set none.'),
  block: z.strictObject({
    cookies: partSelection({
      category,
      provider: provider.optional().describe('Who sets it: self, or the id of a vendor.'),
      party,
      type,
      trigger,
    }).describe(
      'A table of cookies: those of one category, all, some ids, or those that a map says, like `{provider: self}`.',
    ),
    columns: z.array(cookieColumns).min(1).optional().describe('The columns to show, in order.'),
    caption,
  }),
};

export type WrittenCookie = z.output<typeof cookie>;

/** A cookie as policies hold it: of several providers or domains the first, and beside it all of them. */
export type Cookie = Omit<WrittenCookie, 'provider' | 'domain'> & {
  provider?: string | undefined;
  providers?: string[];
  domain?: string | undefined;
  domains?: string[];
};
export type CookieDefaults = z.output<typeof cookieDefaults>;
export type CookieColumn = z.output<typeof cookieColumns>;
