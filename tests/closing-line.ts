import type { Reporter, TestModule } from 'vitest/node';

/** Prints how many tests passed and failed, as a line of its own, after everything else. */
// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export.
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that does not load, and an error outside of any test, leave no failed test behind.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const failed = count('failed') + broken;
    const skipped = count('skipped') + count('pending');
    // The default reporter closes after the reporters have run.
    process.once('exit', (code) => {
      const said = failed === 0 && code !== 0 ? 1 : failed;
      process.stdout.write(
        `${count('passed')} passed, ${said} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
      );
    });
  }
}
