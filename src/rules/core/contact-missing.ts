import type { Contact } from '../../../schemas/product.ts';
import type { Facts } from '../../core/resolve/resolve.ts';
import type { ResolvedBlock, ResolvedSection } from '../../core/resolve/sections.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { allSections } from '../section-paths.ts';

export const contactMissing: PolicyRule = {
  id: 'core/contact-missing',
  about: 'policy',
  severity: 'error',
  summary:
    'A policy names an e-mail address, a form, a telephone number or a postal address, and a section about contact does too.',
  why: 'Who has a question or a request about their data needs to know where to send it.',
  cites: [
    {
      text: 'An invitation to ask names a way to ask',
      url: 'https://www.edpb.europa.eu/our-work-tools/our-documents/guidelines/transparency_en',
      basis: 'internal',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: 'sections:\n  - title: Contact\n    content: [contact: privacy]\n',
      product: 'contacts:\n  privacy: { label: Privacy desk, email: privacy@shop.example }\n',
    },
    notOk: {
      policy: 'sections:\n  - title: Contact us\n    content: [Please ask us if you have a question.]\n',
      problem: {
        at: 'policy.yaml:2:12',
        message: '“Contact us” names no e-mail address, form, telephone number or postal address.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const help =
      'Add a contact with a way to reach it to `contacts` of product.yaml, and show it with `contact: <id>`.';
    const known: Known = { contacts: product.written.contacts ?? {}, requests: policy.facts.requests };
    const about = allSections(policy.sections).filter(({ section }) => heading.test(section.title));
    for (const { section, path } of about) {
      if (isReachable(section, known)) continue;
      yield {
        at: { path },
        message: `“${section.title}” names no e-mail address, form, telephone number or postal address.`,
        help,
      };
    }
    if (about.length === 0 && !policy.sections.some((section) => isReachable(section, known)))
      yield {
        at: { path: ['contacts'] },
        message: 'The policy names no e-mail address, form, telephone number or postal address to write to.',
        help,
      };
  },
};

const heading = /^contact( us| details| information)?$|^(contacting|ask|reach|how to (contact|reach)) us\b/i;

type Known = { contacts: Record<string, Contact>; requests: Facts['requests'] };

function isReachable({ content, sections }: ResolvedSection, known: Known): boolean {
  return (
    content.some((block) => reaches(block, known)) || sections.some((inner) => isReachable(inner, known))
  );
}

function reaches(block: ResolvedBlock, { contacts, requests }: Known): boolean {
  if (block.type === 'contact') return hasWay(contacts[block.id]);
  if (block.type === 'fact')
    return block.of === 'requests' && (requests?.channels ?? []).some((id) => hasWay(contacts[id]));
  const isText = block.type === 'prose' || block.type === 'callout';
  return isText && /\]\((mailto|tel|https):|\S@\S+\.\S/.test(block.text);
}

function hasWay({ email, phone, url, address }: Partial<Contact> = {}): boolean {
  return [email, phone, url, address].some((way) => way !== undefined);
}
