import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeRules } from '../src/compare/changes/change-rules.ts';
import {
  type Change,
  type ChangeRule,
  changesBetween,
  proposeMaterial,
} from '../src/compare/changes/changes.ts';
import { movedItems } from '../src/compare/changes/compare.ts';
import { excerptsOf } from '../src/compare/changes/excerpt.ts';
import { judgeWords } from '../src/compare/changes/word-change.ts';
import { redline } from '../src/compare/redline/redline.ts';
import type { Redline } from '../src/compare/redline/redline-model.ts';
import { toPage } from '../src/page/page.ts';
import type { ResolvedPolicy } from '../src/resolve/policy-model.ts';
import { compareLengths, lengthDifference } from '../src/time/period.ts';
import { wordsFor } from '../src/words/words.ts';
import { isLong } from './how-many.ts';
import { openFolder } from './open-folder.ts';

const site = { name: 'Example', url: 'https://example.com/' };
const noRedline: Redline = { sections: [] };

const showcase = readPolicies('tests/fixtures/sites/showcase');
const real = readPolicies('tests/fixtures/demo');

function readPolicies(folder: string): Map<string, ResolvedPolicy> {
  const library = openFolder(folder);
  const entries = library.products.flatMap(({ policies }) => policies);
  return new Map(
    entries.map((entry) => {
      // As a record holds it: what is edited here says nothing of where it quotes, nor of how it was written.
      const { quotes: _quotes, sources: _sources, ...policy } = library.readCompiled(entry).policy;
      return [`${entry.product}/${entry.slug}`, policy];
    }),
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
  [
    'title-changed',
    'cookies',
    { title: 'Cookies and more' },
    'The policy is now called “Cookies and more”. It was called “Cookies \\& similar technologies”.',
  ],
  [
    'kicker-changed',
    'cookies',
    { kicker: 'Legal' },
    'The line above the title now reads “Legal”. It read “Legal \\<\\& more\\>”.',
  ],
  [
    'kind-changed',
    'cookies',
    { kind: 'privacy-policy' },
    'This is now a document of the kind “Privacy policy”. It was of the kind “Cookie policy”.',
  ],
  [
    'language-changed',
    'cookies',
    { language: 'en-US' },
    'The text is now in American English. It was in British English.',
  ],
  [
    'product-renamed',
    'cookies',
    { 'product.name': 'Port' },
    'The product is now called “Port”. It was called “Harbour”.',
  ],
  [
    'address-changed',
    'cookies',
    { slug: 'cookies' },
    'The policy now stands at `/harbour/cookies/`. It stood at `/harbour/cookie-policy/`.',
  ],
  [
    'numbering-changed',
    'cookies',
    { 'sections.2.numbering': 'letters' },
    'The section “Choices” is now numbered in another way.',
  ],
  [
    'effective-date-changed',
    'cookies',
    { effective: '2026-06-01' },
    'The policy now binds from 1 June 2026. It was 1 May 2026.',
  ],
  [
    'reviewed-changed',
    'cookies',
    { reviewed: '2026-07-01' },
    'The text was last checked on 1 July 2026. It was 15 June 2026.',
  ],
  [
    'notice-period-shortened',
    'cookies',
    { 'notice.period': '14 days' },
    'Changes are now announced 14 days before they bind. It was 21 days.',
  ],
  [
    'notice-period-lengthened',
    'cookies',
    { 'notice.period': '30 days' },
    'Changes are now announced 30 days before they bind. It was 21 days.',
  ],
  [
    'notice-scope-narrowed',
    'cookies',
    { 'notice.for': 'material' },
    'Only important changes are now announced. It was all changes.',
  ],
  [
    'notice-scope-widened',
    'cookies',
    { 'notice.for': 'all' },
    'All changes are now announced. It was only important ones.',
    { 'notice.for': 'material' },
  ],
  [
    'notice-people-narrowed',
    'cookies',
    { 'notice.text': undefined, 'notice.to': 'owners of a paid account' },
    'Notice of changes is now promised to “owners of a paid account”. It was promised without naming anybody.',
    { 'notice.text': undefined },
  ],
  [
    'notice-people-widened',
    'cookies',
    { 'notice.text': undefined },
    'Notice of changes is now promised without naming anybody. It was promised to “owners of a paid account”.',
    { 'notice.text': undefined, 'notice.to': 'owners of a paid account' },
  ],
  [
    'notice-channel-added',
    'cookies',
    { 'notice.channels': ['email', 'banner'] },
    'For announcing changes, the policy now names a banner.',
    { 'notice.channels': ['email'] },
  ],
  [
    'notice-channel-removed',
    'cookies',
    { 'notice.channels': ['email', 'in-product', 'website', 'banner'] },
    'For announcing changes, the policy no longer names post.',
  ],
  [
    'notice-changed',
    'privacy',
    { notice: { text: 'We tell you by letter.' } },
    'How changes are announced, the text: now “We tell you by letter.” It was “We tell you by e-mail.”',
    { notice: { text: 'We tell you by e-mail.' } },
  ],
  [
    'disclosure-added',
    'notice',
    { 'facts.controller': { name: 'Manara Ltd', address: '2 Quay Street, Galway, Ireland', country: 'IE' } },
    'The policy now speaks of the company responsible: Manara Ltd, 2 Quay Street, Galway, Ireland.',
    { 'facts.controller': undefined },
  ],
  [
    'disclosure-removed',
    'notice',
    { 'facts.controller': undefined },
    'The policy no longer speaks of the company responsible: Manara Ltd, Ireland, Registration: 12.',
    { 'facts.controller': { name: 'Manara Ltd', country: 'IE', registration: '12' } },
  ],
  [
    'none-stated',
    'privacy',
    { 'facts.cookies': 'none' },
    'The policy now says: No cookies or similar technologies are used.',
    { 'facts.cookies': undefined },
  ],
  [
    'none-withdrawn',
    'privacy',
    { 'facts.cookies': undefined, 'sections.0.content.2': undefined },
    'The policy no longer says: No cookies or similar technologies are used.',
  ],
  [
    'entry-divided',
    'privacy',
    {
      'facts.data.who': { label: 'Who', examples: ['a name'] },
      'facts.data.how': { label: 'How', examples: ['a phone', 'a fax'] },
    },
    '“Contact” (“a name”, “a phone” and “a fax”) is now divided into “Who” (“a name”); “How” (“a phone” and “a fax”).',
    { 'facts.data.both': { label: 'Contact', examples: ['a name', 'a phone', 'a fax'] } },
  ],
  [
    'category-added',
    'cookies',
    { 'facts.categories.extra': { label: 'Extra' } },
    'The category “Extra” is new.',
  ],
  [
    'category-removed',
    'cookies',
    {},
    'The category “Extra” is gone.',
    { 'facts.categories.extra': { label: 'Extra' } },
  ],
  [
    'consent-requirement-added',
    'cookies',
    { 'facts.categories.offers.consent': 'required' },
    '“Offers”, consent: now “Only with your consent”. It was “On unless you refuse”.',
  ],
  [
    'consent-requirement-removed',
    'cookies',
    { 'facts.categories.counting.consent': 'opt-out' },
    '“Counting”, consent: now “On unless you refuse”. It was “Only with your consent”.',
  ],
  [
    'consent-changed',
    'cookies',
    { 'facts.categories.counting.consent': undefined },
    '“Counting”, consent: no longer stated. It was “Only with your consent”.',
  ],
  [
    'category-changed',
    'cookies',
    { 'facts.categories.counting.description': 'They count visits and clicks.' },
    '“Counting”, the description: now “They count visits and clicks.” It was “They count visits.”',
  ],
  [
    'category-changed',
    'cookies',
    { 'facts.categories.necessary.exemption': 'communication' },
    '“Needed to run the service”, the exception from consent: now “The communication itself”. It was “A service you asked for”.',
  ],
  [
    'category-changed',
    'cookies',
    { 'facts.categories.offers.objection': 'Call the desk.' },
    '“Offers”, how to object: now “Call the desk.” It was “Write to the desk.”',
  ],
  [
    'objection-added',
    'cookies',
    { 'facts.categories.counting.objection': 'Call the desk.' },
    '“Counting”: there is now a way to object, “Call the desk.”',
  ],
  [
    'objection-removed',
    'cookies',
    { 'facts.categories.offers.objection': undefined },
    '“Offers”: how to object is no longer said. It was “Write to the desk.”',
  ],
  [
    'cookie-added',
    'cookies',
    {
      'facts.cookies.extra': {
        name: 'extra',
        type: 'cookie',
        category: 'counting',
        provider: 'counter',
        expires: '13 months',
      },
    },
    '`extra` is new: in “Counting”, set by Counter \\<Co\\> \\& Partners, kept for 13 months.',
  ],
  [
    'cookie-removed',
    'cookies',
    {
      'facts.cookies.cup': undefined,
      'sections.1.content.0.ids.11': undefined,
      'sections.1.sections.2.content.1.ids.6': undefined,
    },
    'The policy no longer lists `cup`.',
  ],
  [
    'cookie-duration-increased',
    'cookies',
    { 'facts.cookies.visits.expires': '13 months' },
    '`_count_*` is now kept for 13 months. It was 2 months.',
    { 'facts.cookies.visits.expires': '2 months' },
  ],
  [
    'cookie-duration-decreased',
    'cookies',
    { 'facts.cookies.cup.expires': '14 days' },
    '`cup` is now kept for 14 days. It was 30 days.',
  ],
  [
    'cookie-duration-changed',
    'cookies',
    { 'facts.cookies.cup.expires': '1 month' },
    '`cup` is now kept for 1 month. It was 30 days.',
  ],
  [
    'cookie-category-widened',
    'cookies',
    { 'facts.cookies.visits.category': 'offers', 'facts.cookies.visits.party': 'third' },
    '`_count_*` is now in “Offers” (On unless you refuse). It was in “Counting” (Only with your consent).',
  ],
  [
    'cookie-category-narrowed',
    'cookies',
    { 'facts.cookies.cup.category': 'counting' },
    '`cup` is now in “Counting” (Only with your consent). It was in “Offers” (On unless you refuse).',
  ],
  [
    'cookie-category-changed',
    'cookies',
    { 'facts.cookies.draft.category': 'counting' },
    '`a_rather_long_name_for_a_draft_kept_in_local_storage_without_any_place_to_break_it_at_all` is now in “Counting” (Only with your consent). It was in “Needed to run the service” (No consent is needed).',
  ],
  [
    'cookie-first-to-third-party',
    'cookies',
    {
      'facts.cookies.session.party': 'third',
      'facts.cookies.session.domain': 'counter.example.com',
      'facts.cookies.session.provider': 'counter',
    },
    '`harbour_session` is now third-party: Counter \\<Co\\> \\& Partners, `counter.example.com`. It was first-party.',
  ],
  [
    'cookie-third-to-first-party',
    'cookies',
    { 'facts.cookies.visits.party': 'first', 'facts.cookies.visits.domain': 'harbour.example.com' },
    '`_count_*` is now first-party: `harbour.example.com`. It was third-party.',
  ],
  [
    'cookie-provider-changed',
    'cookies',
    { 'facts.cookies.pixel.provider': 'pier' },
    '`pixel.gif` is now set by Pier. It was set by Counter \\<Co\\> \\& Partners.',
  ],
  [
    'cookie-purpose-changed',
    'cookies',
    { 'facts.cookies.visits.purpose': 'Counts visits and builds profiles.' },
    '`_count_*`, the purpose: now “Counts visits and builds profiles.” It was “Counts visits.”',
  ],
  [
    'cookie-domain-widened',
    'cookies',
    { 'facts.cookies.session.domain': 'harbour.example.com' },
    '`harbour_session` now lives on `harbour.example.com`. It lived on `app.harbour.example.com`.',
  ],
  [
    'cookie-domain-narrowed',
    'cookies',
    { 'facts.cookies.draft.domain': 'app.harbour.example.com' },
    '`a_rather_long_name_for_a_draft_kept_in_local_storage_without_any_place_to_break_it_at_all` now lives on `app.harbour.example.com`. It lived on `harbour.example.com`.',
  ],
  [
    'cookie-domain-changed',
    'cookies',
    { 'facts.cookies.session.domain': 'www.harbour.example.com' },
    '`harbour_session` now lives on `www.harbour.example.com`. It lived on `app.harbour.example.com`.',
  ],
  [
    'cookie-protection-weakened',
    'cookies',
    { 'facts.cookies.session.sameSite': 'lax' },
    '`harbour_session`, sending it with requests from other sites: now “same site and links”. It was “same site only”.',
  ],
  [
    'cookie-protection-strengthened',
    'cookies',
    { 'facts.cookies.visits.secure': true },
    '`_count_*`, whether it is sent over HTTPS only: now yes. It was no.',
    { 'facts.cookies.visits.secure': false },
  ],
  [
    'cookie-changed',
    'cookies',
    { 'facts.cookies.visits.name': '_visits' },
    '`_count_*`, the name: now `_visits`. It was `_count_*`.',
  ],
  [
    'cookie-changed',
    'cookies',
    { 'facts.cookies.pixel.access': ['self', 'counter'] },
    '`pixel.gif`, who can read it: now stated, Harbour and Counter \\<Co\\> \\& Partners.',
  ],
  [
    'cookie-access-widened',
    'cookies',
    { 'facts.cookies.session.access': ['self', 'pier'] },
    '`harbour_session` can now also be read by Pier.',
  ],
  [
    'cookie-access-narrowed',
    'cookies',
    { 'facts.cookies.visits.access': ['self'] },
    'The policy no longer names Counter \\<Co\\> \\& Partners among those who can read `_count_*`.',
  ],
  [
    'cookie-trigger-widened',
    'cookies',
    { 'facts.cookies.visits.trigger': 'load' },
    '`_count_*` is now set as the page loads. It was set after you consent.',
  ],
  [
    'cookie-trigger-narrowed',
    'cookies',
    { 'facts.cookies.visits.trigger': 'use' },
    '`_count_*` is now set when you use a feature that needs it. It was set as the page loads.',
    { 'facts.cookies.visits.trigger': 'load' },
  ],
  [
    'cookie-changed',
    'cookies',
    { 'facts.cookies.visits.trigger': 'use' },
    '`_count_*`, when it is set: now when you use a feature that needs it. It was after you consent.',
  ],
  [
    'cookie-changed',
    'cookies',
    { 'facts.cookies.visits.setFrom': 'server' },
    '`_count_*`, how it is set: now by the server. It was by a script in the page.',
  ],
  [
    'cookie-data-duration-increased',
    'cookies',
    { 'facts.cookies.visits.dataRetention': '26 months' },
    'What `_count_*` collects is now kept for 26 months. It was 25 months.',
  ],
  [
    'cookie-data-duration-decreased',
    'cookies',
    { 'facts.cookies.visits.dataRetention': '24 months' },
    'What `_count_*` collects is now kept for 24 months. It was 25 months.',
  ],
  [
    'consent-manager-added',
    'cookies',
    {},
    'The policy now names a place to change a choice: “Cookie settings” (“in the footer of every page”).',
    { 'facts.consent.manager': undefined },
  ],
  [
    'consent-manager-removed',
    'cookies',
    { 'facts.consent.manager': undefined },
    'The policy no longer names this place to change a choice: “Cookie settings” (“in the footer of every page”).',
  ],
  [
    'refusal-strengthened',
    'cookies',
    {},
    'It is now easier to refuse everything: “Where you can accept everything”. It was “Not in one step”.',
    { 'facts.consent.rejectAll': 'none' },
  ],
  [
    'refusal-weakened',
    'cookies',
    { 'facts.consent.rejectAll': 'other-layer' },
    'It is now harder to refuse everything: “One step after the place where you can accept everything”. It was “Where you can accept everything”.',
  ],
  [
    'consent-choice-changed',
    'cookies',
    { 'facts.consent.keptFor': '1 year' },
    'How consent is given and changed, how long a choice is kept: now 1 year. It was 6 months.',
  ],
  [
    'consent-choice-changed',
    'cookies',
    { 'facts.consent.manager.text': 'in the menu' },
    'The place to change a choice, the text: now “in the menu”. It was “in the footer of every page”.',
  ],
  ['signal-honoured', 'cookies', { 'facts.signals.dnt': 'honoured' }, 'Do Not Track is now honoured.'],
  [
    'signal-ignored',
    'cookies',
    { 'facts.signals.gpc.honoured': false },
    'Global Privacy Control is no longer honoured (applies to: “every visit, signed in or not”).',
  ],
  [
    'signal-changed',
    'cookies',
    { 'facts.signals.gpc.since': '2026-01-01' },
    'Global Privacy Control, the day since when: now 1 January 2026. It was 1 January 2025.',
  ],
  [
    'signal-changed',
    'cookies',
    { 'facts.signals.gpc.confirmation': undefined },
    'Global Privacy Control, how people see that it took effect: no longer stated. It was “The footer says signal honoured.”',
  ],
  [
    'third-party-tracking-added',
    'cookies',
    {},
    'Others now collect what people do over time and across websites.',
    { 'facts.signals.thirdPartyTracking': false },
  ],
  [
    'third-party-tracking-removed',
    'cookies',
    { 'facts.signals.thirdPartyTracking': false },
    'Others no longer collect what people do over time and across websites.',
  ],
  [
    'audience-added',
    'privacy',
    { 'facts.audiences.divers': { label: 'Divers' } },
    'The policy now speaks of “Divers”.',
  ],
  [
    'audience-removed',
    'privacy',
    {},
    'The policy no longer speaks of “Divers”.',
    { 'facts.audiences.divers': { label: 'Divers' } },
  ],
  [
    'audience-role-changed',
    'privacy',
    { 'facts.audiences.sailors.role': 'processor' },
    '“Sailors”, the role: now “acts on behalf of somebody else (processor)”. It was “decides about the data (controller)”.',
  ],
  [
    'audience-changed',
    'privacy',
    { 'facts.audiences.guests.label': 'Visitors' },
    '“Guests”, the name: now “Visitors”. It was “Guests”.',
  ],
  [
    'audience-changed',
    'privacy',
    { 'facts.audiences.guests.children': true },
    '“Guests”, whether they are children: now “Children”. It was “Not children”.',
  ],
  [
    'data-category-added',
    'privacy',
    { 'facts.data.photos': { label: 'Photos', examples: ['your face', 'your boat'] } },
    'The policy now lists “Photos” among the data collected: “your face” and “your boat”.',
  ],
  [
    'data-category-removed',
    'privacy',
    {},
    'The policy no longer lists “Photos” among the data collected.',
    { 'facts.data.photos': { label: 'Photos' } },
  ],
  [
    'special-category-added',
    'privacy',
    { 'facts.data.photos': { label: 'Photos', special: true } },
    'The policy now lists “Photos” among the data collected, as data of a special category.',
  ],
  [
    'special-category-removed',
    'privacy',
    { 'facts.data.health.special': false },
    'The policy no longer lists “Health” as data of a special category.',
  ],
  [
    'data-source-changed',
    'privacy',
    { 'facts.data.use.source': 'third-party' },
    '“Use”, the source: now “others”. It was “your use”.',
  ],
  [
    'data-examples-widened',
    'privacy',
    { 'facts.data.health.examples': ['allergies', 'blood group'] },
    '“Health” now also names “blood group”.',
  ],
  [
    'data-examples-narrowed',
    'privacy',
    { 'facts.data.account.examples': ['name'] },
    '“Account” no longer names “e-mail address”.',
  ],
  [
    'data-category-changed',
    'privacy',
    { 'facts.data.account.description': 'Given when you moor.' },
    '“Account”, the description: now “Given when you moor.” It was “Given when you register.”',
  ],
  [
    'data-source-changed',
    'privacy',
    { 'facts.data.health.from': 'your insurer' },
    '“Health”, the source: now “your insurer”. It was “your doctor, not from public sources”.',
  ],
  [
    'data-category-changed',
    'privacy',
    { 'facts.data.account.provision': undefined },
    '“Account”, whether people must give it: no longer stated. It was “Without it you cannot moor.”',
  ],
  [
    'data-category-changed',
    'privacy',
    { 'facts.data.account.ccpa': ['identifiers', 'commercial'] },
    '“Account”, the category in California: now also names commercial information; no longer names customer records.',
  ],
  [
    'purpose-added',
    'privacy',
    { 'facts.purposes.ads': { text: 'To advertise.' } },
    'The policy now names this purpose: “To advertise.”',
  ],
  [
    'purpose-removed',
    'privacy',
    {},
    'The policy no longer names this purpose: “To advertise.”',
    { 'facts.purposes.ads': { text: 'To advertise.' } },
  ],
  [
    'purpose-changed',
    'privacy',
    { 'facts.purposes.news.text': 'To send news and offers.' },
    'A purpose now reads “To send news and offers.” It read “To send news.”',
  ],
  [
    'purpose-data-widened',
    'privacy',
    { 'facts.purposes.mooring.data': ['account', 'use', 'score'] },
    '“Mooring” now also uses “Score”.',
  ],
  [
    'purpose-data-narrowed',
    'privacy',
    { 'facts.purposes.mooring.data': ['account'] },
    'For “Mooring”, the policy no longer names “Use”.',
  ],
  [
    'legal-basis-changed',
    'privacy',
    { 'facts.purposes.news.basis': 'legitimate-interests' },
    '“To send news.”, the legal basis: now “Legitimate interests”. It was “Consent”.',
  ],
  [
    'purpose-details-changed',
    'privacy',
    { 'facts.purposes.mooring.audience': 'guests' },
    '“Mooring”, the people concerned: now “Guests”. It was “Sailors”.',
  ],
  [
    'legal-basis-changed',
    'privacy',
    { 'facts.purposes.rescue.condition': 'legal-claims' },
    '“To rescue people.”, the condition for special categories: now “Legal claims”. It was “Vital interests”.',
  ],
  [
    'recipient-category-added',
    'privacy',
    { 'facts.recipients.insurers': { label: 'Insurers' } },
    'The policy now lists “Insurers” among those who receive data.',
  ],
  [
    'recipient-category-removed',
    'privacy',
    {},
    'The policy no longer lists “Insurers” among those who receive data.',
    { 'facts.recipients.insurers': { label: 'Insurers' } },
  ],
  [
    'recipient-vendor-added',
    'privacy',
    { 'facts.recipients.hosting.vendors': ['counter', 'modelhouse'] },
    '“Hosting” now names Modelhouse.',
  ],
  [
    'recipient-vendor-removed',
    'privacy',
    {},
    '“Hosting” no longer names Modelhouse.',
    { 'facts.recipients.hosting.vendors': ['counter', 'modelhouse'] },
  ],
  [
    'recipient-changed',
    'privacy',
    { 'facts.recipients.hosting.why': 'To host and watch the service.' },
    '“Hosting”, the reason: now “To host and watch the service.” It was “To host the service.”',
  ],
  [
    'recipient-data-widened',
    'privacy',
    { 'facts.recipients.hosting.data': ['account', 'use', 'score'] },
    '“Hosting”: they now also receive “Score”.',
  ],
  [
    'recipient-data-narrowed',
    'privacy',
    { 'facts.recipients.hosting.data': ['account'] },
    '“Hosting”: the policy no longer names “Use” among what they receive.',
  ],
  [
    'recipient-changed',
    'privacy',
    { 'facts.recipients.models.data': ['account'] },
    'Modelhouse, the data: now stated, “Account”.',
  ],
  [
    'retention-added',
    'privacy',
    { 'facts.retention.logs': { of: 'logs', period: '7 days' } },
    'The policy now says how long this is kept: “logs”, 7 days.',
  ],
  [
    'retention-removed',
    'privacy',
    {},
    'The policy no longer says how long this is kept: “logs”. It was 7 days.',
    { 'facts.retention.logs': { of: 'logs', period: '7 days' } },
  ],
  [
    'retention-increased',
    'privacy',
    { 'facts.retention.account.period': '60 days' },
    '“Account” is now kept for 60 days after you leave (except, as before: invoices, kept for the law). It was 30 days after you leave.',
  ],
  [
    'retention-decreased',
    'privacy',
    { 'facts.retention.backups.period': '6 months' },
    '“encrypted backups” is now kept for up to 6 months. It was up to 1 year.',
  ],
  [
    'retention-period-changed',
    'privacy',
    { 'facts.retention.account.period': '1 month' },
    '“Account” is now kept for 1 month after you leave (except, as before: invoices, kept for the law). It was 30 days after you leave.',
  ],
  [
    'retention-limit-added',
    'privacy',
    { 'facts.retention.account.atMost': true },
    '“Account” is now kept for up to 30 days after you leave (except, as before: invoices, kept for the law). It was 30 days after you leave.',
  ],
  [
    'retention-limit-removed',
    'privacy',
    { 'facts.retention.backups.atMost': undefined },
    '“encrypted backups” is now kept for 1 year. It was up to 1 year.',
  ],
  [
    'retention-criteria-changed',
    'privacy',
    { 'facts.retention.disputes.criteria': undefined, 'facts.retention.disputes.period': '3 years' },
    '“letters” is now kept for 3 years. It was kept “as long as a dispute lasts”.',
  ],
  [
    'retention-changed',
    'privacy',
    { 'facts.retention.account.then': 'made anonymous' },
    '“Account”, what happens afterwards: now “made anonymous”. It was “deleted”.',
  ],
  [
    'retention-changed',
    'privacy',
    { 'facts.retention.account.data': ['account', 'use'] },
    '“Account”, the data: now also names “Use”.',
  ],
  [
    'right-added',
    'privacy',
    {},
    'The policy now names this right: “Take your data with you.”',
    { 'facts.rights.export': undefined, 'sections.2.content.0.ids.3': undefined },
  ],
  [
    'right-removed',
    'privacy',
    { 'facts.rights.export': undefined, 'sections.2.content.0.ids.3': undefined },
    'The policy no longer names this right: “Take your data with you.”',
  ],
  [
    'right-changed',
    'privacy',
    { 'facts.rights.delete': { text: 'Delete some of your data.' } },
    'A right now reads “Delete some of your data.” It read “Delete your data.”',
  ],
  [
    'right-prominence-added',
    'privacy',
    { 'facts.rights.access.prominent': true },
    'A right is now set apart from the others: “See your data.”',
  ],
  [
    'right-prominence-removed',
    'privacy',
    { 'facts.rights.object.prominent': undefined },
    'A right is no longer set apart from the others: “Object to its use.”',
  ],
  [
    'right-deadline-lengthened',
    'privacy',
    { 'facts.requests.answerWithin': '45 days' },
    'Requests are now answered within 45 days (an answer may come later, as before: “Up to 60 days more in a storm; we tell you why.”). It was 30 days.',
  ],
  [
    'right-deadline-shortened',
    'privacy',
    { 'facts.requests.answerWithin': '14 days' },
    'Requests are now answered within 14 days (an answer may come later, as before: “Up to 60 days more in a storm; we tell you why.”). It was 30 days.',
  ],
  [
    'right-channel-added',
    'privacy',
    { 'facts.requests.channels': ['privacy', 'representative'] },
    'Requests can now also go to “Representative”.',
    { 'facts.requests.channels': ['privacy'] },
  ],
  [
    'right-channel-removed',
    'privacy',
    { 'facts.requests.channels': ['representative'] },
    'For requests, the policy no longer names “Privacy desk”.',
  ],
  [
    'right-verification-changed',
    'privacy',
    { 'facts.requests.verification': 'We ask for your passport.' },
    'How requests are made and answered, the check of who asks: now “We ask for your passport.” It was “We ask for your berth number.”',
  ],
  [
    'right-deadline-added',
    'privacy',
    {},
    'Requests are now answered within 30 days (an answer may come later: “Up to 60 days more in a storm; we tell you why.”). No time was stated.',
    { 'facts.requests.answerWithin': undefined },
  ],
  [
    'complaint-deadline-removed',
    'privacy',
    { 'facts.requests.complaints.acknowledgeWithin': undefined },
    'The time in which complaints are acknowledged is no longer stated. It was 30 days.',
  ],
  [
    'complaint-deadline-added',
    'privacy',
    {},
    'Complaints are now acknowledged within 30 days. No time was stated.',
    { 'facts.requests.complaints.acknowledgeWithin': undefined },
  ],
  [
    'retention-period-removed',
    'privacy',
    { 'facts.retention.account.period': undefined },
    'The period for which “Account” is kept is no longer stated. It was 30 days after you leave (except: invoices, kept for the law).',
  ],
  [
    'retention-period-added',
    'privacy',
    {},
    '“Account” is now kept for 30 days after you leave (except: invoices, kept for the law). No time was stated.',
    { 'facts.retention.account.period': undefined },
  ],
  [
    'cookie-duration-removed',
    'cookies',
    { 'facts.cookies.cup.expires': undefined },
    'How long `cup` is kept is no longer stated. It was 30 days.',
  ],
  [
    'cookie-duration-added',
    'cookies',
    {},
    '`cup` is now kept for 30 days. No time was stated.',
    { 'facts.cookies.cup.expires': undefined },
  ],
  [
    'cookie-data-duration-removed',
    'cookies',
    { 'facts.cookies.visits.dataRetention': undefined },
    'How long what `_count_*` collects is kept is no longer stated. It was 25 months.',
  ],
  [
    'cookie-data-duration-added',
    'cookies',
    {},
    'What `_count_*` collects is now kept for 25 months. No time was stated.',
    { 'facts.cookies.visits.dataRetention': undefined },
  ],
  [
    'notice-period-removed',
    'cookies',
    { 'notice.text': undefined, 'notice.period': undefined },
    'How long before they bind changes are announced is no longer stated. It was 21 days.',
    { 'notice.text': undefined },
  ],
  [
    'notice-period-added',
    'cookies',
    { 'notice.text': undefined },
    'Changes are now announced 21 days before they bind. No time was stated.',
    { 'notice.text': undefined, 'notice.period': undefined },
  ],
  [
    'promise-removed',
    'cookies',
    { notice: undefined },
    'The policy no longer says how changes are announced (the period: 21 days; the scope: all changes; the channels: e-mail, a notice in the product, a notice on the website, a banner and post; the text: “We tell you three weeks before.”).',
  ],
  [
    'promise-added',
    'cookies',
    {},
    'The policy now says how changes are announced (the period: 21 days; the scope: all changes; the channels: e-mail, a notice in the product, a notice on the website, a banner and post; the text: “We tell you three weeks before.”).',
    { notice: undefined },
  ],
  [
    'right-deadline-removed',
    'privacy',
    { 'facts.requests.answerWithin': undefined },
    'The time in which requests are answered is no longer stated. It was 30 days (an answer may come later: “Up to 60 days more in a storm; we tell you why.”).',
  ],
  [
    'right-request-changed',
    'privacy',
    { 'facts.requests.onlineOnly': true },
    'How requests are made and answered, being online only: now “Online only, with people we deal with directly”. It was “Not online only”.',
  ],
  [
    'right-request-changed',
    'privacy',
    { 'facts.requests.agent': undefined },
    'How requests are made and answered, requests for another person: no longer stated. It was “A captain can ask with your signature.”',
  ],
  [
    'right-request-changed',
    'privacy',
    { 'facts.requests.complaints.channel': 'privacy' },
    'Complaints, who takes them: now “Privacy desk”. It was “Representative”.',
  ],
  [
    'complaint-channel-added',
    'privacy',
    {},
    'The policy now says that complaints can go to “Representative” (within 30 days).',
    { 'facts.requests.complaints': undefined },
  ],
  [
    'complaint-channel-removed',
    'privacy',
    { 'facts.requests.complaints': undefined },
    'The policy no longer says that complaints can go to “Representative” (within 30 days).',
  ],
  [
    'complaint-deadline-lengthened',
    'privacy',
    { 'facts.requests.complaints.acknowledgeWithin': '45 days' },
    'Complaints are now acknowledged within 45 days. It was 30 days.',
  ],
  [
    'complaint-deadline-shortened',
    'privacy',
    { 'facts.requests.complaints.acknowledgeWithin': '14 days' },
    'Complaints are now acknowledged within 14 days. It was 30 days.',
  ],
  [
    'transfer-added',
    'privacy',
    { 'facts.transfers.britain': { country: 'GB' } },
    'The policy now names this transfer abroad: United Kingdom.',
  ],
  [
    'transfer-removed',
    'privacy',
    {},
    'The policy no longer names this transfer abroad: United Kingdom.',
    { 'facts.transfers.britain': { country: 'GB' } },
  ],
  [
    'transfer-country-changed',
    'privacy',
    { 'facts.transfers.states.country': 'CA' },
    'The transfer “Drafts go to the United States.” now goes to Canada. It went to the United States.',
  ],
  [
    'transfer-safeguard-changed',
    'privacy',
    { 'facts.transfers.states.mechanism': 'adequacy' },
    'United States, the safeguard: now “Adequacy decision”. It was “Standard contractual clauses”.',
  ],
  [
    'transfer-vendor-added',
    'privacy',
    { 'facts.transfers.states.vendors': ['modelhouse', 'counter'] },
    'United States: the policy now names Counter \\<Co\\> \\& Partners as receiving data there.',
  ],
  [
    'transfer-vendor-removed',
    'privacy',
    {},
    'United States: the policy no longer names Counter \\<Co\\> \\& Partners as receiving data there.',
    { 'facts.transfers.states.vendors': ['modelhouse', 'counter'] },
  ],
  [
    'transfer-changed',
    'privacy',
    { 'facts.transfers.elsewhere.text': 'Sometimes far away.' },
    '“Sometimes elsewhere.”, the text: now “Sometimes far away.” It was “Sometimes elsewhere.”',
  ],
  [
    'transfer-changed',
    'privacy',
    { 'facts.transfers.states.copy': undefined },
    'United States, how to get a copy: no longer stated. It was “Ask the desk for a copy.”',
  ],
  [
    'security-measure-added',
    'privacy',
    { 'facts.security.measures.locks': 'Good locks.' },
    'The policy now names this security measure: “Good locks.”',
  ],
  [
    'security-measure-removed',
    'privacy',
    {},
    'The policy no longer names this security measure: “Good locks.”',
    { 'facts.security.measures.locks': 'Good locks.' },
  ],
  [
    'security-measure-changed',
    'privacy',
    { 'facts.security.measures.ropes': 'Very strong ropes.' },
    'A security measure now reads “Very strong ropes.” It read “Strong ropes.”',
  ],
  [
    'security-limits-changed',
    'privacy',
    { 'facts.security.limits': 'No lock is perfect.' },
    'How data is protected, the limits: now “No lock is perfect.” It was “No rope is perfect.”',
  ],
  [
    'minimum-age-lowered',
    'privacy',
    { 'facts.children.age': 13 },
    'What the policy says of children now concerns people under 13. It was 16.',
  ],
  [
    'minimum-age-raised',
    'privacy',
    { 'facts.children.age': 18 },
    'What the policy says of children now concerns people under 18. It was 16.',
  ],
  [
    'children-text-changed',
    'privacy',
    { 'facts.children.text': 'Ask your guardians.' },
    'Children, the text: now “Ask your guardians.” It was “Ask your parents.”',
  ],
  [
    'children-text-changed',
    'privacy',
    { 'facts.children.parents.how': 'Call the desk.' },
    'The rights of parents, how they are used: now “Call the desk.” It was “Write to the desk.”',
  ],
  [
    'children-text-changed',
    'privacy',
    { 'facts.children.internalOperations.safeguards': undefined },
    'Identifiers of children for internal operations, how their use is limited: no longer stated. It was “Nobody else can read them.”',
  ],
  [
    'children-text-changed',
    'privacy',
    { 'facts.children.audio.deletion': 'Deleted after a day.' },
    'Recordings of the voice of a child, when they are deleted: now “Deleted after a day.” It was “Deleted at once.”',
  ],
  [
    'child-publicity-added',
    'privacy',
    { 'facts.children.publicByChild': true },
    'Children can now make data public.',
  ],
  [
    'child-publicity-removed',
    'privacy',
    {},
    'Children can no longer make data public.',
    { 'facts.children.publicByChild': true },
  ],
  [
    'child-choice-added',
    'privacy',
    {},
    'The policy now names a choice of parents or children: “A parent can see the data.”',
    { 'facts.children.parents.review': undefined },
  ],
  [
    'child-choice-removed',
    'privacy',
    { 'facts.children.saleOptIn': undefined },
    'The policy no longer names this choice of parents or children: “People under 16 are asked first.”',
  ],
  [
    'ai-added',
    'privacy',
    { 'facts.ai': { uses: { reply: 'drafting replies' } } },
    'AI models are now used: “drafting replies”.',
    { 'facts.ai': 'none', 'sections.4.content.0': { type: 'none', of: 'ai' } },
  ],
  [
    'ai-removed',
    'privacy',
    { 'facts.ai': 'none', 'sections.4.content.0': { type: 'none', of: 'ai' } },
    'AI models are no longer used.',
    { 'facts.ai': { uses: { reply: 'drafting replies' } } },
  ],
  [
    'ai-use-added',
    'privacy',
    { 'facts.ai.uses.search': 'searching berths' },
    'The policy now names this use of AI models: “searching berths”.',
  ],
  [
    'ai-use-removed',
    'privacy',
    {},
    'The policy no longer names this use of AI models: “searching berths”.',
    { 'facts.ai.uses.search': 'searching berths' },
  ],
  [
    'ai-use-changed',
    'privacy',
    { 'facts.ai.uses.drafts': 'drafting letters' },
    'A use of AI models now reads “drafting letters”. It read “drafting replies”.',
  ],
  [
    'ai-vendor-added',
    'privacy',
    { 'facts.ai.vendors': ['modelhouse', 'counter'] },
    'The policy now names models of Counter \\<Co\\> \\& Partners.',
  ],
  [
    'ai-vendor-removed',
    'privacy',
    {},
    'The policy no longer names models of Counter \\<Co\\> \\& Partners.',
    { 'facts.ai.vendors': ['modelhouse', 'counter'] },
  ],
  [
    'ai-automatic-added',
    'privacy',
    { 'facts.ai.trigger': 'automatic' },
    'AI models now run by themselves. They ran only when a person asked.',
  ],
  [
    'ai-automatic-removed',
    'privacy',
    {},
    'AI models now run only when a person asks. They ran by themselves.',
    { 'facts.ai.trigger': 'automatic' },
  ],
  ['ai-training-added', 'privacy', { 'facts.ai.training': true }, 'Data is now used to train AI models.'],
  [
    'ai-training-removed',
    'privacy',
    {},
    'Data is no longer used to train AI models.',
    { 'facts.ai.training': true },
  ],
  [
    'ai-review-added',
    'privacy',
    {},
    'A person now approves what AI models produce before anybody sees it.',
    { 'facts.ai.review': false },
  ],
  [
    'ai-review-removed',
    'privacy',
    { 'facts.ai.review': false },
    'A person no longer approves what AI models produce before it is shown.',
  ],
  [
    'ai-changed',
    'privacy',
    { 'facts.ai.training': undefined },
    'The use of AI models, whether data trains models: no longer stated. It was “Data is not used to train models”.',
  ],
  [
    'automated-decision-added',
    'privacy',
    { 'facts.automatedDecisions.price': { label: 'Price' } },
    'The policy now names a decision that machines make alone: “Price”.',
  ],
  [
    'automated-decision-removed',
    'privacy',
    {},
    'The policy no longer names this decision that machines make alone: “Price”.',
    { 'facts.automatedDecisions.price': { label: 'Price' } },
  ],
  [
    'automated-decision-changed',
    'privacy',
    { 'facts.automatedDecisions.berth.logic': 'By the weight of the boat.' },
    '“Berth”, how it is made: now “By the weight of the boat.” It was “By the length of the boat.”',
  ],
  ['sale-or-sharing-added', 'privacy', { 'facts.sale.sells': true }, 'Personal data is now sold.'],
  [
    'sale-or-sharing-removed',
    'privacy',
    { 'facts.sale.targetedAds': false },
    'Personal data is no longer used for targeted advertising.',
  ],
  [
    'sale-changed',
    'privacy',
    { 'facts.sale.shares': undefined },
    'Selling and sharing personal data, whether data is shared for advertising across sites: no longer stated. It was “Personal data is not shared for advertising across sites.”',
  ],
  [
    'sale-or-sharing-added',
    'privacy',
    { 'facts.sale.under16': true },
    'Personal data is now known to be sold or shared where it is about people under 16.',
  ],
  [
    'sale-or-sharing-added',
    'privacy',
    { 'facts.sale.sensitive': true },
    'Personal data is now used, where it is sensitive, for more than what needs no choice.',
  ],
  [
    'sale-changed',
    'privacy',
    { 'facts.sale.optOut.label': 'Your privacy choices' },
    'The opt-out of sale and sharing, the name: now “Your privacy choices”. It was “Do Not Sell or Share My Personal Information”.',
  ],
  [
    'sale-opt-out-added',
    'privacy',
    { 'facts.sale.optOut.methods': ['link', 'signal', 'phone'] },
    'For opting out of sale and sharing, the policy now names telephone.',
  ],
  [
    'sale-opt-out-removed',
    'privacy',
    { 'facts.sale.optOut': undefined },
    'For opting out of sale and sharing, the policy no longer names “Do Not Sell or Share My Personal Information” (a link and a signal of your browser).',
  ],
  [
    'sale-opt-out-removed',
    'privacy',
    { 'facts.sale.optOut.url': undefined },
    'For opting out of sale and sharing, the policy no longer names `https://harbour.example.com/do-not-sell`.',
  ],
  [
    'sensitive-limit-added',
    'privacy',
    {},
    'For limiting the use of sensitive data, the policy now names “Limit the Use of My Sensitive Personal Information”.',
    { 'facts.sale.limit': undefined },
  ],
  [
    'sensitive-limit-removed',
    'privacy',
    { 'facts.sale.limit.url': undefined },
    'For limiting the use of sensitive data, the policy no longer names `https://harbour.example.com/limit`.',
  ],
  [
    'vendor-added',
    'cookies',
    { 'facts.vendors.jetty': { name: 'Jetty', country: 'FR', does: 'builds piers' } },
    'The policy now names Jetty, France, “builds piers”.',
  ],
  [
    'vendor-removed',
    'cookies',
    {},
    'The policy no longer names Jetty.',
    { 'facts.vendors.jetty': { name: 'Jetty' } },
  ],
  [
    'vendor-country-changed',
    'cookies',
    { 'facts.vendors.counter.country': 'US' },
    'Counter \\<Co\\> \\& Partners is now in the United States. It was in Germany.',
  ],
  [
    'vendor-role-changed',
    'cookies',
    { 'facts.vendors.counter.role': 'controller' },
    'Counter \\<Co\\> \\& Partners, the role: now controller. It was processor.',
  ],
  [
    'vendor-opt-out-added',
    'cookies',
    {},
    'The policy now names a place to object to what Counter \\<Co\\> \\& Partners does: `https://counter.example.com/opt-out`.',
    { 'facts.vendors.counter.optOut': undefined },
  ],
  [
    'vendor-opt-out-removed',
    'cookies',
    { 'facts.vendors.counter.optOut': undefined },
    'The policy no longer names this place to object to what Counter \\<Co\\> \\& Partners does: `https://counter.example.com/opt-out`.',
  ],
  [
    'vendor-changed',
    'cookies',
    { 'facts.vendors.counter.does': 'counts visits and clicks' },
    'Counter \\<Co\\> \\& Partners, what it does: now “counts visits and clicks”. It was “counts visits to the quay”.',
  ],
  [
    'contact-added',
    'cookies',
    { 'facts.contacts.desk': { label: 'Desk' } },
    'The policy now names “Desk” as a contact.',
  ],
  [
    'contact-removed',
    'cookies',
    {},
    'The policy no longer names “Desk” as a contact.',
    { 'facts.contacts.desk': { label: 'Desk' } },
  ],
  [
    'contact-changed',
    'cookies',
    { 'facts.contacts.privacy.email': 'desk@harbour.example.com' },
    '“Privacy desk”, the e-mail address: now desk\\@harbour.example.com. It was privacy\\@harbour.example.com.',
  ],
  [
    'controller-identity-changed',
    'privacy',
    { 'facts.controller.name': 'Pier Limited' },
    'The company responsible, the name: now Pier Limited. It was Harbour Limited.',
  ],
  [
    'controller-contact-changed',
    'privacy',
    { 'facts.controller.address': '2 Quay Street' },
    'The company responsible, the address: now 2 Quay Street. It was 1 Quay Street, Galway, H91 AAAA.',
  ],
  [
    'section-added',
    'cookies',
    {
      'sections.7': {
        id: 'more',
        aliases: [],
        title: 'More',
        numbering: 'decimal',
        content: [{ type: 'prose', text: 'You must read this.' }],
        sections: [],
      },
    },
    'The section “More” is new.',
  ],
  ['section-removed', 'cookies', { 'sections.6': undefined }, 'The section “Contact” is gone.'],
  [
    'section-moved',
    'cookies',
    { sections: [...bases.cookies.sections.slice(1), ...bases.cookies.sections.slice(0, 1)] },
    'The section “Overview” now stands somewhere else.',
  ],
  [
    'section-renamed',
    'cookies',
    { 'sections.2.title': 'Your choices' },
    'The section “Choices” is now called “Your choices”.',
  ],
  [
    'anchor-added',
    'cookies',
    { 'sections.2.aliases': ['options'] },
    'Links to `#options` now lead to the section “Choices”.',
  ],
  [
    'anchor-added',
    'cookies',
    { moved: { start: 'terms#start' } },
    'Links to `#start` now lead to `terms#start`.',
  ],
  [
    'anchor-removed',
    'cookies',
    { 'sections.0.aliases': ['summary'] },
    'Links to `#start` no longer lead to the section “Overview”.',
  ],
  [
    'block-added',
    'cookies',
    { 'sections.5.content.2': { type: 'contact', id: 'privacy' } },
    'The section “Versions” now shows “Privacy desk”.',
  ],
  [
    'block-removed',
    'cookies',
    { 'sections.6.content.1': undefined },
    'The section “Contact” no longer shows “Representative”.',
  ],
  [
    'block-moved',
    'cookies',
    { 'sections.6.content.1': undefined, 'sections.5.content.2': { type: 'contact', id: 'representative' } },
    'The section “Versions” now shows “Representative”, which the section “Contact” showed before.',
  ],
  [
    'block-selection-changed',
    'cookies',
    { 'sections.2.content.0': { type: 'inventory', of: 'categories', part: 'offers', ids: ['offers'] } },
    'The section “Choices” now shows categories of cookies (Offers). It showed categories of cookies.',
  ],
  [
    'block-caption-changed',
    'cookies',
    { 'sections.1.content.0.caption': 'All on your device' },
    'In the section “Cookies of Harbour”, a table is now captioned “All on your device”. It was captioned “Everything on your device”.',
  ],
  [
    'block-column-added',
    'cookies',
    { 'sections.1.sections.1.content.1.columns': ['name', 'expires', 'purpose'] },
    'In the section “Counting”, a table now shows “Purpose”.',
  ],
  [
    'block-column-removed',
    'cookies',
    { 'sections.1.sections.1.content.1.columns': ['name'] },
    'In the section “Counting”, a table no longer shows “Kept for”.',
  ],
  [
    'callout-changed',
    'cookies',
    { 'sections.0.content.2.tone': 'warning' },
    'In the section “Overview”, a text is now marked “Warning”. It was marked “Note”.',
  ],
  [
    'order-changed',
    'cookies',
    { 'notice.channels': ['post', 'banner', 'website', 'in-product', 'email'] },
    'How changes are announced, the channels: the order is now another.',
  ],
  [
    'definition-added',
    'cookies',
    { 'sections.4.content.0.items.2': { term: 'Beacon', text: 'A small light.' } },
    '“Beacon” is now defined: “A small light.”',
  ],
  [
    'definition-removed',
    'cookies',
    { 'sections.4.content.0.items.1': undefined },
    '“Pixel” is no longer defined: “An image. A small one.”',
  ],
  [
    'definition-renamed',
    'cookies',
    { 'sections.4.content.0.items.0.term': 'Biscuit' },
    'The term “Cookie” is now “Biscuit”; what it means stays.',
  ],
  [
    'definition-changed',
    'cookies',
    { 'sections.4.content.0.items.0.text': 'A small file.' },
    '“Cookie” is now defined as “A small file.” It was defined as “A small text.”',
  ],
  [
    'prose-obligation-changed',
    'cookies',
    { [fold]: 'We will share data with Counter.' },
    'In the section “Overview”, where words such as may, must or not differ, the text now reads “We will share data with Counter.” It was “We may share data with Counter.”',
    { [fold]: may },
  ],
  [
    'prose-number-changed',
    'cookies',
    { [fold]: 'We answer within 60 days.' },
    'In the section “Overview”, where numbers, dates or periods differ, the text now reads “We answer within 60 days.” It was “We answer within 30 days.”',
    { [fold]: 'We answer within 30 days.' },
  ],
  [
    'link-target-changed',
    'cookies',
    { [fold]: 'See [the law](https://law.example.org/b).' },
    'In the section “Overview”, the link “the law” now leads to `https://law.example.org/b`. It led to `https://law.example.org/a`.',
    { [fold]: 'See [the law](https://law.example.org/a).' },
  ],
  [
    'prose-added',
    'cookies',
    { [fold]: `${may}\n\nBoats are welcome.` },
    'New in the section “Overview”: “Boats are welcome.”',
    { [fold]: may },
  ],
  [
    'prose-removed',
    'cookies',
    { [fold]: may },
    'Gone from the section “Overview”: “Boats are welcome.”',
    { [fold]: `${may}\n\nBoats are welcome.` },
  ],
  [
    'prose-moved',
    'cookies',
    {
      [fold]:
        'The second piece of text stands here.\n\nThe third one has other words than both.\n\nThe first piece of this text stands here.',
    },
    'In the section “Overview”, a text now stands somewhere else: “The first piece of this text stands here.”',
    {
      [fold]:
        'The first piece of this text stands here.\n\nThe second piece of text stands here.\n\nThe third one has other words than both.',
    },
  ],
  [
    'prose-changed',
    'cookies',
    { [fold]: 'We may share data with Lighthouse.' },
    'In the section “Overview”, the text now reads “We may share data with Lighthouse.” It was “We may share data with Counter.”',
    { [fold]: may },
  ],
  [
    'prose-renamed',
    'cookies',
    { [fold]: 'We moor at Skerry. We row to Skerry. We swim from Skerry.' },
    '“Skerry” now stands in the place of “Beacon”, in 3 texts.',
    { [fold]: 'We moor at Beacon. We row to Beacon. We swim from Beacon.' },
  ],
  [
    'prose-typo',
    'cookies',
    { [fold]: 'We keep the harbour clean.' },
    'In the section “Overview”, a word is now spelled in another way: “We keep the harbour clean.” It was “We keep the habrour clean.”',
    { [fold]: 'We keep the habrour clean.' },
  ],
  [
    'prose-wording-changed',
    'cookies',
    { [fold]: 'We keep the boats.' },
    'In the section “Overview”, where small words or the form of words alone differ, the text now reads “We keep the boats.” It was “We keep a boat.”',
    { [fold]: 'We keep a boat.' },
  ],
  [
    'prose-capitals-changed',
    'cookies',
    { [fold]: 'We Keep Boats.' },
    'In the section “Overview”, where capital letters alone differ, the text now reads “We Keep Boats.” It was “We keep boats.”',
    { [fold]: 'We keep boats.' },
  ],
  [
    'prose-renumbered',
    'cookies',
    { [fold]: '13\\.4. We keep boats.' },
    'In the section “Overview”, where numbers of sections or items differ, the text now reads “13\\.4. We keep boats.” It was “13\\.5. We keep boats.”',
    { [fold]: '13\\.5. We keep boats.' },
  ],
  [
    'prose-breaks-changed',
    'cookies',
    { [fold]: 'We keep boats dry all winter.\n\nYou may ask us to paint them.' },
    'In the section “Overview”, a text is now divided into paragraphs or items in another way: “We keep boats dry all winter. You may ask us to paint them.”',
    { [fold]: 'We keep boats dry all winter. You may ask us to paint them.' },
  ],
  [
    'prose-form-changed',
    'cookies',
    { [fold]: '- We keep boats.\n- We paint them.' },
    'In the section “Overview”, the same words now stand in a list: “We keep boats.”, “We paint them.”',
    { [fold]: 'We keep boats.\n\nWe paint them.' },
  ],
  [
    'prose-depth-changed',
    'cookies',
    { [fold]: '- We share data only\n  - if you agree,\n- with our printers.' },
    'In the section “Overview”, an item now stands on another level of its list: “with our printers.”',
    { [fold]: '- We share data only\n  - if you agree,\n  - with our printers.' },
  ],
  [
    'prose-date-changed',
    'cookies',
    { [fold]: 'Last updated: 2 July 2021' },
    'In the section “Overview”, the date of the text is now “Last updated: 2 July 2021”. It was “Last updated: 4 December 2020”.',
    { [fold]: 'Last updated: 4 December 2020' },
  ],
  [
    'prose-punctuation-only',
    'cookies',
    { [fold]: 'We keep boats, ropes, and sails.' },
    'In the section “Overview”, where punctuation or spaces alone differ, the text now reads “We keep boats, ropes, and sails.” It was “We keep boats, ropes and sails.”',
    { [fold]: 'We keep boats, ropes and sails.' },
  ],
  [
    'format-only',
    'cookies',
    { [fold]: 'We keep *boats* dry.' },
    'In the section “Overview”, the look of “boats” changes.',
    { [fold]: 'We keep boats dry.' },
  ],
  [
    'whitespace-only',
    'cookies',
    { [fold]: 'We keep\nboats dry.' },
    'In the section “Overview”, only the source of the text changes; it reads the same.',
    { [fold]: 'We keep boats dry.' },
  ],
];

const older = ([, base, , , edits]: Case) => edit(bases[base], edits ?? {});
const newer = ([, base, edits]: Case) => edit(bases[base], edits);

/** What a case comes to, read twice by several tests. */
const found = new Map(cases.map((row) => [row, compare(older(row), newer(row))]));

test.each(cases.map((row) => [row[0], row] as const))('%s', (rule, row) => {
  const changes = found.get(row) ?? [];
  expect(changes.map(({ rule, sentence }) => [rule, sentence])).toEqual([[rule, row[3]]]);
});

test('tells from when groups of people are bound', () => {
  const groups = {
    starts: [
      { group: 'new customers', from: '2026-05-01' },
      { group: 'others', from: '2026-06-01' },
    ],
  };
  expect(compare(bases.cookies, edit(bases.cookies, groups)).map(({ sentence }) => sentence)).toEqual([
    'The policy now binds from 1 May 2026 for new customers and 1 June 2026 for others. It was 1 May 2026.',
  ]);
});

test('has a case for every rule, and a sentence and a summary', () => {
  const rules = Object.keys(changeRules).sort();
  expect([...new Set(cases.map(([rule]) => rule))].sort()).toEqual(rules);
  expect(Object.keys(wordsFor('en').changes.sentences).sort()).toEqual(rules);
  expect(Object.entries(changeRules).filter(([, { summary }]) => !/^[A-Z].*\.$/.test(summary))).toEqual([]);
});

describe('swapping the versions', () => {
  /** Other pairs of names than those that `opposites` makes. */
  const pairs: Record<string, ChangeRule> = {
    'cookie-first-to-third-party': 'cookie-third-to-first-party',
    'cookie-third-to-first-party': 'cookie-first-to-third-party',
    'none-stated': 'none-withdrawn',
    'none-withdrawn': 'none-stated',
  };
  const opposites = [
    'added removed',
    'increased decreased',
    'widened narrowed',
    'lengthened shortened',
  ].concat('raised lowered', 'strengthened weakened', 'honoured ignored');

  function oppositeOf(rule: ChangeRule): string {
    const known = pairs[rule];
    if (known) return known;
    for (const pair of opposites) {
      const [one = '', other = ''] = pair.split(' ');
      if (rule.endsWith(`-${one}`)) return rule.replace(new RegExp(`${one}$`), other);
      if (rule.endsWith(`-${other}`)) return rule.replace(new RegExp(`${other}$`), one);
    }
    return rule;
  }

  const reversed = { more: 'less', less: 'more', neutral: 'neutral' } as const;

  // What joined a list is said of readers' data from then on; that what left it has ended nobody said.
  const lists: ReadonlySet<string> = new Set(
    `cookie data-category special-category purpose recipient-category recipient-vendor transfer transfer-vendor ai-use
     ai-vendor vendor`
      .split(/\s+/)
      .flatMap((name) => [`${name}-added`, `${name}-removed`])
      .concat(
        'data-examples purpose-data recipient-data cookie-access'
          .split(' ')
          .flatMap((name) => [`${name}-widened`, `${name}-narrowed`]),
      ),
  );

  // A yes or no that is not said any more was a promise; said for the first time it may have been so before.
  const flags: ReadonlySet<string> = new Set(['ai-changed', 'sale-changed']);

  // How long something is kept, stated for the first time, is a limit or something more that is kept; a limit that is
  // not stated any more was one.
  const limits: Readonly<Record<string, string>> = {
    'retention-added': 'more',
    'retention-removed': 'neutral',
  };

  function turned(rule: string, direction: keyof typeof reversed): string {
    if (limits[rule]) return limits[rule];
    if (flags.has(rule) && direction === 'more') return 'neutral';
    if (!lists.has(rule)) return reversed[direction];
    expect(direction).toBe(/-(added|widened)$/.test(rule) ? 'more' : 'neutral');
    return direction === 'more' ? 'neutral' : 'more';
  }

  test.each(cases.map((row) => [row[0], row] as const))('turns %s around', (rule, row) => {
    const [there] = found.get(row) ?? [];
    const back = compare(newer(row), older(row));
    expect(back.map((change) => change.rule)).toEqual([oppositeOf(rule)]);
    expect(back[0]?.direction).toBe(turned(rule, there?.direction ?? 'neutral'));
    expect(back[0]?.before).toEqual(there?.after);
    expect(back[0]?.after).toEqual(there?.before);
  });

  test('turns the directions and actions of the rules around', () => {
    const actions: Record<string, string> = {
      added: 'removed',
      removed: 'added',
      increased: 'decreased',
      decreased: 'increased',
      widened: 'narrowed',
      narrowed: 'widened',
    };
    for (const [name, rule] of Object.entries(changeRules)) {
      // Every name of the table is the name of a rule, and so is its opposite: the test above says so.
      const opposite = changeRules[oppositeOf(name as ChangeRule) as ChangeRule];
      expect([name, opposite.action, opposite.direction]).toEqual([
        name,
        actions[rule.action] ?? rule.action,
        turned(name, rule.direction),
      ]);
    }
  });
});

describe('completeness', () => {
  /** The version's own name and description, what makes a block another block, and what follows from other leaves. */
  const ignored = [/^updated$/, /^change(\.|$)/];
  /** Keys whose absence the types forbid. */
  const needed =
    /(^|\.)(id|title|label|name|text|of|type|channel|age|kind|slug|language|numbering|part|ids|count|tone|term|honoured|columns|content|sections|aliases|items|uses|measures|logic|party|facts|contacts|vendors|product|as)$|items\.\d+\.for$|starts\.\d+\.\w+$|\.\d+$|measures\.|uses\./;
  /** Values by key, for keys that allow few. */
  const choices: Record<string, readonly string[]> = {
    exemption: ['requested', 'statistical'],
    setFrom: ['server', 'script'],
    ccpa: ['identifiers', 'commercial'],
    condition: ['employment', 'legal-claims'],
    methods: ['form', 'phone'],
    rejectAll: ['same-layer', 'none'],
  };
  const others: Record<string, unknown> = {
    load: 'consent',
    consent: 'use',
    use: 'load',
    exempt: 'required',
    required: 'opt-out',
    'opt-out': 'exempt',
    first: 'third',
    third: 'first',
    cookie: 'pixel',
    none: 'decimal',
    decimal: 'letters',
    letters: 'none',
    honoured: 'ignored',
    ignored: 'honoured',
    controller: 'processor',
    processor: 'controller',
    'joint-controller': 'processor',
    'on-request': 'automatic',
    all: 'material',
    material: 'all',
    note: 'tip',
    tip: 'note',
    important: 'warning',
    warning: 'important',
  };

  function mutated(path: string, value: unknown): unknown {
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'number') return value + 1;
    if (value === 'none' && path.startsWith('facts') && path.split('.').length === 2) return undefined;
    if (typeof value !== 'string') throw new Error(`Unexpected leaf at ${path}.`);
    const key = path.split('.').findLast((part) => !/^\d+$/.test(part));
    const choice = choices[key ?? '']?.find((other) => other !== value);
    if (choice) return choice;
    if (key === 'country') return value === 'FR' ? 'DE' : 'FR';
    if (key === 'language') return value === 'en' ? 'de' : 'en';
    if (key === 'mechanism') return value === 'consent' ? 'contract' : 'consent';
    if (key === 'basis') return value === 'consent' ? 'contract' : 'consent';
    if (key === 'source') return value === 'given' ? 'derived' : 'given';
    if (key === 'sameSite') return value === 'lax' ? 'strict' : 'lax';
    if (key === 'kind') return value === 'terms' ? 'notice' : 'terms';
    if (key === 'type') return value === 'pixel' ? 'sdk' : 'pixel';
    if (key === 'columns') return value === 'attributes' ? 'name' : 'attributes';
    if (key === 'channels' && path.startsWith('notice')) return value === 'post' ? 'email' : 'post';
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return '2031-07-09';
    if (/^(period|expires|answerWithin|acknowledgeWithin|keptFor|dataRetention)$/.test(key ?? ''))
      return value === '17 days' ? '18 days' : '17 days';
    const isEnum = /^(consent|party|dnt|role|trigger|for|tone|numbering)$/.test(key ?? '');
    return isEnum && value in others ? others[value] : `${value}x`;
  }

  function leaves(node: unknown, path = ''): [path: string, value: unknown][] {
    if (typeof node !== 'object' || node === null) return [[path, node]];
    return Object.entries(node).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key));
  }

  /** Every copy of a policy in which one leaf is another, or gone. */
  function* mutants(policy: ResolvedPolicy): Generator<[what: string, mutant: ResolvedPolicy]> {
    for (const [path, value] of leaves(policy)) {
      if (ignored.some((pattern) => pattern.test(path))) continue;
      const isDiscriminator = /content\.\d+\.(type|of)$/.test(path);
      if (!isDiscriminator) yield [`${path} changed`, edit(policy, { [path]: mutated(path, value) })];
      if (!needed.test(path)) yield [`${path} gone`, edit(policy, { [path]: undefined })];
    }
    for (const [path] of branches(policy)) yield [`${path} gone`, edit(policy, { [path]: undefined })];
  }

  /** What can go as a whole: entries, facts, blocks, sections, items of lists. */
  function branches(node: object, path = ''): [path: string, value: object][] {
    return Object.entries(node).flatMap(([key, value]): [string, object][] => {
      if (typeof value !== 'object' || value === null) return [];
      const own = path ? `${path}.${key}` : key;
      const isWhole =
        /^(notice|facts\.\w+|facts\.\w+\.[\w-]+)$|content\.\d+$|items\.\d+$|(^|\.)sections\.\d+$/.test(own) &&
        !/^facts\.(contacts|vendors)$|\.(uses|measures)$/.test(own);
      return [...(isWhole ? [[own, value] as [string, object]] : []), ...branches(value, own)];
    });
  }

  const policies = [...showcase, ...real];

  test.each(policies)('%s: a change of any leaf is listed', (_, policy) => {
    const missed: string[] = [];
    const broken: string[] = [];
    const kinds = new Set<string>();
    for (const [what, mutant] of mutants(policy)) {
      const there = changesBetween(policy, mutant, noRedline);
      if (there.length === 0) missed.push(what);
      // What is said on the way back is alike for all places of a kind.
      const kind = what.replace(/^(facts\.\w+)\.[^.\s]+/, '$1.#').replaceAll(/\.\d+/g, '.#');
      const back = isLong || !kinds.has(kind) ? changesBetween(mutant, policy, noRedline) : [];
      kinds.add(kind);
      const odd = [...there, ...back].filter(({ sentence }) =>
        /undefined|\[object|^\W*$| {2}| \./.test(sentence),
      );
      broken.push(...odd.map(({ sentence }) => `${what}: ${sentence}`));
    }
    expect(missed).toEqual([]);
    expect(broken).toEqual([]);
  });

  test.each(policies)('%s: equal policies have no change', (_, policy) => {
    expect(compare(policy, structuredClone(policy))).toEqual([]);
    const dated = edit(policy, {
      updated: '2030-01-01',
      effective: '2030-01-01',
      change: { summary: 'News.' },
    });
    const older = edit(policy, { updated: '2029-01-01', effective: '2029-01-01' });
    expect(compare(older, dated)).toEqual([]);
  });

  test('with its redline, a change of any text is listed once', () => {
    for (const policy of Object.values(bases)) {
      const texts = leaves(policy).filter(([path]) =>
        /content\.\d+\.(text|items\.\d+\.(text|steps\.\d+))$/.test(path),
      );
      expect(texts.length).toBeGreaterThan(0);
      for (const [path, value] of texts) {
        const changes = compare(policy, edit(policy, { [path]: `${value}\n\nWe must add this.` }));
        expect([path, changes.length]).toEqual([path, 1]);
      }
    }
  });
});

