import type { Reporter, TestModule } from 'vitest/node';

type Span = { start: number; end: number };

/**
 * Prints how long each project took, from the start of its first file to the end of its last, and, as a line of its own
 * after everything else, how many tests passed and failed.
 */
// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export.
export default class ClosingLine implements Reporter {
  readonly #spans = new Map<string, Span>();

  onTestModuleStart({ project }: TestModule): void {
    const now = Date.now();
    if (!this.#spans.has(project.name)) this.#spans.set(project.name, { start: now, end: now });
  }

  onTestModuleEnd({ project }: TestModule): void {
    const span = this.#spans.get(project.name);
    if (span) span.end = Date.now();
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that does not load, and an error outside of any test, leave no failed test behind.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const failed = count('failed') + broken;
    const skipped = count('skipped') + count('pending');
    const times = [...this.#spans].map(
      ([name, { start, end }]) => `${name} ${Math.round((end - start) / 1000)} s`,
    );
    // The default reporter closes after the reporters have run.
    process.once('exit', (code) => {
      const said = failed === 0 && code !== 0 ? 1 : failed;
      process.stdout.write(`Time from first to last file: ${times.join(', ')}\n`);
      process.stdout.write(
        `${count('passed')} passed, ${said} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
      );
    });
  }
}
