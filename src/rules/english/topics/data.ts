import { data, give, many, others, type Patterns, some } from './patterns.ts';

/** What is done with data, in the words that prose has for it. */
export const topicsOfData = {
  recipients: {
    denies: 'last',
    titles:
      /\b(shar(e|es|ed|ing)|disclos\w+|recipients?|third[- ]part\w+|sub-?processors?|service providers|who (has|have|gets|receives|sees|can see) )/,
    words: [
      // Who gets data is told first, before who does not.
      new RegExp(
        String.raw`(?<!\b(not|never|nor|n['’]t|if|whether|right|request|instruct)\b[^.]{0,60})\b(shar(e|es|ed|ing)|disclos(e|es|ed|ing)|pass(es|ed|ing)?|transfer(s|red|ring)?|sen(d|ds|t)|provid(e|es|ed|ing)|give)\b${many}\b(${data}|it|them)\b${some}\b(with|to)\b(?![^.]*\b(merg|acqui|bankrupt))${some}\b${others}\b`,
      ),
      /\b(shar|disclos|provid)(e|es|ed|ing)\b[^.]{0,60}\b(data|information)\b[^.]{0,30}\b(in|with|to) the following\b/,
      // That nothing is sold tells nobody who gets it.
      new RegExp(
        String.raw`(?<!\b(not|never|n['’]t) (?=sell))\b${give}\b${many}\b(with|to|by)\b${some}\b${others}\b`,
      ),
      /\b(recipients?|categories of (third parties|recipients)) (of|who|that|to whom)\b|\brecipients?:/,
      // "We use processors such as", "processed by … on our behalf", "made available to", "only we have access".
      /\b(use|uses|using|engage|engages|employ|work with|rely on)\b[^.]{0,40}\b(processors?|sub-?processors?|service providers?|hosting|google analytics|stripe|paypal)\b|\b(processed|hosted|stored|handled) (for us )?by (?!us\b|our\b|you\b|automat|electronic|means|law)\w|\bon our behalf\b|\b(accessible|available) to\b[^.]{0,60}\b(partners?|insurers?|staff|employees|team|compan(y|ies)|providers?)\b|\b(staff|employees|team|nobody|no one|only (I|we|us))\b[^.]{0,40}\b(access|see|read)\b|\baccess\b[^.]{0,60}\b(limited|restricted|granted|given) to\b[^.]{0,60}\b(employees|staff|team|personnel|partners?|companies|providers?)\b|\bnever give\b[^.]{0,40}\b(away|data|information)\b|\bSDKs?\b[^.]{0,80}\b(collect|process|validat|manag|receiv|help|send)\w*|\b(handled|processed|governed|collected|stored)\b[^.]{0,40}\b(with|by|under|to) (?!our\b|the\b|this\b|your\b)\[?[\w ]{2,30}['’]s \[?(\w+ )?privacy (policy|notice|statement)\b|\bpass(ed)? (on )?to\b/,
      new RegExp(
        String.raw`\b${others}\b${some}\b(access|process|receive|collect)\w*\b${some}\b(your|personal) (personal )?${data}\b`,
      ),
    ],
  },
  purposes: {
    denies: 'never',
    titles:
      /\b(purposes?|how (and why )?we (use|process)|why we (collect|use|process|need)|use of (your |the )?(personal )?(data|information)|(what|how) (we|is) (use|do with|collect and why)|use your (data|information))/,
    words: [
      /\b(we|company)\b (also |may |will |can |only )*(use|process|collect)(es|s)? (and \w+ )?(the |your |this |that |these |such |any |all |certain |personal |of )*(data|information)\b(?! (you|we|that) )[^.]{0,100}\b(to|for)\b|\bfor (all of )?(the|these|several) (following )?(\w+ ){0,3}purposes\b|\bpurposes? (below|listed|described|set out)\b/,
      new RegExp(
        String.raw`\b(use|uses|used|using (?=your|the|this|that|personal|such)|process|processes|processed|collect|collected|(?<=\bwe )need|needed)\b${many}\b(to|for|in order to|so that)\b`,
      ),
      /\b(allows?|enables?|helps?) us\b|\b(required|needed|serves?) (for|to)\b|\bso that we\b|\bpurposes? (of|for)\b|\bfor (the|these|this|those|its|our|any) (\w+ )?purposes?\b/,
    ],
  },
  retention: {
    titles:
      /\b(retention|retain\w*|how long|storage (periods?|duration|limitation)|keep|keeping|delet(e|ion|ing)|erasure)\b/,
    words: [
      new RegExp(
        String.raw`\b(keep|keeps|kept|keeping|retain\w*|retention|stor(e|es|ed|ing)|hold|held)\b(?! any\b(?![^.]*\blonger\b))${many}\b((as|so) long as|until|no longer than|indefinitely|periods?|only as|necessary|((\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|thirty|ninety) )(\(\d+\) )?(\w+ )?(hours?|days?|weeks?|months?|years?))\b`,
      ),
      new RegExp(
        String.raw`(?<!\b(ask us|right|request|request us|request that we|ask that we) (to|of)? ?)\b(delet\w+|eras\w+|purg\w+|remov\w+|anonymi[sz]\w+|destroy\w*)\b${many}\b(after|within|once|when|if|at the end of|following)\b${some}\b(hours?|days?|weeks?|months?|years?|account|longer|request|subscription)\b`,
      ),
      /\b(expires?|archived?|maintain\w*)\b[^.]{0,60}\b((within|after|for|in) (\w+ )?(\d+|ten|five|seven|\w+) (days?|weeks?|months?|years?)|while your account|as long as)\b|\b(only for|no longer than|as short) (the |a )?(time|as)\b|\b(delet|eras|remov)\w+\b[^.]{0,60}\b(end of (the|your|each) (session|contract|visit)|purpose (ceases|is fulfilled|no longer))\b|\bonce the purpose\b/,
      /\bfor the (time|duration|term|period|life(time)?)\b[^.]{0,80}\b(relationship|contract|agreement|account|subscription)\b|\bprocessed as long as\b/,
      /\b(delet|eras|purg|overwrit)\w*( and \w+)? every (\d+ |\w+ )?(hours?|days?|weeks?|months?|years?)\b/,
      /\b(immediately|automatically|periodically|regularly) (deleted?|erased?|removed?|purged?|destroy(ed)?|overwritten)\b|\b(deleted?|erased?|purged?|destroy(ed)?) (immediately|automatically|periodically|regularly)\b/,
    ],
    // "Data storage periods:", and "logs — no more than 12 months" in the list below.
    under: {
      titles:
        /\b((storage|retention) (periods?|duration|terms?|times?)|how long we (keep|store|retain|hold))\b/,
      words:
        /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|thirty|ninety) (\(\d+\) )?((business|working|calendar) )?(hours?|days?|weeks?|months?|years?)\b/,
    },
  },
  dataCollected: {
    titles:
      /\b((data|information|what|which) (that )?(we|you|\w+) (may |might )?(collects?|process\w*|gather\w*|holds?|receives?|provide|give)|(categories|types|kinds) of (personal )?(data|information)|collection|(personal )?(data|information) collected)\b/,
    words: [
      /(?<!\b(if|whether|when|from which|not|never|n['’]t)\b[^.]{0,30})\b(we|\w+ (apps?|services?|sites?)) (also |may |will |can |automatically |only )*(collect|gather|receive|record|log|store|process)s? (and \w+ )?(the following|certain|information|personal|data|your|basic|technical|usage|details)\b/,
      new RegExp(
        String.raw`\b(collect|collects|collected|gather|gathers|receive|receives|store|stores|record|records|log|logs|process|processes|ask you for)\b${many}\b(data|information|address|addresses|name|names|identifiers?|e-?mails?)\b`,
      ),
      /\bwe (do not|don['’]t|never) (collect|store|gather|keep)\b/,
    ],
  },
  disclosedData: {
    denies: 'last',
    words: [
      // What is told by the names of what is given, before that something is.
      new RegExp(
        String.raw`\b${give}\b[^.:]{0,80}(:|\b(following|categor(y|ies)|such as|including|like|identifiers|names?|(e-?mail )?address(es)?|payment|contact|usage|device|account|order|location)\b)(?=[^.]*\b${data}\b)${some}\b(with|to|by)\b${some}\b${others}\b`,
      ),
      /\|[^\n|]*\b(disclosed|shared|recipients?|third part(y|ies))\b[^\n|]*\|/,
      /(?<!\b(request|right|manner)\b[^.]{0,60})\b(disclos|shar)(e|es|ed|ing)\b(?! to you)[^.]{0,80}\b(the following )?categor(y|ies) of (personal )?(data|information)\b/,
      new RegExp(String.raw`\b${give}\b${many}\b${data}\b${some}\b(with|to|by)\b${some}\b${others}\b`),
      /\bcategor(y|ies) of (personal )?(data|information)\b|\bdisclos(e|ed)\b[^.]{0,60}\b(following categories|identifiers|to (our )?(vendors|service providers))\b/,
    ],
  },
  sources: {
    denies: 'last',
    titles: /\b(sources?|how we (collect|obtain|get|receive)|information (that )?(we|you) \w+|collect\w*)\b/,
    words: [
      /\byou (may |might |choose to |can )?(provide|give|submit|enter|send|share|upload|supply)\b/,
      new RegExp(
        String.raw`(?<!\b(not|never|n['’]t)\b[^.]{0,60})\b(collect|obtain|receiv|get|gather)\w*\b${many}\bfrom\b(?! (a |any |such |an? )?(child|children|anyone|minors?|individuals?|persons?|someone)\b)`,
      ),
      /\bautomatically\b/,
    ],
  },
  otherSources: {
    denies: 'last',
    titles: /\b(other|third[- ]part\w+|outside|external) sources?\b|\bfrom (others|other|third)/,
    words: [
      new RegExp(
        String.raw`\b(collect|obtain|receiv|get|gather|provided|given|shared|supplied)\w*\b${many}\b(from|by)\b${some}\b${others}\b`,
      ),
      /\b(public(ly)?|public) (available )?(sources?|registers?|records?|databases?)\b|\bdata brokers?\b|\breferr(al|ed)\b/,
    ],
  },
  legalBasis: {
    denies: 'last',
    titles: /\b(legal|lawful) (bas[ie]s|grounds?)|\blawfulness\b/,
    words: [
      /(?<!\blegitimate )\b(legal|lawful) (bas[ie]s|grounds?|justifications?)\b(?! to continue\b)/,
      /\blegitimate (business )?interests?\b/,
      /\b(perform\w*|fulfil\w*) (of )?(a|the|our|your|that) contract\b|\bcontractual (necessity|obligations?)\b/,
      /\bArt(icle|\.)? ?6\b/,
      /\b(ask|asks|asking|obtain|obtains|seek|seeks|request|requests) (you )?(for )?(your |their )?((prior|explicit|express|informed) )*consent (before|prior to|to) (we )?(\w+ )?(collect|process|us|stor)(e|es|ing)?\b/,
      /\b(rely|relying|based|basis) (on|of) (your |the )?(explicit )?consent\b|\bnecessary (for|to) (the )?(perform\w*|fulfil\w*|conclusion|carry out)\b(?=[^.]{0,80}\b(contract|agreement|obligations?|duty|duties|tasks?|services?)\b)|\byou (have )?consent(ed)? to (our|the) (processing|use|collection)\b/,
    ],
    // On what a decision by a machine rests, and who consents for a child, is said of no purpose.
    unless: /\b(decisions?|parents?|parental)\b/,
  },
  interest: {
    words: [
      /\blegitimate (business |commercial )?interests? (in|of|to|such as|include|includes|including|is|are|that|pursued|we pursue|for)\b|\blegitimate (business )?interests?( here)?( \([^)]*\))?[:,–—-]/,
      /\binterests? (in|to|is|are|that)\b/,
    ],
  },
  provision: {
    words: [
      /\byou (need not|(do not|don['’]t) (need|have) to|(are|is) (not )?(required|obliged) to|(have|need) to) (give|provide|tell|share|submit|enter|supply)\b(?![^.]{0,40}\b(authori[sz]ation|proof|identification)\b)/,
      /\b(optional|voluntary|mandatory) (to (provide|give)|(information|data|details|fields?))\b/,
      /\bwe (only )?require (that you|you to) (give|provide|tell|share|submit|enter|supply)\b|\bwe (only )?(require|need) (some|certain|basic|the following|this|that|only)\b[^.]{0,40}\b(data|information|details)\b|\boption to (give|provide|tell|share)\b/,
      /\b(if you (do not|don['’]t|fail to|choose not to|prefer not to|decide not to|decline to|refuse to)|choosing not to|declining to|refusing to) (give|provide|tell|share|submit|enter|supply)\b/,
      // "To provide the service, with optional features", "what you provide is public, unless required by law" are about other things.
      /\b((give|provide|tell|share|submit|enter|supply)|provision of|(provid|giv|shar|enter|supply)ing)\b(?=[^.]*\b(data|information|details|address|number|it|them|this)\b)[^.]{0,80}\b(mandatory|obligatory|(?<!\b(unless|as|where|otherwise|if|when|is|may be) (\w+ )?)required(?! by\b)|optional(?! \w+s\b)|voluntary|voluntarily)\b/,
      /\b(fields?|questions?)\b[^.]{0,60}\b(mandatory|obligatory|required|optional|voluntary|asterisks?)\b/,
      /\bwithout (it|them|that|this|these|(this|that|such|the|your) (?!(prior )?(consent|permission|knowledge)\b)\w+),? (you|we) (can|could|may|will|are)/,
      /(?<!\b(delet|eras|remov)\w*\b[^.]{0,80})\b(not|n['’]t) be able to (provide|offer|give|use|access|create)\b(?! (some|certain|all|any|this|these|that|specific) (elements?|pieces?|information|data|copies|records)\b)/,
    ],
  },
  automatedDecisions: {
    words: [
      /\bautomat(ed|ic)(ally)? ((individual )?decisions?|decision[- ]making)\b/,
      /\b(solely|exclusively|only) (based )?(on |by )?automat(ed|ic)\b/,
      // Whatever a computer does is "automated processing of personal data" to laws and authorities.
      /\bautomat(ed|ic) processing\b(?! of (the |your |their )?(personal )?(data|information)\b(?![^.]*\b(decisions?|decid\w+|evaluat\w+|profil\w+|effects?)\b))/,
      /\bdecisions?\b[^.]{0,60}\b(automat(ed|ic|ically)|without (any |a )?human)\b/,
      /\bdecisions? (that is |that are )?(made |taken )?by (a )?(machine|program|computer)s?\b/,
      /\bprofiling\b/,
    ],
    // That people may object to one does not say that there is one.
    unless:
      /\brights?\b[^.]{0,100}\b(object|opt(ing)?[- ]?out|prevent|not (to )?be subject|to not be subject)\b/,
  },
  specialCondition: {
    words: [
      /\bexplicit(ly)? (consent|agree\w*|permission)\b|\bconsent\b[^.]{0,60}\bexplicit\w*\b|\bArt(icle|\.)? ?9\b|\bsubstantial public interest\b|\bvital interests?\b|\bmanifestly made public\b/,
      /\b(health|biometric|special categor\w+|sensitive)\b[^.]{0,100}\b(consent|required by law|employment|occupational|legal claims)\b/,
    ],
  },
  transferMechanism: {
    denies: 'last',
    // Nor is what is handed to others for their marketing sent abroad.
    unless:
      /\btransfer\w*\b[^.]{0,120}\bfor ((the|their|its|any) )?(own )?(purposes? of )?(direct )?(marketing|advertising)\b/,
    words: [
      /\b(standard|model) ((contractual|data protection|contract|protection) )*(clauses|arrangements)\b|\bcontract(s|ual \w+)\b[^.]{0,40}\bapproved by the (European|EU) Commission\b|\b(recogni[sz]ed|certified|deemed|considered) (as|to) (be )?(sufficient|adequate|provid\w+|ensur\w+)\b|\bSCCs?\b|\badequacy\b|\badequate (level of |degree of )?(\w+ )?(protection|safeguards?)\b|\b(Data )?Privacy (Framework|Shield)\b|\bDPF\b|\bbinding corporate rules\b|\bIDTA\b|\b(express|explicit) consent\b[^.]{0,80}\btransfer|\btransfer\w*\b[^.]{0,80}\b(perform\w*( of)? (a|the|our|your) contract|(express|explicit) consent)\b|\binternational data transfer (agreement|addendum)\b|\bArt(icle|\.)? ?4[4-9]\b|\bderogations?\b/,
    ],
  },
  transferCopy: {
    words: [
      /\bcop(y|ies)\b[^.]{0,120}\b(clauses|safeguards|binding corporate rules|SCCs?|measures|certificat\w+)\b|\b(clauses|safeguards|binding corporate rules|SCCs?|certificat\w+)\b[^.]{0,120}\b(cop(y|ies)|obtain\w*|available|here|found)\b/,
      /\b(more|further) information\b[^.]{0,80}\b(safeguards|transfers?|clauses)\b/,
    ],
  },
} satisfies Record<string, Patterns>;
