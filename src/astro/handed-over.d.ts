/** Made by the integration: where the project it was started for is written down. */
declare module 'virtual:policybook/project' {
  export const projectFile: string;
}
