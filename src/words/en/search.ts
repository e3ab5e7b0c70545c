/** What the page of the search says. It stands apart, so that its script holds no other words. */
export const search = {
  title: 'Search the policies',
  lead: 'Searches the policies on this site as they stand today. Former versions, and those to come, are not searched.',
  withoutScript:
    'The search needs JavaScript. Without it, open a policy and use “Find in page” of your browser.',
  label: 'Words to look for',
  found: (shown: number, all: number) =>
    all > shown ? `The first ${shown} of ${all} places.` : `${all} ${all === 1 ? 'place' : 'places'}.`,
  nothing: (query: string) => `Nothing was found for “${query}”. Try fewer words, or the beginning of one.`,
  notRead: 'The texts could not be read. Load the page again.',
};
