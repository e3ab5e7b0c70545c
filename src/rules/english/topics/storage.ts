import type { Patterns } from './patterns.ts';

const listed = [
  /^\|?[^\n|]*\b(cookies?|name|provider|domain|third part(y|ies)|company|vendor|partner)\b[^\n]*\|[^\n]*\n\|?[ :|-]+-[ :|-]+\n/m,
  /\buses? the following\b[^.:]{0,60}\b(cookies?|technolog(y|ies)|SDKs?|pixels?|trackers?)\b/,
  /`[\w.*:@-]+`[\s\S]{0,400}`[\w.*:@-]+`/,
  /(?<![\w/])_{1,2}[a-z][a-z0-9]*(_[a-z0-9]+)*\b/,
];

/** What is stored on a device, in the words that prose has for it. */
export const topicsOfStorage = {
  storageList: {
    words: listed,
  },
  // Kinds of cookies and what they are for are told without the name of one.
  storageDescribed: {
    words: [
      ...listed,
      /\b(strictly necessary|necessary|essential|functional(ity)?|perform\w+|analytic(s|al)?|statistic(s|al)?|advertising|marketing|targeting|preferences?|security) (cookies|trackers|technologies)\b/,
      /\buses?\b[^.]{0,80}\b(cookies?|trackers?|pixels?|SDKs?|tags|local storage|technologies)\b[^.]{0,80}\b(to|for)\b/,
    ],
  },
  storageConsent: {
    words: [
      /\bconsent\w*\b|\bopt(ing|ed)?[- ]?in\b|\bif you (agree|accept|allow)\b|\b(cookie|consent) (banner|settings|preferences|choices|manager|tool)\b|\b(accept|reject) (all|non-essential|optional)\b/,
    ],
  },
  storageNecessity: {
    words: [
      /\b(strictly |absolutely )?(necessary|essential|required|needed)\b[^.]{0,80}\b(cookies?|for|to|in order)\b|\bcookies?\b[^.]{0,80}\b(necessary|essential|required)\b/,
    ],
  },
  storageAccess: {
    words: [
      /\b(only (we|us)|nobody else|no one else|no other (company|party)|no third part(y|ies)|(third parties|other companies|partners?|vendors?|providers?)[^.]{0,60}\b(can|may|have|has|cannot|do|will))\b[^.]{0,80}\b(read|access|use|collect|set|place)\w*\b/,
      /\b(read|readable|accessed|accessible|shared) (only )?(by|to|with) (us|the company|the provider|third part\w+|other compan\w+|anyone|nobody|no one|our partners)\b/,
      /\bthird[- ]party (cookies|vendors?|providers?|services?|partners?)\b/,
    ],
  },
  storageSetter: {
    words: [
      /\b(set|placed|created|written|stored|used|issued) (directly |only )?by (us\b|our\b|the (web ?)?(site|app|operator|company)|this (web ?)?(site|app))|\b(we|our (own )?(web ?)?(site|app)s?) (only )?(set|place|use)s? (these|the following|our own|only)\b|\b(our own|first[- ]party) cookies\b|\bcookies\b[^.]{0,60}\b(are|is) (all |only )?(used|set|placed|issued|stored) by\b/,
    ],
  },
  standingChoice: {
    words: [
      /(?<!(browser|device|phone)(['’]s)? )\b((cookie|consent)s?[ -](settings?|preferences?|manager|choices|cent(er|re)|controls|dashboard|panel|tool)|(privacy|preference)s? (choices|cent(er|re)|manager|settings|preferences))\b(?! (of|in|on) (your|the) (browser|device|phone))/,
      /\b(open|re-?open|change|return|back)\b[^.]{0,60}\b(cookie|consent) banner\b|\b(cookie|consent) banner\b[^.]{0,60}\b(again|at any time|any time|whenever)\b/,
      /\b(choices?|cookies?|consent|preferences?|settings)\b[^.]{0,60}\b(foot(er)?|bottom) of (any|every|each|all|the|our|this)\b/,
      /\b(chang|withdraw|updat|manag|adjust|revok|modif)\w* (your|any|that|the) ([\w-]+ )?(choices?|preferences?|consent|settings|mind)\b(?![^.]*\bbrowsers?\b)[^.]{0,80}\b((at )?any ?time|by|in|through|via|here|using)\b/,
    ],
  },
  refusalEffect: {
    words: [
      /\b(if you (refuse|reject|decline|block|disable|turn off|say no|(do|choose|decide|prefer|opt)( not|n['’]t)( to)? (accept|agree|allow|consent|enable))|(refusing|rejecting|declining|blocking|disabling|without (them|these cookies)))\b[^.]{0,160}\b(will|would|may|might|can|could|cannot|does|do|loses?|changes?|works?)\b/,
    ],
  },
} satisfies Record<string, Patterns>;
