import { join, resolve } from 'node:path';
import { host, launchChromium } from '../tests/browser.ts';

// The picture of a page in the README: `npm run build && node scripts/pictures.ts` makes it anew.

const root = resolve(import.meta.dirname, '..');
const [site = join(root, 'dist')] = process.argv.slice(2);

const served = await host(site, '');
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1200, height: 1240 }, colorScheme: 'light' });
await page.goto(`${served.origin}/tidewick/cookie-policy/`);
await page.screenshot({ path: join(root, 'docs/page.png') });
await browser.close();
await served.close();
