import type { Spot, Subject } from '../rule.ts';
import { matches } from './written-texts.ts';

/** The laws for whose people companies have pages of their own. */
export type Region = keyof typeof words;

const words = {
  california: String.raw`California|CCPA|CPRA|U\.?S\.? state|state privacy`,
  europe: String.raw`EEA|E\.?U\.?|Europe(?:an)?|GDPR|UK`,
};

// A notice by its name, at an address of its own; the texts of laws and the pages of authorities are none.
function noticeOf(region: string): RegExp {
  return new RegExp(
    String.raw`\[(?=[^\]]*\b(?:${region})\b)(?=[^\]]*\b(?:[Nn]otices?|[Ss]tatement|[Dd]isclosures?|[Aa]ddendum|[Ss]upplement|[Pp]rivacy [Rr]ights)\b)[^\]]*\]\((?!#|mailto)(?![^)]*(?:\.gov\b|leginfo|europa\.eu|\bico\.org))`,
  );
}

const notices = { california: noticeOf(words.california), europe: noticeOf(words.europe) };

// "Incorporate <https://shop.example/gdpr-rights>": an address that names the region and what it is about.
const addresses = {
  california: addressOf('california|ccpa|cpra'),
  europe: addressOf('gdpr|europe'),
};

function addressOf(region: string): RegExp {
  return new RegExp(String.raw`<https?:[^>\s]*\b(?:${region})\b[^>\s]*\b(?:rights|privacy|notice)\b[^>\s]*>`);
}

// "To read our EU Privacy Statement click here", where the link is lost.
const named = {
  california: namedOf('California|CCPA|CPRA'),
  europe: namedOf('EEA|EU|European(?: Union)?|GDPR'),
};

function namedOf(region: string): RegExp {
  return new RegExp(
    String.raw`\b(?:read|see|visit|view|review|refer to|consult)\b[^.]{0,40}\b(?:${region}) (?:residents? )?privacy (?:statement|notice|policy|supplement|rights notice)\b`,
  );
}

// The policy for everybody, which a text about one service goes with.
const whole =
  /\[(?=[^\]]*\b(?:overall|main|general|global|full|complete|corporate)\b)[^\]]*\bprivacy (?:policy|notice|statement)\b[^\]]*\]\((?!#|mailto)|\b(?:adhere to|in addition to|supplement\w*|together with|in conjunction with|alongside)\b[^.]{0,80}\[[^\]]*\bprivacy (?:policy|notice|statement)\b[^\]]*\]\(http/;

/**
 * Where a text leads to another page for the people of a region, or to the policy it goes with, neither of which a rule
 * reads; nothing where it does not.
 */
export function pageElsewhere(subject: Subject, region: Region): Spot | undefined {
  for (const pattern of [notices[region], addresses[region], named[region], whole]) {
    const [found] = matches(subject, pattern);
    if (found) return found.at;
  }
  return undefined;
}
