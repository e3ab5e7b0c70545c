import { legalForm, type Patterns, some } from './patterns.ts';

const authority = `(supervisory|data protection|privacy|regulatory|relevant|competent|local)( or \\w+)? (authorit(y|ies)|agenc(y|ies)|regulators?)|authorit(y|ies)|regulators?|ombuds(man|person)|(data protection|information|privacy) commission(er)?('?s'? office)?|(data|data protection) (inspectorate|board|agency)|commission nationale|cnil|ico|aepd|bfdi|dpc|edpb|garante|datatilsynet|uodo|imy|autoriteit persoonsgegevens|attorney general|privacy watchdog|(office|commissioner|commission) for (the protection of )?(personal )?(data|privacy)( protection)?`;

// Who stands in a text beside the company that speaks: its suppliers, and those who certify or judge it.
const besides =
  'google|facebook|meta|twitter|microsoft|amazon|paypal|stripe|adobe|verisign|truste|trustarc|jams|mailchimp|hotjar|hubspot|apple|third[- ]part(y|ies)|(service )?providers?|processors?|vendors?|partners?|licensors?|certified|arbitration|uses?|shares?|representatives?';

const reviewed = String.raw`\b(review|access|update|correct|change|edit|view|see|modify|manage|request)\w*\b(?!-)${some}\b((your|his|her|their|the|any|that|such) ((own|personal|account|user) )*(?<!\b(about|of|with) (the|any) )(account|profile|personal|information|data|details|dashboard)|personal (information|data)|(information|data)(?= (that )?(we|you) \w))\b`;

// Words that tell readers something: "updates" that are sent, and the name of a notice, are none.
const telling = String.raw`\b(notif(?!ications? (preferences|settings))\w*|(?<!\b(privacy|cookie|this|without|without (prior|further|any)) )notice|(?<!\b(by|via|or|through) )post\w*|announc\w*|inform(s|ed|ing)?|e-?mail\w*|publish\w*|tell(?! us\b)|let you know|alert\w*|reflected (here|(in|on|at) (the|this|our)))\b`;
const changing = String.raw`(?<!, |\b(last|with|receive|send|get) )\b(chang(e|es|ed|ing)|updat(e|es|ed|ing)(?!,)|revis\w+|amend\w*|modif\w+)\b(?!( or \w+)? your\b)`;

