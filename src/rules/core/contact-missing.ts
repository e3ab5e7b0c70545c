import type { Contact } from '../../../schemas/product.ts';
import { oncePer } from '../../memory.ts';
import type { ResolvedBlock, ResolvedSection } from '../../resolve/policy-model.ts';
import { internalOfGuidelines } from '../cites/core.ts';
import { nearestWords } from '../english/nearest.ts';
import { allSections } from '../facts/placed-sections.ts';
import { addressOrNumber } from '../facts/ways-to-reach.ts';
import { noticesOf } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const contactMissing: PolicyRule = {
  id: 'core/contact-missing',
  about: 'policy',
  severity: 'error',
  summary:
    'A policy about data or cookies names an e-mail address, a form, a telephone number or a postal address; so does each section about contact.',
  why: 'Who has a question or a request about their data needs to know where to send it.',
  cites: [internalOfGuidelines('An invitation to ask names a way to ask')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Contact
            content: [contact: privacy]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example }
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Contact us
            content: [Please ask us if you have a question.]
      `,
      problem: {
        at: 'policy.yaml:2:12',
        message: '“Contact us” names no e-mail address, form, telephone number or postal address.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const help =
      'Add a contact with a way to reach it to `contacts` of product.yaml, and show it with `contact: <id>`.';
    const known = { written: product.written, requests: policy.facts.requests };
    const about = allSections(policy.sections).filter(({ section }) => heading.test(section.title));
    for (const { section, path } of about) {
      if (
        isReachable(section, { ...known, way: wayOrAddress }) ||
        isOnlyAbove(section) ||
        isInAnother(section) ||
        isAboutData(section)
      )
        continue;
      yield {
        at: { path },
        message: `“${section.title}” names no e-mail address, form, telephone number or postal address.`,
        help,
      };
    }
    const leaves = policy.kind !== 'privacy-policy';
    const isSilent = !allSections(policy.sections).some(
      ({ section }) => isReachable(section, { ...known, way }) || (leaves && isInAnother(section)),
    );
    if (about.length > 0 || !kindsAboutData.has(policy.kind) || !isSilent || isReachableBeside(subject))
      return;
    const near = nearestWords(subject, 'contactWay');
    yield near
      ? {
          at: { path: ['contacts'] },
          message: 'No block shows whom to write to',
          help,
          near,
        }
      : {
          at: { path: ['contacts'] },
          message:
            'No text and no block shows an e-mail address, form, telephone number or postal address to write to.',
          help,
        };
  },
};

// A text for one state alone, or about cookies, leaves it to the privacy policy whom to write to.
function isReachableBeside({ slug, product }: Subject): boolean {
  return reachable(product).some((one) => one !== slug);
}

// Two are enough to know of each whether another one can be written to.
const reachable = oncePer((product: ProductSubject): string[] =>
  noticesOf(product)
    .filter(({ policy: { sections, facts } }) =>
      sections.some((section) =>
        isReachable(section, { written: product.written, requests: facts.requests, way }),
      ),
    )
    .slice(0, 2)
    .map(({ slug }) => slug),
);

// What is kept of those who write in, and not how to.
function isAboutData({ content }: ResolvedSection): boolean {
  return content
    .flatMap(textsOf)
    .some((text) =>
      /^(if|when|where|whenever) you (contact|write|call|reach)\b|^to (address|answer|respond to|handle|process) your (inquir|enquir|question|request|message)/im.test(
        text,
      ),
    );
}

// "You can find the contact details in our Privacy Statement", "using the Contact Us page of this site".
function isInAnother({ content }: ResolvedSection): boolean {
  return content
    .flatMap(textsOf)
    .some((text) =>
      /\b(contact|reach)(ing)?\b[^.]{0,60}\b(in|on|at) (our|the) ([\w-]+ ){0,2}(policy|statement|notice|imprint|terms)\b|\b(using|via|through|on|at|visit) (the|our) ["“]?contact( us)?["”]? (page|form)\b/i.test(
        text,
      ),
    );
}

// A line of contents, or words that lead to what stands under the next title.
function isOnlyAbove({ title, content }: ResolvedSection): boolean {
  const last = content.flatMap(textsOf).at(-1)?.trim() ?? '';
  return last === title || /:[*_]*$/.test(last);
}

const heading = /^contact( us| details| information)?$|^(contacting|ask|reach|how to (contact|reach)) us\b/i;

// A list of sub-processors or rules of use need not take questions of their own.
const kindsAboutData: ReadonlySet<string> = new Set(['privacy-policy', 'cookie-policy', 'children-notice']);

type Known = Pick<Subject['policy']['facts'], 'requests'> &
  Pick<Subject['product'], 'written'> & { way: RegExp };

function isReachable({ content, sections }: ResolvedSection, known: Known): boolean {
  return (
    content.some((block) => reaches(block, known)) || sections.some((inner) => isReachable(inner, known))
  );
}

function reaches(block: ResolvedBlock, { written, requests, way }: Known): boolean {
  const { contacts = {}, controller } = written;
  if (block.type === 'contact') return hasWay(contacts[block.id]);
  if (block.type === 'fact')
    return block.of === 'requests' && (requests?.channels ?? []).some((id) => hasWay(contacts[id]));
  const addresses = [...Object.values(contacts), ...(controller ? [controller] : [])].map(
    (one) => one.address,
  );
  return textsOf(block).some(
    (text) => way.test(text) || addresses.some((address) => address !== undefined && text.includes(address)),
  );
}

function textsOf(block: ResolvedBlock): string[] {
  if (block.type === 'prose' || block.type === 'callout') return [block.text];
  if (block.type === 'definitions' || block.type === 'cards') return block.items.map(({ text }) => text);
  return [];
}

// A link or a bare address, or a link to where another text says it; an address of e-mail; a number to ring.
const way = new RegExp(
  String.raw`\]\((?:mailto|tel):|https?:\/\/\w|\]\([\w-]*#[\w-]*(?:contact|reach|question|concern)[\w-]*\)|\S@\S+\.\S|${addressOrNumber.source}`,
  'u',
);
// Under such a heading, a number beside a name in capitals is a street or a town.
const street = /\b\d{1,5}[a-z]?,?\s{1,3}\p{Lu}[\p{L}.]+|\bP\.?O\.? Box\b|\b0\d{1,4}[ /-]?\d[\d -]{4,}\d/u;
const wayOrAddress = new RegExp(`${way.source}|${street.source}`, 'u');

function hasWay({ email, phone, url, address }: Partial<Contact> = {}): boolean {
  return [email, phone, url, address].some((one) => one !== undefined);
}
