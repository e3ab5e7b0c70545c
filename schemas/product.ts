import { z } from 'zod';
import {
  address,
  area,
  country,
  date,
  domain,
  email,
  formerNames,
  id,
  idOf,
  language,
  oneOrMany,
  orInWords,
  orNone,
  phone,
  prose,
  text,
  url,
  valueKinds,
} from './values.ts';
import { productVendor } from './vendor.ts';

// A person, desk or company that readers can reach.
const contact = z.strictObject({
  label: text.describe('What readers call it: "Privacy desk".'),
  name: text.optional().describe('Who answers: a team, an office, a person.'),
  email: email.optional().describe('An e-mail address.'),
  phone: oneOrMany(phone)
    .optional()
    .describe('A telephone number, or several; a link where it is in international form.'),
  url: url.optional().describe('A form or page.'),
  address: address.optional().describe('A postal address: on one line, or in lines.'),
});

// Who decides why and how personal data is used.
const company = {
  name: text.describe('The legal name.'),
  address: address.optional().describe('The postal address: on one line, or in lines.'),
  country: country.optional().describe('The country of establishment, as an ISO 3166-1 code.'),
  email: email.optional().describe('An e-mail address for the company as such.'),
  registration: text.optional().describe('A company or register number.'),
};

/** Laws a product declares that its policies are checked against. */
export const regimes = z.enum([
  'gdpr',
  'uk-gdpr',
  'eprivacy',
  'eprivacy-fr',
  'pecr',
  'ccpa',
  'caloppa',
  'coppa',
]);

const ruleId = z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/);
valueKinds.add(ruleId, { kind: 'text', expects: 'the id of a rule, like eprivacy/duration' });

// One finding that is not reported for a while.
const ignoreEntry = z.strictObject({
  rule: ruleId.describe('The id of the rule: "eprivacy/duration".'),
  policy: id.optional().describe('The policy it is about; left out where the finding is about product.yaml.'),
  at: text.describe('The path of the finding, or of something around it: "cookies.session".'),
  because: prose.describe('Why it is not reported.'),
  until: date.describe('The last day it is not reported.'),
});

/** `product.yaml`: what the policies of one product share. */
export const productFile = z
  .strictObject({
    name: text.describe('The name of the product.'),
    description: prose.optional().describe('What the product is, in a sentence, for the list of products.'),
    url: url.optional().describe("The product's own website."),
    language: language
      .optional()
      .describe('The language of its policies, where it is not the first of the site.'),
    controller: z
      .strictObject({
        ...company,
        with: z
          .array(z.strictObject(company))
          .min(1)
          .optional()
          .describe('The companies that decide together with it (joint controllers).'),
      })
      .optional()
      .describe('The company that decides why and how personal data is used.'),
    domains: z
      .array(domain)
      .min(1)
      .optional()
      .describe('The domains that are your own: a cookie that lives on one of them is first-party.'),
    contacts: z.record(id, contact).optional().describe('Whom readers can ask, each under an id: "privacy".'),
    vendors: z
      .record(id, productVendor)
      .optional()
      .describe(
        'The companies this product works with, each under an id. For one that vendors.yaml knows, write `stripe: {}` ' +
          'or only what differs.',
      ),
    formerly: formerNames
      .optional()
      .describe('Former names of this folder: addresses under them lead to it.'),
    regimes: z
      .array(orInWords(regimes))
      .optional()
      .describe(
        'The laws whose lists of disclosures the policies are checked against. Declared, never guessed. One without ' +
          'rules here is named in words: `{words: LGPD}`.',
      ),
    dpo: idOf('contacts', ['none'])
      .optional()
      .describe('The id of the contact that is the data protection officer, or none.'),
    representatives: orNone(
      z.partialRecord(
        area,
        idOf('contacts').describe('The contact that represents you there: EU for the Union (GDPR 27).'),
      ),
    )
      .optional()
      .describe(
        'Who represents you where you are not established, by country code, or EU for the Union (GDPR 27); none where ' +
          'nobody needs to.',
      ),
    authorities: z
      .partialRecord(country, idOf('contacts'))
      .optional()
      .describe('The supervisory authorities people can complain to: the id of a contact by country code.'),
    ignore: z
      .array(ignoreEntry)
      .min(1)
      .optional()
      .describe('Findings of rules that are not reported, each with a reason and an end.'),
  })
  .meta({
    title: 'Product',
    description: 'What the policies of a product share. Kept in policies/<product>/product.yaml.',
  });

export type Contact = z.output<typeof contact>;
export type ProductFile = z.output<typeof productFile>;
export type Regime = z.output<typeof regimes>;