describe('one edit is one change', () => {
  const rulesOf = (changes: readonly Change[]) => changes.map(({ rule }) => rule);

  test('a cookie that goes is not told field by field, nor as a row', () => {
    expect(
      rulesOf(
        compare(
          bases.cookies,
          edit(bases.cookies, {
            'facts.cookies.draft': undefined,
            'sections.1.content.0.ids.2': undefined,
            'sections.1.sections.0.content.1.ids.1': undefined,
          }),
        ),
      ),
    ).toEqual(['cookie-removed']);
  });

  test('a move to another category explains the party and the rows', () => {
    const moved = edit(bases.cookies, {
      'facts.cookies.pixel.category': 'counting',
      'facts.cookies.pixel.party': 'third',
      'sections.1.sections.1.content.1.ids.1': 'pixel',
      'sections.1.sections.2.content.1.ids.0': undefined,
    });
    const [change, ...more] = compare(bases.cookies, moved);
    expect(more).toEqual([]);
    expect(change?.sentence).toBe(
      '`pixel.gif` is now in “Counting” (Only with your consent), Third party. It was in “Offers” (On unless you refuse).',
    );
  });

  test('a fact that prose quotes is not told again as prose', () => {
    const quoting = edit(bases.cookies, {
      [fold]: 'Write to privacy@harbour.example.com, says Harbour Limited.',
    });
    const changed = edit(quoting, {
      'facts.contacts.privacy.email': 'desk@harbour.example.com',
      [fold]: 'Write to desk@harbour.example.com, says Harbour Limited.',
    });
    expect(rulesOf(compare(quoting, changed))).toEqual(['contact-changed']);
  });

  test('the date of the version in a text is no change of the text', () => {
    const dated = (date: string, text: string) =>
      edit(bases.cookies, { updated: date, effective: date, [fold]: text });
    const compared = (text: (date: string) => string) =>
      rulesOf(
        compare(dated('2026-03-31', text('31 March 2026')), dated('2026-04-30', text('30 April 2026'))),
      );
    expect(compared((date) => `Last updated: ${date}.`)).toEqual([]);
    expect(compared((date) => `Our offer ends on ${date}.`)).toEqual(['prose-number-changed']);
  });

  test('a new section takes its subsections and prose along', () => {
    const inner = { id: 'inner', aliases: [], title: 'Inner', numbering: 'none', content: [], sections: [] };
    const prose = { type: 'prose', text: 'You must pay 5 euros.' };
    const section = { ...inner, id: 'fees', title: 'Fees', content: [prose], sections: [inner] };
    expect(rulesOf(compare(bases.notice, edit(bases.notice, { 'sections.2': section })))).toEqual([
      'section-added',
    ]);
  });

  test('the numbering of a policy explains that of its sections', () => {
    const sections = bases.privacy.sections.map((section) => ({ ...section, numbering: 'decimal' }));
    expect(rulesOf(compare(bases.privacy, edit(bases.privacy, { numbering: 'decimal', sections })))).toEqual([
      'numbering-changed',
    ]);
  });

  test('a text that goes is one change, however many paragraphs and items it has', () => {
    for (const block of ['0.content.0', '0.content.3', '2.content.1', '4.content.1']) {
      const changes = compare(bases.cookies, edit(bases.cookies, { [`sections.${block}`]: undefined }));
      expect([block, rulesOf(changes)]).toEqual([block, ['prose-removed']]);
    }
  });

  test('another title of a card is one change', () => {
    const changes = compare(
      bases.cookies,
      edit(bases.cookies, { 'sections.4.content.1.items.0.title': 'Third' }),
    );
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      'In the section “Words”, the text now reads “Third”. It was “First”.',
    ]);
  });

  test('an entry with another id that names its old one is the same entry', () => {
    const { draft, ...others } = bases.cookies.facts.cookies as Record<string, object>;
    const facts = edit(bases.cookies, {
      'facts.cookies': { ...others, sketch: { ...draft, aliases: ['draft'] } },
    });
    const sections = JSON.parse(JSON.stringify(facts.sections).replaceAll('"draft"', '"sketch"'));
    const changes = compare(bases.cookies, { ...facts, sections }).filter(
      ({ rule }) => rule !== 'order-changed',
    );
    expect(rulesOf(changes).filter((rule) => rule.startsWith('cookie'))).toEqual([]);
    expect(changes.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Links to `#cookies-sketch` now lead to `a_rather_long/),
    ]);
    // On a page that does not show it, nothing leads to it.
    expect(rulesOf(compare(bases.cookies, facts))).not.toContain('anchor-added');
  });

  test('a cookie whose id alone is another is neither new nor gone', () => {
    const { draft, ...others } = bases.cookies.facts.cookies as Record<string, object>;
    const renamed = edit(bases.cookies, { 'facts.cookies': { ...others, sketch: draft } });
    const rules = rulesOf(compare(bases.cookies, renamed));
    expect(rules.filter((rule) => /^cookie-(?:added|removed)/.test(rule))).toEqual([]);
    const other = edit(bases.cookies, {
      'facts.cookies': { ...others, sketch: { ...draft, name: 'own_x' } },
    });
    expect(rulesOf(compare(bases.cookies, other))).toEqual(
      expect.arrayContaining(['cookie-added', 'cookie-removed']),
    );
  });

  test('where nothing is sold any more, nobody is told that they cannot opt out of it', () => {
    const sells = edit(bases.privacy, {
      'facts.sale': { sells: true, shares: false, optOut: { label: 'Do not sell' } },
    });
    const none = edit(bases.privacy, { 'facts.sale': 'none' });
    expect(rulesOf(changesBetween(sells, none, noRedline))).toEqual(['sale-or-sharing-removed']);
    expect(rulesOf(changesBetween(none, sells, noRedline))).toEqual(['sale-or-sharing-added']);
  });

  test('that something is not done is told with what is no longer named, and so is the end of it', () => {
    const none = edit(bases.privacy, { 'facts.recipients': 'none' });
    const said = 'Personal data is given to nobody else.';
    expect(changesBetween(bases.privacy, none, noRedline)[0]?.sentence).toContain(
      `The policy now says: ${said} The policy no longer lists `,
    );
    expect(changesBetween(none, bases.privacy, noRedline)[0]).toMatchObject({
      rule: 'none-withdrawn',
      sentence: expect.stringContaining(`The policy no longer says: ${said} The policy now lists `),
    });
  });

  test('a name that ends as a sentence does ends one', () => {
    const named = edit(bases.cookies, { 'facts.vendors.jetty': { name: 'Jetty and Co.' } });
    const [change] = changesBetween(named, bases.cookies, noRedline);
    expect(change?.sentence).toBe('The policy no longer names Jetty and Co.');
  });

  test('of advertising, nobody says that it began where data was said to be neither sold nor shared', () => {
    const none = edit(bases.privacy, { 'facts.sale': 'none' });
    const advertises = edit(bases.privacy, {
      'facts.sale': { sells: false, shares: false, targetedAds: true },
    });
    expect(changesBetween(none, advertises, noRedline).map(({ sentence }) => sentence)).toEqual([
      'Selling and sharing personal data, whether data is used for targeted advertising: now stated, “Personal data is used for targeted advertising.”',
    ]);
  });

  test.each([
    ['purposes.mooring.data', 'privacy', '“Mooring”, the data: '],
    ['recipients.hosting.vendors', 'privacy', '“Hosting”, the companies: '],
    ['ai.vendors', 'privacy', 'The use of AI models, the companies: '],
    ['requests.channels', 'privacy', 'How requests are made and answered, the channels: '],
  ] as const)('what a list of %s holds is no news where the other version has none', (path, base, lead) => {
    const without = edit(bases[base], { [`facts.${path}`]: undefined });
    const [stated] = changesBetween(without, bases[base], noRedline);
    const [withdrawn] = changesBetween(bases[base], without, noRedline);
    expect(stated?.sentence).toMatch(new RegExp(`^${lead}now stated, `));
    expect(withdrawn?.sentence).toMatch(new RegExp(`^${lead}no longer stated\\. It was `));
  });

  test('a section whose id was made from its title is renamed, not replaced', () => {
    const renamed = edit(bases.cookies, {
      'sections.0.title': 'Summary of all',
      'sections.0.id': 'summary-of-all',
    });
    expect(rulesOf(compare(bases.cookies, renamed)).sort()).toEqual(['anchor-removed', 'section-renamed']);
  });
});

describe('promises', () => {
  const privacy = (edits: Edits) => edit(bases.privacy, edits);
  const found = (before: ResolvedPolicy, after: ResolvedPolicy) =>
    compare(before, after).map(({ rule, level, direction }) => `${rule} ${level} ${direction}`);

  test('a limit that is said not to be one is none', () => {
    const [none, no] = [privacy({}), privacy({ 'facts.retention.account.atMost': false })];
    expect(found(none, no)).toEqual([]);
    expect(found(no, none)).toEqual([]);
    const right = privacy({ 'facts.rights.access.prominent': false });
    expect(found(none, right)).toEqual([]);
  });

  test('what is withdrawn weighs as much as what is made worse', () => {
    const without = (path: string) => found(privacy({}), privacy({ [path]: undefined }));
    expect(without('facts.retention.account.period')).toEqual(['retention-period-removed material more']);
    expect(without('facts.requests.answerWithin')).toEqual(['right-deadline-removed material more']);
    expect(without('facts.sale.shares')).toEqual(['sale-changed material more']);
    const { requests, retention } = bases.privacy.facts;
    const [bare, full] = [privacy({ 'facts.requests': undefined }), privacy({ 'facts.requests': requests })];
    expect(changesBetween(full, bare, noRedline).map(({ rule, level }) => `${rule} ${level}`)).toContain(
      'promise-removed material',
    );
    const entries = { ...Object(retention), logs: { of: 'logs', period: '7 days' } };
    expect(found(privacy({ 'facts.retention': entries }), privacy({}))).toEqual([
      'retention-removed material more',
    ]);
  });

  test('what a right is called is told once', () => {
    const { rights } = bases.privacy.facts;
    const told = (text: string) => {
      const more = { ...rights, leave: { label: 'Leave', text } };
      return compare(privacy({}), privacy({ 'facts.rights': more })).map(({ sentence }) => sentence);
    };
    expect(told('Leave. You may go.')).toEqual(['The policy now names this right: “Leave. You may go.”']);
    expect(told('You may go.')).toEqual(['The policy now names this right “Leave”: “You may go.”']);
  });

  test('what is said for the first time not to be done was perhaps never done', () => {
    const tracked = (thirdPartyTracking: boolean | undefined) =>
      privacy({ 'facts.signals': { dnt: 'ignored', thirdPartyTracking } });
    expect(found(tracked(undefined), tracked(false))).toEqual(['signal-changed review neutral']);
    expect(found(tracked(false), tracked(undefined))).toEqual(['signal-changed material more']);
    expect(found(tracked(undefined), tracked(true))).toEqual(['signal-changed material more']);
  });

  test('an entry that another name stands in throughout is no other entry', () => {
    const kept = (name: string) => ({
      of: `what we need to run ${name} for you`,
      criteria: `until you delete your account or the talks that you had with ${name}`,
    });
    const told = found(
      privacy({ 'facts.retention': { 'run-hull': kept('Hull') } }),
      privacy({ 'facts.retention': { 'run-keel': kept('Keel') } }),
    );
    expect(told.filter((rule) => /^retention-(?:added|removed)/.test(rule))).toEqual([]);
    expect(told.some((rule) => rule.startsWith('retention-'))).toBe(true);
  });

  test('an item that is only spelled in another way is neither new nor gone', () => {
    const [before, after] = ['harbour logs', 'harbor logs'].map((item) =>
      edit(bases.cookies, { 'facts.categories.counting.examples': ['signing in', item] }),
    );
    expect(before && after && compare(before, after).map(({ level, sentence }) => [level, sentence])).toEqual(
      [['editorial', '“Counting”, what belongs to it: now “harbor logs”. It was “harbour logs”.']],
    );
  });

  test('lists are told item by item', () => {
    const [before, after] = [
      edit(bases.cookies, { 'facts.categories.counting.examples': ['signing in', 'forms'] }),
      edit(bases.cookies, { 'facts.categories.counting.examples': ['signing in', 'logs', 'maps'] }),
    ];
    expect(compare(before, after).map(({ sentence }) => sentence)).toEqual([
      '“Counting”, what belongs to it: now also names “logs” and “maps”; no longer names “forms”.',
    ]);
  });
});

test('an item that got a few more words is that item, and a slip in a name is told as one', () => {
  const compared = (path: string, before: unknown, after: unknown) =>
    compare(edit(bases.cookies, { [path]: before }), edit(bases.cookies, { [path]: after })).map(
      ({ level, sentence }) => `${level}: ${sentence}`,
    );
  const examples = (item: string) => ['signing in', item];
  const path = 'facts.categories.counting.examples';
  expect(
    compared(path, examples('forms (such as orders)'), examples('forms (such as orders or votes)')),
  ).toEqual([
    'review: “Counting”, what belongs to it: now “forms (such as orders or votes)”. It was “forms (such as orders)”.',
  ]);
  expect(compared('facts.categories.counting.label', 'Countnig', 'Counting')).toEqual([
    'editorial: “Countnig”, the name: now “Counting”. It was “Countnig”. Only the spelling of a word differs.',
  ]);
});

describe('the guard of prose', () => {
  const comparison = {
    before: bases.cookies,
    after: bases.cookies,
    reader: { language: 'en', words: wordsFor('en') },
    words: wordsFor('en').changes,
  };
  const classify = (one: string, other: string) => judgeWords(one, other, comparison).rule;

  test.each([
    ['We may share it.', 'We will share it.', 'prose-obligation-changed'],
    ['We do share it.', "We don't share it.", 'prose-obligation-changed'],
    ['We share it only with you.', 'We share it with you.', 'prose-obligation-changed'],
    ['May we share it?', 'We may share it?', 'prose-obligation-changed'],
    ['It costs 5 euros.', 'It costs 6 euros.', 'prose-number-changed'],
    ['It costs $5.', 'It costs €5.', 'prose-number-changed'],
    ['From 2 May 2026.', 'From 2 June 2026.', 'prose-number-changed'],
    ['It is -5 degrees.', 'It is 5 degrees.', 'prose-number-changed'],
    ['It lasts 30 days.', 'It lasts 30 months.', 'prose-number-changed'],
    ['It lasts thirteen weeks.', 'It lasts thirty weeks.', 'prose-number-changed'],
    ['It grows 1.5 times.', 'It grows 15 times.', 'prose-number-changed'],
    ['A cookie lives here.', 'A cooker lives here.', 'prose-changed'],
    ['We include boats.', 'We exclude boats.', 'prose-changed'],
    ['It is lawful.', 'It is unlawful.', 'prose-changed'],
    ['It is our boat.', 'It is your boat.', 'prose-changed'],
    ['It is the boat.', 'It is the biggest boat.', 'prose-changed'],
    ['We keep the harbour.', 'We keep the habour.', 'prose-typo'],
    ['we keep boats.', 'We keep boats.', 'prose-capitals-changed'],
    ['Boats, ropes.', 'Boats; ropes.', 'prose-punctuation-only'],
    ['Boats  here', 'Boats here', 'whitespace-only'],
  ])('%s → %s', (one, other, rule) => {
    expect(classify(one, other)).toBe(rule);
  });

  test('never calls a change of a number, a modal, a term or a link editorial', () => {
    const guarded = ['may', 'must', 'not', 'only', 'never', '7', '1,000', '€', 'thirty', 'cookie', 'pixel'];
    const word = fc.constantFrom(...guarded, 'boat', 'rope', 'sail', 'harbour', 'keep', 'it');
    fc.assert(
      fc.property(
        fc.array(word),
        fc.constantFrom(...guarded),
        fc.array(word),
        fc.boolean(),
        (start, key, end, isGone) => {
          const [one, other] = [[...start, key, ...end].join(' '), [...start, ...end].join(' ')];
          const rule = isGone ? classify(one, other) : classify(other, one);
          expect(changeRules[rule].level).not.toBe('editorial');
        },
      ),
    );
  });

  test('knows no typo in a language without a list of such words', () => {
    const russian = { ...comparison, after: { ...bases.cookies, language: 'ru' } };
    expect(judgeWords('Мы храним данные.', 'Мы хранем данные.', russian).rule).toBe('prose-changed');
    expect(judgeWords('Мы храним 5 лет.', 'Мы храним 6 лет.', russian).rule).toBe('prose-number-changed');
  });

  test('a typo and another link in one text are two changes', () => {
    const [one, other] = ['Habour [law](https://a.example/).', 'Harbour [law](https://b.example/).'];
    const changes = compare(edit(bases.cookies, { [fold]: one }), edit(bases.cookies, { [fold]: other }));
    expect(changes.map(({ rule }) => rule)).toEqual(['link-target-changed', 'prose-typo']);
  });

  test('words of a fact follow the same guard', () => {
    const levelOf = (one: string, other: string) => {
      const path = 'facts.cookies.visits.purpose';
      return compare(edit(bases.cookies, { [path]: one }), edit(bases.cookies, { [path]: other }))[0]?.level;
    };
    expect(levelOf('Counts visits', 'Counts visits.')).toBe('editorial');
    expect(levelOf('Cuonts visits.', 'Counts visits.')).toBe('editorial');
    expect(levelOf('Counts 5 visits.', 'Counts 6 visits.')).toBe('material');
    const linked = (host: string) => `[Counts](https://${host}.example) visits.`;
    expect(levelOf(linked('a'), linked('b'))).toBe('review');
  });
});

