import { describe, expect, test } from 'vitest';
import { heldRules } from '../src/rules/checked-before.ts';
import { allRules, packs } from '../src/rules/packs.ts';
import { findingsIn, loadRule, ruleIds } from './rules.ts';

// Every rule has a file, and in it the two examples that are its first tests.

test('lists every rule that has a file', () => {
  expect(allRules.map(({ id }) => id).sort()).toEqual(ruleIds);
});

// What a checker of policies is expected to look for in any of them.
const expected = `no-regime anchor-unique anchor-dangling empty-block contact-missing contact-domain
  date-referenced-missing effective-date-conflated date-order notice-period notice-unsent change-promise-missing
  change-promise-vague materiality-understated unchanged-date changed-frozen review-overdue literal-fact
  retention-mismatch retention-vs-backup retention-over-max unit-ambiguity no-third-party-vs-storage
  no-third-party-vs-vendor no-ads-vs-marketing no-sale-silent-sharing dnt-vs-tracking dnt-as-opt-out-unbacked
  gpc-file-mismatch category-party host-party-vs-setter necessary-with-analytics necessary-with-preference
  unclassified vendor-unlisted vendor-without-storage vendor-link-missing session-with-max-age lifetime-over-400d
  lifetime-over-overlay seconds-or-millis samesite-none-insecure prefix partitioned-insecure httponly-script
  samesite-strict-third attribute-claim-scope absolute-claim anonymous-claim hedge-density pattern-too-wide
  chunked-name local-storage-no-expiry child-age-conflict cross-document-only cookie-privacy-drift
  translation-drift link-without-url ignore-expired fragment-unused-param`.split(/\s+/);

test('looks for everything that is expected of any checker, or says why nothing can have that fault', () => {
  const held = heldRules.map(({ id }) => id);
  expect(held.filter((id) => ruleIds.includes(id))).toEqual([]);
  expect(expected.filter((name) => ![...ruleIds, ...held].includes(`core/${name}`))).toEqual([]);
  for (const rule of heldRules)
    expect('by' in rule ? rule.by.length : rule.because.length).toBeGreaterThan(0);
});

test('keeps every rule in the pack of its folder', () => {
  for (const [pack, { rules: own }] of Object.entries(packs)) {
    expect(own.filter(({ id }) => !id.startsWith(`${pack}/`)).map(({ id }) => id)).toEqual([]);
    if (pack !== 'core') expect(own.filter(({ regimes }) => !regimes)).toEqual([]);
  }
});

describe.each(ruleIds)('%s', async (id) => {
  const rule = await loadRule(id);

  test('finds nothing in its good example', () => {
    expect(findingsIn(rule.examples.ok, rule)).toEqual([]);
  });

  test('finds nothing more in it as time goes by, unless it says that its findings arise by date', () => {
    const later = findingsIn({ ...rule.examples.ok, asOf: '2046-11-22' }, rule);
    if (!rule.arises) expect(later).toEqual([]);
    else expect(later.every(({ finding }) => finding?.arises === 'by date')).toBe(true);
  });

  test('finds the one problem of its bad example', () => {
    const { problem, ...example } = rule.examples.notOk;
    const found = findingsIn(example, rule).map(({ place: { file, line, column }, message }) => ({
      at: `${file.replace(/^policies\/(shop\/)?/, '')}:${line}:${column}`,
      message,
    }));
    expect(found).toEqual([problem]);
  });

  test('is named after its file', () => expect(rule.id).toBe(id));

  test('cites and describes, and judges nobody', () => {
    const { problem, ...example } = rule.examples.notOk;
    const found = findingsIn(example, rule);
    const words = [rule.summary, rule.why, problem.message, ...found.map(({ help }) => help ?? '')].join(' ');
    expect(words).not.toMatch(/complian|violat|illegal|unlawful|you must|guarantee/i);
    expect(rule.summary).toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
    for (const { message, help } of found) {
      expect(message).toMatch(/[.”]$/);
      expect(help).toMatch(/[.?]$/);
    }
  });

  test('says what it cites, where, and how that was checked', () => {
    for (const { text, url } of rule.cites) {
      expect(text).not.toBe('');
      expect(url).toMatch(/^https:\/\//);
    }
    // Nothing that was not looked up stands as an error.
    if (rule.cites.every(({ checked }) => checked === 'memory')) expect(rule.severity).not.toBe('error');
  });
});
