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

/** Where a text leads to another page for the people of a region, which no rule reads; nothing where it does not. */
export function pageElsewhere(subject: Subject, region: Region): Spot | undefined {
  return matches(subject, notices[region])[0]?.at;
}
