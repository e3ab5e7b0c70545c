import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeRules } from '../src/core/change-rules.ts';
import { changeWordsFor } from '../src/core/change-words.ts';
import { type Change, type ChangeRule, changesBetween, proposeMaterial } from '../src/core/changes.ts';
import { compareLengths, lengthDifference, movedItems } from '../src/core/compare.ts';
import { toPage } from '../src/core/page.ts';
import { classifyWords, excerpts } from '../src/core/prose-change.ts';
import { type Redline, redline } from '../src/core/redline.ts';
import type { ResolvedPolicy } from '../src/core/resolve.ts';
import { wordsFor } from '../src/core/words.ts';
import { openLibrary } from '../src/site.ts';

const site = { name: 'Example', url: 'https://example.com/' };
const noRedline: Redline = { sections: [] };

const showcase = readPolicies('tests/fixtures/sites/showcase');
const real = readPolicies('policies');

function readPolicies(folder: string): Map<string, ResolvedPolicy> {
  const library = openLibrary(folder);
  const entries = library.products.flatMap(({ policies }) => policies);
  return new Map(
    entries.map((entry) => [`${entry.product}/${entry.slug}`, library.readCompiled(entry).policy]),
  );
}

const bases = {
  cookies: policyOf('harbour/cookie-policy'),
  privacy: policyOf('harbour/privacy-policy'),
  notice: policyOf('manara/notice'),
};

function policyOf(name: string): ResolvedPolicy {
  const policy = showcase.get(name);
  if (!policy) throw new Error(`No policy ${name} in the showcase.`);
  return policy;
}

type Edits = Record<string, unknown>;

/** A copy in which the value at each path is another; `undefined` takes it away. */
function edit(policy: ResolvedPolicy, edits: Edits): ResolvedPolicy {
  const copy = structuredClone(policy);
  for (const [path, value] of Object.entries(edits)) put(copy, path.split('.'), value);
  return copy;
}

function put(node: object, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length > 0) {
    const next: unknown = Reflect.get(node, key);
    if (typeof next !== 'object' || next === null) throw new Error(`Nothing at ${key}.`);
    put(next, rest, value);
  } else if (value !== undefined) Reflect.set(node, key, value);
  else if (Array.isArray(node)) node.splice(Number(key), 1);
  else Reflect.deleteProperty(node, key);
}

function compare(before: ResolvedPolicy, after: ResolvedPolicy): Change[] {
  return changesBetween(before, after, redline(toPage(before, site), toPage(after, site)));
}

type Case = [rule: ChangeRule, base: keyof typeof bases, edits: Edits, sentence: string, before?: Edits];

const fold = 'sections.0.content.0.text';
const may = 'We may share data with Counter.';

