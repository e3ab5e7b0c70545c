import { describe, expect, test } from 'vitest';
import { feedOf } from '../src/exporters/feed.ts';
import { manifestOf } from '../src/exporters/manifest.ts';
import { markdown } from '../src/exporters/markdown.ts';
import { sitemap } from '../src/exporters/sitemap.ts';
import { comparisonsOf, comparisonView } from '../src/site/comparison-view.ts';
import { findEntry, openSources } from '../src/site/library.ts';
import { productPage } from '../src/site/lists.ts';
import { historyView, policyView, versionView } from '../src/site/policy-view.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish } from './published-texts.ts';

// What readers and programs are told of the versions of a policy, on simulated days: the page, the version's own page,
// history, feed, list of versions and data for search engines together.

const plain = (html: string) =>
  html
    .replaceAll(/<\/(p|h3)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const first = edit(cookies, ['2026-01-01', '2026-03-02']);

/** A text of a day; `more` are lines of the file after its date, `word` is how little is stored. */
const dated = (day: string, word: string, more = '') =>
  edit(cookies, ['updated: 2026-01-01', `updated: ${day}\n${more}`.trimEnd()], ['little', word]);

/** Releases texts of `shop/cookies` one after another, each on its day. */
function released(...steps: [day: string, text: string][]): Texts {
  let texts = around;
  for (const [day, text] of steps) texts = publish({ ...texts, 'shop/cookies.yaml': text }, day);
  return texts;
}

/** Everything that is said of a policy on a day. */
function told(texts: Texts, today: string) {
  const library = openSources(sourcesOf(texts), { ...project, today });
  const entry = findEntry(library, 'shop', 'cookies');
  const ids = entry.versions.map(({ id }) => id);
  const view = policyView(library, entry);
  const shown = (id: string) => {
    const { version, page, dates, isListed } = versionView(library, entry, id);
    return {
      status: version?.statusLabel,
      name: version?.name,
      head: dates.map(({ term, html }) => `${term} ${plain(html)}`),
      banners: (version?.banners ?? []).map(plain),
      details: Object.fromEntries(
        (version?.details.entries ?? []).map(({ term, html }) => [term, plain(html)]),
      ),
      coverage: page.jsonLd.temporalCoverage,
      modified: page.jsonLd.dateModified,
      version: page.jsonLd.version,
      canonical: page.canonical,
      isListed,
    };
  };
  const { lines } = historyView(library, entry);
  // The list of versions is JSON; what stands in it is looked at by key.
  const { policies } = manifestOf(library) as { policies: Record<string, Record<string, unknown>[]>[] };
  return {
    library,
    entry,
    ids,
    shown,
    statuses: ids.map((id) => `${id} ${shown(id).status}`),
    current: {
      version: view.page.jsonLd.version,
      coverage: view.page.jsonLd.temporalCoverage,
      isListed: view.isListed,
      banners: (view.version?.banners ?? []).map(plain),
      announcements: (view.version?.announcements ?? []).map(plain),
      head: view.dates.map(({ term, html }) => `${term} ${plain(html)}`),
    },
    history: lines.map((line) =>
      line.type === 'event'
        ? `${line.event.shownDate}: ${plain(line.event.html)}`
        : [
            `${line.item.name} (${line.item.statusLabel}): ${plain(line.item.interval)}`,
            ...line.item.notes.map(plain),
            ...line.corrections.map(
              ({ title, item }) => `> ${title} (${item.statusLabel}): ${item.interval}`,
            ),
          ].join(' | '),
    ),
    feed: feedOf(library, { product: 'shop', slug: 'cookies' }, 'json').entries,
    listed: policies[0]?.versions ?? [],
    acts: policies[0]?.acts ?? [],
    sitemap: sitemap(library)
      .map(({ address }) => address)
      .filter((address) => address.includes('/shop/cookies/')),
    comparison: (id: string, kind: 'changes' | 'since') => comparisonView(library, entry, { id, kind }),
    comparisons: comparisonsOf(library, entry).map(({ id, kind }) => `${id} ${kind}`),
  };
}

describe('an announced version in whose place another comes', () => {
  const texts = released(
    ['2026-03-02', first],
    ['2026-08-12', dated('2026-08-12', 'much', 'effective: 2026-09-11\nchange: { summary: We store much. }')],
    [
      '2026-08-13',
      dated(
        '2026-08-13',
        'more',
        'effective: 2026-09-15\nchange: { summary: We store more., insteadOf: 2026-08-12 }',
      ),
    ],
  );

  test('never binds, and says which took its place and when', () => {
    const { shown, statuses, current, history, listed, feed } = told(texts, '2026-09-12');
    expect(statuses).toEqual([
      '2026-03-02 In force',
      '2026-08-12 Replaced on 13 August 2026, before it took effect',
      '2026-08-13 Upcoming',
    ]);
    expect(current.version).toBe('2026-03-02');
    expect(current.announcements).toEqual([
      'A new version takes effect on 15 September 2026. We store more. Read the new version · See what changes',
    ]);
    expect(shown('2026-08-12')).toMatchObject({
      name: 'Version of 12 August 2026',
      head: ['Last updated 12 August 2026', 'In force never; it was replaced before it took effect'],
      banners: [
        'This version never took effect. On 13 August 2026 the version of 13 August 2026 was published in its place. Read the version of 13 August 2026 · Read the version in force',
      ],
      coverage: undefined,
      isListed: false,
    });
    expect(history[1]).toBe(
      '12 August 2026 (Replaced on 13 August 2026, before it took effect): In force: never; it was replaced before it took effect | On 13 August 2026 the version of 13 August 2026 was published in its place.',
    );
    expect(listed[1]).toMatchObject({
      id: '2026-08-12',
      neverInForce: true,
      replacedBy: { id: '2026-08-13', day: '2026-08-13' },
    });
    expect(feed[1]?.summary).toBe(
      'We store much.\nOn 13 August 2026 the version of 13 August 2026 was published in its place.',
    );
    expect(feed[1]).toMatchObject({ date: '2026-08-12', updated: '2026-08-13' });
  });

  test('is left out of what changes: the new one is compared with the text it will follow', () => {
    const { comparison, comparisons } = told(texts, '2026-09-12');
    expect(comparison('2026-08-13', 'changes').comparison.intro).toBe(
      'The version of 2 March 2026 compared with the version of 13 August 2026.',
    );
    expect(comparisons).toEqual(['2026-08-12 changes', '2026-08-13 changes']);
  });

  test('leaves the first in force until the day before the other', () => {
    const { shown, current, sitemap: addresses } = told(texts, '2026-09-15');
    expect(current).toMatchObject({ version: '2026-08-13', coverage: '2026-09-15/..', isListed: true });
    expect(shown('2026-03-02')).toMatchObject({
      status: 'Replaced on 15 September 2026',
      head: ['Last updated 2 March 2026', 'Was in force from 2 March 2026 until 14 September 2026'],
      coverage: '2026-03-02/2026-09-14',
      details: { 'Version in force': '13 August 2026', 'Next version': '13 August 2026' },
    });
    expect(addresses).toEqual([
      'https://example.com/shop/cookies/',
      'https://example.com/shop/cookies/history/',
      'https://example.com/shop/cookies/as-of/',
      'https://example.com/shop/cookies/compare/',
    ]);
  });
});

describe('a version that was withdrawn', () => {
  const texts = released(
    ['2026-03-02', first],
    ['2026-08-12', dated('2026-08-12', 'much', 'effective: 2026-09-11')],
    [
      '2026-08-20',
      edit(first, [
        'updated:',
        'withdrawn: [{ version: 2026-08-12, because: We *decided* against it. }]\nupdated:',
      ]),
    ],
  );

  test('stays readable and says the day and the reason; nothing is announced', () => {
    const { shown, statuses, current, history, listed, acts, feed } = told(texts, '2026-10-01');
    expect(statuses).toEqual(['2026-03-02 In force', '2026-08-12 Withdrawn on 20 August 2026']);
    expect(current).toMatchObject({
      version: '2026-03-02',
      announcements: [],
      banners: [],
      coverage: '2026-03-02/..',
    });
    expect(shown('2026-08-12')).toMatchObject({
      head: ['Last updated 12 August 2026', 'In force never; it was withdrawn before it took effect'],
      banners: [
        'This version was withdrawn on 20 August 2026. It never took effect. Why: We decided against it. Read the version in force',
      ],
      coverage: undefined,
      isListed: false,
    });
    expect(history[0]).toBe(
      '12 August 2026 (Withdrawn on 20 August 2026): In force: never; it was withdrawn before it took effect | Why: We decided against it.',
    );
    expect(listed[1]).toMatchObject({
      withdrawn: { day: '2026-08-20', because: 'We *decided* against it.' },
    });
    expect(acts).toEqual([
      { type: 'withdrawal', version: '2026-08-12', day: '2026-08-20', because: 'We *decided* against it.' },
    ]);
    expect(feed[0]).toMatchObject({ updated: '2026-08-20' });
    expect(feed[0]?.summary).toContain('Withdrawn on 20 August 2026. Why: We decided against it.');
  });
});

test('a correction of the same day has its own address, and history folds it under the text it corrects', () => {
  const texts = released(
    ['2026-03-02', first],
    ['2026-03-02', dated('2026-03-02', 'a little', 'change: { summary: A slip., corrects: 2026-03-02 }')],
  );
  const { shown, statuses, current, history, ids } = told(texts, '2026-03-02');
  expect(ids).toEqual(['2026-03-02', '2026-03-02.2']);
  expect(statuses).toEqual(['2026-03-02 Replaced on 2 March 2026', '2026-03-02.2 In force']);
  expect(current).toMatchObject({ version: '2026-03-02.2', coverage: '2026-03-02/..' });
  expect(shown('2026-03-02').banners).toEqual([
    'You are reading a version that never took effect: a correction took its place. The version of 2 March 2026 (no. 2) corrects it. Read the version in force · See what has changed since',
  ]);
  expect(history).toEqual([
    '2 March 2026 (Replaced on 2 March 2026): In force: never; a correction took its place | Corrected by the version of 2 March 2026 (no. 2). | > Correction: version of 2 March 2026 (no. 2) (In force): In force from 2 March 2026',
  ]);
});

test('a text that comes late says on which day it was published, and binds from that day', () => {
  const texts = released(['2026-09-09', dated('2026-04-01', 'little')]);
  const { shown, history, listed, feed } = told(texts, '2026-09-10');
  expect(shown('2026-04-01')).toMatchObject({
    head: [
      'Last updated 1 April 2026',
      'Published here on 9 September 2026',
      'In force from 9 September 2026',
    ],
    details: { Published: 'dated 1 April 2026, published here on 9 September 2026' },
    coverage: '2026-09-09/..',
    modified: '2026-04-01',
  });
  expect(history).toEqual([
    '1 April 2026 (In force): In force from 9 September 2026 | dated 1 April 2026, published here on 9 September 2026',
  ]);
  expect(listed[0]).toMatchObject({ date: '2026-04-01', released: '2026-09-09', from: '2026-09-09' });
  expect(feed[0]?.date).toBe('2026-09-09');
});

test('a text that binds from a day before it was published says why', () => {
  const text = dated('2026-04-01', 'little', 'change: { summary: Terms., retroactive: It was agreed then. }');
  const { shown, history } = told(released(['2026-09-09', text]), '2026-09-10');
  expect(shown('2026-04-01').coverage).toBe('2026-04-01/..');
  expect(shown('2026-04-01').banners).toEqual([
    'This version binds from 1 April 2026, though it was published here on 9 September 2026. It was agreed then.',
  ]);
  expect(history[0]).toContain('| It was agreed then.');
});

describe('a text that binds from the first day of the one before it', () => {
  const announced = dated('2026-03-02', 'little', 'effective: 2026-03-05');
  const second = (day: string, more: string) => dated(day, 'more', `change: { summary: More., ${more} }`);

  test('leaves that one what it was where it is published later', () => {
    const { shown, history, statuses, feed, listed } = told(
      released(
        ['2026-03-02', announced],
        ['2026-03-09', second('2026-03-05', 'retroactive: It was agreed.')],
      ),
      '2026-03-10',
    );
    expect(statuses).toEqual(['2026-03-02 Replaced on 9 March 2026', '2026-03-05 In force']);
    expect(shown('2026-03-02').head).toEqual([
      'Last updated 2 March 2026',
      'Was in force as published then, from 5 March 2026 until 8 March 2026; another version applies to these days since',
    ]);
    expect(shown('2026-03-02').banners).toEqual([
      'This version was shown here as the one in force from 5 March 2026 until 8 March 2026. Another version applies to these days since. The version of 5 March 2026 took its place. Read the version in force · See what has changed since',
    ]);
    expect(history[1]).toContain(
      'In force: as published then, from 5 March 2026 until 8 March 2026; another version applies to these days since',
    );
    expect(feed[1]).toMatchObject({ date: '2026-03-02', updated: '2026-03-09' });
    expect(feed[1]?.summary).toContain('This version was shown here as the one in force');
    expect(listed[0]).toMatchObject({
      shownInForce: { from: '2026-03-05', until: '2026-03-08' },
      displacedBy: { id: '2026-03-05', day: '2026-03-09' },
    });
    expect(listed[0]).not.toHaveProperty('neverInForce');
    expect(listed[1]).toMatchObject({ from: '2026-03-05' });
  });

  test('leaves it that as a correction too', () => {
    const corrected = second('2026-03-02', 'corrects: 2026-03-02, retroactive: It was agreed.');
    const { shown } = told(released(['2026-03-02', first], ['2026-03-09', corrected]), '2026-03-10');
    expect(shown('2026-03-02').banners[0]).toMatch(
      /^This version was shown here as the one in force from 2 March 2026 until 8 March 2026\. .* The version of 2 March 2026 \(no\. 2\) corrects it\./,
    );
  });

  test('takes its place on that day where it is published then', () => {
    const { shown, history, feed, listed } = told(
      released(['2026-03-02', announced], ['2026-03-05', second('2026-03-05', 'material: false')]),
      '2026-03-10',
    );
    expect(shown('2026-03-02').banners[0]).toMatch(
      /^This version was replaced on the day on which it took effect\. /,
    );
    expect(history[1]).toContain(
      'In force: never for a whole day; it was replaced on the day it took effect',
    );
    expect(feed[1]).toMatchObject({ date: '2026-03-02', updated: '2026-03-05' });
    expect(listed[0]).toMatchObject({ neverInForce: true });
  });

  test('says that it never took effect only where it did not', () => {
    const sooner = dated(
      '2026-03-03',
      'more',
      'effective: 2026-03-05\nchange: { summary: More., after: 2026-03-02 }',
    );
    const { shown } = told(released(['2026-03-02', announced], ['2026-03-03', sooner]), '2026-03-10');
    expect(shown('2026-03-02').banners[0]).toMatch(
      /^You are reading a version that never took effect: it was replaced before\. /,
    );
  });
});

describe('a text that binds groups from different days', () => {
  const groups =
    'effective: { new customers: 2026-08-12, customers before that day: 2026-09-11 }\nchange: { summary: Groups. }';
  const texts = released(['2026-03-02', first], ['2026-08-12', dated('2026-08-12', 'much', groups)]);

  test('says so, and so does the one before it', () => {
    const { shown, statuses, current, history } = told(texts, '2026-08-20');
    expect(statuses).toEqual(['2026-03-02 In force for some', '2026-08-12 In force']);
    expect(current.banners).toEqual([
      'This version binds from 11 September 2026 for customers before that day. Until then the version of 2 March 2026 applies to them. Read the version of 2 March 2026',
    ]);
    expect(shown('2026-03-02')).toMatchObject({
      banners: [
        'A newer version is in force. This one still applies to customers before that day until 10 September 2026. Read the version in force · See what has changed since',
      ],
      coverage: '2026-03-02/2026-09-10',
    });
    expect(history).toEqual([
      '12 August 2026 (In force): In force from 12 August 2026 for new customers and from 11 September 2026 for customers before that day',
      '2 March 2026 (In force for some): In force from 2 March 2026 until 11 August 2026 and from 12 August 2026 until 10 September 2026 for customers before that day',
    ]);
  });

  test('names its groups in its feed, and in the text before it only once it has taken its place', () => {
    const { shown, feed } = told(texts, '2026-09-20');
    expect(shown('2026-03-02').banners).toEqual([
      'You are reading an old version. It was in force from 2 March 2026 until 11 August 2026 and from 12 August 2026 until 10 September 2026 for customers before that day. The version of 12 August 2026 took its place on 12 August 2026 for new customers and 11 September 2026 for customers before that day. Read the version in force · See what has changed since',
    ]);
    expect(feed.map(({ summary }) => summary)).toEqual([
      'Groups.\nIn force from 12 August 2026 for new customers and 11 September 2026 for customers before that day.',
      'The first version published here.',
    ]);
  });

  test('says on its last day of waiting what it says after it', () => {
    expect(told(texts, '2026-09-11').current.banners).toEqual([]);
    expect(told(texts, '2026-09-11').statuses).toEqual([
      '2026-03-02 Replaced on 11 September 2026',
      '2026-08-12 In force',
    ]);
  });
});

describe('a policy that ends', () => {
  const retired = 'retired: { on: 2027-01-01, because: The shop closes., instead: privacy }\nupdated:';
  const privacy = edit(cookies, ['cookie-policy', 'privacy-policy'], ['Cookie policy', 'Privacy']);
  const texts = publish(
    {
      ...released(['2026-03-02', first]),
      'shop/privacy.yaml': privacy,
      'shop/cookies.yaml': edit(first, ['updated:', retired]),
    },
    '2026-11-01',
  );

  test('is announced to end until that day', () => {
    const { current, statuses, history } = told(texts, '2026-12-31');
    expect(statuses).toEqual(['2026-03-02 In force']);
    expect(current).toMatchObject({
      announcements: ['This policy ends on 1 January 2027. Why: The shop closes. Read instead: Privacy'],
      coverage: '2026-03-02/2026-12-31',
      isListed: true,
    });
    expect(history[0]).toBe('1 November 2026: This policy ends on 1 January 2027. Why: The shop closes.');
  });

  test('says from that day on that it ended, and where to read on; the text stays', () => {
    const {
      library,
      current,
      statuses,
      history,
      sitemap: addresses,
      shown,
      acts,
    } = told(texts, '2027-01-01');
    expect(statuses).toEqual(['2026-03-02 Ended on 1 January 2027']);
    expect(current).toMatchObject({
      version: '2026-03-02',
      isListed: false,
      announcements: [],
      banners: [
        'This policy ended on 1 January 2027. Why: The shop closes. Read instead: Privacy',
        'This version was in force from 2 March 2026 until 31 December 2026.',
      ],
    });
    expect(shown('2026-03-02').details).toMatchObject({ 'Last version in force': '2 March 2026' });
    expect(history[0]).toBe('1 November 2026: This policy ended on 1 January 2027. Why: The shop closes.');
    expect(addresses).toEqual([
      'https://example.com/shop/cookies/history/',
      'https://example.com/shop/cookies/as-of/',
    ]);
    expect(acts).toEqual([
      {
        type: 'retirement',
        on: '2027-01-01',
        day: '2026-11-01',
        because: 'The shop closes.',
        instead: 'privacy',
      },
    ]);
    const { product, ended } = productPage(library, 'shop');
    expect(product.policies.map(({ endedOn }) => endedOn && ended[endedOn])).toEqual([
      'Ended on 1 January 2027',
      undefined,
    ]);
  });
});

test('what changed since an old text tells all that was said since, the gravest first, and what is to come', () => {
  const change = (words: string) => `change: { ${words} }`;
  const texts = released(
    ['2026-03-02', first],
    ['2026-04-01', dated('2026-04-01', 'much', change('summary: We score you., material: true'))],
    [
      '2026-05-01',
      dated(
        '2026-05-01',
        'much more',
        change('summary: An apostrophe., material: false, because: It is one.'),
      ),
    ],
    ['2026-06-01', dated('2026-06-01', 'all', `effective: 2026-08-01\n${change('summary: We store all.')}`)],
  );
  const { comparison } = told(texts, '2026-07-01');
  const { announcements, comparison: since } = comparison('2026-03-02', 'since');
  expect(plain(since.judgement ?? '')).toBe('The authors judge at least one of these changes important.');
  expect(plain(since.summary?.html ?? '')).toBe(
    'Version of 1 April 2026 We score you. An important change Version of 1 May 2026 An apostrophe. The authors judge this change not important: It is one.',
  );
  expect(announcements.map(plain)).toEqual([
    'A new version takes effect on 1 August 2026. We store all. Read the new version · See what changes',
  ]);
});

test('a feed holds the newest fifty, whose ids are the same wherever the site lives', () => {
  const days = Array.from({ length: 52 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const texts = released(...days.map((day, index): [string, string] => [day, dated(day, `${index} things`)]));
  const elsewhere = {
    ...texts,
    'site.yaml': edit(texts['site.yaml'] ?? '', ['https://example.com', 'https://other.example/legal']),
  };
  const [here, there] = [texts, elsewhere].map((all) => told(all, '2026-12-01').feed);
  expect(here).toHaveLength(50);
  expect(here?.[0]?.date).toBe(days.at(-1));
  expect(there?.map(({ id }) => id)).toEqual(here?.map(({ id }) => id));
  expect(there?.[0]?.address).toMatch(/^https:\/\/other\.example\/legal\//);
});

describe('the text of a version as Markdown', () => {
  const datesIn = (texts: Texts, id: string, today: string) => {
    const library = openSources(sourcesOf(texts), { ...project, today });
    const entry = findEntry(library, 'shop', 'cookies');
    const lines = markdown.write(library, { entry, id }).split('\n');
    return lines.filter((line) => /^(Last updated|In force|Checked)/.test(line));
  };
  const announced = dated('2026-04-06', 'less', 'effective: 2026-05-01');

  test('says from when it binds', () => {
    const texts = released(['2026-03-02', first], ['2026-04-06', announced]);
    expect(datesIn(texts, '2026-03-02', '2026-04-10')).toEqual(['Last updated: 2 March 2026']);
    expect(datesIn(texts, '2026-04-06', '2026-04-10')).toEqual([
      'Last updated: 6 April 2026\\',
      'In force from: 1 May 2026',
    ]);
  });

  test('says from when it binds each group', () => {
    const groups = 'effective: { new customers: 2026-05-01, all others: 2026-06-01 }';
    const texts = released(['2026-03-02', first], ['2026-04-06', dated('2026-04-06', 'less', groups)]);
    expect(datesIn(texts, '2026-04-06', '2026-04-10')).toEqual([
      'Last updated: 6 April 2026\\',
      'In force from: 1 May 2026 for new customers and 1 June 2026 for all others',
    ]);
  });

  test('names no group of a later version', () => {
    const groups = 'effective: { new customers: 2026-05-01, all others: 2026-06-01 }';
    const soon = dated('2026-03-02', 'little', 'effective: 2026-03-20');
    const texts = released(['2026-03-02', soon], ['2026-04-06', dated('2026-04-06', 'less', groups)]);
    expect(datesIn(texts, '2026-03-02', '2026-07-10')).toEqual([
      'Last updated: 2 March 2026\\',
      'In force from: 20 March 2026',
    ]);
  });

  test('says nothing of when a version binds that never does', () => {
    const withdrawn = `${first}withdrawn: [{ version: 2026-04-06, because: We keep our terms. }]\n`;
    const texts = released(['2026-03-02', first], ['2026-04-06', announced], ['2026-04-20', withdrawn]);
    expect(datesIn(texts, '2026-04-06', '2026-04-10')).toEqual(['Last updated: 6 April 2026']);
  });

  test('says from when it binds where that is later than its authors wrote', () => {
    const texts = released(['2026-03-02', first], ['2026-05-10', announced]);
    expect(datesIn(texts, '2026-04-06', '2026-05-11')).toEqual([
      'Last updated: 6 April 2026\\',
      'In force from: 10 May 2026',
    ]);
  });
});
