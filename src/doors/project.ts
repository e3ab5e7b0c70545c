/** Where the policies lie, as the environment says it, so that a build in this process reads what was checked. */
export function policiesFolder(): string {
  return process.env.POLICYBOOK_FOLDER ?? 'policies';
}

/** Whether pages are made for somebody who edits. Outside of Astro there is no `import.meta.env`. */
export function isDevelopment(): boolean {
  const environment: ImportMetaEnv | undefined = import.meta.env;
  return environment?.DEV ?? false;
}
