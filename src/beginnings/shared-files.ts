import { stringify } from 'yaml';

// The files a policy stands on, where there are none yet.

/** What is known of a company before its policies are written; what is not known is marked. */
export type Known = {
  /** The name of the product as readers know it. */
  product?: string;
  /** The legal name of the company. */
  company?: string;
  /** The address of the site. */
  url?: string;
  /** Where people write about their data. */
  email?: string;
};

/** `site.yaml`, begun. */
export function siteBeginning({ company, url }: Known): string {
  return `name: ${company ? written(`${company} policies`) : 'Policies'}
${
  url
    ? `url: ${written(url)}`
    : '# TODO the address the policies are published at; a path in it is honoured.\nurl: https://example.com'
}
languages: [en]
# TODO the time zone in which a day begins and ends, such as Europe/Dublin.
timeZone: UTC
`;
}

/** `product.yaml`, begun; `id` is the name of its folder, and the product's name where no other is known. */
export function productBeginning(id: string, { product, company, email }: Known): string {
  const name = product
    ? `name: ${written(product)}`
    : `# TODO the name of the product as readers know it.\nname: ${nameOf(id)}`;
  return `${name}
controller:
  name: ${company ? written(company) : 'TODO the legal name of the company'}
  address: TODO its postal address on one line

# Whom readers can ask, each under an id that policies name.
contacts:
  privacy:
    label: Privacy
    email: ${email ? written(email) : 'TODO@example.com'}

# The companies you work with, each under an id that policies and cookies name.
vendors:
  hosting:
    name: TODO the company that hosts your data
    does: TODO what it does for you, such as keeps our servers
    group: Hosting
    role: processor

# TODO the laws whose lists the policies are checked against, as counsel names them, such as gdpr and eprivacy.
regimes: []
# TODO the contact that is your data protection officer, by its id; none where there is none.
dpo: none
`;
}

function nameOf(id: string): string {
  return written(id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()));
}

// As YAML reads it again: in quotes where it could be taken for something else.
function written(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
