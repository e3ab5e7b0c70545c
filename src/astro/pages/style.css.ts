import { stylesheet } from '../../site/frame.ts';
import { siteLibrary } from '../site-library.ts';

export function GET(): Response {
  return new Response(stylesheet(siteLibrary().site), {
    headers: { 'Content-Type': 'text/css; charset=utf-8' },
  });
}
