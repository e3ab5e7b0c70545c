import { many, type Patterns } from './patterns.ts';

const month = '(january|february|march|april|may|june|july|august|september|october|november|december)';
// A line that is a day and nothing else, and a month beside a version, are what the text is of.
const dayAlone = String.raw`^[\s*_]*(${month} \d{1,2}(st|nd|rd|th)?,? \d{4}|\d{1,2}(st|nd|rd|th)?\.? ${month} \d{4})[\s*_]*$`;
// "Status: April 16, 2025", "**Last updated:** May 2025", "Revision Date: 02/14/2025", and "[DATE]", which core/placeholder tells.
const labelled = String.raw`^[\s*_]*(status|issued|dated?|version|as (of|at)|entry into force|commencement date|current as of|((last|date of( (last|latest|most recent))?|revision|publication|effective)[- ])?(updated?|revised|revision|modified|changed|published|posted|issued|date))( on)?[*_]*:[\s*_]*[^.\n]{0,20}[\d[]`;
const ownDate = new RegExp(String.raw`${dayAlone}|${labelled}|\b${month} \d{4},? version\b`, 'm');

// A business that is sold is no sale of data, nor is a point of sale, nor what comes after one, nor a right that a law gives against one.
const noDeal =
  '(merg(ers?|es?|ed|ing)|acqui(sitions?|red)|bankruptcy|reorgani[sz](ations?|es?|ed|ing)|liquidation|financing)';
const aside = String.raw`(?<!\b${noDeal}\b[^.]{0,300})(?<!\b(point[- ]of|pre|post|after)[- ]\w*)(?<!\bright to opt[- ]?out (of )?((the|any|future) )*\w*)(?![^.]{0,200}\b${noDeal}\b)`;
const sold = String.raw`\b(sell|sells|sold|selling|sale)\b${aside}`;

// Who gives data to nobody sells and shares none, unless that is said of what they would do with it.
const notGiven =
  /\b(not|never|n['’]t) (share|disclose|transfer|transmit|give|provide|pass)( or \w+)?( on)? (any of )?((the|your|any|personal|user|users['’]?) )*(data|information) (on )?(to|with) (any )?(third[- ]part(y|ies)|anyone|anybody|others)\b(?! (for|who|that|outside|without|unless|until)\b)/;

