import { oncePer } from '../../memory.ts';
import type { ResolvedSection } from '../../resolve/policy-model.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const privacyLink: PolicyRule = {
  id: 'eprivacy/privacy-link',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy', 'eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary: 'The cookie policy links to the privacy policy.',
  why: 'What happens to personal data once a cookie has it, and the rights people have, stand there.',
  cites: [
    {
      text: 'GDPR Art. 13, read together with Directive 2002/58/EC Art. 5(3)',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_13',
      basis: 'statute',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        lead: Please also read our [privacy policy](https://shop.example/privacy).
      `,
    },
    notOk: {
      policy: yaml`
        lead: Please also read our privacy policy.
      `,
      problem: {
        at: 'policy.yaml:1:28',
        message:
          'GDPR Art. 13 asks for more than a cookie policy holds; the text links to no privacy policy.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (subject.policy.sections.some((section) => showsPolicy(section, subject)) || hasLink(subject)) return;
    // What another company's policy says is said of that one.
    const [named] = matches(
      subject,
      /(?<=\b(our|this|website|site) (\w+ )?)privacy (policy|notice|statement)\b/,
    );
    yield {
      at: named?.at ?? { path: ['title'] },
      message: 'GDPR Art. 13 asks for more than a cookie policy holds; the text links to no privacy policy.',
      help: 'Link it in the text, or show it with a block `policy: privacy-policy` if this product has one of that name.',
    };
  },
};

function showsPolicy({ content, sections }: ResolvedSection, subject: Subject): boolean {
  return (
    content.some(
      (block) =>
        (block.type === 'policy' && isPrivacyPolicy(block.slug, subject)) ||
        (block.type === 'contact' && isAddressOfOne(subject.policy.facts.contacts[block.id]?.url)),
    ) || sections.some((inner) => showsPolicy(inner, subject))
  );
}

const bySlug = oncePer(
  ({ policies }: ProductSubject) => new Map(policies.map((subject) => [subject.slug, subject])),
);

function isPrivacyPolicy(slug: string, { product }: Subject): boolean {
  const other = bySlug(product).get(slug);
  return other ? other.policy.kind === 'privacy-policy' : slug.includes('privacy');
}

// A card of a contact links to its page.
function isAddressOfOne(url = ''): boolean {
  return /privacy|data-?protection/i.test(url);
}

function hasLink(subject: Subject): boolean {
  const links = subject.texts.flatMap(({ text }) => [
    ...text.matchAll(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)|<(?=https:)([^>\s]*)>/g),
  ]);
  return links.some(([, words = '', target = '', bare = '']) => {
    if (/^[a-z][a-z0-9-]*(?:#|$)/.test(target)) return isPrivacyPolicy(target.split('#')[0] ?? '', subject);
    // What the words of a link mean can be told in English alone.
    const isMeant =
      !isEnglish(subject.policy) || /privacy|data protection/i.test(`${words} ${target} ${bare}`);
    return /^https:/.test(target || bare) && isMeant;
  });
}
