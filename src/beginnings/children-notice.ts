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

const title = "Children's privacy notice";

export const childrenNotice: Beginning = {
  title,
  names: ['children', 'childrens-privacy', 'childrens-privacy-notice', 'kids', 'coppa', 'coppa-notice'],
  write: (around) => `${unread}${opening('children-notice', title, around)}\
lead: What {{ name }} does with the data of children, and what parents decide.
numbering: decimal

${notice}
children:
  # TODO the age below which somebody is a child here.
  age: 13
  text: TODO what you do when you learn that data of a child came in without a parent
  # TODO whether a child can make data public in the service.
  publicByChild: false
  separateConsent: TODO how a parent allows collection without disclosure to others
  parents:
    review: TODO that a parent can see the data of a child, and how
    delete: TODO that a parent can have it deleted
    refuse: TODO that a parent can refuse further collection
    how: TODO how a parent does so

data:
  child-account:
    label: A child's account
    examples: [TODO what is asked of a child or about one]
    source: given

purposes:
  service:
    label: The service
    text: TODO what the data of children is used for
    data: [child-account]

# TODO who receives data of children, as a map of recipients; none where nobody does.
recipients: none

retention:
  child-account:
    label: A child's account
    of: what belongs to the account of a child
    data: [child-account]
    criteria: TODO what decides how long it is kept
    then: TODO what happens at the end, such as deleted

sections:
  - id: operator
    title: Who we are
    content:
      - >-
        ${publisher(around)} runs {{ name }}, and answers for it to parents.
  - id: age
    title: The age this is about
    content:
      - children: all
  - id: data
    title: What we collect, and what for
    content:
      - data: all
      - purposes: all
      - recipients: all
  - id: retention
    title: How long we keep it
    content:
      - retention: all
  - id: parents
    title: What parents decide
    content:
      - TODO how you ask a parent for consent before anything is collected
      - "{{ children.parents.how }}"
${whole(around)}${changesSection}${contactSection(around)}`,
};

function whole(around: Surroundings): string {
  const card = cardOf('privacy-policy', around);
  return card && `  - id: everybody\n    title: For everybody else\n    content:\n${card}`;
}
