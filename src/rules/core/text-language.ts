import { readerOf, showLanguage } from '../../text/show.ts';
import { internal } from '../cites/core.ts';
import { undetermined } from '../english/seems-english.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const textLanguage: PolicyRule = {
  id: 'core/text-language',
  about: 'policy',
  severity: 'warning',
  summary: 'A policy says in which language it is.',
  why: 'Screen readers pronounce a page by its language, dates and our own words are written in it, and rules read it.',
  cites: [
    internal(
      'A page names the language of its text: WCAG 2.2, success criterion 3.1.1',
      'https://www.w3.org/TR/WCAG22/#language-of-page',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
        language: fr
        sections:
          - title: Cookies
            content: [Nous gardons un témoin de connexion sur votre appareil.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Cookies
            content:
              - >-
                Nous gardons un témoin de connexion sur votre appareil pour vous reconnaître, et un autre pour compter les
                visites. Vous pouvez les refuser dans les réglages de votre navigateur, sans que cela change quoi que ce
                soit au service. Les témoins sont effacés après six mois. Nous ne transmettons ces données à personne,
                sauf si un juge nous y oblige. Vous avez le droit de savoir ce que nous gardons, de le faire corriger ou
                effacer, et de vous plaindre auprès de la commission qui protège les données.
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message: 'The language of the policy is English, and its text does not seem to be.',
      },
    },
  },
  *check({ policy, written, product }: Subject): Iterable<Draft> {
    if (policy.language !== undetermined) return;
    const said = written.language ?? product.written.language ?? 'en';
    yield {
      at: { path: ['language'] },
      message: `The language of the policy is ${showLanguage(said, readerOf('en'))}, and its text does not seem to be.`,
      help: 'Add `language:` with the tag of the language it is written in, like `language: fr`.',
    };
  },
};
