import { baseLanguage } from '../../words/base-language.ts';

// Words that decide what may, must or will be done, to how much, by whom and with what: what a change of a text comes to
// hangs on them. Without a list for a language, only figures are known there.

/** Words by themselves, of a text in which spaces stand between them. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that carry nothing by themselves, and how words of a language are written in more than one way. */
export type SmallWords = {
  /** What can come and go. */
  idle: ReadonlySet<string>;
  /** Of which one can stand for another. */
  alike: readonly ReadonlySet<string>[];
  /** What says how things stand to each other. */
  prepositions: ReadonlySet<string>;
  /** The numbers in words from nought, each in its place. */
  figures: readonly string[];
  /** Whether an `s` at the end makes a plural, as in English. */
  hasEndings: boolean;
};

/** The words that decide in a sentence as a whole, and not where one of them came or went inside it. */
type WholeWords = {
  /** Who is bound, and by what. */
  acts: ReadonlySet<string>;
  /** What a clause says of whom it ties: what applies, is granted, broken or paid. */
  ties: ReadonlySet<string>;
  /** What is processed. */
  data: ReadonlySet<string>;
  /** How it is. */
  handling: ReadonlySet<string>;
  /** What a sentence begins with that bids readers do something. */
  orders: ReadonlySet<string>;
  /** Who can do what follows: a pair with a low line between them. */
  allows: ReadonlySet<string>;
  /** What says what a term in quotation marks is. */
  defines: ReadonlySet<string>;
  /** The form of a verb that says what will be done. */
  promises?: RegExp;
};

/** The words of one language, in small letters. */
export type GuardWords = {
  /** What is allowed, owed, denied or excepted. Two words that mean it only together have a low line between them. */
  duties: ReadonlySet<string>;
  /** What decides now and then. */
  weak: ReadonlySet<string>;
  /** Numbers in words. */
  numbers: ReadonlySet<string>;
  /** What numbers count where they bind anybody: time, money, shares. */
  units: ReadonlySet<string>;
  /** When and how often, in one word. */
  paces: ReadonlySet<string>;
  /** What is done with data and money, and the law of it. */
  concerns: ReadonlySet<string>;
  /** What a numeral after it names: an article, a section. */
  parts: ReadonlySet<string>;
  /** Those of them before the number of a section of the text itself. */
  cites: ReadonlySet<string>;
  /** What a text is called by its kind: a title in capitals ends or begins with it. */
  documents: ReadonlySet<string>;
  /** Words of which one instead of another turns a sentence around. */
  opposites: readonly ReadonlySet<string>[];
  /** Words of an address of a place. */
  places: ReadonlySet<string>;
  /** Words of a heading under which entries name who receives data, or which data. */
  lists: ReadonlySet<string>;
  /** Words of a sentence before a list whose entries are bound, or name as much as those. */
  leads: ReadonlySet<string>;
  /** Words beside the date of a text. */
  dates: ReadonlySet<string>;
  /** Those of them that say what happened to the text on that day. */
  stamps: ReadonlySet<string>;
  /** Those of them that say that it binds from that day. */
  starts: ReadonlySet<string>;
  /** What readers may do to learn more: "you may contact us" permits nothing. */
  courtesies: ReadonlySet<string>;
  /** What makes a whole sentence that came or went bind somebody, or tell what is done with data. */
  whole: WholeWords;
  small: SmallWords;
  /** Real words that are near others. */
  near: ReadonlySet<string>;
  /** Of which one is often written where another is meant. */
  mistaken: readonly ReadonlySet<string>[];
};

const none: ReadonlySet<string> = new Set();

const idle = (words: string, ...alike: string[]): SmallWords => ({
  idle: set(words),
  alike: alike.map(set),
  prepositions: none,
  figures: [],
  hasEndings: false,
});

// Up to "ninety-nine".
function englishFigures(): string[] {
  const first =
    `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
     eighteen nineteen`.split(/\s+/);
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  return [...first, ...tens.flatMap((ten) => [ten, ...first.slice(1, 10).map((one) => `${ten}-${one}`)])];
}

