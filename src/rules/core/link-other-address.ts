import { escapePattern } from '../../text/escape-pattern.ts';
import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const linkOtherAddress: PolicyRule = {
  id: 'core/link-other-address',
  about: 'policy',
  severity: 'warning',
  summary: 'A web address that is a link leads to the site it names.',
  why: 'Readers trust the address they see; a link that leads to another site is how they are deceived elsewhere.',
  cites: [internal('A text that sends readers somewhere says where: GDPR Art. 12(1) asks for easy access')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Opting out
            content: ["Go to [counter.example](https://www.counter.example/opt-out)."]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Opting out
            content: ["Go to [https://counter.example](https://tally.example/opt-out)."]
      `,
      problem: {
        at: 'policy.yaml:3:22',
        message: 'The words “https://counter.example” are a link to tally.example.',
      },
    },
  },
  *check({ texts }: Subject): Iterable<Draft> {
    for (const { path, text } of texts)
      for (const { index: offset, 0: link, 1: words = '', 2: address = '' } of text.matchAll(addressLink)) {
        const [said, led] = [hostOf(words.replaceAll(/[\\*`]/g, '')), hostOf(address)];
        if (!said || !led || isOfOne(said, led) || leadsOn(address, said)) continue;
        if (
          text
            .slice(text.lastIndexOf('\n', offset) + 1, offset)
            .trimStart()
            .startsWith('|')
        )
          continue;
        yield {
          at: { path, mark: { offset, length: link.length } },
          message: `The words “${quotable(words)}” are a link to ${quotable(led)}.`,
          help: 'Correct the one that is wrong.',
        };
      }
  },
};

// A name such as Booking.com or robots.txt is no address: that has a beginning or a path.
const addressLink =
  /\[\s*[*`]{0,2}((?:https?:\/\/|www\.)[^\s[\]@{}]+|[^\s[\]@{}/]+\.[^\s[\]@{}/]+\/[^\s[\]@{}]*?)[*`]{0,2}\s*\]\((https?:\/\/[^\s()]+)[^()]*\)/gi;

/** The host that an address names, without `www.`; nothing for what is none. */
function hostOf(words: string): string | undefined {
  const [, host] = /^(?:https?:\/\/)?((?:[\p{L}\d-]+\.)+[a-z]{2,})(?::\d+)?(?:[/?#]|$)/iu.exec(words) ?? [];
  return host?.toLowerCase().replace(/^www\./, '');
}

// Parts of one site, and one name below several endings, as sites in several countries have.
function isOfOne(one: string, other: string): boolean {
  const [own, its] = [one, other].map((host) => nameOfSite.exec(host)?.[1]);
  return own === its;
}

const nameOfSite = /([^.]+)\.(?:(?:com?|org|net|ac|gov)\.)?[^.]+$/;

// Short addresses are for leading elsewhere, as are those of an archive and of programs that name the address behind.
function leadsOn(address: string, said: string): boolean {
  const behind = new RegExp(`(?:://|=)(?:www\\.)?${escapePattern(said)}`, 'i');
  return [address, `https://${said}/`].some((one) => short.test(one)) || behind.test(address.slice(8));
}

const short =
  /^https?:\/\/(?:aka\.ms|bit\.ly|g\.co|go\.microsoft\.com|goo\.gl|lnkd\.in|t\.co|tinyurl\.com|youtu\.be|fb\.me)\//i;
