// What people of law and of programs call what the model has a word of its own for, in English and in German. A name can
// stand for several: which one is meant, the place where it was written decides.

/** Our words for a value that was written otherwise. */
export function valuesCalled(written: string): readonly string[] {
  return valueNames.get(plain(written)) ?? [];
}

/** Our keys for one that was written otherwise. */
export function keysCalled(written: string): readonly string[] {
  return keyNames.get(plain(written)) ?? [];
}

// `privacy_policy`, `privacyPolicy` and `Privacy policy` are one name.
function plain(name: string): string {
  return name
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}

const valueNames = byName({
  // kind
  'privacy-policy':
    'privacy notice, privacy statement, privacy, datenschutzerklärung, datenschutz, datenschutzhinweise, datenschutzrichtlinie',
  'cookie-policy': 'cookie notice, cookies, cookie richtlinie, cookie hinweise, cookie erklärung',
  terms:
    'terms of service, terms of use, terms and conditions, conditions, tos, t&c, t&cs, eula, license agreement, agb, nutzungsbedingungen',
  'acceptable-use': 'aup, fair use, code of conduct, community guidelines, nutzungsrichtlinie, hausordnung',
  'sub-processors':
    'subprocessors, subprocessor list, processors, vendors, unterauftragsverarbeiter, subunternehmer',
  'data-processing-agreement':
    'dpa, data processing addendum, avv, av vertrag, auftragsverarbeitung, auftragsverarbeitungsvertrag',
  'children-notice': 'children, coppa, coppa notice, kinder',
  'refund-policy':
    'refunds, returns, return policy, cancellation policy, widerruf, widerrufsbelehrung, rückgabe',
  'security-policy': 'security, infosec, sicherheit, tom, toms',
  'accessibility-statement':
    'accessibility, a11y, vpat, barrierefreiheit, erklärung zur barrierefreiheit, barrierefreiheitserklärung',
  notice: 'imprint, legal notice, impressum, disclaimer, hinweis, bekanntmachung',
  // numbering
  decimal: 'true, yes, 1, 1., 1.1, numeric, numbers, arabic, dezimal, ja',
  letters: 'alphabetic, alpha, abc, a, buchstaben',
  none: 'false, no, off, unnumbered, unset, ohne, keine, nein',
  // role
  processor: 'sub-processor, subprocessor, auftragsverarbeiter, dienstleister, service provider',
  controller: 'verantwortlicher, independent controller',
  'joint-controller':
    'joint controllers, co-controller, gemeinsam verantwortliche, gemeinsam verantwortlicher',
  'third-party': 'third, dritter, dritte, drittanbieter',
  // consent
  required: 'true, yes, opt-in, needed, ja, erforderlich, einwilligung',
  exempt: 'necessary, essential, not required, not needed, nicht erforderlich, notwendig',
  'opt-out': 'objection, widerspruch',
  // party
  first: 'first party, 1st, 1st party, own, self, erstanbieter',
  third: 'third party, 3rd, 3rd party, drittanbieter',
  // mechanism
  'standard-clauses':
    'scc, sccs, eu sccs, standard contractual clauses, model clauses, standardvertragsklauseln, standarddatenschutzklauseln',
  'binding-rules': 'bcr, bcrs, binding corporate rules, verbindliche interne datenschutzvorschriften',
  adequacy: 'adequacy decision, adequate, angemessenheitsbeschluss, angemessenheit',
  'data-privacy-framework': 'dpf, eu us dpf, eu us data privacy framework',
  certification: 'certificate, zertifizierung',
  contract: 'vertrag, vertragserfüllung, contractual necessity',
  consent: 'einwilligung, zustimmung',
  'legal-obligation': 'rechtliche verpflichtung, law, compliance',
  'vital-interests': 'lebenswichtige interessen',
  'public-task': 'public interest, öffentliches interesse, öffentliche aufgabe',
  'legitimate-interests': 'legitimate interest, li, berechtigtes interesse, berechtigte interessen',
  // laws
  gdpr: 'dsgvo, ds gvo, rgpd, avg, eu gdpr',
  'uk-gdpr': 'dpa 2018, data protection act',
  eprivacy: 'cookie directive, cookie law, eprivacy directive',
  ccpa: 'cpra, ccpa/cpra, cppa',
  // rights
  access: 'right of access, auskunft, auskunftsrecht, art. 15',
  correct: 'rectification, rectify, berichtigung, art. 16',
  delete: 'erasure, erase, deletion, right to be forgotten, löschung, recht auf vergessenwerden, art. 17',
  restrict: 'restriction, einschränkung, einschränkung der verarbeitung, art. 18',
  export: 'portability, data portability, datenübertragbarkeit, art. 20',
  object: 'objection, right to object, widerspruch, widerspruchsrecht, art. 21',
  'withdraw-consent': 'withdrawal, withdraw, widerruf, widerruf der einwilligung, art. 7',
  complain: 'complaint, beschwerde, beschwerderecht, art. 77',
  'no-automated-decision': 'automated decisions, automated decision making, profiling, art. 22',
  'opt-out-sale': 'do not sell, do not share',
  'non-discrimination': 'no retaliation',
  // where data is from
  given: 'user, users, you, provided, direct, betroffene person',
  observed: 'automatic, collected, usage, erhoben',
  derived: 'inferred, inferences, computed, abgeleitet',
  // storage
  'local-storage': 'html local storage, html5 storage',
  'indexed-db': 'indexeddb, idb',
  pixel: 'tracking pixel, web bug, zählpixel',
  beacon: 'web beacon',
  cookie: 'http, http cookie, https cookie',
  'url-parameter': 'utm, query parameter, query',
  // announcements, signals, choices
  material:
    'major, significant, substantial, important, material changes, significant changes, wesentliche, wesentlich',
  all: 'any, every, everything, all changes, yes, true, *, alle, jede, tous',
  email: 'mail, e mail, newsletter, e-mails',
  'in-product': 'in app, in-app, app, dashboard, notification, im produkt',
  website: 'web, site, web site, webseite',
  post: 'letter, mail, brief',
  honoured: 'true, yes, honored, respected, followed, beachtet, ja',
  ignored: 'false, no, not honoured, not honored, not respected, nicht beachtet, nein',
  'same-layer': 'first layer, same level, same page',
  'other-layer': 'second layer, settings',
  load: 'page load, always, immediately',
  // who sets or reads something
  self: 'us, we, our, ours, own, ourselves, first party, publisher, wir, uns, selbst, eigene',
  // what stops a build
  error: 'true, yes, on, fehler',
  warning: 'warn, strict, warnung',
});

