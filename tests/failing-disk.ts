import { fileURLToPath } from 'node:url';

/** What a disk does at one change: it is full or read-only from then on, or refuses that one, or the process is gone. */
type Failure = 'ENOSPC' | 'EROFS' | 'EIO' | 'killed' | 'none';

/** The change that fails: the one after so many others, of paths that hold a text. What changes is listed in `log`. */
export type Fault = { failure: Failure; after: number; of?: string; log?: string };

const preload = fileURLToPath(new URL('./failing-disk-preload.ts', import.meta.url));

/** The environment in which Node runs on a disk that fails. */
export function onFailingDisk({ of = '/', ...fault }: Fault): Record<string, string> {
  return {
    NODE_OPTIONS: `--import ${JSON.stringify(preload)}`,
    FAILING_DISK: JSON.stringify({ of, ...fault }),
  };
}