/** Who answers for data and what people can do, in the words that prose has for it. */
export const topicsOfPeople = {
  // "You can access our stores", "ask to review a feature": what a right of access is about is data.
  access: alsoSaid(
    [
      ofArticle(15),
      /\brights? of access\b/,
      /\bdownload (a copy of )?your (personal )?(data|information)\b/,
      /\b(right|entitled) to (obtain |receive |request )?information\b|\brequest information\b[^.]{0,80}\b(stored|held|about you|process\w*)\b|\b(what|which) (personal )?(data|information) (we|is) (hold|have|held|stored|process)\b|\bsubject access\b/,
    ],
    rightTo(
      String.raw`(access(ing)?(?! (rights?|controls?)\b)|(review(?!-)|view|consult|(?<!\()see)(?! (their|our|the|its|this)\b[^.]{0,30}\b(polic(y|ies)|notices?|statements?)\b)|obtain|inspect)\b(?=[^.]{0,120}\b(data|information|records|PII?|account|profile|cop(y|ies))\b)|cop(y|ies)|right (to know|(to|of) access)|see what|informed`,
      'access(ing)?(?! (rights?|controls?)\\b)|cop(y|ies)|right to know|see what|review(?!-)|view|obtain|inspect|consult|informed',
    ),
  ),
  correct: alsoSaid(
    [
      ofArticle(16),
      /\b(ways?|options?|tools?|settings)\b[^.]{0,80}\b(correct|updat|amend|edit)\w* (your|their)\b[^.]{0,20}\b(information|data|details)\b/,
    ],
    rightTo(
      String.raw`correct\w*|rectif\w+|updat\w+|amend\w*|edit\w*|inaccura\w+|modif\w+|fix|incomplete|complet(e|ion)(?= (of|any|the|your|their|missing|it|them)\b)|adjust|put right|remed(y|ied)|(chang|adjust|edit)(e|ing)?( or \w+)? (your|my|any|the) (personal |account )?(data|information|details|profile)`,
    ),
  ),
  delete: alsoSaid(
    [ofArticle(17)],
    rightTo(
      String.raw`delet\w+|eras\w+|remov\w+|forgotten|destroy\w*|cancell?ation|wipe|purge|get rid of|dispose of`,
    ),
  ),
  restrict: {
    ...alsoSaid(
      [
        ofArticle(18),
        /\brestrict(ion of|ing)? (the |our )?processing\b|\brestrict\b[^.]{0,60}\bprocessing of (your|their) (personal )?(data|information)\b/,
      ],
      rightTo(
        String.raw`restrict\w*|limited (treatment|processing)|process\w* (is |be |are |being )?limited|limit(ing|ation|s)? (of |to )?(the |our |how |your |their )?(personal )?(data )?(use|using|process|processing|we)\b|(suspend|paus|block|freez)(e|es|ed|ing)? (of )?(the |our |your )?(personal )?(use|using|process\w*|data|information)|limitation of (the )?processing|without (us )?using|stop (us )?(from )?(\w+ (or|and) )?(using|processing)`,
      ),
    ),
    // To limit what is done with sensitive information is a right of California.
    unless: /^(?![\s\S]*\brestrict)[\s\S]*\blimit\w*\b[^.]*\bsensitive\b/,
  },
  object: alsoSaid(
    [
      ofArticle(21),
      /\b(wish|want|like) us to (stop|cease)\b|\bobject(ing)? to (the |our |your |such |any )?(processing|use of)\b/,
    ],
    rightTo(
      String.raw`object(ion|ing|s)?|oppos(e|ing|ition)|opt(ing)?[- ]?out|prohibit|forbid|refuse (the |our |such )?(processing|use)|challenge|say no|stop (us )?(from )?(\w+ (or|and) )?(using|processing)`,
    ),
  ),
  export: alsoSaid(
    [
      ofArticle(20),
      /\bportability of (the|your|their) (personal )?(data|information)\b|\b(portable|machine[- ]readable|structured|electronic)(, [\w, -]{0,40})? (form|format)\b|\bto (another|a different) (controller|provider)\b|\btake your data with you\b|\bin CSV\b/,
    ],
    rightTo(
      String.raw`portab\w+|transferab\w+|export\w*|download\w*|machine[- ]readable|port|(transfer|transmit|move)\w* (it|them|that|your|the|a cop(y|ies)|(personal )?data)`,
    ),
  ),
  withdrawal: {
    words: [
      /\b(withdraw\w*|revok\w+|tak(e|ing) back|chang(e|ing)) (your|a|any|that|this|the|it)?\s?(\w+ )?(consent|permission|mind|choices?|preferences?)\b/,
      /\bwithdraw\w* (it|this|that|them) at any time\b/,
      /\b(consent|permission)\b[^.]*\b(withdr[ae]w\w*|revok\w+|tak(e|en) (it )?back)\b/,
      /\b(can|may|able to|option to|wish to)\b[^.]{0,60}\b(unsubscribe|opt[- ]?out (of|from)|cancel your subscription)\b|\bunsubscrib\w+\b[^.]{0,60}\b(at )?any ?time\b/,
    ],
  },
  complaint: {
    words: [
      new RegExp(
        String.raw`\b(complain\w*|lodg\w+|contact\w*|appeal\w*|recourse|redress|concerns?|refer|escalate|report us|(turn|go)( directly| straight)? to|appl(y|ication) to|(bring|file|make) (an? )?(claim|action|submission)|take (it|this|the matter))\b[^.]{0,160}\b(${authority})\b`,
      ),
      // "Object to … or to the data protection authority", "the right to do so with your local supervisory authority".
      /\b(you|users?|people|individuals?|data subjects?) (also )?(may|can|have|could)\b[^.]{0,160}\b(with|to|by|before|at) (your|the|a|an|its|our|any|their)\b[^.]{0,40}\b(supervisory|data protection|privacy) (authority|authorities|agency|regulator)\b/,
      /\b((supervisory|data protection) authorit(y|ies)|information commissioner|ICO)\b[^.]{0,160}\bcomplaints?\b/,
      /\b(competent|responsible|lead) (supervisory|data protection) authority\b[^.]{0,20}(:|\bis\b)/,
      new RegExp(String.raw`\b(regulated|supervised|overseen) by\b[^.]{0,40}\b(${authority})\b`),
      /\b(right to|may|can) (also )?(complain|lodge|file a complaint|make a complaint)\b(?![^.]{0,20} (to|with) us\b)/,
    ],
  },
  complaintsRoute: {
    words: [
      /\b(complain\w*|(?<!\b(security|vulnerability) )concerns?|dissatisfied|unhappy)\b[^.]{0,200}\b((to|with|by|please|contact(ing)?) (us|our|e-?mail\w*|writing|contact(ing)?)|(e-?mail|write to|call|talk to|speak (to|with)) us|(refer|send) (it|them|that|this|the (matter|complaint)) to(?! (a|an|the|your) [^.]{0,40}(authorit|regulator|commission)))\b|\blet us know\b[^.]{0,160}\b(complain\w*|concerns?)\b|\bbring (it|this|them|that) to our attention\b|\bmake a complaint\b[^.]{0,60}\b(options|below|ways)\b|\bcomplaints? (procedure|process|form|team|desk)\b|\bour complaints?\b/,
      // An address of mail holds a full stop.
      /\b(contact|write to|e-?mail) us\b(?:[^.]|\.(?=\S)){0,160}\b(complain\w*|concerns?)\b|\bcomplaint\b[^.]{0,40}\bdirectly to us\b/,
      /\bcontact(?![^.]*\b(authorit(y|ies)|ICO|commissioner|regulators?)\b)[^.]{0,200}\b(think|believe|feel|consider|suspect)\b[^.]{0,60}\b(misus|mishandl|mistreat)\w*/,
      /\bcomplaints?\b[^.]{0,200}\.\s+(please )?(contact|write to|e-?mail) us\b|\bcontact us first\b[^.]{0,60}\b(resolve|issue|authorit(y|ies))\b/,
    ],
    // "Contact the Data Protection Team if you:", and in the list below "think that your data has been mishandled".
    under: {
      titles:
        /^[\W_]*(please |you can |you may )?(contact|write to|e-?mail)\b(?!.*\b(authorit(y|ies)|ICO|commissioner|regulators?)\b).*\bif you\b/,
      words: /\b(think|believe|feel|consider|suspect)\b[^.]{0,60}\b(misus|mishandl|mistreat)\w*/,
    },
  },
  roles: {
    titles: /\b(data )?controllers?\b/,
    words: [
      // A payment processor is no role, nor are the controllers of a game, who answers for other sites, and who else can be sent data.
      /(?<!\byou are (solely |also )?)(?<![-–])\b(?<!\b(another|other|new|different|payments?|card|transaction|word|text|order|third[- ]party|providers or|providers and) )(data |joint )?(controller|processor|(?<=\b(data|joint|independent|separate|are|as|be) )controllers|(?<=\b(are|as|be) (data |joint )?)processors)\b(?![-–])|(?<!\b(not|nor|never|no longer|n['’]t)( be| held)? )\bresponsible (for (?=[^.]{0,80}\b(data|information|processing|collection)\b)(the |all |any |your |collection|processing)|within the meaning|(party|body|entity|person)\b)/,
    ],
  },
  representative: {
    words: [
      /\brepresentatives?\b[^.]{0,100}\b(EU|EEA|European|Union|UK|United Kingdom|GDPR)\b|\b(EU|EEA|European|UK|Art(icle|\.)? ?27|data protection|GDPR) representatives?\b|\bArt(icle|\.)? ?27\b/,
    ],
  },
  dpo: { words: [/\bdata (protection|privacy) officers?\b|\bDPO\b|\b(chief )?privacy officer\b/] },
  controller: {
    words: [
      // Customers and users who are controllers are somebody else.
      /(?<!\b(customers?|users?|clients?|you|who|qualify as)\b[^.]{0,40})\b(data )?controllers?\b[^.]{0,100}\b(is|are|means)\b(?! (the|an?|any) (natural|legal|individual|person|entity)\b)|(?<!\b(customers?|users?|clients?|you|who|qualify) (\w+ )?)\b(is|are|as|be) (the |your |a |joint )?["“'‘]?(data )?controllers?\b|\bcontrollers?[*_]*:/,
      /\b(our|whose|its) (full )?(legal|registered|official) name\b/,
      /(?<!\b(not|nor|never|no longer|n['’]t)( be| held)? )\bresponsible for (((the|all|any) )?(processing|collection|handling) (of|and)\b|your (personal )?(data|information)\b)/,
      new RegExp(
        String.raw`\b${legalForm}\b\.?(?:[^.]|\.(?=\w)){0,80}(\(|["“'‘])(the )?["“'‘]?(we|us|our|company)\b`,
      ),
      // "The responsible body is", "Owner and data controller", "published by", "a registered charity".
      /\b(responsible|data protection) (body|party|entity|person)\b|\b(person|party|body) responsible\b|\bowner and (data )?controller\b|\bcontroller (within the meaning|as defined|according to|under|for)\b|\bregistered (charity|company|office|number|under)\b|\bcompany (registration )?(no|number)\b|\b(web ?)?(site|app|service|shop|policy|notice|statement)s? (is|are) (run|operated|published|maintained) by (?!third|other|our |us\b|you\b|google)/,
      new RegExp(
        String.raw`\b(we are|applies to[:*_]*|belongs to|product of|service of|brand of|part of|copyright|©) [^.]{0,40}\b${legalForm}\b|\b${legalForm}\b\.?,? (\(hereinafter|and its affiliates|privacy (department|office|team)|legal department)`,
      ),
      // "Shop Ltd (“Shop”)", "“we” refers to Shop Ltd", "Shop (officially, Shop Ltd)", "contact us (Shop Ltd)".
      new RegExp(
        String.raw`\b${legalForm}\b\.?,?( (and )?(its|our) [^.(]{0,60})? \((the |collectively,? |together,? )?["“'‘]`,
      ),
      /\b(offered|provided|operated|run|owned) by (?!third|other|our|the |us\b|a )\w[\w ]{0,40} \((?!e\.g|i\.e)[\w.]{2,40}\)/,
      // Where letters go: "by US mail at Shop, Attn: Legal Department, 100 Quay Drive".
      /\b(contact|mail|write)\b[^!?\n]{0,250}\b(attn|attention):/,
      new RegExp(
        String.raw`\b((contact|reach|write to|\w*mail) us\b|(can|may|please) (contact|write to)\b)[^.]{0,120}\b${legalForm}\b`,
      ),
      // "Our company, Shop, a.s.", "Shop Ltd, the owner of this site", "Shop, a Delaware corporation", "Shop Ltd adopts this policy".
      new RegExp(
        String.raw`\b(our|parent) company,? [^.]{0,60}\b${legalForm}\b|\b${legalForm}\b\.?,? the (owner|operator|provider|publisher)\b`,
      ),
      /\ban? (\w+ ){1,2}(corporation|limited liability company)\b|\b(company|corporation|association|foundation) (duly )?(registered|incorporated|organi[sz]ed|established)\b/,
      new RegExp(
        String.raw`\b${legalForm}\b[.*_]* (adopts?|adopted|has (adopted|prepared|published)|publish(es|ed)|issue[ds]) (this|the|its)\b`,
      ),
      new RegExp(
        String.raw`\b${legalForm}\.?([’']s? [^.]{0,30}| (privacy|data protection|terms of) ?)\b(policy|notice|statement|use|service)\b`,
      ),
      // "At Shop (“Shop”), we take": a name that is defined as that of those who speak.
      /\b(at|by) \w[^.()]{0,60}\([*_]*["“'‘][^()]{1,60}["”'’][*_]*\),? (we|our|is|are)\b|\b\w[\w.&'’ -]{0,60}[*_\]]* \([*_]*["“'‘](we|us)\b/,
      new RegExp(
        String.raw`["“'‘](we|us|our)["”'’]?[^.]{0,60}\b(refers?|means?) (to )?[^.]{0,60}\b${legalForm}\b`,
      ),
      // "Shop is the trading name of Shop Ltd", "information is collected by Shop Ltd", "Shop Ltd, registered in Ireland".
      new RegExp(
        String.raw`\b(trading (name|style) of|trad(es|ing) as|(collected|processed|controlled|held|operated|run|owned|provided|offered) by|which is) [^.]{0,60}\b${legalForm}\b`,
      ),
      new RegExp(
        String.raw`\b${legalForm}\b\.?[^.]{0,60}\b(registered|incorporated|established|headquartered) (in|at|under|office)\b`,
      ),
      new RegExp(String.raw`(\((officially|legally|formally)\b|\bus \()[^.)]{0,60}\b${legalForm}\b`),
      // "The Lantern Trust (the “Trust”) takes your privacy seriously."
      /\([*_]*(the )?[*_]*["“'‘][*_]*[^()]{1,60}["”'’][*_]*\),? (takes?|respects?|is (committed|dedicated)|cares?|values?|recogni[sz]es?|collects?|owns?|operates?)\b[^.]{0,80}\b(privacy|data|information|web ?sites?)\b/,
      // Any company that a text names, unless it is one of those that companies often name beside themselves.
      new RegExp(
        String.raw`(?<!\b(${besides})\b[^.]{0,150})\b(?!(${besides})\b)\w[\w&'’-]*,? (Inc|LLC|LLP|Ltd|GmbH|PLC|Pty)\b(?![^.]{0,100}\b(${besides})\b)`,
      ),
    ],
    under: {
      titles:
        /\b(contact(ing)?|controllers?|who we are|we mean|(family|group) of companies|about us|imprint|identity|responsible|questions?|how to reach)\b/,
      words: new RegExp(String.raw`\b${legalForm}\b`),
    },
    headings: new RegExp(String.raw`\b${legalForm}\b\.? (privacy|data protection|cookie)\b`),
    // "We use Google Analytics, a service of Google Inc. (“Google”)", "Our representative in the EU is Kelp GmbH".
    unless: new RegExp(
      String.raw`\b(we|(web)?sites?|apps?|shop) (also |may |currently )?(uses?|employs?|embeds?|integrates?|works? with|shares?|transfers?|sends?)\b[^.]{0,200}\b${legalForm}\b|^(?![^]*\b(controllers?|we are|["“'‘](we|us|our))\b)[^]*\brepresentatives?\b`,
    ),
  },
  jointEssence: {
    words: [
      /\b(essence|arrangement|agreement)\b[^.]{0,120}\b(joint|jointly|Art(icle|\.)? ?26)\b|\bjoint(ly)?\b[^.]{0,160}\b(arrangement|agreement|agreed|responsibilit\w+|responsible for)\b|\bArt(icle|\.)? ?26\b/,
    ],
  },
  changeNotice: {
    titles: /\b(chang(es?|ing)|updates?|updating|amend\w*|revisions?|modif\w+)\b/,
    under: {
      titles: /\b(chang(es?|ing)|updates?|updating|amend\w*|revisions?|modif\w+)\b/,
      words:
        /\bwe (will |may |shall |also |then |can )*(post|publish|notify|tell|inform|announce|write to|e-?mail|alert|let)\b(?! us\b)|\b(posted|published|announced) (here|on|in|at)\b/,
    },
    // "Changes to this policy" says of no way.
    headings:
      /\b(notices?|notif\w+|inform\w*|announc\w*|tell)\b[^.]{0,40}\b(chang(es?|ing)|updates?|amend\w*|revisions?)\b/,
    unless:
      /(\bnot|n['’]t)( be| always| personally)* (notif(y|ied)|inform(ed)?|tell|told|alert(ed)?|announced?)\b/,
    words: [
      new RegExp(
        String.raw`(${changing}|\bversion\b)[^.]*(${telling}|\b(highlight\w*|banner|sign-?in|log-?in)\b)`,
      ),
      new RegExp(`${telling}[^.]*${changing}`),
    ],
  },
  reviewing: {
    words: [
      new RegExp(
        String.raw`\b(you (can|may|could|have|are able)|right|able|ability|how|in order|allows? you|lets? you|please|entitled|log in|sign in|visit)\b${some}${reviewed}`,
      ),
      new RegExp(
        String.raw`\bcontact us\b[^.]{0,60}${reviewed}|${reviewed}[^.]{0,60}\b(by|when) (logging|signing) in\b`,
      ),
    ],
    under: {
      titles: /\b(access|updat\w+|correct\w*|review\w*|manag\w+|rights|your (choices|controls?|options))\b/,
      words: new RegExp(reviewed),
    },
  },
} satisfies Record<string, Patterns>;

// What says it by itself, far from a sentence that speaks of rights.
function alsoSaid(said: readonly RegExp[], patterns: Patterns): Patterns {
  return { ...patterns, words: [...patterns.words, ...said] };
}

// "Information under Art. 15 GDPR", "Articles 15, 16 and 18 of the GDPR".
function ofArticle(number: number): RegExp {
  return new RegExp(String.raw`\bArt(s|icles?)?\.? [^.;]{0,60}\b${number}\b[^.;]{0,60}\bGDPR\b`);
}

// A right is told by a sentence about rights, requests or what people can do, in a list that such words lead into, or by
// the heading of what is said of it.
function rightTo(what: string, listed = what): Patterns {
  const people =
    '(you|they|users?|members?|people|individuals?|customers?|consumers?|visitors?|residents?|data subjects?)';
  // Those of staff to systems, and a company's own, are no rights of people.
  const rights = String.raw`(?<!\b(access|admin\w*|property|proprietary|our|its) )rights?(?!,? (and |or )?(property|safety|reserved)\b)`;
  const context = `(${rights}|requests?|ask|entitled|choices?|controls?|${people} (can|may|have|could)|able to|allows? you|lets? you|how (do|can|may) (i|you))`;
  return {
    titles: /\brights\b/,
    words: [
      new RegExp(String.raw`\b${context}\b[^.]{0,160}\b(${what})\b`),
      new RegExp(String.raw`\b(${what})\b[^.]{0,120}\b(${rights}|request(s|ed)?(?! (\w+ )?consent))\b`),
      new RegExp(String.raw`\b${rights}\b[\s\S]{0,600}?\b(${what})\b`),
      // Another text can say it: "For your rights, see our privacy policy".
      /\byour rights\b[^.]{0,60}\b(view|see|read|refer to|visit|consult)\b[^.]{0,30}\bprivacy (policy|notice|statement)\b/,
    ],
    under: {
      titles: /\b(rights?|choices|controls?|requests?|GDPR|CCPA|access)\b/,
      words: new RegExp(String.raw`\b(${listed})\b`),
    },
    headings: new RegExp(
      String.raw`\b(rights?|your)\b[^.]{0,60}\b(${what})\b|\b(?=access|correct|rectif|delet|eras|restrict|object|port)(${what})(ing|ion)?\b[^.]{0,60}\b(your|data|information|processing|consent)\b`,
    ),
  };
}
