/** An inventory that a text can hold in words: what is collected, what for, who receives it, and what follows. */
export type Inventory = (typeof inventoryNames)[number];

export const inventoryNames = ['data', 'purposes', 'recipients', 'retention', 'rights'] as const;

// What a heading says of what is below it, in the languages most policies are written in.
const headings: [Inventory | 'other', RegExp][] = [
  ['other', /\b(legal|lawful)\b.*\b(bas[ie]s|grounds?)\b|rechtsgrundlage|bases? (légale|jurídica|legal)/i],
  // What cookies are for is no purpose of data.
  ['other', /\bcookies?\b|tracking technolog/i],
  // What speaks of several says of none of its lists which it is.
  [
    'other',
    /\bcollect\w*(,| and| or| &| et| und).*\b(us(e|ing)|shar|disclos|process|purpose|utilis|partag)|\b(us(e|ing)|process)\w*(,| and| or| &).*\b(shar|disclos|collect|obtain)|\b(shar|disclos)\w*(,| and| or| &).*\b(us(e|ing)|retention)\b/i,
  ],
  [
    'rights',
    /\b(your|privacy|data subject|individual|consumer|gdpr|data protection)\b.*\brights\b|^(\d+\.? )?rights$|\b(ihre|betroffenen)\w*\b.*rechte|\b(vos|mes) droits\b|\b(sus|tus) derechos\b|\bi (tuoi|suoi) diritti\b|\b(uw|jouw|je) rechten\b/i,
  ],
  [
    'retention',
    /\bretention\b|\bhow long\b|\b(keep|retain|store)\b.*\b(information|data)\b|aufbewahr|speicherdauer|\bconservation\b|conservación|conservazione|bewaartermijn|\bbewaren\b/i,
  ],
  [
    'recipients',
    /\bshar(e|ing)\b|disclos|recipients|who (else )?(gets|receives|sees)|weitergabe|weitergeben|empfänger|partage|destinataires|compartimos|destinatarios|condivis|destinatari\b|delen\b|ontvangers/i,
  ],
  [
    'purposes',
    /purposes?\b|\b(how|why)\b.*\b(use|process)\b|^(\d+\.? )?why\b.*\bcollect|\buse of (your |personal )*(information|data)|wofür|zwecke?\b|finalités|pourquoi|utilisons|finalidad|para qué|finalità|doeleinden|waarvoor/i,
  ],
  [
    'data',
    /\b(information|data)\b.*\bcollect|\bcollect.*\b(information|data)\b|(information|data) (that )?you (give|provide)|what we (collect|know|store)|categories of (personal )?(information|data)|welche daten|erheben|données\b.*(collect|recueill)|datos que recopilamos|quali dati|welke gegevens/i,
  ],
];

// What a heading below one on what is collected says of it: why and where it is kept, how safe it is, when it is gone.
const later =
  /^\W*(?:\d+[.)]? )?(?:when|why|where)\b(?!.*\bcollect)|\b(?:delet|eras|destr|remov)\w*|\b(?:retain|retention|keep|kept|stor(?:e|age|ing)|secur(?:e|ity|ing)|safeguard\w*|protect(?:s|ed|ing|ion)?)\b|lösch|sicherheit|supprim|suppression|sécurité|elimin|seguridad|cancellazione|sicurezza|verwijder|beveilig/i;

/**
 * Which inventory a text is below some headings, the outermost first: what the nearest says that speaks of one. Nothing
 * where the nearest speaks of two, or of what is no inventory, or of what becomes of data that is collected.
 */
export function inventoryOf(around: readonly string[]): Inventory | undefined {
  const nearest = around.toReversed();
  for (const [at, title] of nearest.entries()) {
    const [of] = headings.find(([, pattern]) => pattern.test(title)) ?? [];
    if (of === 'data' && nearest.slice(0, at).some((nearer) => later.test(nearer))) return undefined;
    if (of) return of === 'other' ? undefined : of;
  }
  return undefined;
}

const names: Record<Inventory, RegExp> = {
  data: /information|\bdata\b|content|identi|account|contact|payment|billing|profile|device|\blogs?\b|usage|interactions?|locations?|cookies|communications?|correspondence|messages|demographic|biometric|feedback|sources|photo|credentials|daten|données|datos|\bdati\b|gegevens/i,
  purposes:
    /^(to )?(academic|administ|advertis|analy|business|communicat|comply|creat|customi|deliver|detect|develop|enforc|ensur|fulfil|improv|internal|legal|maintain|manag|market|measur|offer|operat|personali|prevent|process|promot|protect|provi|recruit|research|respond|run|safety|secur|send|support|troubleshoot|understand|verif)/i,
  recipients:
    /provider|partner|affiliat|vendor|processor|authorit|\blaw\b|\blegal\b|transactions?\b|transfers?\b|merger|acquisition|advertis|public|\busers\b|consent|compan|third part|subsidiar|contractor|research|merchant|platform|insur|\bbanks?\b|employer|buyer|advis[eo]r|prestataires|partenaires|dienstleister|proveedores|fornitori|leveranciers/i,
  retention: /\p{L}/u,
  rights:
    /\brights?\b|\baccess|correct|rectif|\bdelet|eras(e|ure)|\bobject|restrict|portab|withdraw|complain|opt.?out|\bappeal|automated|discriminat|\blimit|to know|copy|confirm|update|opting|receive|\bdroit|recht|auskunft|berichtig|lösch|widerspr|widerruf|derecho|acceso|supresión|diritto|cancellazione|inzage/i,
};

