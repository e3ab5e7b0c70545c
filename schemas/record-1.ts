import { z } from 'zod';
import { isDay, isLanguageTag } from './checks.ts';

// Record format 1, frozen: what a sealed version of a policy may look like. It shares nothing with the schemas people
// edit, since those change and a record does not. What a record says beside its facts is exactly this. Facts are
// checked as far as format 1 knows them: a disclosure, or a field of one, that was added since is let through.

const text = z.string();
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const ids = z.array(id).min(1);
const texts = z.array(text).min(1);
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay);
const url = z.string().regex(/^https:\/\//);
const country = z.string().regex(/^[A-Z]{2}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const yes = z.boolean();
const numbering = z.enum(['decimal', 'letters', 'none']);

/** The texts of a fact that stand under ids of their own, in the order of the page. */
const textsById = z.array(z.strictObject({ id, text }));

/** An inventory: its entries in the order of the page, each with its id. */
function entries<T extends z.ZodRawShape>(shape: T) {
  return z.array(z.object({ id, ...shape }));
}

function orNone<T extends z.ZodType>(schema: T) {
  return z.union([z.literal('none'), schema]);
}

const contacts = entries({
  label: text,
  name: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  url: url.optional(),
  address: text.optional(),
});

const vendors = entries({
  name: text,
  country: country.optional(),
  does: text.optional(),
  group: text.optional(),
  role: z.enum(['processor', 'controller', 'joint-controller', 'third-party']).optional(),
  policy: url.optional(),
  optOut: url.optional(),
  domains: texts.optional(),
});

const categories = entries({
  label: text,
  description: text.optional(),
  consent: z.enum(['exempt', 'required', 'opt-out']).optional(),
  because: text.optional(),
  exemption: z
    .enum(['communication', 'requested', 'statistical', 'appearance', 'emergency', 'audience-fr'])
    .optional(),
  objection: text.optional(),
  ifRefused: text.optional(),
  examples: texts.optional(),
  party: z.enum(['first', 'third']).optional(),
});

const cookies = entries({
  name: text,
  type: z.enum([
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
  ]),
  category: id.optional(),
  purpose: text.optional(),
  provider: id.optional(),
  domain: text.optional(),
  party: z.enum(['first', 'third']).optional(),
  expires: text.optional(),
  secure: yes.optional(),
  httpOnly: yes.optional(),
  sameSite: z.enum(['strict', 'lax', 'none']).optional(),
  partitioned: yes.optional(),
  access: ids.optional(),
  trigger: z.enum(['load', 'consent', 'use']).optional(),
  setFrom: z.enum(['server', 'script']).optional(),
  dataRetention: text.optional(),
  aliases: ids.optional(),
  path: text.optional(),
});

const consent = z.object({
  manager: z.object({ label: text, url: url.optional(), text: text.optional() }).optional(),
  rejectAll: z.enum(['same-layer', 'other-layer', 'none']).optional(),
  keptFor: text.optional(),
});

const signals = z.object({
  dnt: z.enum(['honoured', 'ignored']).optional(),
  gpc: z
    .object({
      honoured: yes,
      since: date.optional(),
      scope: text.optional(),
      confirmation: text.optional(),
    })
    .optional(),
  thirdPartyTracking: yes.optional(),
  text: text.optional(),
});

const audiences = entries({
  label: text,
  description: text.optional(),
  role: z.enum(['controller', 'processor', 'joint-controller']).optional(),
  children: yes.optional(),
});

const ccpaCategory = z.enum([
  'identifiers',
  'customer-records',
  'protected-characteristics',
  'commercial',
  'biometric',
  'internet-activity',
  'geolocation',
  'sensory',
  'professional',
  'education',
  'inferences',
  'sensitive',
]);

const data = entries({
  label: text,
  examples: texts.optional(),
  description: text.optional(),
  audience: id.optional(),
  source: z.enum(['given', 'observed', 'third-party', 'derived']).optional(),
  from: text.optional(),
  provision: text.optional(),
  ccpa: z.array(ccpaCategory).min(1).optional(),
  special: yes.optional(),
});

const purposes = entries({
  label: text.optional(),
  text,
  audience: id.optional(),
  data: ids.optional(),
  basis: z
    .enum([
      'consent',
      'contract',
      'legal-obligation',
      'vital-interests',
      'public-task',
      'legitimate-interests',
    ])
    .optional(),
  interest: text.optional(),
  condition: z
    .enum([
      'explicit-consent',
      'employment',
      'vital-interests',
      'non-profit',
      'made-public',
      'legal-claims',
      'public-interest',
      'health-care',
      'public-health',
      'research',
    ])
    .optional(),
});

const recipients = entries({
  label: text.optional(),
  vendors: ids.optional(),
  text: text.optional(),
  why: text.optional(),
  data: ids.optional(),
});

const retention = entries({
  label: text.optional(),
  of: text,
  data: ids.optional(),
  period: text.optional(),
  atMost: yes.optional(),
  criteria: text.optional(),
  from: text.optional(),
  for: text.optional(),
  // biome-ignore lint/suspicious/noThenProperty: the word counsel uses; a text is never mistaken for a promise.
  then: text.optional(),
  except: text.optional(),
});

const rights = z.array(z.object({ id, text, prominent: yes.optional() }));

const requests = z.object({
  channels: ids.optional(),
  answerWithin: text.optional(),
  verification: text.optional(),
  onlineOnly: yes.optional(),
  agent: text.optional(),
  complaints: z.object({ channel: id, acknowledgeWithin: text.optional() }).optional(),
});

const transfers = entries({
  country: country.optional(),
  vendors: ids.optional(),
  mechanism: z
    .enum([
      'adequacy',
      'standard-clauses',
      'binding-rules',
      'certification',
      'consent',
      'contract',
      'unspecified',
    ])
    .optional(),
  copy: text.optional(),
  text: text.optional(),
});

const children = z.object({
  age: z.int(),
  text: text.optional(),
  publicByChild: yes.optional(),
  separateConsent: text.optional(),
  saleOptIn: text.optional(),
  internalOperations: z.object({ operations: text.optional(), safeguards: text.optional() }).optional(),
  audio: z.object({ use: text.optional(), deletion: text.optional() }).optional(),
  parents: z
    .object({
      review: text.optional(),
      delete: text.optional(),
      refuse: text.optional(),
      how: text.optional(),
    })
    .optional(),
});

const ai = z.object({
  uses: textsById,
  vendors: ids.optional(),
  trigger: z.enum(['on-request', 'automatic']).optional(),
  training: yes.optional(),
  review: yes.optional(),
});

const sale = z.object({
  sells: yes.optional(),
  shares: yes.optional(),
  targetedAds: yes.optional(),
  under16: yes.optional(),
  sensitive: yes.optional(),
  optOut: z
    .object({
      label: text,
      url: url.optional(),
      methods: z
        .array(z.enum(['link', 'form', 'signal', 'email', 'phone', 'banner']))
        .min(1)
        .optional(),
    })
    .optional(),
  limit: z.object({ label: text, url: url.optional() }).optional(),
  text: text.optional(),
});

/** What a policy discloses. */
export const facts1 = z
  .object({
    controller: z
      .object({
        name: text,
        address: text.optional(),
        country: country.optional(),
        email: text.optional(),
        registration: text.optional(),
      })
      .optional(),
    contacts,
    vendors,
    categories: orNone(categories).optional(),
    cookies: orNone(cookies).optional(),
    consent: consent.optional(),
    signals: signals.optional(),
    audiences: audiences.optional(),
    data: orNone(data).optional(),
    purposes: purposes.optional(),
    recipients: orNone(recipients).optional(),
    retention: retention.optional(),
    rights: rights.optional(),
    requests: requests.optional(),
    transfers: orNone(transfers).optional(),
    security: z.object({ measures: textsById, limits: text.optional() }).optional(),
    children: children.optional(),
    ai: orNone(ai).optional(),
    automatedDecisions: orNone(
      entries({ label: text, logic: text.optional(), effect: text.optional() }),
    ).optional(),
    sale: orNone(sale).optional(),
  })
  .describe(
    'What the policy discloses. An inventory is a list in the order of the page, each entry with its id; `none` is ' +
      'the statement that there is nothing. A fact or field that is not listed here was added since.',
  );

type InventoryName =
  | 'categories'
  | 'audiences'
  | 'purposes'
  | 'recipients'
  | 'retention'
  | 'rights'
  | 'transfers'
  | 'security'
  | 'automatedDecisions'
  | 'data'
  | 'cookies'
  | 'vendors';
type DeniedName =
  | 'categories'
  | 'cookies'
  | 'data'
  | 'recipients'
  | 'transfers'
  | 'ai'
  | 'automatedDecisions'
  | 'sale';
type FactName = 'consent' | 'signals' | 'requests' | 'ai' | 'sale' | 'children';

// A block may show a fact that was added since. The types below list those of format 1, which is what `as` says: who
// added another one has its name in types of today.
const factName = z.string().regex(/^[a-z][A-Za-z]*$/);

const cookieColumn = z.enum([
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

/** The blocks of a section. */
export const block1 = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('prose'), text: text.describe('Markdown.') }),
    z.strictObject({
      type: z.literal('callout'),
      tone: z.enum(['note', 'important', 'warning', 'tip']),
      title: text.optional(),
      text: text.describe('Markdown.'),
    }),
    z.strictObject({
      type: z.literal('inventory'),
      of: factName as z.ZodType<InventoryName>,
      part: text.describe('Which part was asked for: `all`, ids, or a category, audience or group.'),
      ids: z.array(id).describe('The ids of the entries it shows, in order.'),
      caption: text.optional(),
      columns: z.array(cookieColumn).min(1).optional(),
    }),
    z.strictObject({
      type: z.literal('none'),
      of: factName as z.ZodType<DeniedName>,
    }),
    z.strictObject({
      type: z.literal('fact'),
      of: factName as z.ZodType<FactName>,
    }),
    z.strictObject({ type: z.literal('contact'), id }),
    z.strictObject({
      type: z.literal('definitions'),
      items: z.array(z.strictObject({ term: text, text })).min(1),
    }),
    z.strictObject({
      type: z.literal('cards'),
      items: z.array(z.strictObject({ title: text, text })).min(1),
    }),
    z.strictObject({
      type: z.literal('steps'),
      items: z.array(z.strictObject({ label: text, steps: texts })).min(1),
    }),
    z.strictObject({ type: z.literal('policy'), slug: id }),
    z.strictObject({ type: z.literal('history'), count: z.int() }),
  ])
  .meta({ id: 'block', description: 'A piece of a section: a text, or a block that shows facts.' });

