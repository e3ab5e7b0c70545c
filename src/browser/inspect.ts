import { inspectWordsFor } from '../words/inspect-words.ts';
import { type Entry, lookFor, type Seen } from './own-storage.ts';

// The script of the page of a policy that lists cookies, on sites that ask for it: when its reader wishes, it reads the names
// of what is stored for this page, and says in each row of the tables whether its entry is among them. It sends nothing,
// keeps nothing, and reads no value.

const words = inspectWordsFor(document.documentElement.lang);
const rows = [...document.querySelectorAll<HTMLTableRowElement>('.policy tr[id^="cookies-"]')];
const [first] = rows;
const button = document.createElement('button');
button.type = 'button';
button.textContent = words.look;
button.addEventListener('click', look);
const said = document.createElement('p');
said.setAttribute('role', 'status');
const around = document.createElement('div');
around.className = 'inspect';
around.append(button, said);
first?.closest('table')?.before(around);

function look(): void {
  const stored = { cookie: cookieNames(), local: keysOf('localStorage'), session: keysOf('sessionStorage') };
  const found = rows.map((row) => {
    const seen = lookFor(entryOf(row), stored);
    mark(row, seen);
    return seen;
  });
  const looked = found.filter((seen) => seen !== 'unseeable');
  const count = looked.filter((seen) => seen === 'seen').length;
  said.textContent = `${words.found(count, looked.length)} ${words.limits(location.hostname)}`;
}

function entryOf(row: HTMLTableRowElement): Entry {
  const head = row.querySelector('th');
  const text = row.textContent;
  const labels = [...row.querySelectorAll('.under, .cell-value, li')].map((part) => part.textContent.trim());
  const known = Object.entries(words.storage).find(([, label]) => labels.includes(label));
  return {
    name: head?.querySelector('code')?.textContent ?? '',
    type: known?.[0] ?? 'cookie',
    isHidden: text.includes(words.hidden),
  };
}

function mark(row: HTMLTableRowElement, seen: Seen): void {
  const place = row.querySelector('th') ?? row.cells[0];
  const line = row.querySelector('.on-device') ?? document.createElement('span');
  line.className = `under on-device ${seen}`;
  line.textContent = { seen: words.seen, 'not-seen': words.notSeen, unseeable: words.unseeable }[seen];
  place?.append(line);
}

function cookieNames(): string[] {
  return readable(() => document.cookie.split(';').map((pair) => pair.split('=')[0]?.trim() ?? ''));
}

function keysOf(name: 'localStorage' | 'sessionStorage'): string[] {
  return readable(() => Object.keys(window[name]));
}

// A browser that is told to refuse storage throws where it is only looked at.
function readable(names: () => string[]): string[] {
  try {
    return names();
  } catch {
    return [];
  }
}
