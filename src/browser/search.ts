import { searchWordsFor } from '../words/search-words.ts';
import { type Entry, type Found, makeSearch } from './find.ts';

// The script of the page of the search: it asks the site for the texts once, and looks for words in them here. What is looked
// for is sent nowhere; it stands behind the # of the address, which no server sees.

const words = searchWordsFor(document.documentElement.lang);
const most = 20;
const input = document.createElement('input');
input.type = 'search';
input.id = '_query';
input.autocomplete = 'off';
const label = document.createElement('label');
label.htmlFor = input.id;
label.textContent = words.label;
const said = document.createElement('p');
said.setAttribute('role', 'status');
const results = document.createElement('ol');
results.className = 'found';
const around = document.createElement('search');
around.append(label, ' ', input);
document.querySelector('.without-script')?.replaceWith(around, said, results);

let search: Promise<(query: string) => Found[]> | undefined;
let turn = 0;
input.addEventListener('input', () => {
  history.replaceState(undefined, '', `#${encodeURIComponent(input.value)}`);
  void show();
});
addEventListener('hashchange', takeAddress);
takeAddress();

function takeAddress(): void {
  input.value = decoded(location.hash.slice(1));
  if (input.value) void show();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

async function show(): Promise<void> {
  turn += 1;
  const own = turn;
  const query = input.value.trim();
  search ??= load();
  const find = await search.catch(() => undefined);
  // Who has typed on since waits for that.
  if (own !== turn) return;
  if (!find) search = undefined;
  const found = find?.(query) ?? [];
  said.textContent = find ? sentence(query, found.length) : words.notRead;
  results.replaceChildren(...found.slice(0, most).map(itemOf));
}

function sentence(query: string, all: number): string {
  if (query === '') return '';
  return all === 0 ? words.nothing(query) : words.found(Math.min(all, most), all);
}

async function load(): Promise<(query: string) => Found[]> {
  const answer = await fetch(new URL('../search.json', location.href));
  if (!answer.ok) throw new Error(`Unexpected answer ${answer.status} for the texts.`);
  // A file of the same site, as its build wrote it.
  return makeSearch((await answer.json()) as Entry[], document.documentElement.lang);
}

function itemOf({ path, title, policy, excerpt }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  // A path of this site and no other address, whatever the file says.
  link.href = new URL(path, location.origin).pathname + new URL(path, location.origin).hash;
  link.textContent = title;
  const of = document.createElement('span');
  of.className = 'kicker';
  of.textContent = policy;
  const text = document.createElement('p');
  text.append(...excerpt.map(({ text: part, isMarked }) => (isMarked ? marked(part) : part)));
  item.append(link, ' ', of, text);
  return item;
}

function marked(text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}
