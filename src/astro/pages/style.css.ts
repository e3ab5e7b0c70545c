import { siteLibrary, stylesheet } from '../../site/site.ts';

export function GET(): Response {
  return new Response(stylesheet(siteLibrary().site), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
}
