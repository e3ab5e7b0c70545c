/** A row of a list that goes across products: the name it is sorted by, and its cells as HTML. */
export type NamedRow = { name: string; cells: string[] };

/** A company that a policy names, with the link that leads to it there. */
export type NamedCompany = { name: string; html: string };

/** A section that can be found: the path that leads to it, its heading, the policy it is of, and its text. */
export type SearchEntry = { path: string; title: string; policy: string; text: string };

/** What pages about all policies tell of those of a product, by their slugs. */
export type ToldOfProduct = Record<string, ToldOfPolicy>;

/** What pages about all policies tell of the text of one. */
export type ToldOfPolicy = {
  cookies: readonly NamedRow[];
  companies: readonly NamedCompany[];
  /** Its sections, on a site that has the search. */
  search?: readonly SearchEntry[];
};