test('reads prose as the redline paired it', () => {
  const origin = (path: string, text: string) => ({
    source: { sort: 'prose' as const, path },
    spans: [{ text }],
  });
  const prose = (text: string) => origin('sections.overview.content.0', text);
  const row = (text: string) => origin('retention.all.period', text);
  const block = {
    kind: 'paragraph' as const,
    formats: [],
    html: '',
    origins: { before: prose('You may pay.'), after: prose('You must pay.') },
  };
  const [one, two] = [edit(bases.notice, {}), edit(bases.notice, {})];
  const text = (policy: ResolvedPolicy, markdown: string) =>
    edit(policy, { language: 'en', 'sections.0.content.0.text': markdown });
  const made: Redline = {
    sections: [
      {
        id: 'overview',
        title: 'Overview',
        change: 'changed',
        isMoved: false,
        level: 2,
        blocks: [
          {
            ...block,
            change: 'changed',
            ops: [
              ['=', 'You '],
              ['-', 'may'],
              ['+', 'must'],
              ['=', ' pay.'],
            ],
          },
          {
            ...block,
            origins: { after: prose('Boats are new.') },
            change: 'added',
            ops: [['+', 'Boats are new.']],
          },
          {
            ...block,
            origins: { before: row('30 days'), after: row('60 days') },
            kind: 'cell',
            change: 'changed',
            ops: [
              ['-', '30 days'],
              ['+', '60 days'],
            ],
          },
        ],
      },
    ],
  };
  const changes = changesBetween(
    text(one, 'You may pay.'),
    text(two, 'You must pay.\n\nBoats are new.'),
    made,
  );
  expect(changes.map(({ rule, path, anchor }) => [rule, path, anchor])).toEqual([
    ['prose-obligation-changed', 'sections.overview', 'overview'],
    ['prose-added', 'sections.overview', 'overview'],
  ]);
});

