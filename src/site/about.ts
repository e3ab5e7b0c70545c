import { absoluteAddress } from '../resolve/address.ts';
import { renderProse } from '../text/prose.ts';
import { frameOf, siteReader } from './frame.ts';
import type { Library } from './library.ts';

/** The page that says how policies are kept. */
export function aboutPage(library: Library) {
  const { aboutPolicies, about } = siteReader(library).words;
  const { inspect = false, search = false } = library.site;
  const scripts = about.scripts({ inspect, search });
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, '/about/'),
    title: aboutPolicies,
    description: about.description,
    lead: about.lead,
    sections: about.sections.map(({ id, title, paragraphs }) => ({
      id,
      title,
      html: [...paragraphs, ...(id === 'what-these-pages-do-on-your-device' ? [scripts] : [])]
        .map((text) => renderProse(text, { wrap: 'block' }))
        .join(''),
    })),
  };
}
