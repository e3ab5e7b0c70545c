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

const title = 'Cookie policy';

export const cookiePolicy: Beginning = {
  title,
  names: ['cookies', 'cookie', 'cookie-notice', 'cookie-statement', 'cookies-policy'],
  write: (around) => `${unread}${opening('cookie-policy', title, around)}\
lead: What {{ name }} keeps on your device, why, for how long, and how you choose.
numbering: decimal

${notice}
# What a visitor accepts or refuses, each under an id that its cookies name.
categories:
  essential:
    label: Essential
    description: These make the pages you ask for work.
    consent: exempt
    because: TODO why they need no consent, such as they carry the service you asked for
    ifRefused: TODO what stops working without them
  statistics:
    label: Statistics
    description: TODO what you learn from these, in a sentence
    consent: required
    ifRefused: TODO what changes for a visitor who refuses

# Everything that is kept on a device, cookies and their like. Copy an entry for each; its id is its anchor on the page.
cookies:
  session:
    # The name as it stands in the browser; a * stands for a part that changes.
    name: TODO
    category: essential
    purpose: TODO what it is for, as you would tell a visitor
    provider: self
    # TODO who can read it, written self or the id of a vendor of product.yaml.
    access: [self]
    # TODO how long it stays, written session, until sign-out, until deleted, or a period like 13 months.
    expires: session
  visits:
    name: TODO
    category: statistics
    purpose: TODO what it is for
    # TODO who sets it, and who can read it.
    provider: self
    access: [self]
    # TODO how long it stays.
    expires: 13 months

consent:
  manager:
    label: TODO the words of the link that opens the choice
    text: TODO where that link is found, such as in the footer of every page
  # TODO where everything can be refused, written same-layer, other-layer or none.
  rejectAll: same-layer
  # TODO how long a choice is kept.
  keptFor: 6 months

sections:
  - id: scope
    title: What this policy is about
    content:
      - >-
        ${publisher(around)} keeps some data on your device when you use {{ name }}, and reads it again later. We write
        “cookies” for all of it, whatever the technology is.
  - id: kinds
    title: Kinds of cookies
    content:
      - categories: all
  - id: list
    title: What is stored, and for how long
    sections:
      - id: list-essential
        title: "{{ categories.essential.label }}"
        content:
          - cookies: essential
      - id: list-statistics
        title: "{{ categories.statistics.label }}"
        content:
          - cookies: statistics
  - id: your-choices
    title: Your choices
    content:
      - consent: all
      - Your browser can show, block and delete what sites store. Look for “cookies” or “site data” in its settings.
${personalData(around)}${changesSection}${contactSection(around)}`,
};

function personalData(around: Surroundings): string {
  const card = cardOf('privacy-policy', around);
  return card && `  - id: personal-data\n    title: Cookies and personal data\n    content:\n${card}`;
}