test('says the gravest first, then goes down the page', () => {
  const changed = edit(bases.cookies, {
    title: 'Cookies',
    kicker: 'Legal',
    [fold]: `${policyText()} You must read it.`,
    'facts.cookies.cup.expires': '60 days',
    'facts.signals.dnt': 'honoured',
    'sections.2.title': 'Your choices',
  });
  expect(compare(bases.cookies, changed).map(({ level, rule, anchor }) => [level, rule, anchor])).toEqual([
    ['material', 'prose-obligation-changed', 'overview'],
    ['material', 'cookie-duration-increased', 'cookies-cup'],
    ['review', 'signal-honoured', 'choices'],
    ['editorial', 'kicker-changed', undefined],
    ['editorial', 'title-changed', undefined],
    ['editorial', 'section-renamed', 'choices'],
  ]);
});

function policyText(): string {
  const [block] = bases.cookies.sections[0]?.content ?? [];
  return block?.type === 'prose' ? block.text.trimEnd() : '';
}

test('proposes a version as material where one change is', () => {
  const levels = (row: Case | undefined) => (row ? (found.get(row) ?? []) : []);
  expect(proposeMaterial(levels(cases.find(([rule]) => rule === 'cookie-added')))).toBe(true);
  expect(proposeMaterial(levels(cases.find(([rule]) => rule === 'title-changed')))).toBe(false);
  expect(proposeMaterial([])).toBe(false);
});

