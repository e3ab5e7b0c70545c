import type { Patterns } from './patterns.ts';

/** What is said of children and their parents, in the words that prose has for it. */
export const topicsOfChildren = {
  parentalConsent: {
    words: [
      /\b(parents?|parental|guardians?)\b[^.]{0,120}\b(consent\w*|permission|authori[sz]\w+|approv\w+|agree\w*)\b|\b(consent|permission|authori[sz]ation|approval)\b[^.]{0,60}\b(parents?|guardians?|parental)\b/,
    ],
  },
  audience: {
    words: [/\b(child|children|minors?|kids|students|pupils|under (the age of )?(13|thirteen|16|sixteen))\b/],
  },
  // Who collects nothing knowingly, or sets nothing up for children, collects none of theirs.
  childDataCollected: {
    words: [
      /(?<!\b(not|never|nor|n['’]t|without)\b[^.]{0,60})\b(collect|gather|ask for|request|process)\w*\b[^.]{0,60}\b(data|information|names?|addresses)\b[^.]{0,30}\b(from|of|about) (a |an? )?(young )?(child|children|kids|students|child users)\b(?! (is|are) not\b)/,
      /(?<!\b(not|never|nor|n['’]t)\b[^.]{0,60})\b(sites?|apps?|services?|games?)\b[^.]{0,30}\b(designed|intended|made|directed|built) (for|to|at) (young )?(children|kids)\b/,
    ],
  },
  publicByChild: {
    words: [
      /\bpublic(ly)?\b|\b(visible|seen|shown) (to|by) (other|every|any|all)\b|\bshare(d)? with other (users|members|children|players)\b/,
    ],
  },
  parentReview: parentsCan('review|access|see|view|obtain|cop(y|ies)|request'),
  parentDelete: parentsCan(String.raw`delet\w+|remov\w+|eras\w+`),
  parentRefuse: parentsCan(
    String.raw`refus\w+|stop|withdraw\w*|revok\w+|opt[- ]?out|further collection|no longer`,
  ),
  parentHow: parentsCan(String.raw`contact\w*|e-?mail\w*|writ(e|ing)|send\w*|form|account|call`),
  separateConsent: {
    words: [
      /\bconsent\b[^.]{0,120}\bwithout\b[^.]{0,80}\b(disclos\w+|shar\w+)\b|\b(only|option)\b[^.]{0,60}\b(collection|collect)\b[^.]{0,80}\b(disclos\w+|third[- ]part\w+)\b/,
    ],
  },
  phone: {
    words: [
      /\]\(tel:|\+\d[\d ().-]{6,}\d|\(\d{3}\) ?\d{3}[- .]\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\bphone\b[^.]{0,30}\d{3}/,
    ],
  },
  email: { words: [/\]\(mailto:|[^\s{(]@[\w-]+\.\w/] },
  postal: {
    words: [
      /\b\d{1,5}[a-z]? [\w.' -]{2,40}\b(street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|way|square|place|court|plaza|suite|floor|dock)\b|\bP\.?O\.? Box\b|\b[A-Z]{2} \d{5}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b/,
    ],
  },
} satisfies Record<string, Patterns>;

function parentsCan(what: string): Patterns {
  return {
    words: [
      new RegExp(String.raw`\b(parents?|guardians?|child(ren)?['’]s)\b[^.]{0,200}\b(${what})\b`),
      new RegExp(String.raw`\b(${what})\b[^.]{0,120}\b(parents?|guardians?|child(ren)?['’]s)\b`),
    ],
  };
}
