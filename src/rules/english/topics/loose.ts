import type { Topic } from '../topics.ts';
import { legalForm } from './patterns.ts';

/**
 * Words that nearly every sentence about a topic has, whatever else it says, and that many others have as well: where no
 * sentence has them, no text speaks of it. They say nothing by themselves. `beside` stands in the same sentence.
 */
export type Loose = { words: RegExp; beside?: RegExp };

const lasting =
  /\b(hours?|days?|weeks?|months?|years?|(as|so|how) long|longer than|no longer (necessary|needed|required|relevant)|until|necessary|needed|periods?|duration|indefinite\w*|permanent\w*|forever|temporar\w+|immediately|automatically|regularly)\b/;
const someone =
  /\b(you|your|yours|their|they|his|her|my|users?|individuals?|persons?|people|customers?|consumers?|members?|visitors?|residents?|subscribers?|subjects?|patients?|players?|parents?|one['’]s|rights?|requests?|accounts?|profiles?)\b/;
const dataWords =
  /\b(data|information|details|address(es)?|e-?mails?|names?|cookies?|profiles?|records?|numbers?|content|PII)\b/;
const month =
  '(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)';
// Days stand in addresses of the web as well.
const day = new RegExp(
  String.raw`\b${month}\.?,? [^.\n]{0,10}?\b(19|20)\d\d\b|(?<![\w/=.-])(\d{1,2}[./-] ?\d{1,2}[./-] ?(19|20)?\d\d|(19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})\b(?![\w/.-]\d)|\b(dated?|version|revision|updated|revised|modified|effective|since|copyright)\b[^.\n]{0,20}\b(19|20)\d\d\b`,
);
const ofText =
  /\b(policy|notice|statement|terms|effective|updat\w+|revis\w+|version|modif\w+|chang\w+|posted|published|in force|as of|amend\w*|copyright|valid)\b/;
// The day of a text, not that of an act: near such words, or alone in its line.
const datedText: Loose = {
  words: new RegExp(
    String.raw`${ofText.source}[^.\n]{0,60}?(${day.source})|(${day.source})[^.\n]{0,60}?${ofText.source}|^[\W_]*(${day.source})[\W_]*$`,
    'm',
  ),
};
const sold = /\b(sell|sells|sold|selling|sales?|rent|rented|renting|share[ds]?|sharing)\b/;
const given =
  /\b(shar(e|es|ed|ing)|disclos\w+|provid\w+|transfer\w*|transmit\w*|sen(d|ds|t|ding)|pass(es|ed|ing)?|giv(e|es|en|ing)|releas\w+|recipients?|third[- ]part\w+|partners?|affiliates?|vendors?|providers?|contractors?|process(ors?|ed)|compan(y|ies) (that|who|we|which)|employees|staff|personnel|access)\b/;
const collected =
  /\b(collect\w*|gather\w*|obtain\w*|receiv\w+|stor(e|es|ed|ing)|process\w*|record(ed|ing)?|log(s|ged|ging)?|provid\w+|submit\w*|sav(e|es|ed|ing))\b/;
const young =
  /\b(16|sixteen|13|thirteen|18|eighteen|minors?|child(ren)?|kids?|teens?|teenagers?|parents?|parental|guardians?|age[ds]?)\b/;
const reach =
  /\b(contact\w*|requests?|exercis\w+|e-?mail\w*|writ(e|ing)|call(ing)?|phone|telephone|forms?|submit\w*|address|reach|settings|link)\b|@/;
const seeing =
  /\b(access(ing)?|review(ing)?|view(ing)?|see|obtain|cop(y|ies)|inspect|consult|requests?|know|check|retriev\w+|download|find out|informed)\b/;
const righting =
  /\b(correct\w*|rectif\w*|updat\w*|amend\w*|edit\w*|chang\w*|inaccura\w*|modif\w*|complet\w+|adjust\w*|fix\w*|alter\w*|revis\w*)\b/;
// The data of readers, and what stands for it.
const own = '(your|their|his|her|my|personal|PII|accounts?|profiles?|about you|held|it|them)';
const stored =
  /\b(cookies?|pixels?|beacons?|local storage|SDKs?|tags?|trackers?|identifiers?|technolog(y|ies)|storage|scripts?|plug-?ins?)\b/;
const parental: Loose = { words: /\b(parents?|parental|guardians?)\b/ };

/** A topic, or what rules look for by ways of their own. */
export type LooseTopic = Topic | 'contactWay';

/** The loose words of every topic. */
export const looseWords: Record<LooseTopic, Loose> = {
  contactWay: {
    words:
      /@|\[at\]|\d{3}[ .-]?\d{3,}|\bP\.? ?O\.? Box\b|\b(contact|support|feedback|web|online) (form|page)\b|\bwrite to\b|\b\d{1,5} [\w.' ]{2,40}\b(street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|suite)\b/,
  },
  recipients: { words: given, beside: dataWords },
  purposes: {
    words:
      /\b(purposes?|in order to|so that|reasons?|us(e|es|ed|ing)|process\w*|collect\w*|need\w*|why|help\w*|allow\w*|enabl\w+|improv\w+)\b/,
    beside: dataWords,
  },
  retention: {
    words: new RegExp(
      String.raw`\b(keep\w*|kept|stor(e|es|ed|ing|age)|retain\w*|retention|held|delet\w+|archiv\w+|remov\w+|eras\w+|purg\w+|destr\w+|sav(e|ed|ing)|anonymi[sz]\w+)\b(?=[^.]{0,120}${lasting.source})|${lasting.source}[^.]{0,80}\b(keep|kept|stored|retain\w*|delet\w+|archived|eras\w+|destr\w+)\b`,
    ),
  },
  dataCollected: {
    words: new RegExp(
      String.raw`\b(collect\w*|gather\w*|obtain\w*|receiv\w+|stor(es|ed|ing)|process\w*|record(ed|ing)?|log(ged|ging)|submit\w*|sav(ed|ing))\b(?=[^.]{0,80}${dataWords.source})|${dataWords.source}[^.]{0,60}\b(collected|stored|recorded|received|processed)\b`,
    ),
  },
  disclosedData: { words: given, beside: dataWords },
  sources: {
    words:
      /\b(from|sources?|provid\w+|submit\w*|enter\w*|giv(e|en|ing)|automatic\w*|regist\w+|receiv\w+|when)\b/,
    beside: collected,
  },
  otherSources: {
    words: /\b(from|sources?|third[- ]part\w+|public\w*|social|partners?|referr\w+|others?)\b/,
    beside: collected,
  },
  legalBasis: {
    words:
      /\b(legal|lawful) (bas[ie]s|grounds?|reasons?|obligations?|duty|duties)\b|\b(lawfulness|legitimate|legitimacy)\b|\bcontractual (bas[ie]s|necessity|obligations?|relationship)\b|\blawfully (process|us|collect)\w*|\bcontract with you\b|\bArt(icle|\.)? ?6\b|\bconsent\w*\b(?=[^.]{0,60}\b(process\w*|collect\w*|us(e|es|ed|ing)|stor(e|ed|age))\b)/,
  },
  interest: { words: /(?<!\blegitimate (\w+ )?)\binterests?\b/ },
  provision: {
    words:
      /\b(required?|requires|requir\w+|mandatory|obligat\w+|obliged?|optional\w*|voluntar\w+|need\w*|must|necessary|choos\w+|choice|without|unable|not able|cannot|declin\w+|refus\w+|withhold\w*|fail\w*|ask\w*)\b/,
    beside:
      /\b(provid\w+|provision|giv(e|en|ing)|enter\w*|suppl(y|ied|ying)|submit\w*|shar(e|ing)|fields?)\b|\((optional|required|mandatory)\b/,
  },
  automatedDecisions: {
    words:
      /\b(automat\w+|algorithm\w*|machine learning|artificial intelligence|AI)\b(?=[^.]{0,80}\b(deci\w+|evaluat\w+|assess\w*|predict\w*|scor(e|es|ing)|recommend\w*)\b)|\bprofiling\b|\bdecisions? about you\b/,
  },
  specialCondition: {
    words:
      /\b(consent\w*|explicit\w*|health|medical|biometric|sensitive|special|religio\w+|ethnic\w*|political|vital|substantial)\b|\bArt(icle|\.)? ?9\b/,
  },
  transferMechanism: {
    words:
      /\b(clauses?|adequa\w+|shield|framework|safeguards?|BCRs?|SCCs?|IDTA|certif\w+|safe harbou?r|derogations?|consent\w*(?=[^.]{0,80}\b(transfer|abroad|countr(y|ies)|outside)\b)|comparable|equivalent|(same|similar|appropriate|(level|standard|degree)s? of) (\w+ ){0,3}protection)\b|\bArt(icle|\.)? ?4\d\b/,
    beside:
      /\b(transfer\w*|countr(y|ies)|abroad|international\w*|EEA|cross-border|elsewhere|jurisdictions?|(outside|within) (of )?(the )?(EU|UK|United Kingdom|Europe\w*))\b/,
  },
  transferCopy: {
    words: /\b(clauses?|safeguards?|transfer\w*|binding|agreements?|framework|measures)\b/,
    beside: /\b(cop(y|ies)|request\w*|available|contact\w*|obtain\w*|here|see|find|found|ask|information)\b/,
  },
  access: {
    words: new RegExp(
      String.raw`${seeing.source}[^.]{0,40}\b(your|their|his|her|my|the|any|what|which|personal)\b[^.]{0,30}\b(data|information|details|profiles?|accounts?|records?|PII)\b`,
    ),
    beside: someone,
  },
  correct: {
    words: new RegExp(
      String.raw`\b(rectif\w*|inaccura\w*)\b|${righting.source}(?=[^.]{0,60}\b${own}\b)(?=[^.]{0,80}${dataWords.source})|\b${own}\b[^.]{0,60}${dataWords.source}[^.]{0,60}\b(accura\w+|correct\w*|up[- ]to[- ]date)\b`,
    ),
    beside: someone,
  },
  delete: {
    words:
      /\b(delet\w*|eras\w*|remov\w*|forgotten|destr(oy|uct)\w*|purg\w+|discard\w*|deactivat\w+)\b|\b(cancel|clos|terminat)\w*\b[^.]{0,30}\baccounts?\b/,
    beside: someone,
  },
  restrict: {
    words:
      /\brestriction of\b|\b(restrict\w*|limit(s|ing|ation|ations)?|suspen\w+|block\w*|freez\w+|paus(e|ed|ing)|stop|prevent|ceas(e|ing)|halt)\b(?=[^.]{0,60}\b(process\w*|us(e|es|ing)|usage|collect\w*|handl\w+|data|information)\b)/,
    beside:
      /\b(rights?|requests?|ask us|entitled|you (also |always )?(may|can|have|could|wish|want|would)|choose|GDPR)\b/,
  },
  object: {
    words:
      /\b(object(s|ing|ions?)?|oppos\w+|opt(ing|ed)?[- ]?outs?|unsubscrib\w+|disagree\w*|challeng\w+)\b|\b(refus|declin|stop|prevent|withdraw)\w* (us|our|the|such|any|this|further|future|consent\b)[^.]{0,40}\b(process\w*|us(e|es|ing)|usage|collect\w*)\b/,
    beside: someone,
  },
  export: {
    words:
      /\b(portab\w+|machine[- ]readable)\b|\b(export\w*|download\w*|migrat\w+)\b[^.]{0,40}\b(your|personal|account|copy|data)\b|\b(electronic|structured|commonly|digital|readable|usable)\b[^.]{0,40}\b(formats?|form|cop(y|ies)|version)\b|\b(transfer|transmit|mov|send|giv|tak)\w*\b[^.]{0,60}\b(data|information|it|content)\b[^.]{0,40}\b(to you\b|to yourself|to another|elsewhere|with you\b|to a (different|new))/,
    beside: someone,
  },
  withdrawal: {
    words:
      /\b(withdr[ae]w\w*|revo(k|c)\w+|unsubscrib\w+|opt(ing|ed)?[- ]?outs?|chang\w+ (your|his|their) mind|tak\w+ back|cancel\w*|disabl\w+|turn(ed|ing)? off|settings|any ?time|no longer)\b/,
  },
  complaint: {
    words:
      /\b(complain\w*|supervisory|ombuds\w+|watchdog|lodg\w+|griev\w+|recourse|redress|commissioners?|CNIL|ICO|AEPD|BfDI|UODO|TRUSTe|BBB|dispute resolution)\b|\bdata protection( \w+)? (authorit(y|ies)|agenc(y|ies)|commission\w*|offices?|boards?|inspector\w*)\b|\b(contact|report|refer|turn|appeal|appl)\w*\b[^.]{0,60}\b(regulators?|authorit(y|ies)|agency|commission)\b|\bappeal(s|ed)?\b[^.]{0,80}\b(to (?!us\b|our\b|you\b)\w|in court\b)/,
  },
  complaintsRoute: {
    words:
      /\b(complain\w*|concerns?|dissatisf\w+|unhappy|griev\w+|feedback|issues?|problems?|questions?|disput\w+)\b(?![^.]*\b(authorit(y|ies)|ICO|commissioner|regulators?)\b)/,
    beside:
      /\b(contact\w*|e-?mail\w*|writ(e|ing)|call|reach|tell|let us know|send|submit|raise|report|ask|resolv\w+|complain\w*|concerns?|dissatisf\w+|unhappy|griev\w+)\b|@/,
  },
  roles: {
    words:
      /\b(controllers?|(?<!\b(payments?|card|word) )processors?|on (our|their|your|its) behalf|jointly|responsible for (the )?(process\w+|collect\w+|data|personal))\b/,
  },
  representative: { words: /\brepresentatives?\b|\bArt(icle|\.)? ?27\b/ },
  dpo: {
    words:
      /\b(privacy|data protection|security|compliance) (officers?|team|manager|lead|department|counsel|office|director|contact|coordinator|responsible)\b|\bDPO\b/,
  },
  controller: {
    words: new RegExp(
      String.raw`\b${legalForm}\b|©|\b(copyright|controllers?|headquarter\w*|registered (in|office|at)|(operated|owned|run|published) by(?! (third|other|our|us|me|you|a|any)\b)|company (no|number)|legal (name|entity))\b`,
    ),
  },
  jointEssence: { words: /\bjoint\w*|\barrangement|\bArt(icle|\.)? ?26\b/ },
  changeNotice: {
    words:
      /\b(chang\w*|updat\w*|revis\w*|amend\w*|modif\w*|alter\w*|new versions?)\b(?=[^.]{0,80}\b(polic(y|ies)|notices?|statements?|terms|practices|document|pages?|text|here)\b)|\b(polic(y|ies)|notices?|statements?|terms|documents?|text)\b[^.]{0,80}\b(chang\w*|updat\w*|revis\w*|amend\w*|modif\w*)\b/,
  },
  reviewing: {
    words: new RegExp(`${seeing.source}|${righting.source}`),
    beside:
      /\b(your|their|his|her|my|own|you)\b[^.]*\b(data|information|details|profile|accounts?|records?|PII)\b|\b(data|information|details|profile|accounts?|records?)\b[^.]*\b(you|your)\b/,
  },
  storageList: {
    words: /\b(following|listed|lists?|tables?|named|called|such as|including|namely|below)\b|\be\.g\b/,
    beside: stored,
  },
  storageDescribed: {
    words: /\b(to|for|so that|help\w*|allow\w*|remember\w*|improv\w+|analy\w+|purposes?)\b/,
    beside: stored,
  },
  storageConsent: {
    words:
      /\b(consent\w*|agree\w*|accept\w*|permission|refus\w+|reject\w*|declin\w+)\b|\bopt(ing|ed)?[- ]?(in|out)\b|\b(choices?|choos\w+|settings|preferences?)\b(?![^.]*\bbrowsers?\b)/,
    beside: stored,
  },
  storageNecessity: {
    words: /\b(necessary|essential|required|requires|needed|vital|crucial|technical\w*)\b/,
  },
  storageAccess: {
    words: /\b(third[- ]part\w+|partners?|vendors?|providers?|shar(e|ed|ing)|access(ed|ible)?)\b/,
  },
  storageSetter: {
    words:
      /\b(set|sets|placed?|places|created?|written|stored?|used|issued|by us|first[- ]party|third[- ]part\w+|our|from|google|facebook|providers?)\b/,
    beside: stored,
  },
  standingChoice: {
    words:
      /\b(withdr[ae]w\w*|revo(k|c)\w*|opt(ing|ed)?[- ]?outs?)\b|\b(chang|manag|adjust|updat|modif|control)\w* (your|the|these|any|that) (\w+ )?(mind|consent|choices?|preferences?|settings|cookies)\b(?![^.]*\bbrowsers?\b)|\b(cookies?|consent|privacy|preferences?) (settings|preferences?|manager|banner|choices?|cent(er|re)|tool|panel)\b/,
  },
  refusalEffect: {
    words:
      /\b(refus\w+|reject\w*|declin\w+|block\w*|disabl\w+|turn\w* off|without|not (accept|agree|allow|consent)|opt(ing|ed)?[- ]?out|delet\w+|impact\w*|affect\w*|limited?)\b/,
  },
  statutoryCategories: {
    words:
      /\bcategor(y|ies) of\b|\b(identifiers?|commercial information|biometric|geolocation|inferences|(employment|education)[- ]related|protected classifications?|network activity)\b/,
  },
  'non-discrimination': {
    words:
      /\b(discriminat\w+|retaliat\w+|penal\w+|equal\w*|different(ly)?|den(y|ied|ying)|advers\w+|detriment\w*|disadvantag\w+|incentiv\w+|less favou?rabl\w+|prices?|quality|treat(ed|ment)?)\b(?=[^.]*\b(rights?|exercis\w+|CCPA)\b)|\b(rights?|exercis\w+)\b[^.]{0,120}\b(discriminat\w+|retaliat\w+|penal\w+|equal\w*|den(y|ied)|advers\w+|detriment\w*|free of charge)\b/,
  },
  'opt-out-sale': {
    words: /\bopt(ing|ed)?[- ]?outs?\b|\bdo not sell\b|\b(right|stop|choose|request)\b/,
    beside: sold,
  },
  'limit-sensitive': {
    words: /\bsensitive\b/,
    beside: /\b(limit\w*|restrict\w*|us(e|es|ed|ing)|process\w*)\b/,
  },
  sale: {
    words:
      /\b(sell|sells|sold|selling|rent|rents|rented|renting|monetiz\w+|barter\w*)\b|\bsales? of\b(?=[^.]{0,40}\b(data|information|lists?)\b)|\b(trad(e|es|ed|ing)|leas(e|es|ed|ing)|market)\b(?=[^.]{0,40}\b(data|information|lists?|address(es)?)\b)/,
    beside:
      /\b(data|information|details|privacy|lists?|e-?mail|address(es)?|PII|third[- ]part\w+)\b(?![^.]*\b(merg|acqui|bankrupt))/,
  },
  sharing: {
    words: new RegExp(
      String.raw`${given.source}(?=[^.]{0,160}\b(advertis\w*|ads?|marketing|promotion\w*|sponsors?|offers?|across|behaviou?ral|targeted)\b)`,
    ),
    beside: dataWords,
  },
  saleOptOut: {
    words:
      /\bopt(ing|ed)?[- ]?outs?\b|\bdo not (sell|share)\b|\bprivacy choices\b|\bunsubscrib\w+|\bchoose\b/,
  },
  sensitiveLimit: { words: /\bsensitive\b/ },
  under16: { words: young },
  // "The birthdays of your children" is what is collected.
  minorsOptIn: {
    words: young,
    beside:
      /\b(opt\w*|consent\w*|permission|agree\w*|authori[sz]\w*|approv\w*|allow\w*|sell|sold|sales?|shar\w+|ask\w*|verif\w*)\b/,
  },
  agent: {
    words:
      /(?<!\bour [^.]{0,30})\b(agents?|representatives?|prox(y|ies)|power of attorney|(on|in) behalf of (you|another|someone|somebody|consumers?|individuals?)|on (your|his|her|someone|another)\w*( \w+)? behalf|legal guardians?|(third party|somebody|someone|person) (to|you))\b/,
    beside: /\b(rights|requests|a request|the request|exercis\w+|CCPA)\b/,
  },
  gpc: { words: /\b(GPC|global privacy|signals?|do[- ]not[- ]track|DNT|browser settings?)\b/ },
  dnt: {
    words:
      /\b(do[- ]not[- ]track|DNT|signals?|GPC|not be tracked|tracking (protection|preference)|opt(ing)?[- ]?out of (being )?track\w+)\b/,
  },
  tracking: {
    words:
      /\b(third[- ]part\w+|partners?|advertisers?|(advertising|ad|data|media|analytics) (and \w+ )?(\w+ )?(compan(y|ies)|partners?|networks?|services?|providers?)|google|facebook|social (media|networks?|plug-?ins?)|vendors?|service providers?)\b/,
    beside: /\b(cookies?|pixels?|beacons?|track\w*|across|over time|plug-?ins?|widgets?|advertis\w+)\b/,
  },
  signalConfirmed: {
    words: /\b(signals?|GPC|opt(ed|ing)?[- ]?out)\b/,
    beside: /\b(show\w*|display\w*|confirm\w*|message|banner|notice|icon|indicat\w+|see|honou?r\w*)\b/,
  },
  requestWays: { words: reach },
  updateDate: datedText,
  effectiveDate: datedText,
  parentalConsent: parental,
  audience: { words: young },
  childDataCollected: { words: young, beside: dataWords },
  publicByChild: {
    words:
      /\b(public\w*|visible|post(s|ed|ing)?|chat(s|ting|rooms?)?|forums?|communit(y|ies)|other (users|players|members))\b/,
  },
  parentReview: parental,
  parentDelete: parental,
  parentRefuse: parental,
  parentHow: parental,
  separateConsent: {
    words: /\bconsent\w*\b/,
    beside: /\b(disclos\w+|shar\w+|third[- ]part\w+|collect\w*)\b/,
  },
  phone: {
    words:
      /\btelephone\b|\bphone(?= (numbers?|us|line|support)\b|[*_]*:)|\b(by|via|or|and|over the) phone\b|\bcall (us|our)\b|\btel\b|\d{3}[ .-]?\d{3,}/,
  },
  email: { words: /@|\be-?mail\b|\[at\]/ },
  postal: {
    words:
      /\b(address|street|avenue|road|suite|floor|P\.?O\.? Box|mail us at|by mail|located|headquarter\w*|attn|attention)\b|\b\d{5}\b/,
  },
};
