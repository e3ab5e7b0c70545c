import type { Contact } from '../../../schemas/product.ts';
import { listOf } from '../../text/one-or-many.ts';
import { internal } from '../cites/core.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const contactUnshown: PolicyRule = {
  id: 'core/contact-unshown',
  about: 'product',
  severity: 'warning',
  summary: 'An officer, representative or authority that product.yaml names stands in a privacy policy.',
  why: 'What only a file says tells readers nothing.',
  cites: [
    internal(
      'What is declared is shown to those it is for',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_12',
    ),
  ],
  examples: {
    ok: {
      product: yaml`
        contacts:
          officer: { label: Data protection officer, email: dpo@shop.example }
        dpo: officer
      `,
      policy: yaml`
        sections:
          - title: Contact
            content: [contact: officer]
      `,
    },
    notOk: {
      product: yaml`
        contacts:
          officer: { label: Data protection officer, email: dpo@shop.example }
        dpo: officer
      `,
      problem: {
        at: 'product.yaml:3:6',
        message:
          '“Data protection officer” is named as `dpo`, and no block or sentence of a privacy policy shows it.',
      },
    },
  },
  *check({ written, policies }: ProductSubject): Iterable<Draft> {
    const notices = policies.filter(
      ({ policy }) => policy.kind === 'privacy-policy' || policy.kind === 'children-notice',
    );
    if (notices.length === 0) return;
    for (const { path, id } of declaredContacts(written)) {
      const contact = written.contacts?.[id];
      if (!contact || notices.some((notice) => shows(notice, id, wordsOf(contact, path)))) continue;
      const { label } = contact;
      yield {
        at: { in: 'product', path },
        message: `“${label}” is named as \`${path.join('.')}\`, and no block or sentence of a privacy policy shows it.`,
        help: `Show it with \`contact: ${id}\` in a section of the privacy policy, or quote it in a text.`,
      };
    }
  },
};

// By a block or a quotation, or by its own words.
function shows({ policy, texts }: Subject, id: string, words: readonly string[]): boolean {
  return (
    policy.facts.contacts[id] !== undefined ||
    texts.some(({ text }) => words.some((one) => lettersOf(text).includes(lettersOf(one))))
  );
}

// An apostrophe or a full stop more or less is the same name.
function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[.'’]/g, '');
}

// What tells whom to reach: its address and its name; of an authority, what it is called.
function wordsOf({ label, name, email, url, phone, address }: Contact, [field]: readonly string[]): string[] {
  const called = field === 'authorities' ? label : undefined;
  return [called, name, email, url, ...listOf(phone), address].flatMap((one) => one?.toLowerCase() ?? []);
}

function declaredContacts({
  dpo,
  representatives,
  authorities,
}: ProductSubject['written']): { path: string[]; id: string }[] {
  return [
    ...(dpo !== undefined && dpo !== 'none' ? [{ path: ['dpo'], id: dpo }] : []),
    ...Object.entries(representatives === 'none' ? {} : (representatives ?? {})).map(([area, id = '']) => ({
      path: ['representatives', area],
      id,
    })),
    ...Object.entries(authorities ?? {}).map(([country, id = '']) => ({
      path: ['authorities', country],
      id,
    })),
  ];
}