export const section1 = z
  .strictObject({
    id,
    aliases: z.array(id).describe('Old anchors that lead to this section.'),
    title: text,
    numbering,
    content: z.array(block1).describe('Texts and blocks in order; a block names the facts it shows.'),
    get sections() {
      return z.array(section1);
    },
  })
  .meta({ id: 'section' });

/** A policy as format 1 seals it. */
export const content1 = z
  .strictObject({
    product: z.strictObject({ id, name: text }),
    slug: id.describe('The name of the policy in its address.'),
    language: text.refine(isLanguageTag).describe('The language of the text, as a BCP 47 tag.'),
    kind: z.enum([
      'cookie-policy',
      'privacy-policy',
      'terms',
      'acceptable-use',
      'sub-processors',
      'data-processing-agreement',
      'children-notice',
      'refund-policy',
      'security-policy',
      'accessibility-statement',
      'notice',
    ]),
    title: text,
    kicker: text.optional(),
    lead: text.optional(),
    updated: date.describe('The date of the text; it names the version.'),
    effective: date.optional().describe('The day from which it binds.'),
    numbering,
    aliases: ids.optional().describe('Anchors of older versions of which nothing is left.'),
    change: z
      .strictObject({
        summary: text,
        material: yes.optional(),
        because: text.optional(),
        reconsent: yes.optional(),
        notified: date.optional(),
      })
      .optional()
      .describe('What this version changed against the one before, as its publisher says.'),
    notice: z
      .strictObject({
        period: text.optional(),
        for: z.enum(['material', 'all']).optional(),
        channels: z
          .array(z.enum(['email', 'in-product', 'website', 'banner', 'post']))
          .min(1)
          .optional(),
        text: text.optional(),
      })
      .optional()
      .describe('What the policy promises about changes of itself.'),
    facts: facts1,
    sections: z.array(section1),
  })
  .describe('The text of the version, which needs nothing else to be read.');

/** A published version as it is sealed in a file. */
export const record1 = z
  .strictObject({
    format: z.literal(1),
    content: content1,
    digest: digest.describe(
      'SHA-256, in hexadecimal, of this record without `digest` in canonical JSON (RFC 8785): UTF-8, keys sorted by ' +
        'their UTF-16 code units, no space between tokens, no line end.',
    ),
    previous: digest
      .optional()
      .describe(
        '`digest` of the version before; left out in the first. So no version can be changed unnoticed.',
      ),
  })
  .meta({
    title: 'Record, format 1',
    description:
      'A published version of a policy. The file is canonical JSON (RFC 8785) and one line end, in UTF-8 without a ' +
      'byte order mark.',
  });

export type Record1 = z.output<typeof record1>;
