import type { NoneName } from '../../resolve/policy-model.ts';
import { baseLanguage } from '../../words/base-language.ts';

// By which words a sentence seems to make a promise that a field can make as well. Where a language has none, or a sentence
// has others, nothing is known.

/** A promise that a text can make in words of its own: a denial, or a yes or a no. */
export type PromiseName =
  | NoneName
  | 'ai.training'
  | 'ai.review'
  | `sale.${'sells' | 'shares' | 'targetedAds' | 'under16' | 'sensitive'}`
  | 'signals.thirdPartyTracking'
  | 'children.publicByChild'
  | 'notice'
  | 'requests'
  | 'children'
  | 'consent';

/** By which words a sentence speaks of a promise, denies something, and says what it says of some cases alone. */
export type PromiseWords = {
  of: Partial<Record<PromiseName, RegExp>>;
  denies: RegExp;
  limits: RegExp;
};

const languages: Record<string, PromiseWords> = {
  en: {
    of: {
      ai: /\b(?:AI|artificial intelligence|machine learning|language models?)\b/i,
      'ai.training': /\btrain(?:s|ed|ing)?\b/i,
      'ai.review':
        /\b(?:person|people|human|staff)\b.*\b(?:approv|review|check)|\b(?:approv|review|check)\w*.*\b(?:person|people|human|staff)\b/i,
      cookies: /^(?=.*\bcookies?\b)(?=.*\b(?:us(?:e[sd]?|ing)|sets?|setting|stor\w+|plac\w+)\b)/is,
      data: /^(?=.*\b(?:data|information)\b)(?=.*\b(?:collect|process|gather)\w*)/is,
      recipients: /^(?=.*\b(?:data|information)\b)(?=.*\b(?:shar|disclos|give|pass|provid|hand)\w*)/is,
      transfers: /^(?=.*\b(?:data|information)\b)(?=.*\b(?:transfer|leav|outside|abroad)\w*)/is,
      automatedDecisions: /^(?=.*\bdecision)(?=.*\b(?:automat\w*|machines?|algorithm\w*|computers?)\b)/is,
      sale: /^(?=.*\b(?:sell|sold|sale)\w*)(?=.*\bshar\w*)/is,
      'sale.sells': /^(?=.*\b(?:data|information)\b)(?=.*\b(?:sell|sold|sale)\w*)/is,
      'sale.shares': /^(?=.*\b(?:data|information)\b)(?=.*\bshar\w*)/is,
      'sale.targetedAds': /\btargeted\b|\badvert/i,
      'sale.under16': /\b(?:16|sixteen)\b/i,
      'sale.sensitive': /\bsensitive\b/i,
      'signals.thirdPartyTracking': /^(?=.*\b(?:other|third|nobody|no one)\b)(?=.*\b(?:track|collect)\w*)/is,
      notice: /\b(?:chang|notif|announc|advance)/i,
      requests: /\b(?:answer|respon|repl(?:y|ies)|requests?)/i,
      children: /\b(?:child|under|minors?|age|aged|old|older|younger)\b/i,
      consent: /\b(?:choices?|consent)\b/i,
      'children.publicByChild': /^(?=.*\bchild)(?=.*\bpublic)/is,
    },
    denies: /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b/i,
    limits: /\b(?:if|unless|except|until|without your|other than)\b/i,
  },
};

/** The words of promises in a language, where they are known. */
export function promiseWordsOf(language: string): PromiseWords | undefined {
  return languages[baseLanguage(language)];
}
