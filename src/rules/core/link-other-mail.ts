import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const linkOtherMail: PolicyRule = {
  id: 'core/link-other-mail',
  about: 'policy',
  severity: 'warning',
  summary: 'A mail address that is a link leads to itself.',
  why: 'Whoever follows the link writes to one address, and whoever copies the words to another.',
  cites: [internal('A text that sends readers somewhere says where: GDPR Art. 12(1) asks for easy access')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Contact
            content: ["Write to [privacy@shop.example](mailto:privacy@shop.example?subject=Data)."]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Contact
            content: ["Write to [privacy@shop.example](mailto:privcy@shop.example)."]
      `,
      problem: {
        at: 'policy.yaml:3:25',
        message: 'The words “privacy@shop.example” are a link to privcy@shop.example.',
      },
    },
  },
  *check({ texts }: Subject): Iterable<Draft> {
    for (const { path, text } of texts)
      for (const { index: offset, 0: link, 2: shown = '', 3: to = '' } of text.matchAll(mailLink)) {
        const words = shown.replaceAll('\\', '');
        if (words.toLowerCase() !== to.toLowerCase())
          yield {
            at: { path, mark: { offset, length: link.length } },
            message: `The words “${quotable(words)}” are a link to ${quotable(to)}.`,
            help: 'Correct the one that is wrong.',
          };
      }
  },
};

// Marks around the words, and backslashes in them, are not shown.
const mailLink = /\[\s*([*_~`]*)([^\s[\]@]+@[^\s[\]@]+\.[^\s[\]@.]+)\1\s*\]\(mailto:([^\s()?]+)[^\s()]*\)/gi;
