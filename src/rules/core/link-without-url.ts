import { internal } from '../core-cites.ts';
import { shortened } from '../quoted-words.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { matches, type WrittenText } from '../texts.ts';

export const linkWithoutUrl: PolicyRule = {
  id: 'core/link-without-url',
  about: 'policy',
  severity: 'error',
  summary: 'A text that sends readers to a link, or to a thing to install, says where it is.',
  why: 'A way out that readers have to find for themselves is one that few take.',
  cites: [internal('A text that sends readers somewhere says where: GDPR Art. 12(1) asks for easy access')],
  examples: {
    ok: {
      policy:
        'sections:\n  - title: Opting out\n    content: ["Install the [browser add-on](https://counter.example/opt-out)."]\n',
    },
    notOk: {
      policy: 'sections:\n  - title: Opting out\n    content: [Install the browser add-on.]\n',
      problem: {
        at: 'policy.yaml:3:23',
        message: 'The text names “the browser add-on” and gives no address.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const hasNoLink = ({ text }: WrittenText) => !link.test(text);
    for (const { at, words } of matches(subject, thing, hasNoLink))
      yield {
        at,
        message: `The text names “${shortened(words)}” and gives no address.`,
        help: 'Make the words a link with an address that starts with https://, or quote one: `{{ vendors.<id>.optOut }}`.',
      };
    // Square brackets that a link was to follow.
    for (const { at, words } of matches(subject, bracketed))
      yield {
        at,
        message: `“${shortened(words)}” looks like a link, and no address follows.`,
        help: 'Put the address in round brackets behind it, or delete the square brackets.',
      };
  },
};

const link = /\]\([^)]+\)|https:\/\/|\{\{ *[\w.-]+\.(url|policy|optOut) *\}\}|\bwww\./;
const thing =
  /\b(its|this|the|their) (own )?((opt-out|official) )?(browser )?(add-?on|plug-?in|browser extension)\b|\bclick(ing)? (on )?(here|this link)\b|\b(follow(ing)?|visit|use|using) (this|the following) link\b|\bat the following (link|address|url)\b/;
const bracketed = /(?<![\w\]!\\])\[(?=[^\]]*[a-z])(?!sic\])[^\][]{3,}\](?![([:])/;
