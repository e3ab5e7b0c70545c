import { z } from 'zod';
import { address, area, date, domain, id, orInWords, prose, text, urlOfOthers } from './values.ts';

export const vendorGroup = text
  .optional()
  .describe('The heading it stands under where vendors are listed: "Analytics".');

export const vendorRole = z
  .enum(['processor', 'controller', 'joint-controller', 'third-party'])
  .optional()
  .describe(
    'Whether it acts on your instructions (processor), decides itself (controller) or with you (joint-controller).',
  );

const vendorFields = {
  name: text.describe('The company or service, as readers know it.'),
  legal: text.optional().describe('The legal entity behind the service: "Plume Analytics GmbH".'),
  country: area
    .optional()
    .describe(
      'The country the company is established in, as an ISO 3166-1 code; EU or EEA where that is all you say.',
    ),
  places: z
    .array(orInWords(area))
    .min(1)
    .optional()
    .describe('Where it processes the data: country codes, EU, EEA, or `{words: …}`.'),
  addresses: z.array(address).min(1).optional().describe('Its postal addresses.'),
  takes: prose.optional().describe('Which data it receives: "order and delivery address".'),
  added: date.optional().describe('The day it was added to the list.'),
  objectUntil: date.optional().describe('The last day on which customers can object to it.'),
  does: prose.optional().describe('What it does for you, in a few words: "counts visits".'),
  group: vendorGroup,
  role: vendorRole,
  policy: urlOfOthers.optional().describe("The address of the vendor's own privacy policy."),
  optOut: urlOfOthers.optional().describe('Where a person can object to what the vendor does.'),
  domains: z.array(domain).min(1).optional().describe('The domains the vendor sets cookies from.'),
};

// A company that sets cookies, receives data or acts for the controller.
const vendor = z.strictObject(vendorFields);

/** A vendor named by a product: whole, or, for one of vendors.yaml, only what differs there. */
export const productVendor = z.strictObject({ ...vendorFields, name: vendorFields.name.optional() });

/** `vendors.yaml`: companies that several products name. */
export const vendorsFile = z
  .strictObject({
    vendors: z.record(id, vendor).describe('The companies, each under an id of your choice.'),
  })
  .meta({
    title: 'Vendors',
    description: 'Companies that several products name. Kept in policies/vendors.yaml.',
  });

export type Vendor = z.output<typeof vendor>;