/** What the laws of California list, in the words that prose has for it. */
export const topicsOfCalifornia = {
  statutoryCategories: {
    words: [
      /\b(identifiers|customer records|protected classifications?|commercial information|biometric information|internet (or other )?(electronic )?(network )?activity|geolocation data|professional or employment|education information|inferences|categor(y|ies) of (sensitive )?personal information)\b/,
    ],
  },
  'non-discrimination': {
    words: [
      /\b(not|cannot|never|without|n['’]t|non|no (circumstances|way|event))\b[^.]{0,80}\b(discriminat\w+|retaliat\w+|penali[sz]\w+|treat\w*[^.]{0,20}(less|worse|differently)|den(y|ied)[^.]{0,30}(goods|services?))\b|\bnon-?(discriminat|retaliat)\w+|\b(right|free|freedom)\b[^.]{0,60}\b(discriminat|retaliat)\w+|\bequal (services?|prices?)\b|\b(not|never|n['’]t)\b[^.]{0,60}\b(retaliate|(be )?disadvantag\w+|(charge|different) [^.]{0,20}(prices?|rates?|quality))\b|\bno (penalty|adverse|negative)\b[^.]{0,60}\b(rights?|request)|\brights?\b[^.]{0,60}\b(not|n['’]t) (affect|change|influence)\b/,
    ],
  },
  'opt-out-sale': {
    words: [
      new RegExp(
        String.raw`\bopt(ing|ed)?[- ]?out\b${many}\b(sale|sales|selling|sell|sharing|share|shared|sold)\b|\b(do not|don['’]t|stop) sell(ing)?\b`,
      ),
    ],
  },
  'limit-sensitive': { words: [new RegExp(String.raw`\blimit\w*\b${many}\bsensitive\b`)] },
  sale: {
    words: [
      // What is done comes before what people may ask about it, and what would be told if it were.
      new RegExp(
        String.raw`(?<!\b(if|whether|when|where|request|ask|right|tell|disclose)\b[^.]{0,60})\b(we(,? (?!if\b|must\b)[\w'’-]+){0,5},?|(do|does|did|has|have|will) (not|never)( \w+)?) ["“'‘]?(${sold})[^.]{0,60}\b(data|information|details)\b(?! of [^.]{0,30}\b(under|children|minors)\b)`,
      ),
      new RegExp(
        String.raw`\bwe\b[^.]{0,60}${sold}[^.]{0,60}\b(data|information|details)\b(?! of [^.]{0,30}\b(under|children|minors)\b)`,
      ),
      new RegExp(
        String.raw`(${sold}|\b(rent|rented|renting)\b)[^.]{0,60}\b(data|information|it|personal|details|privacy)\b|(?<!\bwhether [^.]{0,30})\b(data|information)\b[^.]{0,60}(${sold}|\brented\b)|\bopt(ing)?[- ]?out\b[^.]{0,40}${sold}`,
      ),
      notGiven,
    ],
  },
  sharing: {
    words: [
      // Who follows nobody elsewhere, or advertises with no data, does not share it for that.
      /\b(not|never|n['’]t)( (track|follow|profile)\w*,? (and|or|nor))? (track|follow|profile)\w*\b[^.]{0,60}\b(across|on|over) (any )?(other|third[- ]party|different|unrelated|multiple)\b[^.]{0,30}\b(sites|web ?sites|apps|services)\b|\b(not|never|n['’]t) (use|process) (any of )?(the|your|any|personal|user) (\w+ )?(data|information) for (\w+ )?(advertis\w+|ads)\b/,
      notGiven,
      new RegExp(
        String.raw`${sold}[^.]{0,60}\bshar(e|ed|ing)\b|\bshar(e|ed|ing)\b[^.]{0,60}${sold}|["“'‘]shar(e|es|ed|ing)\b`,
      ),
      // Who gives data to nobody does not share it for advertising.
      /\b(never|not|n['’]t)\b[^.]{0,40}\bshar(e|ed|ing)\b[^.]{0,60}\b(third[- ]part(y|ies)|anyone|anybody|others)\b/,
      /\bno (personal )?(data|information) (is|are|will be) (ever )?(shared|disclosed|passed on)\b[^.]{0,40}\b(third[- ]part(y|ies)|anyone|anybody|others)\b/,
      // What goes to those who show advertisements is shared, whatever it is called.
      /\b(provid|disclos|send|transfer|pass)(e|es|ed|s|ing)?\b[^.]{0,100}\b(to|with) [^.]{0,60}\b(advertising (platforms?|networks?|partners?)|advertisers)\b|\b(share\w*|disclos\w+|provid\w+|allow\w*)\b[^.]{0,80}\b(ad (networks?|partners?|exchanges?)|(targeted|behaviou?ral) advertising)\b|\b(a|considered|deemed) ["“'‘]?(sharing|share)\b/,
      /\b(advertis\w+|ad) (and \w+ )?(partners?|networks?|compan(y|ies))\b[^.]{0,120}\b(collect|use|set|track|gather)\w*\b[^.]{0,120}\b(across|over time|different (web ?)?(sites|services))\b/,
      /\bshar(e|es|ed|ing)\b[^.]{0,120}\b(cross-context|(targeted|behaviou?ral|interest-based|personali[sz]ed) advertis\w+|advertis\w+)\b/,
    ],
  },
  saleOptOut: {
    words: [
      new RegExp(
        String.raw`\bopt(ing|ed)?[- ]?out\b${many}\b(sale|sales|selling|sharing|shared|sold|targeted|advertis\w+|privacy choices)\b|\b(sale|sales|selling|sell|sharing|share|advertis\w+)\b${many}\bopt(ing)?[- ]?out\b|\bdo not (sell|share)\b|\byour (california )?privacy choices\b`,
      ),
    ],
  },
  sensitiveLimit: {
    words: [
      new RegExp(
        String.raw`\blimit\w*\b${many}\bsensitive\b|\bsensitive\b${many}\b(limit|not use|only use|only process|cannot opt out)\b`,
      ),
    ],
  },
  under16: {
    words: [
      /\b(16|sixteen|minors?)\b[^.]{0,120}\b(sell|sold|sale|shar(e|ed|ing)|opt)\b|\b(sell|sold|sale|shar(e|ed|ing))\b[^.]{0,120}\b(16|sixteen|minors?)\b/,
    ],
  },
  minorsOptIn: {
    words: [
      /\b(16|sixteen|minors?|parents?|guardians?)\b[^.]{0,160}\b(opt(ing|ed)?[- ]?in|affirmative\w*|authori[sz]\w+|consent)\b|\bopt(ing)?[- ]?in\b[^.]{0,160}\b(16|sixteen|minors?|parents?)\b/,
    ],
  },
  agent: {
    words: [
      /\bauthori[sz]ed (agents?|representatives?|person|individual)\b|\b(legal|duly|your|a|an|through) (agents?|representatives?)\b[^.]{0,60}\b(requests?|rights?|submit|exercis\w+)\b|\b(requests?|rights?)\b[^.]{0,80}\b(via|by|through|from) (an?|your) (agent|(legal )?representative|third party)\b|\b(someone|somebody|person|individual|agent)\b[^.]{0,20}\byou (have )?(appoint|designat|authori[sz])\w*|\byou\b[^.]{0,40}\b(appoint|designat)\w*\b[^.]{0,40}\b(someone|somebody|an? (agent|person|individual|representative))\b|\bpower of attorney\b|\b(requests?|act|acting|acts)\b[^.]{0,60}\bon (your|their|another|someone|somebody)\w*( else)?(['’]s)? behalf\b|\bauthori[sz]e (another|a(ny)? other|someone|somebody|a) (person|else|individual|representative|agent)\b/,
    ],
  },
  gpc: { words: [/\bglobal privacy control\b|\bGPC\b|\bopt[- ]out (preference )?signals?\b/] },
  dnt: {
    // "We do not track your health" is no word about the signal.
    titles: /(?<!\b(we|they|i|and|that|which|sites?|apps?|cookies?) )\bdo[- ]not[- ]track\b|\bDNT\b/,
    words: [
      /(?<!\b(we|they|i|and|that|which|sites?|apps?|cookies?) )\bdo[- ]not[- ]track\b|\bDNT\b|\b(browser|tracking preference|opt[- ]out)[- ][^.]{0,30}signals?\b/,
    ],
  },
  tracking: {
    words: [
      /\b(allow|permit|enabl|let)\w*\b[^.]{0,40}\b(third[- ]part\w+|others|other compan\w+)\b[^.]{0,40}\bcollect\b|\b(cross-site|cross-context|interest-based) (behaviou?ral )?(advertis|track)\w*/,
      /\btracks?\b[^.]{0,60}\bacross\b/,
      /\b(third[- ]part\w+|partners?|advertisers?|vendors?|ad networks?)\b[^.]{0,160}\b(over time|across|other (web ?)?sites|different (web ?)?sites|track\w*|interest-based|targeted|behaviou?ral)\b|\b(over time|across (?!(all |any )?(of )?our )(\w+ ){0,4}(web ?sites|sites|apps|services|platforms))\b/,
      /\bacross the (web|internet)\b|\b(from|on|across) other (web ?)?sites\b|\b(shar|sell|disclos|provid|send)(e|es|ed|ing|s)?\b[^.]{0,120}\b((targeted|interest-based|cross-context|behaviou?ral) advertis\w+|advertisers?)\b/,
      /\b(do not|don['’]t|never|no) (allow\w*|permit\w*|let)\b[^.]{0,80}\b(third[- ]part\w+|others)\b|\b(do not|don['’]t|never|no)\b[^.]{0,80}\b(track\w*|across)\b/,
      /\b(retargeting|remarketing)\b|\b(facebook|meta) pixel\b|\b(google analytics|ad networks?|advertisers|other parties|others)\b[^.]{0,60}\b(collects?|places?|sets?|tracks?)\b/,
      /\b(advertising|analytics|ad) (and \w+ )?(services|partners|networks|companies|providers)\b[^.]{0,200}\b(cross-context|interest-based|targeted|behaviou?ral|track\w*)\b/,
      /\bcookies? (sent |set |placed )?(from|by) (our |other |the )?(advertisers|partners|third[- ]part\w+|ad networks?)\b/,
      /(?<!\b(like|as) )\b(other|many) compan(y|ies)\b[^.]{0,60}\b(cookies?|advertis\w+)\b/,
      /(?<!\b(not|no|never|n['’]t) ((use|set|place|contain|have) )?(any )?)\bthird[- ]part\w+\b[^.]{0,60}\b(cookies?|pixels?|beacons?|analytics|advertis\w+)\b/,
    ],
  },
  signalConfirmed: {
    words: [
      /\b(signals?|GPC|global privacy control|opt[- ]out)\b[^.]{0,160}\b(show|shown|display\w*|confirm\w*|message|banner|notice|icon|indicat\w+|see)\b/,
    ],
  },
  requestWays: {
    titles:
      /\b(contact(ing)?( us)?|how to (exercise|contact|reach|make)|exercis\w+|your rights|(submit|make|making)\w* (a )?requests?)\b/,
    words: [
      // Where requests go comes before any address; one to leave a list of mail is none of these.
      /\b(requests?|exercis\w+|your rights)\b[^.]{0,160}(\b(contact(ing)?|e-?mail(ing)?(?! address)|writ(e|ing) to|call(ing)?|submit(ting)? (it |them |(a|your|the|such) request )?(by|through|via|to|at|using|here|on)|visit(ing)?|fill(ing)?|complet(e|ing)|us(e|ing) (our|the|this))\b|\]\((mailto|tel|http))|\b(contact|e-?mail(?! address)|write to|call|visit)\b[^.]{0,120}\b((an?|your|any|such|the|these|privacy|access|deletion) requests?|exercise)\b/,
      /\]\((mailto|tel):(?!\S*(opt|unsub))|(?<!\b(opt|unsub)\w*)[^\s{(]@[\w-]+\.\w/,
      /\b(contact|e-?mail(?! address)|write to|call|reach|submit|fill)\b[^.]{0,80}\b(us|form|request|at|team|support|address)\b/,
    ],
  },
  updateDate: {
    titles: new RegExp(
      String.raw`\b((last[- ])?(updated|revised|modified|published|posted)|version|effective)\b[^.]{0,20}\d|${labelled}|${dayAlone}`,
    ),
    words: [
      ownDate,
      /\b(this|the) ((privacy|cookie) )?(policy|notice|statement)\b[^.]{0,20}\b(published|posted|applies|binds)\b[^.]{0,20}\d/,
      /\b(current|in (force|effect)) (from|since|as of)\b (\d{1,2}\.? ?)?[^.\d]{0,12}(\d{1,2}, ?|\d{1,2}\.\d{1,2}\.)?(19|20)\d\d\b/,
      /\b(most recent|latest|last) (changes?|updates?|revisions?|version)\b/,
      /\b(last[- ])?(updated|revised|modified|amended|reviewed|changed)( on| in|:)? [^.]{0,20}\d|\b(effective|version|dated?)\b[^.]{0,20}\d{4}/,
    ],
  },
  // A text with a date binds from then on, unless it says otherwise.
  effectiveDate: {
    titles: new RegExp(
      String.raw`\b((last[- ])?(updated|revised|modified|published|posted)|effective|in (force|effect))\b[^.]{0,20}\d|${labelled}|${dayAlone}`,
    ),
    words: [
      ownDate,
      /\b(this|the) (policy|notice|statement)\b[^.]{0,20}\b(published|posted)\b[^.]{0,20}\d/,
      /\b((last[- ])?(updated|revised|modified)|last update)( on| in|:)? [^.]{0,20}\d|\bversion\b[^.]{0,20}\d{4}/,
      /\b(effective( date)?|in (force|effect)|takes? effect|applies|applicable from|(came|comes?) into (force|effect)|current as of)\b[^.]{0,20}\b\d/,
    ],
  },
} satisfies Record<string, Patterns>;
