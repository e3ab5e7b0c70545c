import { z } from 'zod';
import {
  country,
  date,
  domain,
  id,
  idOf,
  lifetime,
  orNone,
  period,
  prose,
  text,
  url,
  valueKinds,
} from './values.ts';

// An inventory is a map keyed by id: the id is the anchor on the page and the name in a finding; order is order on the page.

/** Who sets or reads something: `self`, or the id of a vendor. */
const provider = idOf('vendors', ['self']);

/** EPrivacy Directive Art. 5(3), PECR Schedule A1, and the CNIL's exemption of audience measurement. */
export const exemptions = z.enum([
  'communication',
  'requested',
  'statistical',
  'appearance',
  'emergency',
  'audience-fr',
]);

export const category = z.strictObject({
  label: text.describe('The name readers see: "Needed to run the service".'),
  description: prose.optional().describe('What these cookies are for, in a sentence or two.'),
  consent: z
    .enum(['exempt', 'required', 'opt-out'])
    .optional()
    .describe(
      'Whether they need no consent (exempt), wait for it (required) or run until refused (opt-out).',
    ),
  because: prose.optional().describe('Why they are exempt from consent: "keeps the session you asked for".'),
  exemption: exemptions
    .optional()
    .describe(
      'Which exception from consent is meant: the communication itself, a service the visitor asked for (requested), ' +
        'statistics, appearance, an emergency, or the French exemption of audience measurement.',
    ),
  objection: prose.optional().describe('How a visitor objects, where no consent is asked.'),
  ifRefused: prose.optional().describe('What a visitor loses by refusing or blocking them.'),
  examples: z.array(prose).min(1).optional().describe('Examples of what they do, a few words each.'),
  party: z
    .enum(['first', 'third'])
    .optional()
    .describe('What the text says of all of them: set by you (first) or by others (third).'),
});

