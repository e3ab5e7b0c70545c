// What the integration makes: modules without a file of their own.

/** Where the project it was started for is written down. */
declare module 'virtual:policybook/project' {
  export const projectFile: string;
}

/** The whole document around a page: the project's own, or else ours. */
declare module 'virtual:policybook/layout' {
  export const Layout: typeof import('./components/Layout.astro').default;
}

/** The parts of the document: the project's own, or else ours. */
declare module 'virtual:policybook/parts' {
  export const Head: typeof import('./components/Head.astro').default;
  export const Header: typeof import('./components/Header.astro').default;
  export const Footer: typeof import('./components/Footer.astro').default;
}