const languages: Record<string, GuardWords> = {
  en: {
    duties: set(
      `may might must shall should will won't not no none never neither nor cannot can't don't doesn't didn't isn't
       aren't wasn't weren't without nobody nothing only solely exclusively all any unless until except excluding always
       ought required requires require prohibited prohibits prohibit forbidden permitted permits permit entitled obliged
       obligated obligation obligations mandatory optional voluntary fewer opt-in opt-out opt-ins opt-outs opt_in
       opt_out more_than less_than no_later at_least at_most up_to discretion see_fit reserves_the reserve_the prevail prevails supersede supersedes`,
    ),
    weak: set(
      `can could would need needs each every everyone everything anyone anything anywhere most many some few several
       generally typically usually normally before after during more less least other others first last`,
    ),
    numbers: set(
      `zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
       eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half
       twice double triple`,
    ),
    units: set(
      `seconds minute minutes hour hours day days week weeks month months year years quarters percent euro euros dollar
       dollars pound pounds cent cents`,
    ),
    paces: set(
      `immediately promptly instantly hourly daily weekly monthly quarterly yearly annually permanently indefinitely
       forever at_once as_soon due_course`,
    ),
    concerns: set(
      `share shares shared sharing sell sells sold selling sale rent rents rented disclose discloses disclosed disclosing
       disclosure disclosures transfer transfers transferred transferring collect collects collected collecting
       collection retain retains retained retaining retention delete deletes deleted deleting deletion erase erased
       erasure discard discards discarded advertiser advertisers advertising marketing affiliate affiliates subsidiary subsidiaries subprocessor subprocessors
       sub-processor sub-processors processor processors controller consent consents refund refunds refundable
       non-refundable fee fees charge charges charged liable liability liabilities indemnify indemnification warranty
       warranties warrant waive waives waived waiver terminate terminates terminated termination suspend suspends
       suspended suspension arbitration jurisdiction biometric profiling track tracks tracked tracking guarantee
       guarantees damages penalty penalties third_party third_parties partners targeting targeted geolocation personal
       sensitive globally worldwide perpetual irrevocable revocable royalty-free sublicensable
       transferable non-transferable non-exclusive redacted anonymous anonymized anonymised pseudonymous pseudonymized pseudonymised
       health medical genetic religious religion ethnic racial sexual political trade_union fingerprint fingerprints`,
    ),
    parts: set(
      'article articles section sections part parts chapter chapters clause clauses annex appendix schedule exhibit title',
    ),
    cites: set('section sections clause clauses paragraph paragraphs'),
    documents: set(
      `policy policies terms notice statement agreement guidelines addendum conditions rules code charter principles
       disclosure faq`,
    ),
    opposites: [
      set('before after'),
      set('beforehand afterwards'),
      set('include includes included including exclude excludes excluded excluding'),
      set('more less fewer'),
      set('increase increases increased decrease decreases decreased reduce reduces reduced'),
      set('first third'),
      set('with without'),
      set('minimum maximum'),
      set('enable enables enabled disable disables disabled'),
      set('accept accepts accepted refuse refuses refused reject rejects rejected decline declines declined'),
      set('lawful unlawful'),
      set('insurer insurers insured'),
      set('licensee licensees licensor licensors'),
      set('lessee lessor'),
      set('employer employers employee employees'),
      set('you we'),
      set('your our'),
    ],
    places: set(
      `street st ave avenue road rd suite ste floor box blvd boulevard lane plaza quay postal zip building place drive court
       square dock wharf terrace parkway highway house park row flr broadway blvd pkwy hwy`,
    ),
    lists: set(
      `subprocessors subprocessor sub-processors sub-processor processors processor recipients recipient parties
       providers provider vendors vendor partners partner affiliates suppliers share sharing disclose disclosure collect
       collects collection purposes`,
    ),
    leads: set(
      `applies apply bound covered collect collects collected share shares shared receive receives
       recipients processors subprocessors sub-processors prohibited must`,
    ),
    dates: set(
      `last updated update effective revised revision modified reviewed version date dated published posted as of on at
     from since in into force this these the our policy notice statement document terms agreement was is were st nd rd th
     privacy cookie cookies service services use conditions copyright guidelines it has been following previous new current
     will take takes took effect come comes become becomes versions list includes`,
    ),
    stamps: set(
      'updated update effective effect revised revision modified reviewed published posted dated version',
    ),
    starts: set('effective effect force'),
    courtesies: set('contact find visit view read refer see learn email write reach call consult review'),
    whole: {
      acts: set(
        `agree agrees agreed represent represents responsible responsibility govern governs governed authorize authorizes
         authorized authorise authorised authority acknowledge acknowledges accept accepts reserve reserves claim claims
         discontinue discontinues discontinued discontinuing deprecate deprecates deprecated deprecating cease ceases
         ceased
       right_to the_right any_right a_right your_right no_right rights object withdraw revoke appeal complain`,
      ),
      ties: set(
        `apply applies bind binds binding deemed prevail prevails supersede supersedes grant grants granted granting need_to needs_to license
         licenses licensed licence licences permission permissions belong belongs owns owned ownership comply complies
         complying compliance adhere adheres violate violates violating violation violations breach breaches enforce enforces
         enforcement dispute disputes eligible eligibility legitimate legal_basis lawful_basis certified_under notify notifies notified inform
         informs informed cancel cancels cancelled canceled cancellation renew renews renewed renewal pay pays paid payment
         payments price prices billed`,
      ),
      data: set(
        `data information cookie cookies identifier identifiers address addresses location content snippets beacons beacon
         logs log analytics copy copies voice audio recordings email emails`,
      ),
      handling: set(
        `use uses used using process processes processed processing store stores stored storing send sends sent sending
         receive receives received receiving access accesses accessed obtain obtains obtained combine combines combined
         record records recorded transmit transmits transmitted provide provides provided analyze analyse analyzes
       request requests requested ask asks asked`,
      ),
      orders: set('keep avoid refrain ensure comply notify inform respect obtain'),
      allows: set('you_can users_can user_can members_can member_can customers_can customer_can'),
      defines: set('means mean refers meaning'),
    },
    small: {
      idle: set(
        `a an the this these is are was were am be been being has have had that which who then also please there so such both
         out`,
      ),
      alike: [
        set('its their'),
        set('in on at'),
        set('here below'),
        set('hereafter hereinafter'),
        set('data information'),
        set('website websites site sites'),
        set('children kids'),
        set('child kid'),
      ],
      prepositions: set('of to with for by from as about into'),
      figures: englishFigures(),
      hasEndings: true,
    },
    // Of pairs that differ by one letter left out, by one vowel, or by two letters in another order.
    near: set(
      `through trough though tough thorough there three taking talking course curse trying tying fiend friend stated
       started tired tried either ether bought brought paying playing turned tuned lawyer layer angel angle field filed
       filled fired fried saying staying patent patient places paces compete complete trail trial choose chose price
       prince signing singing stores stories health heath contact contract contacts contracts contacted contracted exist
       exits failed sorts sports forth fourth create crate sending spending threat treat threats treats mental metal
       place palace cases causes claims clams lighting lightning desert dessert tracing tracking handed handled tables
       tales raising rising laying lying shared shred filing filling moral mortal phase phrase corner coroner closest
       closets action auction words worlds posed posted poised noises noses backing baking shipping sipping sends spends
       saving shaving marital martial sells spells selling smelling spelling farther father relieve relive unite untie
       united untied thread tread reign resign mainly manly faculty faulty rental renal losses loses portion potion
       shouts shuts risking server sever addiction addition cared carved causes clause cause covert convert decline
       transit transmit carter charter decent descent external eternal hoping hopping making marking minding mining
       founding funding sites suites inspect insect owning owing wider later latter states statues status statutes
       statute statue raises rises remainder reminder morality mortality binding blinding simulation stimulation scarred
       scared fiction friction relay replay quiet quite county country counties countries public pubic casual causal
       reality realty adverse averse appraise apprise officers offices assets asserts delete deplete deleted depleted
       waiver waver waived waved immoral immortal sensor censor dairy diary breach beach breaches beaches users uses
       signal single minor miner adapt adopt adapts adopts adapted adopted adapting adopting become became certain curtain
       command commend confirm conform confirmed conformed decade decades decide decides depart deport distract district
       during daring expert export experts exports further follow follows fellow fellows faction fraction former farmer
       forming farming filling falling dealing dialing binding bonding casting costing locked lacked lasted listed latter
       letter litter leading loading lending landing message massage missed massed nation notion nations notions packed
       picked packet pocket parson person parsons persons potent premise premises promise promises posted pasted punched
       pinched reaches roaches remanded reminded renting ranting rewrite rewrote sample simple scoring scaring section
       suction selves solves setting sitting shares shores shopping spaces spices stared staring stored storing string
       strong tested tasted testing tasting tracked tricked vacation vocation victor vector wander wonder washing wishing
       watches witches withheld withhold complement compliment complements compliments stationary stationery collision
       collusion perpetrate perpetuate prescribe proscribe prescribed proscribed boarder border canvas canvass council
       counsel discreet discrete elicit illicit personal personnel principal principle`,
    ),
    mistaken: [
      set("its it's"),
      set("your you're"),
      set("their there they're"),
      set("whose who's"),
      set('who whom'),
      set('then than'),
      set('lose loose'),
      set('affect effect'),
      set('affects effects'),
      set('affected effected'),
      set('insure ensure'),
      set('advise advice'),
      set('lead led'),
      set('to too'),
      set('payed paid'),
      set('layed laid'),
      set('teh the'),
      set('hte the'),
      set('adn and'),
      set('wich which'),
      set('thier their'),
      set('form from'),
      set('complimentary complementary'),
    ],
  },
  de: {
    duties: set(
      `ermessen vorrang maßgeblich behält_sich behalten_uns kann kannst können könnt könnte könnten darf darfst dürfen dürft dürfte dürften muss musst müssen müsst müsste
       müssten soll sollen sollte sollten nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder
       noch ohne nur ausschließlich lediglich alle aller allen alles jegliche jeglicher jegliches jeglichen sofern außer
       ausgenommen bis stets immer verpflichtet berechtigt untersagt verboten erlaubt zulässig unzulässig erforderlich
       freiwillig verpflichtend zwingend mindestens höchstens spätestens frühestens`,
    ),
    weak: set(
      'jede jeder jedes jeden jedem einige manche meist meistens grundsätzlich vor nach mehr weniger',
    ),
    numbers: set(
      `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn zwanzig dreißig vierzig
       fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen halb zweimal`,
    ),
    units: set(
      `sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren prozent
       euro cent`,
    ),
    paces: set('sofort unverzüglich umgehend täglich wöchentlich monatlich jährlich dauerhaft unbefristet'),
    concerns: set(
      `tochtergesellschaft tochtergesellschaften tochterunternehmen anonym anonyme anonymen anonymisiert anonymisierte anonymisierten pseudonymisiert pseudonymisierte pseudonymisierten
       teilen weitergeben weitergegeben weitergabe übermitteln übermittelt übermittlung verkaufen verkauft verkauf
       erheben erhoben erhebung speichern gespeichert speicherung löschen gelöscht löschung werbung werbezwecke dritte
       dritten dritter einwilligung widerspruch widerruf erstattung gebühr gebühren haftung haften haftet kündigung
       kündigen gewährleistung auftragsverarbeiter verantwortlicher empfänger
       gesundheit gesundheitsdaten medizinische medizinischen genetische genetischen biometrische biometrischen religiöse religiösen ethnische ethnischen sexuelle sexuellen politische politischen`,
    ),
    parts: set('artikel art abschnitt abschnitte teil kapitel klausel anhang absatz titel'),
    cites: none,
    documents: none,
    opposites: [
      set('inkl zzgl'),
      set('inklusive exklusive zuzüglich'),
      set('vor nach'),
      set('mehr weniger'),
      set('mit ohne'),
      set('wir sie'),
    ],
    places: set('straße str platz weg allee postfach gasse'),
    lists: set('auftragsverarbeiter empfänger dienstleister partner dritte dritten weitergabe zwecke'),
    leads: set('gilt gelten erheben erfassen teilen weitergeben empfänger'),
    dates: set(
      `stand zuletzt letzte aktualisiert geändert aktualisierung änderung gültig ab vom seit am datum version fassung in
     kraft diese dieser erklärung richtlinie ist`,
    ),
    stamps: set('stand aktualisiert aktualisierung geändert gültig version fassung'),
    starts: set('gültig kraft wirksam'),
    courtesies: set('erfahren nachlesen einsehen'),
    whole: {
      acts: set(
        `stimmen stimmst zustimmen akzeptieren akzeptierst anerkennen erkennen verantwortlich unterliegt unterliegen gelten
         gilt
       recht rechte ausgeschlossen einzureichen beschwerde`,
      ),
      ties: set(
        `ersetzt ersetzen regelt regeln befugt gewähren gewährt lizenz lizenzen erlaubnis gehört gehören eigentum verstoß
         verstöße verstößt verletzung verletzt streitigkeit streitigkeiten anspruch ansprüche ansprüchen rechtsgrundlage
         verpflichten wir_werden werden_wir zahlung zahlungen zahlen bezahlen preis preise pflichten`,
      ),
      data: set(
        'daten informationen cookie cookies kennung kennungen adresse adressen ip-adresse standort standortdaten protokolle kopie kopien',
      ),
      handling: set(
        `verwenden verwendet nutzen nutzt genutzt verarbeiten verarbeitet senden gesendet sendet empfangen empfängt erhalten
         erhält erfassen erfasst sammeln sammelt gesammelt kombinieren bereitstellen bereitgestellt verlangen anfordern`,
      ),
      orders: set('halten bewahren vermeiden beachten unterlassen informieren'),
      allows: none,
      defines: set('bezeichnet bedeutet meint'),
    },
    small: idle('der die das den dem des ein eine einen einem einer eines auch bitte'),
    near: none,
    mistaken: [],
  },
  fr: {
    duties: set(
      `discrétion prévaut prévalent prévaudra fait_foi au_moins se_réserve nous_réservons peut peux peuvent pouvons pouvez pourra pourront pourrait pourraient doit dois doivent devons devez devra devront
       devrait devraient ne pas jamais aucun aucune nul nulle ni sans seul seule seuls seulement uniquement exclusivement
       tout toute tous toutes sauf excepté hormis hors toujours obligatoire obligatoires facultatif facultative interdit
       interdite interdits interdites interdisons interdire autorisé autorisée requis requise maximum minimum`,
    ),
    weak: set('chaque plusieurs certains certaines généralement avant après plus moins'),
    numbers: set(
      `deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante
       cinquante soixante cent cents mille million millions demi`,
    ),
    units: set(
      'secondes minute minutes heure heures jour jours semaine semaines mois an ans année années euro euros',
    ),
    paces: set('immédiatement quotidiennement mensuellement annuellement indéfiniment'),
    concerns: set(
      `filiale filiales anonyme anonymes anonymisé anonymisée anonymisés anonymisées pseudonymisé pseudonymisée pseudonymisés pseudonymisées
       recueillir recueillons recueillies recueillis recueil partager partageons partagées partage vendre vendons vendues vente divulguer divulguons divulgation transférer
       transférons transférées transfert collecter collectons collectées collecte conserver conservons conservées
       conservation supprimer supprimons suppression effacer effacement publicité publicitaires tiers consentement
       remboursement frais responsabilité résiliation résilier garantie sous-traitant sous-traitants destinataires
       partenaires ciblage profilage transmettre transmettons transmises transmission
       santé médical médicale médicaux médicales génétique génétiques biométrique biométriques religieuse religieuses ethnique ethniques sexuelle sexuelles raciale syndicale`,
    ),
    parts: set('article articles section sections partie chapitre clause annexe titre'),
    cites: none,
    documents: none,
    opposites: [set('ttc ht'), set('avant après'), set('plus moins'), set('avec sans'), set('nous vous')],
    places: set('rue avenue boulevard bp cedex place allée chemin impasse quai route cours'),
    lists: set('sous-traitants destinataires prestataires partenaires tiers finalités'),
    leads: set('applique appliquent partageons communiquons collectons recueillons destinataires'),
    dates: set(
      `dernière dernier mise à jour modification en vigueur effet d'effet d’effet effective prise le du depuis partir compter de
       des date version versions archivées antérieures précédentes modifiée modifié applicable valable au 1er cgv cgu actualisée actualisées actualisé fois`,
    ),
    stamps: set(
      "mise modification vigueur effet d'effet d’effet effective modifiée modifié applicable valable version actualisée actualisées actualisé",
    ),
    starts: set("vigueur effet d'effet d’effet effective applicable"),
    courtesies: set('consulter trouver lire contacter écrire visiter'),
    whole: {
      acts: set(
        `acceptez accepte accepter reconnaissez reconnaît responsable responsables soumis soumise soumises régi régie régis
         régies engageons engage engagez réservons réserve
       droit droits opposer réclamation exclu exclue exclus exclues`,
      ),
      ties: set(
        `appliquent applique régissent prévaut prévalent remplace remplacent tenu tenue tenus tenues oblige obligent accorde
         accordons accordez concède concédez licence licences autorisation permission propriété propriétaire conforme conformes
         conformité violation violations litige litiges base_juridique base_légale intérêt_légitime intérêts_légitimes
         paiement paiements payer prix facturé facturés remboursé remboursés informons engagement`,
      ),
      data: set(
        'données informations cookie cookies identifiant identifiants adresse adresses localisation journaux copie copies',
      ),
      handling: set(
        `utilisons utilise utiliser utilisées utilisés traitons traite traiter traitées envoyons envoie envoyées recevons reçoit
         enregistrons enregistre enregistrées stockons stockées combinons fournissons demander demandez`,
      ),
      orders: set('respectez évitez gardez conservez informez assurez-vous'),
      allows: none,
      defines: set('désigne désignent signifie'),
      promises: /^(?!(?:re)?trouver|environs)\p{L}*(?:er|ir|dr|ur|evr|rr)(?:ons|ez|ont|a)$/u,
    },
    small: idle('le la les un une des du au aux également ce cette ces'),
    near: none,
    mistaken: [],
  },
  es: {
    duties: set(
      `discreción prevalece prevalecerá al_menos se_reserva nos_reservamos puede puedes pueden podemos podrá podrán podría podrían debe debes deben debemos deberá deberán debería deberían no
       nunca jamás ningún ninguna ninguno nadie nada ni sin solo sólo solamente únicamente exclusivamente todo toda todos
       todas cualquier salvo excepto siempre obligatorio obligatoria opcional prohibido prohibida permitido permitida
       requerido máximo mínimo`,
    ),
    weak: set('cada varios varias algunos algunas generalmente antes después más menos'),
    numbers: set(
      `dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta
       sesenta setenta ochenta noventa cien mil millón millones`,
    ),
    units: set(
      'segundos minuto minutos hora horas día días semana semanas mes meses año años euro euros dólares',
    ),
    paces: set('inmediatamente diariamente mensualmente anualmente indefinidamente'),
    concerns: set(
      `filial filiales anónimo anónima anónimos anónimas anonimizado anonimizada anonimizados anonimizadas seudonimizado seudonimizados
       compartir compartimos comparte compartidos vender vendemos venta divulgar divulgamos divulgación transferir
       transferimos transferencia recopilar recopilamos recopilación conservar conservamos conservación eliminar
       eliminamos eliminación suprimir supresión publicidad anunciantes terceros consentimiento reembolso tarifas
       responsabilidad responsable rescisión garantía encargados encargado destinatarios
       salud médico médica médicos médicas genéticos genética biométricos biométrica religiosas religiosa étnico étnica sexual racial sindical`,
    ),
    parts: set('artículo artículos sección secciones parte capítulo cláusula anexo título'),
    cites: none,
    documents: none,
    opposites: [set('antes después'), set('más menos'), set('con sin')],
    places: set('calle avenida avda plaza apartado'),
    lists: set('encargados destinatarios proveedores socios terceros finalidades'),
    leads: set('aplica aplican compartimos recopilamos destinatarios'),
    dates: set(
      `última actualización actualizado actualizada modificación modificado fecha de vigencia vigente válido en vigor desde el
       del a partir versión entrada`,
    ),
    stamps: set(
      'actualización actualizado actualizada modificación modificado vigencia vigente válido vigor versión',
    ),
    starts: set('vigencia vigente vigor'),
    courtesies: set(
      'consultar encontrar leer ver contactar contactarnos visitar obtener escribir escribirnos',
    ),
    whole: {
      acts: set(
        `acepta aceptas aceptan reconoce reconoces responsable responsables rige rigen regirá sujeto sujeta sujetos sujetas
         compromete comprometemos reserva reservamos
       derecho derechos oponerse reclamación excluido excluida excluidos excluidas`,
      ),
      ties: set(
        `aplica aplican regula regulan prevalece sustituye vinculante concede concedemos concedes otorga otorgas otorgamos
         licencia licencias permiso propiedad cumplir cumple cumplimiento incumplimiento infracción infracciones disputa
         disputas litigio base_jurídica base_legal interés_legítimo intereses_legítimos pago pagos pagar precio precios`,
      ),
      data: set(
        'datos información cookie cookies identificador identificadores dirección direcciones ubicación registros copia copias',
      ),
      handling: set(
        `usamos usa usar utilizamos utiliza utilizar tratamos trata tratados procesamos procesa enviamos envía enviados
         recibimos recibe almacenamos almacena almacenados combinamos proporcionamos solicitar pedir`,
      ),
      orders: set('respete respeta evite evita mantenga mantén asegúrese'),
      allows: none,
      defines: set('significa designa refiere'),
      promises: /(?<!^que)remos$|(?:[aei]|d)r(?:á|án)$/u,
    },
    small: idle('el la los las un una unos unas también este esta estos estas', 'y e', 'o u'),
    near: none,
    mistaken: [],
  },
  it: {
    duties: set(
      `discrezione prevale prevarrà almeno si_riserva ci_riserviamo può puoi possono possiamo potrà potranno potrebbe potrebbero deve devi devono dobbiamo dovrà dovranno dovrebbe
       dovrebbero non mai nessun nessuno nessuna nulla né senza solo soltanto esclusivamente unicamente tutto tutta tutti
       tutte qualsiasi salvo eccetto tranne sempre obbligatorio obbligatoria facoltativo facoltativa vietato vietata
       consentito consentita richiesto massimo minimo`,
    ),
    weak: set('ogni alcuni alcune generalmente prima dopo più meno'),
    numbers: set(
      `due tre quattro cinque sei sette otto nove dieci undici dodici quindici venti trenta quaranta cinquanta sessanta
       settanta ottanta novanta cento mille milione milioni`,
    ),
    units: set(
      'secondi minuto minuti ora ore giorno giorni settimana settimane mese mesi anno anni euro dollari',
    ),
    paces: set('immediatamente quotidianamente mensilmente annualmente'),
    concerns: set(
      `controllate anonimo anonima anonimi anonime anonimizzato anonimizzata anonimizzati anonimizzate pseudonimizzati
       condividere condividiamo condivisi condivisione vendere vendiamo vendita divulgare divulghiamo divulgazione
       trasferire trasferiamo trasferimento raccogliere raccogliamo raccolta conservare conserviamo conservazione
       eliminare eliminazione cancellare cancellazione pubblicità terzi consenso rimborso tariffe responsabilità
       risoluzione garanzia responsabili destinatari
       salute medico medica medici mediche genetici genetica biometrici biometrica religiose religiosa etnica sessuale razziale sindacale`,
    ),
    parts: set('articolo articoli sezione parte capitolo clausola allegato titolo'),
    cites: none,
    documents: none,
    opposites: [set('prima dopo'), set('più meno'), set('con senza')],
    places: set('via viale piazza casella'),
    lists: set('responsabili destinatari fornitori partner terzi finalità'),
    leads: set('applica applicano condividiamo raccogliamo destinatari'),
    dates: set(
      'ultimo ultima aggiornamento aggiornato aggiornata modifica data di entrata in vigore valido dal del al il versione',
    ),
    stamps: set('aggiornamento aggiornato aggiornata modifica vigore valido versione'),
    starts: set('vigore efficacia decorrenza'),
    courtesies: set('consultare trovare leggere contattare contattarci visitare scrivere scriverci'),
    whole: {
      acts: set(
        `accetta accetti accettano accettate riconosce riconosci responsabile regolato regolata regolati regolate vincolato
         vincolata vincolati vincolate soggetto soggetta soggetti soggette impegna impegniamo riserva riserviamo
       diritto diritti opporsi reclamo escluso esclusa esclusi escluse`,
      ),
      ties: set(
        `applica applicano regola regolano governano prevale sostituisce vincolante concede concedi concediamo licenza licenze
         autorizzazione proprietà rispettare conformità violazione violazioni controversia controversie base_giuridica
         interesse_legittimo interessi_legittimi pagamento pagamenti pagare prezzo prezzi`,
      ),
      data: set(
        'dati informazioni cookie identificatore identificatori indirizzo indirizzi posizione registri copia copie',
      ),
      handling: set(
        `usiamo usa usare utilizziamo utilizza utilizzare utilizzati trattiamo tratta trattati elaboriamo elabora inviamo
         invia inviati riceviamo riceve memorizziamo memorizzati registriamo combiniamo forniamo chiedere richiedere`,
      ),
      orders: set('rispetta rispettate evita evitate conserva informa'),
      allows: none,
      defines: set('significa indica intende'),
      promises: /(?<!^est|^sup)remo$|r(?:à|anno)$/u,
    },
    small: idle('il lo la gli le un uno una anche questo questa questi queste', 'a ad', 'e ed', 'o od'),
    near: none,
    mistaken: [],
  },
  nl: {
    duties: set(
      `goeddunken prevaleert behoudt_zich behouden_ons kan kun kunt kunnen mag mogen moet moeten zal zult zullen zou zouden hoeft hoeven niet geen nooit niemand niets
       noch zonder alleen slechts uitsluitend alle alles tenzij behalve altijd verplicht verplichte verboden toegestaan
       vereist optioneel vrijwillig minstens hoogstens uiterlijk`,
    ),
    weak: set('elke elk iedere ieder enkele sommige meestal voor na meer minder'),
    numbers: set(
      `twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig veertig vijftig
       zestig zeventig tachtig negentig honderd duizend miljoen`,
    ),
    units: set(`seconden minuut minuten uur uren dag dagen week weken maand maanden jaar jaren procent euro`),
    paces: set('onmiddellijk dagelijks wekelijks maandelijks jaarlijks'),
    concerns: set(
      `dochteronderneming dochterondernemingen dochtermaatschappijen anoniem anonieme geanonimiseerd geanonimiseerde gepseudonimiseerd gepseudonimiseerde
       delen gedeeld verkopen verkocht verkoop bekendmaken doorgeven doorgifte verzamelen verzameld verzameling bewaren
       bewaard verwijderen verwijderd verwijdering wissen reclame adverteerders derden toestemming terugbetaling kosten
       aansprakelijk aansprakelijkheid beëindiging opzegging garantie verwerkers verwerker ontvangers
       gezondheid gezondheidsgegevens medische genetische biometrische religieuze etnische seksuele politieke`,
    ),
    parts: set('artikel artikelen sectie deel hoofdstuk clausule bijlage titel'),
    cites: none,
    documents: none,
    opposites: [set('voor na'), set('meer minder'), set('met zonder')],
    places: set('straat laan plein postbus weg'),
    lists: set('verwerkers ontvangers leveranciers partners derden doeleinden'),
    leads: set('geldt gelden delen verzamelen ontvangers'),
    dates: set(
      'laatst laatste bijgewerkt wijziging datum van vanaf kracht geldig inwerkingtreding ingaande versie per sinds op',
    ),
    stamps: set('bijgewerkt wijziging inwerkingtreding ingaande kracht geldig versie'),
    starts: set('kracht geldig ingangsdatum ingaande'),
    courtesies: set('vinden lezen bekijken raadplegen nalezen'),
    whole: {
      acts: set(
        `akkoord aanvaardt aanvaarden accepteert accepteren erkent erkennen verantwoordelijk onderworpen beheerst geldt gelden
         verbindt behouden
       recht rechten bezwaar klacht uitgesloten`,
      ),
      ties: set(
        `toepassing toepasselijk prevaleert vervangt vervangen bindend verleent verlenen licentie licenties eigendom naleven
         naleving schending overtreding geschil geschillen rechtsgrond grondslag gerechtvaardigd betaling betalingen betalen
         prijs prijzen`,
      ),
      data: set(
        'gegevens persoonsgegevens informatie cookie cookies adres adressen ip-adres locatie logboeken kopie kopieën',
      ),
      handling: set(
        `gebruiken gebruikt verwerken verwerkt sturen stuurt gestuurd verzenden verzonden ontvangen ontvangt opslaan slaan
         opgeslagen combineren verstrekken verstrekt vragen opvragen`,
      ),
      orders: set('houd bewaar vermijd respecteer informeer'),
      allows: none,
      defines: set('betekent verwijst'),
    },
    small: idle('de het een ook deze dit'),
    near: none,
    mistaken: [],
  },
  pt: {
    duties: set(
      `discrição critério prevalece prevalecerá pelo_menos se_reserva nos_reservamos pode podem podemos poderá poderão poderia poderiam deve devem devemos deverá deverão deveria deveriam não nunca
       jamais nenhum nenhuma ninguém nada nem sem só somente apenas exclusivamente todo toda todos todas qualquer salvo
       exceto sempre obrigatório obrigatória opcional proibido proibida permitido permitida exigido máximo mínimo`,
    ),
    weak: set('cada alguns algumas vários várias geralmente antes depois após mais menos'),
    numbers: set(
      `dois duas três quatro cinco seis sete oito nove dez onze doze treze quatorze catorze quinze vinte trinta quarenta
       cinquenta sessenta setenta oitenta noventa cem mil milhão milhões`,
    ),
    units: set(
      'segundos minuto minutos hora horas dia dias semana semanas mês meses ano anos euro euros dólares reais',
    ),
    paces: set('imediatamente diariamente mensalmente anualmente'),
    concerns: set(
      `subsidiária subsidiárias anônimo anônima anónimo anónima anonimizado anonimizada anonimizados anonimizadas
       compartilhar compartilhamos partilhar partilhamos compartilhados vender vendemos venda divulgar divulgamos
       divulgação transferir transferimos transferência coletar coletamos recolher recolhemos coleta recolha conservar
       conservamos conservação reter retenção excluir exclusão eliminar apagar publicidade anunciantes terceiros
       consentimento reembolso taxas responsabilidade rescisão garantia operadores destinatários
       saúde médico médica médicos médicas genéticos genética biométricos biométrica religiosas religiosa étnica sexual racial sindical`,
    ),
    parts: set('artigo artigos seção secção parte capítulo cláusula anexo título'),
    cites: none,
    documents: none,
    opposites: [set('antes depois após'), set('mais menos'), set('com sem')],
    places: set('rua avenida praça caixa'),
    lists: set('operadores destinatários fornecedores parceiros terceiros finalidades'),
    leads: set('aplica aplicam compartilhamos partilhamos coletamos recolhemos destinatários'),
    dates: set(
      'última atualização atualizado atualizada modificação data de em vigor válido desde versão a partir',
    ),
    stamps: set('atualização atualizado atualizada modificação vigor válido versão'),
    starts: set('vigor vigência'),
    courtesies: set('consultar encontrar ler contatar contactar visitar escrever'),
    whole: {
      acts: set(
        `aceita aceitam concorda concordam reconhece reconhecem responsável responsáveis regido regida sujeito sujeita sujeitos
         sujeitas compromete reserva reservamos
       direito direitos opor-se reclamação excluído excluída excluídos excluídas`,
      ),
      ties: set(
        `aplica aplicam regula regulam prevalece substitui vinculativo vinculante concede concedemos concede licença licenças
         permissão propriedade cumprir cumprimento violação violações litígio litígios disputa base_legal base_jurídica
         interesse_legítimo interesses_legítimos pagamento pagamentos pagar preço preços`,
      ),
      data: set(
        'dados informações cookie cookies identificador identificadores endereço endereços localização registros cópia cópias',
      ),
      handling: set(
        `usamos usa usar utilizamos utiliza utilizar tratamos trata processamos processa enviamos envia recebemos recebe
         armazenamos armazena armazenados combinamos fornecemos solicitar pedir`,
      ),
      orders: set('respeite evite mantenha guarde informe'),
      allows: none,
      defines: set('significa designa refere'),
      promises: /(?<!^que)remos$|(?:[aei]|d)rá$|(?<!^ve)rão$/u,
    },
    small: idle('um uma uns umas também este esta estes estas'),
    near: none,
    mistaken: [],
  },
};

/** The words of a language, where there is a list. */
export function guardWordsOf(language: string): GuardWords | undefined {
  return languages[baseLanguage(language)];
}

/** Words of an address of a place in a language, and the English ones, which stand in texts of every language. */
export function placeWordsOf(language: string): ReadonlySet<string> {
  return allPlaces.get(baseLanguage(language)) ?? english;
}

const english = languages.en?.places ?? none;
const allPlaces = new Map(
  Object.entries(languages).map(([code, { places }]) => [code, new Set([...places, ...english])]),
);
