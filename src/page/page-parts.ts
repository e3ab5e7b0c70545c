/**
 * The classes of the parts of a policy's page, by which a check of a published page finds them again. Components write
 * them, and nothing else stands where these stand.
 */
export const pageParts = {
  main: { breadcrumbs: 'breadcrumbs', policy: 'policy' },
  policy: {
    // Where a version is in time, and what is beside it, changes without its text.
    banner: 'banner',
    companions: 'companions',
    aboutVersion: 'about-version',
    opening: 'opening',
    glance: 'glance',
    alias: 'alias',
    contents: 'contents',
    toContents: 'to-contents',
    section: 'section',
    moved: 'moved',
  },
  opening: { kicker: 'kicker', lead: 'lead', dates: 'dates', versionsLink: 'versions-link' },
  /** These tell of other policies and versions, or of the place in time, and may change without the text. */
  elsewhere: { linkCard: 'link-card', recentVersions: 'recent-versions', placed: 'placed' },
} as const;
