import { otherLanguage } from '../../text/seeming-language.ts';
import { readerOf, showLanguage } from '../../text/show.ts';
import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const paragraphLanguage: PolicyRule = {
  id: 'core/paragraph-language',
  about: 'policy',
  severity: 'warning',
  summary: 'Every paragraph of a notice is in the language of its policy.',
  why: 'A paragraph that nobody translated is one that readers cannot read, and that screen readers mispronounce.',
  cites: [
    internal(
      'A page names the language of its text: WCAG 2.2, success criterion 3.1.1',
      'https://www.w3.org/TR/WCAG22/#language-of-page',
    ),
  ],
  // Terms quote laws as they are written, and say to people of a country what has to be said in its language.
  kinds: ['privacy-policy', 'cookie-policy', 'children-notice'],
  examples: {
    ok: {
      policy: yaml`
        language: de
        sections:
          - title: Ihre Rechte
            content: [Sie können verlangen, dass wir Ihnen sagen, welche Daten wir von Ihnen haben.]
      `,
    },
    notOk: {
      policy: yaml`
        language: de
        sections:
          - title: Ihre Rechte
            content: [You can ask us to tell you which of your data we have and to delete them.]
      `,
      problem: {
        at: 'policy.yaml:4:15',
        message: 'A paragraph reads like English; the language of the policy is German.',
      },
    },
  },
  *check({ policy, texts }: Subject): Iterable<Draft> {
    const [language = ''] = policy.language.split('-');
    const shown = (tag: string) => showLanguage(tag, readerOf('en'));
    for (const { path, text } of texts)
      for (const { index: offset, 0: words } of text.matchAll(paragraph)) {
        const other = otherLanguage(words, language);
        if (!other) continue;
        yield {
          at: { path, mark: { offset, length: words.trimEnd().length } },
          message: `A paragraph reads like ${shown(other)}; the language of the policy is ${shown(policy.language)}.`,
          help: 'Translate it, put the words of others in quotation marks, or correct `language:` if all of the text is in another.',
          each: {
            name: `“${quotable(words)}”`,
            all: () =>
              `Several paragraphs read like ${shown(other)}; the language of the policy is ${shown(policy.language)}.`,
          },
        };
      }
  },
};

const paragraph = /\S.*(?:\n(?!\s*\n|\s*[-*>|]).+)*/g;
