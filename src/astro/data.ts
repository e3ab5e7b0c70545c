import { siteLibrary } from './site-library.ts';

/** A policy, as a page of your own can list it. */
export type ListedPolicy = {
  /** The names of its product and of its file, as they stand in its address. */
  product: string;
  policy: string;
  /** The name of its product. */
  productName: string;
  kind: string;
  title: string;
  description: string;
  language: string;
  /** The path of its page, with the base of the site. */
  path: string;
  /** The day its text in force was written: `YYYY-MM-DD`. */
  updated?: string;
  /** The day on which it ended. */
  endedOn?: string;
};

/** Every policy of the site, by product, as it stands on the day the site is made for. */
export function listPolicies(): ListedPolicy[] {
  const { products, standings } = siteLibrary();
  return products.flatMap(({ id, name, policies }) =>
    policies.flatMap(({ slug, kind, language }) => {
      const card = standings.get(`${id}/${slug}`)?.card;
      if (!card) return [];
      const { path, title, description, updated, endedOn } = card;
      const dates = { ...(updated && { updated }), ...(endedOn && { endedOn }) };
      return [
        { product: id, policy: slug, productName: name, kind, title, description, language, path, ...dates },
      ];
    }),
  );
}
