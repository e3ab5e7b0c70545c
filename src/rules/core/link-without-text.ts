import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const linkWithoutText: PolicyRule = {
  id: 'core/link-without-text',
  about: 'policy',
  severity: 'error',
  summary: 'A link has words that say where it leads.',
  why: 'A link without words cannot be seen, and is read out as nothing.',
  cites: [
    {
      text: 'WCAG 2.2, success criteria 2.4.4 and 4.1.2',
      url: 'https://www.w3.org/TR/WCAG22/#link-purpose-in-context',
      basis: 'technical',
      checked: 'secondary',
    },
  ],
  examples: {
    ok: {
      policy: yaml`
        lead: "Read [our terms](https://shop.example/terms)."
      `,
    },
    notOk: {
      policy: yaml`
        lead: "Read our terms [](https://shop.example/terms)."
      `,
      problem: { at: 'policy.yaml:1:23', message: 'The link to https://shop.example/terms has no words.' },
    },
  },
  *check({ texts }: Subject): Iterable<Draft> {
    for (const { path, text } of texts)
      for (const { 0: link, 1: target = '', index } of text.matchAll(empty))
        yield {
          at: { path, mark: { offset: index, length: link.length } },
          message: `The link to ${target} has no words.`,
          help: 'Write between the square brackets where it leads, or delete the link.',
        };
  },
};

const empty = /(?<![!\\])\[[\s\u00a0*_]*\]\(<?([^)\s>]+)[^)]*\)/g;
