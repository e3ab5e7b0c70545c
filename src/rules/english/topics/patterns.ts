/**
 * How to tell that English prose speaks of a fact: by a heading, by words anywhere, or by words `under` a heading that
 * says what they are about. `headings` say it by themselves. A sentence that `unless` is in tells it of somebody else. A sentence that
 * `denies` it tells as much as another, or comes last, or never tells it.
 */
export type Patterns = {
  titles?: RegExp;
  words: readonly RegExp[];
  under?: { titles: RegExp; words: RegExp };
  headings?: RegExp;
  unless?: RegExp;
  denies?: 'last' | 'never';
};

/** Any words of one sentence between two others, many or some of them. */
export const many = '[^.]{0,100}';
export const some = '[^.]{0,60}';
/** The words for data, for those it can be given to, and for giving it. */
export const data = '(data|information|details)';
export const others = `(third[- ]part(y|ies)|(service )?providers?|vendors?|partners?|affiliates?|processors?|sub-?processors?|contractors?|compan(y|ies)|authorit(y|ies)|law enforcement|courts?|agenc(y|ies)|advertisers?|subsidiar(y|ies)|others|anyone|any(one|body) else|no ?(one|body))`;
export const give = `(shar(e|es|ed|ing)|disclos(e|es|ed|ing|ures?)|transmit(s|ted|ting)?|pass(es|ed|ing)?|provid(e|es|ed|ing)|transfer(s|red|ring)?|sen(d|ds|t)|sell|give|releas(e|es|ed|ing)|process(ed|es)?)`;
/** The forms of companies and the like that their names end with. */
export const legalForm = String.raw`(?<![-/.@])(Inc|PBC|LLC|LLP|L\.?P|Ltd|(?<!\b(more|very|less|a|an|the|is|are|be|and|or|in|for|our|only|to) )Limited(?! (to|by|in|number|period|time|extent|circumstances|purposes?|rights?|access|use|set)\b)|GmbH|B\.?V|S\.?A|SAS|S\.? ?[àa]?\.? ?r\.? ?l|Corp|Corporation|Foundation|e\.?V|AG|AB|ApS|Oyj?|ASA|S\.?p\.?A|SARL|PLC|Pty|S\.L|A/S|UG|OÜ|Kft|d\.o\.o|a\. ?s|s\. ?r\. ?o|sp\. ?z o\. ?o|N\.V|Pte|GbR|OHG|KGaA)`;
