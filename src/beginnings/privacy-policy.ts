import {
  type Beginning,
  cardOf,
  changesSection,
  contactSection,
  notice,
  opening,
  publisher,
  type Surroundings,
  unread,
} from './beginning.ts';

const title = 'Privacy policy';

export const privacyPolicy: Beginning = {
  title,
  names: ['privacy', 'privacy-notice', 'privacy-statement', 'data-protection', 'data-privacy'],
  write: (around) => `${unread}${opening('privacy-policy', title, around)}\
lead: Which personal data {{ name }} uses, what for, for how long, and what you can ask of us.
numbering: decimal

${notice}
# Each entry has an id; others name it, and it is the anchor of its row on the page. Copy one for each that is missing.
data:
  account:
    label: Account
    examples: [TODO what belongs to an account]
    description: TODO when it is collected
    source: given
    provision: TODO whether it has to be given, and what happens without it
  usage:
    label: Use
    examples: [TODO what is recorded when somebody uses the service]
    source: observed

purposes:
  service:
    label: The service
    text: TODO what account data is used for, such as to open your account and sign you in
    data: [account]
    # TODO the legal basis: consent, contract, legal-obligation, vital-interests, public-task or legitimate-interests.
    basis: contract
  improvement:
    label: Improvement
    text: TODO what data of use serves
    data: [usage]
    basis: legitimate-interests
    interest: TODO the interest you pursue

${recipients(around)}
# TODO whether data goes to other countries, and on what ground; none where it does not.
transfers: none

retention:
  account:
    label: Account
    of: what belongs to your account
    data: [account]
    criteria: TODO what decides how long, such as as long as you have the account
    then: TODO what happens at the end, such as deleted
  usage:
    label: Use
    of: what was recorded of your use
    data: [usage]
    # TODO how long; a period is written like 90 days or 1 year 6 months.
    period: 90 days
    then: TODO what happens at the end

# TODO leave out what people cannot ask of you. Your own words take the place of ours in a map, access: Ask us …
rights: [access, correct, delete, export, restrict, object, withdraw-consent, complain]
requests:
${channels(around)}\
  # TODO how soon you answer.
  answerWithin: 1 month
  verification: TODO how you make sure who asks

security:
  measures:
    transit: TODO what you do to protect data on its way
    access: TODO who can reach it, and how that is limited
# TODO whether a machine alone decides something about people, as a map of decisions; none where none does.
automatedDecisions: none

sections:
  - id: who-we-are
    title: Who we are
    content:
      - >-
        ${publisher(around)} decides why and how personal data is used in {{ name }}.
  - id: data
    title: Data we use
    content:
      - data: all
  - id: purposes
    title: What we use it for
    content:
      - purposes: all
      - automatedDecisions: all
  - id: sharing
    title: Who receives data
    content:
      - recipients: all
      - transfers: all
  - id: retention
    title: How long we keep data
    content:
      - retention: all
  - id: security
    title: How we protect data
    content:
      - security: all
  - id: your-rights
    title: Your rights
    content:
      - rights: all
      - requests: all
${storage(around)}${changesSection}${contactSection(around)}`,
};

function recipients({ vendors: [vendor] }: Surroundings): string {
  return `recipients:
  hosting:
    label: Hosting
${vendor ? `    vendors: [${vendor}]\n` : ''}\
    text: TODO who they are and what binds them, such as they act on our instructions
    why: TODO what they receive data for
    data: [account, usage]
`;
}

function channels({ contact }: Surroundings): string {
  return contact ? `  channels: [${contact}]\n` : '';
}

function storage(around: Surroundings): string {
  const card = cardOf('cookie-policy', around);
  return card && `  - id: storage\n    title: Cookies\n    content:\n${card}`;
}