test('says when a session ends by the type of what is kept that long', () => {
  const kept = (expires: string) =>
    edit(bases.cookies, {
      'facts.cookies.map': { name: 'map', type: 'session-storage', expires },
      'facts.cookies.hit': { name: 'hit', type: 'beacon', expires },
    });
  const sentences = (before: ResolvedPolicy, after: ResolvedPolicy) =>
    compare(before, after).map(({ sentence }) => sentence);
  expect(sentences(bases.cookies, kept('session'))).toEqual([
    '`map` is new: Session storage, kept until you close the tab.',
    '`hit` is new: Web beacon, kept until the session ends.',
  ]);
  expect(sentences(kept('1 day'), kept('session'))).toEqual([
    '`map` is now kept until you close the tab. It was 1 day.',
    '`hit` is now kept until the session ends. It was 1 day.',
  ]);
});

test('gives the same list whatever order keys stand in, with fingerprints that do not depend on wording', () => {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]): [string, unknown] => [key, sorted(item)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
  // Sorting keys keeps a policy a policy.
  const shuffled = sorted(bases.privacy.facts.requests) as typeof bases.privacy.facts.requests;
  const changed = edit(bases.privacy, { 'facts.requests.answerWithin': '45 days', 'facts.children.age': 13 });
  const other = edit(changed, { 'facts.requests': { ...shuffled, answerWithin: '45 days' } });
  const one = compare(bases.privacy, changed);
  expect(compare(bases.privacy, other)).toEqual(one);
  expect(one.map(({ fingerprint }) => fingerprint)).toMatchInlineSnapshot(`
    [
      "88294cac5dab5b7d",
      "3614f8066a05798d",
    ]
  `);
  const all = [...found.values()].flat().map(({ fingerprint }) => fingerprint);
  expect(all.every((fingerprint) => /^[0-9a-f]{16}$/.test(fingerprint))).toBe(true);
});

