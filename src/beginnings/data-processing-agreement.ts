import {
  type Beginning,
  cardOf,
  contactSection,
  opening,
  publisher,
  type Surroundings,
  unread,
} from './beginning.ts';

const title = 'Data processing agreement';

export const dataProcessingAgreement: Beginning = {
  title,
  names: ['dpa', 'data-processing-addendum', 'data-processing', 'avv', 'processing-agreement'],
  write: (around) => `${unread}${opening('data-processing-agreement', title, around)}\
lead: How ${publisher(around)} processes personal data for customers of {{ name }}.
numbering: decimal

audiences:
  customers:
    label: Customers
    description: Those who use {{ name }} for their own purposes, and decide about the data.
  data-subjects:
    label: Data subjects
    description: TODO the people whose data customers put into the service
    role: processor

data:
  customer-data:
    label: Customer data
    examples: [TODO the personal data that customers put into the service]
    audience: data-subjects

security:
  measures:
    confidentiality: TODO who can reach the data, and what binds these people
    encryption: TODO how data is encrypted on its way and where it lies
    resilience: TODO how data is backed up and restored

retention:
  customer-data:
    label: Customer data
    of: what a customer put into the service
    # TODO when data goes after the end of the contract.
    period: 30 days
    from: after the end of the contract
    then: TODO what happens to it, such as deleted or given back

sections:
  - id: subject
    title: Subject and duration
    content:
      - >-
        This agreement is about the personal data that ${publisher(around)} (the processor) processes for a customer (the
        controller) when the customer uses {{ name }}. It lasts as long as the contract about the service.
      - audiences: all
      - data: all
  - id: instructions
    title: Instructions
    content:
      - >-
        The processor processes the data only on documented instructions of the customer. The contract and the settings of
        the service are such instructions.
      - TODO what you do where an instruction seems unlawful
  - id: confidentiality
    title: Confidentiality
    content:
      - TODO what binds the people who can reach the data
  - id: security
    title: Security
    content:
      - security: all
  - id: sub-processors
    title: Sub-processors
    content:
      - TODO whether others may be engaged, how a customer is told, and how it can object
${others(around)}\
  - id: assistance
    title: Assistance
    content:
      - TODO how you help with requests of data subjects, assessments and authorities
  - id: breaches
    title: Personal data breaches
    content:
      - TODO how soon, and with what, you tell a customer of a breach
  - id: end
    title: Deletion and return
    content:
      - retention: all
  - id: audits
    title: Audits
    content:
      - TODO what proof you give, and how a customer can audit
${contactSection(around)}`,
};

function others(around: Surroundings): string {
  const card = cardOf('sub-processors', around);
  return card || (around.vendors.length > 0 ? '      - vendors: all\n' : '');
}
