import { describe, expect, test } from 'vitest';
import { allRules } from '../src/rules/packs.ts';
import { findingsIn, loadRule, ruleIds } from './rules.ts';

// Every rule has a file, and in it the two examples that are its first tests.

test('lists every rule that has a file', () => {
  expect(allRules.map(({ id }) => id).sort()).toEqual(ruleIds);
});

describe.each(ruleIds)('%s', async (id) => {
  const rule = await loadRule(id);

  test('finds nothing in its good example', () => {
    expect(findingsIn(rule.examples.ok, rule)).toEqual([]);
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