export const storageTypes = z.enum([
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

const cookieName = z
  .string()
  .max(200)
  .regex(/^(?!\*+$)[!-~]+$/);
valueKinds.add(cookieName, {
  kind: 'text',
  expects: 'a name without spaces, as it stands in the browser; * may stand for a part of it, never alone',
});

const cookiePath = z.string().regex(/^\/[!-~]*$/);
valueKinds.add(cookiePath, { kind: 'text', expects: 'a path that starts with /' });

export const cookie = z.strictObject({
  name: cookieName.describe('The name as it stands in the browser, or a pattern with * ("_ga_*").'),
  type: storageTypes.optional().describe('The technology; a cookie unless it says otherwise.'),
  category: idOf('categories').optional().describe('The id of its category.'),
  purpose: prose.optional().describe('What it is for, as you would tell a visitor.'),
  provider: provider.optional().describe('Who sets it: self, or the id of a vendor.'),
  domain: domain
    .optional()
    .describe("Where it lives. First or third party follows from it and the product's domains."),
  party: z
    .enum(['first', 'third'])
    .optional()
    .describe('First or third party, where that does not follow from the domain.'),
  expires: lifetime
    .optional()
    .describe('How long it stays: session, until deleted, until sign-out, or a period.'),
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
  dataRetention: period.optional().describe('How long the data it collects is kept: "25 months".'),
  aliases: z
    .array(id)
    .min(1)
    .optional()
    .describe('Its former ids: an entry that was given another id keeps its old anchors.'),
  path: cookiePath.optional().describe('The path it is limited to, starting with /.'),
});

export const audience = z.strictObject({
  label: text.describe('The people meant: "Customers".'),
  description: prose.optional().describe('Who belongs to them.'),
  role: z
    .enum(['controller', 'processor', 'joint-controller'])
    .optional()
    .describe(
      'What you are for them: the one who decides (controller), or acts for somebody else (processor).',
    ),
  children: z.boolean().optional().describe('Whether these people are children, as the law at hand has it.'),
});

/** Categories of personal information in the terms of Cal. Civ. Code 1798.140(v)(1) and (ae). */
export const ccpaCategories = z.enum([
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

export const dataCategory = z.strictObject({
  label: text.describe('The kind of data: "Account".'),
  examples: z.array(prose).min(1).optional().describe('What belongs to it: "name", "e-mail address".'),
  description: prose
    .optional()
    .describe('Anything else to say of it: when it is collected, what is not kept.'),
  audience: idOf('audiences').optional().describe('The id of the people it is about.'),
  source: z
    .enum(['given', 'observed', 'third-party', 'derived'])
    .optional()
    .describe(
      'Where it comes from: the person (given), their use (observed), others (third-party), or worked out.',
    ),
  from: prose
    .optional()
    .describe('Who it comes from, where that is not the person, and whether it was public there.'),
  provision: prose
    .optional()
    .describe('Whether giving it is required by law or contract, and what happens without it.'),
  ccpa: z
    .array(ccpaCategories)
    .min(1)
    .optional()
    .describe('What it is in the terms of the California statute.'),
  special: z
    .boolean()
    .optional()
    .describe('Whether it is of a special category, such as health or biometrics (GDPR 9).'),
});

export const purpose = z.strictObject({
  label: text.optional().describe('A short name, where the list has one.'),
  text: prose.describe('What the data is used for.'),
  audience: idOf('audiences').optional().describe('The id of the people it concerns.'),
  data: z.array(idOf('data')).min(1).optional().describe('The ids of the data it uses.'),
  basis: z
    .enum([
      'consent',
      'contract',
      'legal-obligation',
      'vital-interests',
      'public-task',
      'legitimate-interests',
    ])
    .optional()
    .describe('The legal basis (GDPR 6(1)).'),
  interest: prose.optional().describe('The interest pursued, where the basis is legitimate interests.'),
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
    .optional()
    .describe('The condition for data of special categories (GDPR 9(2)).'),
});

export const recipient = z.strictObject({
  label: text.optional().describe('The class of recipients: "Hosting".'),
  vendors: z
    .array(idOf('vendors'))
    .min(1)
    .optional()
    .describe('The ids of the vendors meant, where they are named.'),
  text: prose.optional().describe('Who they are, in words.'),
  why: prose.optional().describe('What they receive data for.'),
  data: z.array(idOf('data')).min(1).optional().describe('The ids of the data they receive.'),
});

export const retention = z.strictObject({
  label: text.optional().describe('A short name: "Backups".'),
  of: prose.describe('What is kept: "encrypted database backups".'),
  data: z.array(idOf('data')).min(1).optional().describe('The ids of the data meant.'),
  period: period.optional().describe('How long: "90 days".'),
  atMost: z.boolean().optional().describe('Whether the period is an upper limit ("up to 90 days").'),
  criteria: prose.optional().describe('What decides how long, where there is no period.'),
  from: prose.optional().describe('When the period starts: "after deletion from the live system".'),
  for: prose.optional().describe('What it is kept for during that time: "so that you can export it".'),
  // biome-ignore lint/suspicious/noThenProperty: the word counsel uses; a text is never mistaken for a promise.
  then: prose.optional().describe('What happens at its end: "permanently deleted".'),
  except: prose.optional().describe('What is kept longer, and why.'),
});

export const rightIds = z.enum([
  'access',
  'correct',
  'delete',
  'export',
  'restrict',
  'object',
  'withdraw-consent',
  'complain',
  'no-automated-decision',
  'opt-out-sale',
  'opt-out-advertising',
  'limit-sensitive',
  'non-discrimination',
]);

const right = z.union([
  prose,
  z.strictObject({
    text: prose.describe('The right in your words.'),
    prominent: z.boolean().optional().describe('Whether it is set apart from the others (GDPR 21(4)).'),
  }),
]);

export const rights = z.union([z.array(rightIds).min(1), z.partialRecord(rightIds, right)]);

export const requests = z.strictObject({
  channels: z
    .array(idOf('contacts'))
    .min(1)
    .optional()
    .describe('The ids of the contacts that take requests.'),
  answerWithin: period.optional().describe('How soon a request is answered: "30 days".'),
  verification: prose.optional().describe('How you make sure who asks.'),
  onlineOnly: z
    .boolean()
    .optional()
    .describe('Whether the service is online only, with people you deal with directly.'),
  agent: prose.optional().describe('How somebody makes a request for another person.'),
  complaints: z
    .strictObject({
      channel: idOf('contacts').describe('The id of the contact that takes complaints.'),
      acknowledgeWithin: period.optional().describe('How soon a complaint is acknowledged: "30 days".'),
    })
    .optional()
    .describe('How people complain to you about the use of their data.'),
});

export const transfer = z.strictObject({
  country: country.optional().describe('The country data goes to, where one is named.'),
  vendors: z
    .array(idOf('vendors'))
    .min(1)
    .optional()
    .describe('The ids of the vendors that receive it there.'),
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
    .optional()
    .describe('What allows the transfer; unspecified where the text only speaks of safeguards.'),
  copy: prose.optional().describe('How a copy of the safeguards can be obtained.'),
  text: prose.optional().describe('The transfer in words.'),
});

export const security = z.strictObject({
  measures: z.record(id, prose).describe('What you do to protect data, each under an id: "encryption".'),
  limits: prose.optional().describe('What you do not promise.'),
});

export const children = z.strictObject({
  age: z.int().min(1).max(21).describe('The age below which the service is not meant for a person.'),
  text: prose.optional().describe('What happens if data of a child is found.'),
  publicByChild: z.boolean().optional().describe('Whether a child can make data public.'),
  separateConsent: prose
    .optional()
    .describe('How a parent allows collection without disclosure to others (16 CFR 312.5(a)(2)).'),
  saleOptIn: prose.optional().describe('How people under 16, or their parents, opt in to a sale of data.'),
  internalOperations: z
    .strictObject({
      operations: prose.optional().describe('The internal operations identifiers are used for.'),
      safeguards: prose.optional().describe('How they are kept from being used for anything else.'),
    })
    .optional()
    .describe('Identifiers collected without consent for internal operations (16 CFR 312.4(d)(3)).'),
  audio: z
    .strictObject({
      use: prose.optional().describe('What recordings of a voice are used for.'),
      deletion: prose.optional().describe('That they are deleted at once after that.'),
    })
    .optional()
    .describe('Recordings of a voice collected without consent (16 CFR 312.4(d)(4)).'),
  parents: z
    .strictObject({
      review: prose.optional().describe('That a parent can review the data of a child.'),
      delete: prose.optional().describe('That a parent can have it deleted.'),
      refuse: prose.optional().describe('That a parent can refuse further collection.'),
      how: prose.optional().describe('How a parent does so.'),
    })
    .optional()
    .describe('The rights of parents (16 CFR 312.4(d)(5)).'),
});

export const ai = z.strictObject({
  uses: z.record(id, prose).describe('What models are used for, each under an id.'),
  vendors: z
    .array(idOf('vendors'))
    .min(1)
    .optional()
    .describe('The ids of the vendors whose models are used.'),
  trigger: z
    .enum(['on-request', 'automatic'])
    .optional()
    .describe('Whether a model runs only when a person asks, or by itself.'),
  training: z.boolean().optional().describe('Whether the data trains models.'),
  review: z
    .boolean()
    .optional()
    .describe('Whether a person approves what a model produces before anybody sees it.'),
});

export const automatedDecision = z.strictObject({
  label: text.describe('The decision: "Credit limit".'),
  logic: prose.optional().describe('How it is made.'),
  effect: prose.optional().describe('What it means for the person.'),
});

export const sale = z.strictObject({
  sells: z.boolean().optional().describe('Whether personal data is sold.'),
  shares: z.boolean().optional().describe('Whether it is shared for advertising across sites.'),
  targetedAds: z.boolean().optional().describe('Whether it is used for advertising.'),
  under16: z.boolean().optional().describe('Whether you know of selling or sharing data of people under 16.'),
  sensitive: z
    .boolean()
    .optional()
    .describe('Whether sensitive data is used beyond what needs no choice (11 CCR 7027(m)).'),
  optOut: z
    .strictObject({
      label: text.describe('The words of the link: "Do Not Sell or Share My Personal Information".'),
      url: url.optional().describe('Where it leads.'),
      methods: z
        .array(z.enum(['link', 'form', 'signal', 'email', 'phone', 'banner']))
        .min(1)
        .optional()
        .describe('The ways to opt out.'),
    })
    .optional()
    .describe('How people opt out of sale and sharing.'),
  limit: z
    .strictObject({
      label: text.describe('The words of the link: "Limit the Use of My Sensitive Personal Information".'),
      url: url.optional().describe('Where it leads.'),
    })
    .optional()
    .describe('How people limit the use of sensitive data.'),
  text: prose.optional().describe('The same in words.'),
});

export const signals = z.strictObject({
  dnt: z.enum(['honoured', 'ignored']).optional().describe('What happens on a Do Not Track signal.'),
  gpc: z
    .strictObject({
      honoured: z.boolean().describe('Whether Global Privacy Control is honoured.'),
      since: date.optional().describe('Since when.'),
      scope: prose.optional().describe('What it applies to.'),
      confirmation: prose.optional().describe('How a person sees that the signal took effect.'),
    })
    .optional()
    .describe('What happens on a Global Privacy Control signal.'),
  thirdPartyTracking: z
    .boolean()
    .optional()
    .describe('Whether others collect what people do over time and across websites when they use yours.'),
  text: prose.optional().describe('Anything else to say about signals.'),
});

export const consent = z.strictObject({
  manager: z
    .strictObject({
      label: text.describe('The words of the link or button: "Cookie settings".'),
      url: url.optional().describe('Where it leads, if it has an address of its own.'),
      text: prose.optional().describe('Where it is found: "in the footer of every page".'),
    })
    .optional()
    .describe('Where a visitor can change a choice at any time.'),
  rejectAll: z
    .enum(['same-layer', 'other-layer', 'none'])
    .optional()
    .describe('Whether everything can be refused where everything can be accepted.'),
  keptFor: period.optional().describe('How long a choice is kept: "6 months".'),
});

/** Everything a policy can disclose; each is given, `none`, or left out. */
export const inventories = {
  categories: orNone(z.record(id, category))
    .optional()
    .describe('Categories of cookies and similar technologies.'),
  cookies: orNone(z.record(id, cookie))
    .optional()
    .describe('Cookies and similar technologies; none where you set none.'),
  consent: consent
    .optional()
    .describe('How visitors are asked for consent, and how they change their choice.'),
  signals: signals.optional().describe('Browser signals such as Do Not Track and Global Privacy Control.'),
  audiences: z.record(id, audience).optional().describe('The groups of people the policy speaks about.'),
  data: orNone(z.record(id, dataCategory)).optional().describe('Kinds of personal data collected.'),
  purposes: z.record(id, purpose).optional().describe('What personal data is used for.'),
  recipients: orNone(z.record(id, recipient)).optional().describe('Who receives personal data.'),
  retention: z.record(id, retention).optional().describe('How long data is kept.'),
  rights: rights
    .optional()
    .describe('Rights people have: a list of ids in standard words, or a map from id to your own words.'),
  requests: requests.optional().describe('How people use their rights.'),
  transfers: orNone(z.record(id, transfer)).optional().describe('Data going to other countries.'),
  security: security.optional().describe('How data is protected.'),
  children: children.optional().describe('The age the service is meant for.'),
  ai: orNone(ai).optional().describe('The use of AI models.'),
  automatedDecisions: orNone(z.record(id, automatedDecision))
    .optional()
    .describe('Decisions made by machines alone that affect people.'),
  sale: orNone(sale).optional().describe('Selling or sharing personal data; none where you do neither.'),
};

export type Category = z.output<typeof category>;
export type Cookie = z.output<typeof cookie>;
export type Audience = z.output<typeof audience>;
export type DataCategory = z.output<typeof dataCategory>;
export type Purpose = z.output<typeof purpose>;
export type Recipient = z.output<typeof recipient>;
export type Retention = z.output<typeof retention>;
export type RightId = z.output<typeof rightIds>;
export type Requests = z.output<typeof requests>;
export type Transfer = z.output<typeof transfer>;
export type Security = z.output<typeof security>;
export type Children = z.output<typeof children>;
export type Ai = z.output<typeof ai>;
export type AutomatedDecision = z.output<typeof automatedDecision>;
export type Sale = z.output<typeof sale>;
export type Consent = z.output<typeof consent>;
export type Signals = z.output<typeof signals>;
