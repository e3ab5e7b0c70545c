// Pages for those who open them from a disk, where no server finds the start of an address.

/**
 * A page of ours with links that open from a disk: counted from its own place, and down to a file. `path` is that of its
 * file in the site, `base` the path that the site is published below. Its content security policy goes, and the script that
 * one page has, since browsers do not take a file on a disk for one of the same site.
 */
export function fromDisk(html: string, path: string, base: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const toFile = (address: string) => fileOf(address, up, base);
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<script type="module"[^>]*><\/script>/, '')
    .replaceAll(
      /(<(?:a|link)\b[^>]*? href=")([^"]*)(?=")/g,
      (_, before: string, address: string) => `${before}${toFile(address)}`,
    )
    .replaceAll(
      /(<meta http-equiv="refresh" content="0; ?url=)([^"]*)(?=")/g,
      (_, before: string, address: string) => `${before}${toFile(address)}`,
    );
}

function fileOf(address: string, up: string, base: string): string {
  if (!address.startsWith(`${base}/`) || address.startsWith('//')) return address;
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(base.length + 1)) ?? [];
  return `${up}${place === '' || place.endsWith('/') ? `${place}index.html` : place}${rest}` || './';
}
