import { expect, test } from 'vitest';
import { makeSearch } from '../src/browser/find.ts';
import { aboutPage } from '../src/site/about.ts';
import { openSources } from '../src/site/library.ts';
import { searchEntries } from '../src/site/search.ts';
import { around, sourcesOf } from './compile-texts.ts';
import { openFolder, project } from './open-folder.ts';

const rights = {
  path: '/a/#rights',
  title: '3. Your rights',
  policy: 'Privacy – A',
  text: 'You can object to it.',
};
const cookies = {
  path: '/b/#all',
  title: 'All',
  policy: 'Cookies – B',
  text: 'The cookie _ga of the café is kept.',
};
const find = makeSearch([rights, cookies], 'en-GB');
const pathsOf = (query: string) => find(query).map(({ path }) => path);

test.each([
  ['object', ['/a/#rights']],
  // The beginning of a word, a letter mistaken, an accent left out, capitals.
  ['obj', ['/a/#rights']],
  ['objekt', ['/a/#rights']],
  ['CAFE', ['/b/#all']],
  ['_ga', ['/b/#all']],
  // All words have to be there; the name of the policy counts.
  ['object cookie', []],
  ['privacy rights', ['/a/#rights']],
  ['', []],
  ['zebra', []],
])('%j finds %j', (query, expected) => {
  expect(pathsOf(query)).toEqual(expected);
});

test('words are found in a language that sets no spaces between them', () => {
  const search = makeSearch([{ ...rights, text: '個人データを削除できます。' }], 'ja');
  expect(search('削除').length).toBe(1);
});

test('what is found is shown with the words around it, and these alone are marked', () => {
  const long = { ...rights, text: `${'before '.repeat(20)}object ${'after '.repeat(60)}` };
  const [found] = makeSearch([long], 'en')('object');
  const excerpt = found?.excerpt ?? [];
  expect(excerpt.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'object', isMarked: true }]);
  const text = excerpt.map((part) => part.text).join('');
  expect(text).toMatch(/^… .*before object after.* …$/);
  expect(text.length).toBeLessThan(260);
});

test('the texts in force can be found, section by section, and no former one', () => {
  const entries = searchEntries(openFolder('tests/fixtures/demo'));
  const paths = entries.map(({ path }) => path);
  expect(paths).toContain('/tidewick/privacy-policy/#your-rights');
  expect(paths.filter((path) => /\d{4}-\d{2}-\d{2}/.test(path))).toEqual([]);
  expect(new Set(paths).size).toBe(paths.length);
  expect(entries.filter(({ title, policy }) => title === '' || policy === '')).toEqual([]);
  const own = entries.find(({ path }) => path === '/tidewick/cookie-policy/#what-we-never-do');
  expect(own).toMatchObject({
    title: '8. What we never do',
    policy: 'Cookies and device storage – Tidewick',
  });
});

test.each([
  ['', 'you choose.'],
  ['search: true\n', 'you choose; the search.'],
  [
    'inspect: true\n',
    'you choose; that of a policy that lists cookies, to look for them on your device when you ask for it.',
  ],
])('the page about the policies names the pages that run a script with %j', (settings, end) => {
  const texts = { ...around, 'site.yaml': `${around['site.yaml']}${settings}` };
  const { sections } = aboutPage(openSources(sourcesOf(texts), project));
  expect(sections.at(-1)?.html).toContain(
    `<p>Scripts run on these pages alone: the one that compares two versions of a policy that ${end}</p>`,
  );
});

test('the page about the policies says nothing of what pages do whose parts are of the project', () => {
  const idsOf = (parts: typeof project.parts) =>
    aboutPage(openSources(sourcesOf(around), { ...project, parts })).sections.map(({ id }) => id);
  expect(idsOf([])).toContain('what-these-pages-do-on-your-device');
  expect(idsOf(['Layout'])).not.toContain('what-these-pages-do-on-your-device');
});
