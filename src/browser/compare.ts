import './without-eval.ts';

import { partsHtml } from '../compare/marked/html.ts';
import { numberChanges, toParts } from '../compare/marked/sections.ts';
import { redline } from '../compare/redline/redline.ts';
import { toPage } from '../page/page.ts';
import type { PolicyPage } from '../page/page-model.ts';
import { escapeHtml } from '../text/html.ts';
import { readerOf } from '../text/show.ts';
import { keepDates } from '../text/unbroken.ts';
import { openRecord, type VersionRecord } from '../versions/record-formats.ts';
import { wordsFor } from '../words/words.ts';

// The one script of a site: on the page that compares any two versions of a policy. It reads the versions from the table
// that stands there without it, fetches the records of two of them, and marks their texts as the build does.

/** A version that can be chosen: its name, and the path of its page. */
type Version = { id: string; name: string; path: string };

/** Which policy the page is of, and the address of its site. */
type Place = { site: string; product: string; slug: string };

const words = wordsFor(document.documentElement.lang).diff;
const versions = [...document.querySelectorAll<HTMLAnchorElement>('main th a')].map(toVersion).reverse();
const place = placeOf(document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? '');
const [older, newer] = [choiceOf(words.older, -2), choiceOf(words.newer, -1)];
const shown = document.createElement('section');
shown.className = 'redline';
shown.setAttribute('aria-live', 'polite');
let turn = 0;
let rules: { createHTML(html: string): string } | undefined;

document.querySelector('main .opening')?.after(choices(), shown);
addEventListener('hashchange', takeAddress);
shown.addEventListener('click', goWithin);
takeAddress();

function toVersion(link: HTMLAnchorElement): Version {
  const path = new URL(link.href).pathname;
  return { id: path.split('/').at(-2) ?? '', name: link.textContent, path };
}

function placeOf(address: string): Place {
  const [, site = '', product = '', slug = ''] = /^(.*\/)([^/]+)\/([^/]+)\/compare\/$/.exec(address) ?? [];
  return { site, product, slug };
}

function choiceOf(label: string, chosen: number): { label: HTMLLabelElement; select: HTMLSelectElement } {
  const select = document.createElement('select');
  const preset = versions.at(chosen)?.id;
  select.append(...versions.map(({ id, name }) => new Option(name, id, id === preset, id === preset)));
  select.addEventListener('change', () => {
    history.replaceState(undefined, '', `#${older.select.value}..${newer.select.value}`);
    void show();
  });
  const around = document.createElement('label');
  around.append(`${label} `, select);
  return { label: around, select };
}

function choices(): HTMLElement {
  const around = document.createElement('p');
  // Below each other on a phone, they do not touch.
  around.className = 'between';
  around.append(older.label, newer.label);
  return around;
}

// An address that names two versions is a citation of what they differ in.
function takeAddress(): void {
  const [from, to] = decodeURIComponent(location.hash.slice(1)).split('..');
  const known = [from, to].every((id) => versions.some((version) => version.id === id));
  if (from && to && known) [older.select.value, newer.select.value] = [from, to];
  void show();
}

async function show(): Promise<void> {
  turn += 1;
  const own = turn;
  const [before, after] = [older, newer].map(({ select }) => versions.find(({ id }) => id === select.value));
  if (!before || !after) return;
  const html = await marked(before, after).catch(() => `<p>${escapeHtml(words.notRead)}</p>`);
  // Who has chosen again since waits for that.
  if (own === turn) shown.innerHTML = trusted(html);
}

async function marked(before: Version, after: Version): Promise<string> {
  const [old, next] = await Promise.all([pageOf(before), pageOf(after)]);
  const reader = readerOf(next.language);
  const numbered = numberChanges(redline(old, next, { paths: { before: before.path, after: after.path } }));
  const { diff } = reader.words;
  const first = `<span class="step"> <a href="#c-1">${escapeHtml(diff.first)}</a></span>`;
  const said = diff.betweenTitle(before.name, after.name);
  const legend = numbered.numbers.size > 0 ? `${escapeHtml(diff.legend)}${first}` : escapeHtml(diff.none);
  const opening = `<h2 id="_redline">${escapeHtml(said)}</h2><p class="legend">${legend}</p>`;
  return keepDates(opening + partsHtml(toParts(numbered, reader)), next.language);
}

async function pageOf({ path }: Version): Promise<PolicyPage> {
  const answer = await fetch(path.replace(/\/$/, '.json'));
  if (!answer.ok) throw new Error(`Unexpected answer ${answer.status} for a record.`);
  // A record of the same site, as its build wrote it.
  const record = (await answer.json()) as VersionRecord;
  const sealed = openRecord(record);
  const policy = { ...sealed, product: { ...sealed.product, id: place.product }, slug: place.slug };
  return toPage(policy, { name: '', url: place.site });
}

// A way to a mark on this page leaves the address as it is: it says which versions are compared.
function goWithin(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const target = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  if (!target) return;
  event.preventDefault();
  target.closest('details')?.setAttribute('open', '');
  target.tabIndex = -1;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

type Policies = {
  createPolicy(name: string, rules: object): { createHTML(html: string): string } | undefined;
};

// Browsers that ask for it take no text for HTML but from the one policy that the page allows.
function trusted(html: string): string {
  rules ??= (Reflect.get(window, 'trustedTypes') as Policies | undefined)?.createPolicy('policybook', {
    createHTML: (text: string) => text,
  });
  return rules?.createHTML(html) ?? html;
}
