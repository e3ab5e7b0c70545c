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
  /** By which words the text of a disclosure says what a field of it says. */
  tells: Record<string, RegExp>;
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
    tells: {
      'sale.sells': /\b(?:sell|sold|sale)/i,
      'sale.shares': /\bshar/i,
      'sale.targetedAds': /\btargeted\b|\badvert/i,
      'sale.under16': /\b(?:16|sixteen)\b/i,
      'sale.sensitive': /\bsensitive\b/i,
      'signals.dnt': /\bdo[ -]not[ -]track\b|\bDNT\b|\b(?:honou?r|respect|recogni[sz]e|respond)/i,
      'signals.gpc': /\bglobal privacy control\b|\bGPC\b|\b(?:honou?r|respect|recogni[sz]e|respond)/i,
      'signals.thirdPartyTracking': /\b(?:track|collect|follow)/i,
      'notice.period': /\b(?:days?|weeks?|months?|years?)\b/i,
    },
    denies: /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b/i,
    limits: /\b(?:if|unless|except|until|without your|other than)\b/i,
  },
};

/**
 * Whether the text of a disclosure may say what a field of it says, by its path and its figures; it may in languages whose
 * words are not known.
 */
export function tells(text: string, path: string, value: unknown, language: string): boolean {
  const words = promiseWordsOf(language)?.tells[path];
  const figures = typeof value === 'string' ? value.match(/\d+/g) : null;
  const written = text.match(/\d+/g);
  if (figures && written) return figures.some((figure) => written.includes(figure));
  return words?.test(text) ?? true;
}

/** The words of promises in a language, where they are known. */
export function promiseWordsOf(language: string): PromiseWords | undefined {
  return languages[baseLanguage(language)];
}
