import { siteLibrary } from '../../../site/site.ts';
import { manifestOf } from '../../../site/views.ts';

export function GET(): Response {
  const body = `${JSON.stringify(manifestOf(siteLibrary()), undefined, 2)}\n`;
  return new Response(body, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