test.each([
  ['2 months', '13 months', 'longer', [{ unit: 'month', count: 11 }]],
  ['1 year', '13 months', 'longer', [{ unit: 'month', count: 1 }]],
  ['1 year', '3 years', 'longer', [{ unit: 'year', count: 2 }]],
  ['2 weeks', '10 days', 'shorter', [{ unit: 'day', count: 4 }]],
  ['12 months', '1 year', 'same', []],
  ['1 day', '24 hours', 'same', []],
  ['30 days', '1 month', 'unknown', undefined],
  ['30 days', '2 months', 'longer', undefined],
  ['365 days', '1 year', 'unknown', undefined],
  ['session', '1 second', 'longer', undefined],
  ['until deleted', '5 years', 'shorter', undefined],
  ['until sign-out', '5 years', 'unknown', undefined],
  ['until sign-out', 'until deleted', 'longer', undefined],
] as const)('%s and %s: %s', (before, after, comparison, difference) => {
  expect(compareLengths(before, after)).toBe(comparison);
  expect(lengthDifference(before, after)).toEqual(difference);
});

test('says of the fewest items that they moved', () => {
  expect(movedItems(['a', 'b', 'c', 'd'], ['d', 'a', 'x', 'b', 'c'])).toEqual(['d']);
  expect(movedItems(['a', 'b'], ['a', 'b'])).toEqual([]);
});

test('shows of long texts what differs', () => {
  const long = (word: string) => `${'one two three '.repeat(12)}${word}${' four five six'.repeat(12)}`;
  expect(excerptsOf(long('may'), long('will'), 'en')).toEqual({
    before: '… two three one two three may four five six four five …',
    after: '… two three one two three will four five six four five …',
  });
});