/** Whether something is called as the entries of an inventory usually are. */
export function isUsualName(of: Inventory, name: string): boolean {
  return names[of].test(name);
}

const others =
  /\?$|^(\W*\d+\.? )?(how|why|what|when|where|who|which|learn more|overview|introduction|important|note|examples?|as|in|on|after|before|by)\b|\b(legal|lawful)\b.*\b(bas[ie]s|grounds?)\b|\b(your|privacy|data subject) rights\b|choices|retention|contact us|changes? to|exercis|do not track|\bchildren\b|\bminors\b/i;

/** Whether a heading can be what an entry of an inventory is called: it asks nothing, and speaks of nothing beside it. */
export function canBeName(title: string): boolean {
  return title.length <= 100 && /\p{L}/u.test(title) && !others.test(title);
}

const bases =
  /^(to )?(the )?(fulfil\w*|perform\w*)\b.*\bcontract|^contract(ual)?\b|^(to )?compl(y|iance) with (our |the )?(legal obligations?|law)$|^legal obligations?$|^(with )?(your )?consent$|legitimate (business )?interests?|vital interests?|\bpublic (task|interest)/i;

const ways =
  /^(personal )?(information|data|content)\b.*\b(you (give|provide|voluntarily|submit|share)|automat\w*)\b|^automatic(ally)?\b|^(directly )?from (you|others|other sources|third parties)$/i;

const sentence = /^(you (?!have)|your (?!rights?\b)|we|if|as|when|our)\b/i;

const kindsOfData = /\b(data|information)$/i;

// A clause says when data is passed on, and not to whom.
const clauses = /^(?:when|whenever|if|where|unless|in case|in the event)\b/i;

const occasions =
  /^(?:with|as|by|to|for|in|at|on|upon|under) |^(?:legal(?: (?:requirements?|obligations?|reasons?|compliance|process(?:es)?|purposes?|requests?|proceedings|rights?|necessity|disclosures?))?|compliance(?: with .*)?|business (?:transfers?|transactions?)|(?:corporate )?transactions?|mergers?.*|acquisitions?.*|sale of .*|change (?:of|in) (?:control|ownership)|(?:your )?consent|protecti(?:on|ng) .*|(?:public )?safety.*|emergenc(?:y|ies)|fraud.*|law enforcement requ\w+|analytics|advertising|marketing|hosting|payments?(?: processing)?|security|(?:customer )?support)$/i;

// Those who receive data are people: a name, or a kind of them.
function areOccasions(labels: readonly string[]): boolean {
  const isNobody = (label: string) =>
    clauses.test(label) || (kindsOfData.test(label) && !isUsualName('recipients', label));
  return labels.some(isNobody) || labels.filter((label) => occasions.test(label)).length >= labels.length / 2;
}

/**
 * Whether names stand under the heading of an inventory and are of something else: legal bases or kinds of data among
 * purposes, ways in which data comes in among kinds of data, occasions among recipients, advice among rights.
 */
export function areOthers(of: Inventory, labels: readonly string[]): boolean {
  const share = (pattern: RegExp) => labels.filter((label) => pattern.test(label)).length / labels.length;
  if (of === 'rights') return share(sentence) > 0;
  if (of === 'data' && share(ways) >= (labels.length > 3 ? 0.6 : 0.5)) return true;
  if (of === 'purposes' && share(kindsOfData) > 0.5) return true;
  if (of === 'recipients' && areOccasions(labels)) return true;
  return share(bases) > 0.5;
}

const deniedName =
  /^(?:no|not|never|none)\b(?![-.])|^(?:keine?|aucune?|pas de|ningun[oa]?|nessun[oa]?|geen)\b/i;

const deniedAtOnce =
  /^(?:we|this app|the app|our app|the service|our service) (?:do not|does not|don['’]t|doesn['’]t|never|will not|won['’]t|neither|no longer)\b|^(?:no|none|nothing|never|not)\b(?! only)|^(?:wir|wij|we) [^.]{0,60}\b(?:nicht|keine\w*|niet|geen)\b|^nous ne\b|^no \p{L}+mos\b|^non \p{L}+iamo\b/iu;

const not = String.raw`\b(?:do not|don['’]t|does not|doesn['’]t|never|cannot|can['’]t) (?:\w+ )?`;
const deniedLater: Partial<Record<Inventory, RegExp>> = {
  data: new RegExp(
    String.raw`${not}(?:collect|receive|get|see|store|keep|record|access|obtain|gather|log) (?:that|this|it|them|these|those)\b`,
    'i',
  ),
  recipients: new RegExp(
    String.raw`${not}(?:share|send|disclose|give|pass|transfer) (?:that|this|it|them|these|those)\b`,
    'i',
  ),
};

/** Whether an entry says that there is no such data, purpose or recipient; a right can be one not to suffer something. */
export function isDenied(of: Inventory, label: string, text: string): boolean {
  if (of === 'rights' || of === 'retention') return false;
  return deniedName.test(label) || deniedAtOnce.test(text) || deniedLater[of]?.test(text) === true;
}

/** Whether at least some share of names are such as the entries of an inventory usually have. */
export function areUsual(of: Inventory, labels: readonly string[], share: number): boolean {
  return labels.filter((label) => isUsualName(of, label)).length >= labels.length * share;
}
