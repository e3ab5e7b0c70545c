import { manifestOf } from '../../../site/manifest.ts';
import { siteLibrary } from '../../site-library.ts';

export function GET(): Response {
  const body = `${JSON.stringify(manifestOf(siteLibrary()), undefined, 2)}\n`;
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
