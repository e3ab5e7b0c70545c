// https://www.w3.org/TR/CSP3/ — pages hold no script, no inline style and nothing from elsewhere. What connects is a script, so
// `connect-src` allows nothing by itself: without it, tools that measure a page cannot read robots.txt from there.
const policy: Record<string, string> = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

/** The content security policy as a page carries it in `<meta>`; browsers ignore `frame-ancestors` there. */
export function contentSecurityPolicy(extra: Record<string, string> = {}): string {
  return Object.entries({ ...policy, ...extra })
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

/** What the one page with a script asks for besides: its script, the records that reads, and one way to write a text as HTML. */
export const ofScript: Record<string, string> = {
  'script-src': "'self'",
  'trusted-types': 'policybook',
};

/** What the page of a policy asks for besides, where its readers can look at their own device: its script, which can send nothing. */
export const ofInspection: Record<string, string> = { 'script-src': "'self'", 'connect-src': "'none'" };

/** What the page of the search asks for besides: its script, and the texts that reads. */
export const ofSearch: Record<string, string> = { 'script-src': "'self'" };

/**
 * The headers a host should send with every page, as a `_headers` file (Netlify, Cloudflare Pages). Hosts join headers of several
 * paths, so what one page asks for stands here for all; every page but that one forbids it by itself.
 */
export function headersFile(): string {
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy({ ...ofScript, 'frame-ancestors': "'none'" }),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  return ['/*', ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}
