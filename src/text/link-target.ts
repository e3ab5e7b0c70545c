import { email } from '../../schemas/values.ts';

// Where a link may lead: to a place that is looked up (a section, an entry or a policy of this site), or to an address
// that a browser, a mail program or a telephone can open. There is no third kind, which nobody would have looked at.

/** A place in a policy, as a link names it: `#choices`, `privacy-policy#rights`, `/chatsync/terms/`. */
type SiteTarget = { product?: string; slug?: string; anchor?: string };

const id = '[a-z][a-z0-9-]*';
const anchor = `#(?<anchor>${id})`;
const sitePatterns = [
  new RegExp(`^${anchor}$`),
  new RegExp(`^(?<slug>${id})(?:${anchor})?$`),
  new RegExp(`^/(?<product>${id})/(?<slug>${id})/?(?:${anchor})?$`),
];

/** Reads the destination of a link as a place in a policy of this site; nothing for every other destination. */
export function readSiteTarget(url: string): SiteTarget | undefined {
  for (const pattern of sitePatterns) {
    const { groups } = pattern.exec(url) ?? {};
    if (groups) return { ...groups };
  }
  return undefined;
}

/** Tells whether a link may lead there: to a place that is looked up afterwards, or to an address that can be opened. */
export function isTarget(url: string): boolean {
  return readSiteTarget(url) !== undefined || isMail(url) || isPhone(url) || isWebAddress(url);
}

/**
 * The address behind one that counts clicks or looks at a link before it leads on: what programs put in the place of an
 * address that is copied from them. Nothing for every other.
 */
export function addressBehind(url: string): string | undefined {
  const [, kept] = /^https:\/\/urldefense\.(?:com|us)\/v3\/__(https?:\/\/?[^;]+?)__;/.exec(url) ?? [];
  if (kept !== undefined) return kept.replace(/^(https?:)\/(?!\/)/, '$1//');
  if (!leadsOn.test(url) || !URL.canParse(url)) return undefined;
  const { searchParams } = new URL(url);
  return (
    ['q', 'url', 'u'].map((name) => searchParams.get(name)).find((to) => to && isWebAddress(to)) ?? undefined
  );
}

const leadsOn =
  /^https?:\/\/(?:(?:www\.)?google\.[a-z.]+\/url|[\w-]+\.safelinks\.protection\.outlook\.com\/|l\.facebook\.com\/l\.php|www\.linkedin\.com\/redir\/redirect)\?/;

/** What to write in place of a destination that is none. */
export function targetHelp(url: string): string {
  if (/^mailto:/i.test(url)) return 'Write mailto: and one mail address, as in mailto:privacy@example.com.';
  if (/^tel:/i.test(url))
    return 'Write tel: and a telephone number of 3 to 15 digits, as in tel:+35391000000.';
  if (/^https?:/i.test(url))
    return 'Write the whole address, with the name of a host, as in https://example.com/terms.';
  if (/^[^\s/#?]+@[^\s/]+$/.test(url)) return 'Write mailto: in front of a mail address.';
  const policy = /^(?:\.{1,2}\/)*([a-z][a-z0-9-]*)(?:\.(?:ya?ml|html?))?(#[a-z][a-z0-9-]*)?$/i.exec(url);
  if (policy)
    return `Write the file name of a policy without its ending: ${policy.slice(1).join('').toLowerCase()}.`;
  if (/^(?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]|$)/i.test(url)) return 'Write https:// in front of it.';
  if (url.startsWith('/'))
    return 'A policy of this site is /product/policy/. For any other page, your own as well, write its whole address: https://example.com/terms.';
  if (/^\+?[\d ().-]{3,}$/.test(url)) return 'Write tel: in front of a telephone number.';
  const anchor = url.toLowerCase().replaceAll(/[ _]|%20/g, '-');
  if (url !== anchor && readSiteTarget(anchor)) return `Write an id as it is written there: ${anchor}.`;
  if (url.startsWith('#'))
    return 'Write # and the id of a section or an entry: it starts with a letter from a to z.';
  return 'Write a whole address that starts with https://, the file name of a policy without .yaml, or # and the id of a section.';
}

const subject = String.raw`\?subject=(?:[\w.~!*'()-]|%(?![01]|7[Ff])[0-9A-Fa-f]{2})*`;
const mail = new RegExp(`^mailto:(?<address>[\\w.+'-]+@[A-Za-z0-9.-]+)(?:${subject})?$`);

function isMail(url: string): boolean {
  return email.safeParse(mail.exec(url)?.groups?.address).success;
}

// ITU-T E.164: at most 15 digits. The shortest numbers, of emergency services, have three.
function isPhone(url: string): boolean {
  const number = /^tel:(\+?[0-9][0-9.()-]*)$/.exec(url)?.[1];
  const digits = number?.replaceAll(/\D/g, '').length ?? 0;
  return digits >= 3 && digits <= 15;
}

// Refuses user names, and characters that programs read differently, written out or percent-encoded. A host without a
// dot is one of somebody's own network, and a number is read as an address that nobody wrote.
function isWebAddress(url: string): boolean {
  const host = /^https?:\/\/([\p{L}\p{M}\p{N}.-]+)(?::\d+)?(?:[/?#]|$)/u.exec(url)?.[1];
  if (host === undefined || !URL.canParse(url)) return false;
  if (/[\p{C}\p{Z}\\<>"`]|%(?![0-9a-f]{2})|%[01][0-9a-f]|%5c|%7f/iu.test(url)) return false;
  return /^[^.]+(?:\.[^.]+)*\.(?!\d+$)[^.]{2,}$/.test(host);
}
