import { init } from '../src/commands/init.ts';
import { refusalIn } from '../src/commands/options.ts';

// `npm create policybook`: what `policybook init` does, for those who have no Policybook yet.

try {
  process.exitCode = await init.run(process.argv.slice(2));
} catch (error) {
  const refused = refusalIn(error);
  if (refused === undefined) throw error;
  process.stderr.write(`${refused}\nNext: npm create policybook -- --help says what it can be told.\n`);
  process.exitCode = 2;
}