/** One small edit for every rule, with the one change it is. The last item makes the older version another one. */
const cases: Case[] = [
  ['title-changed', 'cookies', { title: "Cookies and more" }, ""],
  ['kicker-changed', 'cookies', { kicker: "Legal" }, ""],
  ['kind-changed', 'cookies', { kind: "privacy-policy" }, ""],
  ['language-changed', 'cookies', { language: "en-US" }, ""],
  ['product-renamed', 'cookies', { 'product.name': "Port" }, ""],
  ['address-changed', 'cookies', { slug: "cookies" }, ""],
  ['numbering-changed', 'cookies', { 'sections.2.numbering': "letters" }, ""],
  ['effective-date-changed', 'cookies', { effective: "2026-06-01" }, ""],
  ['reviewed-changed', 'cookies', { reviewed: "2026-07-01" }, ""],
  ['notice-period-shortened', 'cookies', { 'notice.period': "14 days" }, ""],
  ['notice-period-lengthened', 'cookies', { 'notice.period': "30 days" }, ""],
  ['notice-scope-narrowed', 'cookies', { 'notice.for': "material" }, ""],
  ['notice-scope-widened', 'cookies', { 'notice.for': "all" }, "", { 'notice.for': "material" }],
  ['notice-channel-added', 'cookies', { 'notice.channels': ["email", "banner"] }, "", { 'notice.channels': ["email"] }],
  ['notice-channel-removed', 'cookies', { 'notice.channels': ["email", "in-product", "website", "banner"] }, ""],
  ['notice-changed', 'privacy', { notice: { text: "We tell you by letter." } }, "", { notice: { text: "We tell you by e-mail." } }],
  ['disclosure-added', 'privacy', { 'facts.signals': { dnt: "ignored" } }, ""],
  ['disclosure-removed', 'cookies', { 'facts.signals': undefined, 'sections.2.content.2': undefined }, ""],
  ['none-stated', 'privacy', { 'facts.cookies': "none" }, "", { 'facts.cookies': undefined }],
  ['none-withdrawn', 'privacy', { 'facts.cookies': undefined, 'sections.0.content.2': undefined }, ""],
  ['category-added', 'cookies', { 'facts.categories.extra': { label: "Extra" } }, ""],
  ['category-removed', 'cookies', {}, "", { 'facts.categories.extra': { label: "Extra" } }],
  ['consent-requirement-added', 'cookies', { 'facts.categories.offers.consent': "required" }, ""],
  ['consent-requirement-removed', 'cookies', { 'facts.categories.counting.consent': "opt-out" }, ""],
  ['consent-changed', 'cookies', { 'facts.categories.counting.consent': undefined }, ""],
  ['category-changed', 'cookies', { 'facts.categories.counting.description': "They count visits and clicks." }, ""],
  ['cookie-added', 'cookies', { 'facts.cookies.extra': { name: "extra", type: "cookie", category: "counting", provider: "counter", expires: "13 months" } }, ""],
  ['cookie-removed', 'cookies', { 'facts.cookies.cup': undefined, 'sections.1.content.0.ids.11': undefined, 'sections.1.sections.2.content.1.ids.6': undefined }, ""],
  ['cookie-duration-increased', 'cookies', { 'facts.cookies.visits.expires': "13 months" }, "", { 'facts.cookies.visits.expires': "2 months" }],
  ['cookie-duration-decreased', 'cookies', { 'facts.cookies.cup.expires': "14 days" }, ""],
  ['cookie-duration-changed', 'cookies', { 'facts.cookies.cup.expires': "1 month" }, ""],
  ['cookie-category-widened', 'cookies', { 'facts.cookies.visits.category': "offers", 'facts.cookies.visits.party': "third" }, ""],
  ['cookie-category-narrowed', 'cookies', { 'facts.cookies.cup.category': "counting" }, ""],
  ['cookie-category-changed', 'cookies', { 'facts.cookies.draft.category': "counting" }, ""],
  ['cookie-first-to-third-party', 'cookies', { 'facts.cookies.session.party': "third", 'facts.cookies.session.domain': "counter.example.com", 'facts.cookies.session.provider': "counter" }, ""],
  ['cookie-third-to-first-party', 'cookies', { 'facts.cookies.visits.party': "first", 'facts.cookies.visits.domain': "harbour.example.com" }, ""],
  ['cookie-provider-changed', 'cookies', { 'facts.cookies.pixel.provider': "pier" }, ""],
  ['cookie-purpose-changed', 'cookies', { 'facts.cookies.visits.purpose': "Counts visits and builds profiles." }, ""],
  ['cookie-domain-widened', 'cookies', { 'facts.cookies.session.domain': "harbour.example.com" }, ""],
  ['cookie-domain-narrowed', 'cookies', { 'facts.cookies.draft.domain': "app.harbour.example.com" }, ""],
  ['cookie-domain-changed', 'cookies', { 'facts.cookies.session.domain': "www.harbour.example.com" }, ""],
  ['cookie-protection-weakened', 'cookies', { 'facts.cookies.session.sameSite': "lax" }, ""],
  ['cookie-protection-strengthened', 'cookies', { 'facts.cookies.visits.secure': true }, "", { 'facts.cookies.visits.secure': false }],
  ['cookie-changed', 'cookies', { 'facts.cookies.visits.name': "_visits" }, ""],
  ['signal-honoured', 'cookies', { 'facts.signals.dnt': "honoured" }, ""],
  ['signal-ignored', 'cookies', { 'facts.signals.gpc.honoured': false }, ""],
  ['signal-changed', 'cookies', { 'facts.signals.gpc.since': "2026-01-01" }, ""],
  ['audience-added', 'privacy', { 'facts.audiences.divers': { label: "Divers" } }, ""],
  ['audience-removed', 'privacy', {}, "", { 'facts.audiences.divers': { label: "Divers" } }],
  ['audience-role-changed', 'privacy', { 'facts.audiences.sailors.role': "processor" }, ""],
  ['audience-changed', 'privacy', { 'facts.audiences.guests.label': "Visitors" }, ""],
  ['data-category-added', 'privacy', { 'facts.data.photos': { label: "Photos", examples: ["your face", "your boat"] } }, ""],
  ['data-category-removed', 'privacy', {}, "", { 'facts.data.photos': { label: "Photos" } }],
  ['special-category-added', 'privacy', { 'facts.data.photos': { label: "Photos", special: true } }, ""],
  ['special-category-removed', 'privacy', { 'facts.data.health.special': false }, ""],
  ['data-source-changed', 'privacy', { 'facts.data.use.source': "third-party" }, ""],
  ['data-examples-widened', 'privacy', { 'facts.data.health.examples': ["allergies", "blood group"] }, ""],
  ['data-examples-narrowed', 'privacy', { 'facts.data.account.examples': ["name"] }, ""],
  ['data-category-changed', 'privacy', { 'facts.data.account.description': "Given when you moor." }, ""],
  ['purpose-added', 'privacy', { 'facts.purposes.ads': { text: "To advertise." } }, ""],
  ['purpose-removed', 'privacy', {}, "", { 'facts.purposes.ads': { text: "To advertise." } }],
  ['purpose-changed', 'privacy', { 'facts.purposes.news.text': "To send news and offers." }, ""],
  ['purpose-data-widened', 'privacy', { 'facts.purposes.mooring.data': ["account", "use", "score"] }, ""],
  ['purpose-data-narrowed', 'privacy', { 'facts.purposes.mooring.data': ["account"] }, ""],
  ['legal-basis-changed', 'privacy', { 'facts.purposes.news.basis': "legitimate-interests" }, ""],
  ['purpose-details-changed', 'privacy', { 'facts.purposes.mooring.audience': "guests" }, ""],
  ['recipient-category-added', 'privacy', { 'facts.recipients.insurers': { label: "Insurers" } }, ""],
  ['recipient-category-removed', 'privacy', {}, "", { 'facts.recipients.insurers': { label: "Insurers" } }],
  ['recipient-vendor-added', 'privacy', { 'facts.recipients.hosting.vendors': ["counter", "modelhouse"] }, ""],
  ['recipient-vendor-removed', 'privacy', {}, "", { 'facts.recipients.hosting.vendors': ["counter", "modelhouse"] }],
  ['recipient-changed', 'privacy', { 'facts.recipients.hosting.why': "To host and watch the service." }, ""],
  ['retention-added', 'privacy', { 'facts.retention.logs': { of: "logs", period: "7 days" } }, ""],
  ['retention-removed', 'privacy', {}, "", { 'facts.retention.logs': { of: "logs", period: "7 days" } }],
  ['retention-increased', 'privacy', { 'facts.retention.account.period': "60 days" }, ""],
  ['retention-decreased', 'privacy', { 'facts.retention.backups.period': "6 months" }, ""],
  ['retention-period-changed', 'privacy', { 'facts.retention.account.period': "1 month" }, ""],
  ['retention-limit-added', 'privacy', { 'facts.retention.account.atMost': true }, ""],
  ['retention-limit-removed', 'privacy', { 'facts.retention.backups.atMost': undefined }, ""],
  ['retention-criteria-changed', 'privacy', { 'facts.retention.disputes.criteria': undefined, 'facts.retention.disputes.period': "3 years" }, ""],
  ['retention-changed', 'privacy', { 'facts.retention.account.then': "made anonymous" }, ""],
  ['right-added', 'privacy', {}, "", { 'facts.rights.export': undefined, 'sections.2.content.0.ids.3': undefined }],
  ['right-removed', 'privacy', { 'facts.rights.export': undefined, 'sections.2.content.0.ids.3': undefined }, ""],
  ['right-changed', 'privacy', { 'facts.rights.delete': { text: "Delete some of your data." } }, ""],
  ['right-prominence-added', 'privacy', { 'facts.rights.access.prominent': true }, ""],
  ['right-prominence-removed', 'privacy', { 'facts.rights.object.prominent': undefined }, ""],
  ['right-deadline-lengthened', 'privacy', { 'facts.requests.answerWithin': "45 days" }, ""],
  ['right-deadline-shortened', 'privacy', { 'facts.requests.answerWithin': "14 days" }, ""],
  ['right-channel-added', 'privacy', { 'facts.requests.channels': ["privacy", "representative"] }, "", { 'facts.requests.channels': ["privacy"] }],
  ['right-channel-removed', 'privacy', { 'facts.requests.channels': ["representative"] }, ""],
  ['right-verification-changed', 'privacy', { 'facts.requests.verification': "We ask for your passport." }, ""],
  ['right-request-changed', 'privacy', { 'facts.requests.answerWithin': undefined }, ""],
  ['transfer-added', 'privacy', { 'facts.transfers.britain': { country: "GB" } }, ""],
  ['transfer-removed', 'privacy', {}, "", { 'facts.transfers.britain': { country: "GB" } }],
  ['transfer-country-changed', 'privacy', { 'facts.transfers.states.country': "CA" }, ""],
  ['transfer-safeguard-changed', 'privacy', { 'facts.transfers.states.mechanism': "adequacy" }, ""],
  ['transfer-vendor-added', 'privacy', { 'facts.transfers.states.vendors': ["modelhouse", "counter"] }, ""],
  ['transfer-vendor-removed', 'privacy', {}, "", { 'facts.transfers.states.vendors': ["modelhouse", "counter"] }],
  ['transfer-changed', 'privacy', { 'facts.transfers.elsewhere.text': "Sometimes far away." }, ""],
  ['security-measure-added', 'privacy', { 'facts.security.measures.locks': "Good locks." }, ""],
  ['security-measure-removed', 'privacy', {}, "", { 'facts.security.measures.locks': "Good locks." }],
  ['security-measure-changed', 'privacy', { 'facts.security.measures.ropes': "Very strong ropes." }, ""],
  ['security-limits-changed', 'privacy', { 'facts.security.limits': "No lock is perfect." }, ""],
  ['minimum-age-lowered', 'privacy', { 'facts.children.age': 13 }, ""],
  ['minimum-age-raised', 'privacy', { 'facts.children.age': 18 }, ""],
  ['children-text-changed', 'privacy', { 'facts.children.text': "Ask your guardians." }, ""],
  ['ai-added', 'privacy', {}, "", { 'facts.ai': "none", 'sections.4.content.0': { type: "none", of: "ai" } }],
  ['ai-removed', 'privacy', { 'facts.ai': "none", 'sections.4.content.0': { type: "none", of: "ai" } }, ""],
  ['ai-use-added', 'privacy', { 'facts.ai.uses.search': "searching berths" }, ""],
  ['ai-use-removed', 'privacy', {}, "", { 'facts.ai.uses.search': "searching berths" }],
  ['ai-use-changed', 'privacy', { 'facts.ai.uses.drafts': "drafting letters" }, ""],
  ['ai-vendor-added', 'privacy', { 'facts.ai.vendors': ["modelhouse", "counter"] }, ""],
  ['ai-vendor-removed', 'privacy', {}, "", { 'facts.ai.vendors': ["modelhouse", "counter"] }],
  ['ai-automatic-added', 'privacy', { 'facts.ai.trigger': "automatic" }, ""],
  ['ai-automatic-removed', 'privacy', {}, "", { 'facts.ai.trigger': "automatic" }],
  ['ai-training-added', 'privacy', { 'facts.ai.training': true }, ""],
  ['ai-training-removed', 'privacy', {}, "", { 'facts.ai.training': true }],
  ['ai-review-added', 'privacy', {}, "", { 'facts.ai.review': false }],
  ['ai-review-removed', 'privacy', { 'facts.ai.review': false }, ""],
  ['ai-changed', 'privacy', { 'facts.ai.training': undefined }, ""],
  ['automated-decision-added', 'privacy', { 'facts.automatedDecisions.price': { label: "Price" } }, ""],
  ['automated-decision-removed', 'privacy', {}, "", { 'facts.automatedDecisions.price': { label: "Price" } }],
  ['automated-decision-changed', 'privacy', { 'facts.automatedDecisions.berth.logic': "By the weight of the boat." }, ""],
  ['sale-or-sharing-added', 'privacy', { 'facts.sale.sells': true }, ""],
  ['sale-or-sharing-removed', 'privacy', { 'facts.sale.targetedAds': false }, ""],
  ['sale-changed', 'privacy', { 'facts.sale.shares': undefined }, ""],
  ['vendor-added', 'cookies', { 'facts.vendors.jetty': { name: "Jetty", country: "FR", does: "builds piers" } }, ""],
  ['vendor-removed', 'cookies', {}, "", { 'facts.vendors.jetty': { name: "Jetty" } }],
  ['vendor-country-changed', 'cookies', { 'facts.vendors.counter.country': "US" }, ""],
  ['vendor-role-changed', 'cookies', { 'facts.vendors.counter.role': "controller" }, ""],
  ['vendor-opt-out-added', 'cookies', {}, "", { 'facts.vendors.counter.optOut': undefined }],
  ['vendor-opt-out-removed', 'cookies', { 'facts.vendors.counter.optOut': undefined }, ""],
  ['vendor-changed', 'cookies', { 'facts.vendors.counter.does': "counts visits and clicks" }, ""],
  ['contact-added', 'cookies', { 'facts.contacts.desk': { label: "Desk" } }, ""],
  ['contact-removed', 'cookies', {}, "", { 'facts.contacts.desk': { label: "Desk" } }],
  ['contact-changed', 'cookies', { 'facts.contacts.privacy.email': "desk@harbour.example.com" }, ""],
  ['controller-identity-changed', 'privacy', { 'facts.controller.name': "Pier Limited" }, ""],
  ['controller-contact-changed', 'privacy', { 'facts.controller.address': "2 Quay Street" }, ""],
  ['section-added', 'cookies', { 'sections.7': { id: "more", aliases: [], title: "More", numbering: "decimal", content: [{ type: "prose", text: "You must read this." }], sections: [] } }, ""],
  ['section-removed', 'cookies', { 'sections.6': undefined }, ""],
  ['section-moved', 'cookies', { sections: [...bases.cookies.sections.slice(1), ...bases.cookies.sections.slice(0, 1)] }, ""],
  ['section-renamed', 'cookies', { 'sections.2.title': "Your choices" }, ""],
  ['anchor-added', 'cookies', { 'sections.2.aliases': ["options"] }, ""],
  ['anchor-removed', 'cookies', { 'sections.0.aliases': ["summary"] }, ""],
  ['block-added', 'cookies', { 'sections.5.content.2': { type: "contact", id: "privacy" } }, ""],
  ['block-removed', 'cookies', { 'sections.6.content.1': undefined }, ""],
  ['block-selection-changed', 'cookies', { 'sections.2.content.0': { type: "inventory", of: "categories", part: "offers", ids: ["offers"] } }, ""],
  ['block-caption-changed', 'cookies', { 'sections.1.content.0.caption': "All on your device" }, ""],
  ['block-column-added', 'cookies', { 'sections.1.sections.1.content.1.columns': ["name", "expires", "purpose"] }, ""],
  ['block-column-removed', 'cookies', { 'sections.1.sections.1.content.1.columns': ["name"] }, ""],
  ['callout-changed', 'cookies', { 'sections.0.content.2.tone': "warning" }, ""],
  ['order-changed', 'cookies', { 'notice.channels': ["post", "banner", "website", "in-product", "email"] }, ""],
  ['definition-added', 'cookies', { 'sections.4.content.0.items.2': { term: "Beacon", text: "A small light." } }, ""],
  ['definition-removed', 'cookies', { 'sections.4.content.0.items.1': undefined }, ""],
  ['definition-changed', 'cookies', { 'sections.4.content.0.items.0.text': "A small file." }, ""],
  ['prose-obligation-changed', 'cookies', { [fold]: "We will share data with Counter." }, "", { [fold]: may }],
  ['prose-number-changed', 'cookies', { [fold]: "We answer within 60 days." }, "", { [fold]: "We answer within 30 days." }],
  ['link-target-changed', 'cookies', { [fold]: "See [the law](https://law.example.org/b)." }, "", { [fold]: "See [the law](https://law.example.org/a)." }],
  ['prose-added', 'cookies', { [fold]: `${may}\n\nBoats are welcome.` }, "", { [fold]: may }],
  ['prose-removed', 'cookies', { [fold]: may }, "", { [fold]: `${may}\n\nBoats are welcome.` }],
  ['prose-moved', 'cookies', { [fold]: "The second piece of text stands here.\n\nThe third one has other words than both.\n\nThe first piece of this text stands here." }, "", { [fold]: "The first piece of this text stands here.\n\nThe second piece of text stands here.\n\nThe third one has other words than both." }],
  ['prose-changed', 'cookies', { [fold]: "We may share data with Lighthouse." }, "", { [fold]: may }],
  ['prose-typo', 'cookies', { [fold]: "We keep the harbour clean." }, "", { [fold]: "We keep the habrour clean." }],
  ['prose-punctuation-only', 'cookies', { [fold]: "We keep boats, ropes, and sails." }, "", { [fold]: "We keep boats, ropes and sails." }],
  ['format-only', 'cookies', { [fold]: "We keep *boats* dry." }, "", { [fold]: "We keep boats dry." }],
  ['whitespace-only', 'cookies', { [fold]: "We keep\nboats dry." }, "", { [fold]: "We keep boats dry." }],
];

const before = ([, base, , , older]: Case) => edit(bases[base], older ?? {});
const after = ([, base, edits]: Case) => edit(bases[base], edits);

test('DUMP', async () => {
  const { writeFileSync } = await import('node:fs');
  const out: Record<string, unknown> = {};
  for (const row of cases) {
    try {
    const changes = compare(before(row), after(row));
    out[row[0]] = changes.map(({ rule, sentence, path, level, anchor }) => `${rule} | ${path} | ${level} | ${anchor} | ${sentence}`);
    } catch (error) { out[row[0]] = String(error); }
  }
  writeFileSync('/tmp/chg/dump.json', JSON.stringify(out, null, 1));
});
