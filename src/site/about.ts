import { absoluteAddress } from '../resolve/address.ts';
import { renderProse } from '../text/prose.ts';
import { frameOf, siteReader } from './frame.ts';
import type { Library } from './library.ts';

const device = 'what-these-pages-do-on-your-device';

/** The page that says how policies are kept. */
export function aboutPage(library: Library) {
  const { aboutPolicies, about } = siteReader(library).words;
  const { inspect = false, search = false } = library.site;
  const scripts = about.scripts({ inspect, search });
  // What the project's own parts of a page set, load and run, nobody knows here.
  const sections = about.sections.filter(({ id }) => id !== device || library.project.parts.length === 0);
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, '/about/'),
    title: aboutPolicies,
    description: about.description,
    lead: about.lead,
    sections: sections.map(({ id, title, paragraphs }) => ({
      id,
      title,
      html: [...paragraphs, ...(id === device ? [scripts] : [])]
        .map((text) => renderProse(text, { wrap: 'block' }))
        .join(''),
    })),
  };
}
