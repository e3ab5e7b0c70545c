import {
  type Beginning,
  contactSection,
  opening,
  publisher,
  type Surroundings,
  unread,
} from './beginning.ts';

const title = 'Sub-processors';

export const subProcessors: Beginning = {
  title,
  names: [
    'subprocessors',
    'subprocessor',
    'sub-processor-list',
    'subprocessor-list',
    'vendors',
    'processors',
  ],
  write: (around) => `${unread}${opening('sub-processors', title, around)}\
lead: The companies that ${publisher(around)} engages to process customers' personal data for {{ name }}.
numbering: none

# TODO how long before it binds you announce a new sub-processor, and how.
notice:
  period: 30 days
  for: all
  channels: [email]

sections:
  - id: list
    title: The companies
    content:
      - They act on our written instructions, and are bound to what we have promised our customers.
      - ${vendorsOf(around)}
  - id: notice
    title: New sub-processors
    content:
      - We tell customers by e-mail at least {{ notice.period }} before another company is engaged.
      - TODO how a customer objects, until when, and what happens then
${contactSection(around)}`,
};

// The companies are told once, in the file of the product.
function vendorsOf({ vendors }: Surroundings): string {
  return vendors.length > 0
    ? 'vendors: all'
    : 'TODO list the companies under vendors in product.yaml, then show them here with the block vendors';
}