const keyNames = byName({
  kind: 'type, art, sort, policy type',
  title: 'heading, name, überschrift, titel',
  lead: 'intro, introduction, summary, einleitung, preamble, präambel',
  updated: 'date, last updated, last modified, version, version date, stand, datum, aktualisiert',
  effective: 'effective date, effective from, valid from, in force, gültig ab, wirksam ab',
  reviewed: 'last reviewed, geprüft',
  language: 'lang, locale, sprache',
  languages: 'langs, locales, sprachen',
  sections: 'body, chapters, clauses, articles, abschnitte, paragraphen, inhalt',
  content: 'text, body, paragraphs, inhalt',
  purposes: 'zwecke, processing',
  recipients: 'empfänger, disclosures, third parties',
  retention: 'storage periods, speicherdauer, aufbewahrung, löschfristen',
  rights: 'rechte, betroffenenrechte, data subject rights',
  transfers: 'drittland, drittländer, international transfers, übermittlungen',
  data: 'personal data, daten, datenarten, data categories',
  cookies: 'trackers, technologies',
  categories: 'kategorien, cookie categories',
  category: 'kategorie, group',
  purpose: 'description, zweck, does, why',
  provider: 'vendor, owner, host, set by, anbieter, publisher',
  domain: 'host, domäne',
  expires:
    'duration, lifetime, lifespan, retention, expiry, expiration, max age, period, ttl, dauer, laufzeit, speicherdauer',
  party: 'first party, third party',
  sameSite: 'samesite',
  label: 'title, name, bezeichnung',
  does: 'purpose, description, service, zweck',
  policy: 'privacy policy, privacy, privacy url, website, url, datenschutz',
  places: 'location, locations, region, hosting location, ort, standort',
  legal: 'entity, legal name, legal entity, company',
  takes: 'data, daten',
  of: 'what, data, description',
  period: 'duration, how long, dauer, frist',
  criteria: 'because, until, kriterien',
  basis: 'legal basis, lawful basis, rechtsgrundlage',
  text: 'description, content, body, beschreibung',
  answerWithin: 'deadline, within, response time, frist',
  channels: 'contact, contacts, kanäle',
  mechanism: 'safeguard, safeguards, guarantee, garantie, garantien',
  country: 'land, location',
  vendors: 'processors, providers, companies, partners, anbieter, dienstleister',
  contacts: 'kontakte, people',
  controller: 'company, owner, verantwortlicher, data controller',
  regimes: 'laws, regulations, jurisdictions, law, gesetze, regime',
  dpo: 'data protection officer, dsb, datenschutzbeauftragter',
  authorities: 'supervisory authority, authority, aufsichtsbehörde, aufsichtsbehörden',
  email: 'mail, e mail',
  phone: 'tel, telephone, telefon',
  address: 'adresse, anschrift, street, post, postal address, mail',
  registration: 'register, company number, register number, registration number, hrb, handelsregister',
  url: 'website, link, href, address, base url, site url, homepage, form, contact form, kontaktformular',
  name: 'title',
  accent: 'accent color, primary, primary color, color, colour',
  colours: 'colors',
  coloursDark: 'colors dark, dark',
  steps: 'instructions, anleitung',
  term: 'word, name, begriff',
  age: 'minimum age, min age, alter, mindestalter',
  because: 'reason, why, begründung',
  summary: 'description, text, zusammenfassung',
  notice: 'notification, change notice',
  note: 'info, remark, hint, hinweis, anmerkung',
  warning: 'caution, danger, achtung, warnung',
  important: 'attention, wichtig',
  tip: 'advice, tipp',
  definitions: 'glossary, terms, begriffe, definitionen',
  change: 'changes, changelog, änderung, änderungen',
  aliases: 'old ids, anchors',
  formerly: 'old names, previously, redirects',
});

function byName(names: Record<string, string>): ReadonlyMap<string, readonly string[]> {
  const pairs = Object.entries(names).flatMap(([ours, others]) =>
    others.split(', ').map((other) => ({ other: plain(other), ours })),
  );
  return new Map(
    [...Map.groupBy(pairs, ({ other }) => other)].map(([other, found]) => [
      other,
      found.map(({ ours }) => ours),
    ]),
  );
}
