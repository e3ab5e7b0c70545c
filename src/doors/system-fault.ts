import { printable } from '../reports/printable.ts';

// What a machine can refuse, by the code of its answer, with the next step. Anything else is a fault of ours.
const nextSteps: Record<string, string> = {
  EACCES: 'Give yourself the right to write there, or name another place.',
  EPERM: 'Give yourself the right to write there, or name another place.',
  EROFS: 'Name a place that can be written to.',
  ENOSPC: 'Make room on the disk.',
  EDQUOT: 'Make room on the disk.',
  EFBIG: 'Make room on the disk.',
  EIO: 'Look after the disk: it fails.',
  ENOTDIR: 'Move the file away that stands where a folder belongs.',
  EEXIST: 'Move what stands there away.',
  EISDIR: 'Move the folder away that stands where a file belongs.',
  ENOTEMPTY: 'Move what stands there away.',
  EBUSY: 'Close what has it open.',
  ETXTBSY: 'Close what has it open.',
  ELOOP: 'Move the link away that leads to itself.',
  ENAMETOOLONG: 'Choose a shorter path.',
  EMFILE: 'Let fewer programs run at once.',
  ENFILE: 'Let fewer programs run at once.',
};

/**
 * What the machine refused to do, in a line: the answer of the system with its code and path, and the next step. Nothing
 * for an error that is no such answer.
 */
export function systemFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const nextStep = nextStepOf(error);
  // Astro says in words of its own what a system refused, and keeps the answer.
  if (nextStep === undefined) return systemFault(error.cause);
  return `${printable(error.message)}. ${nextStep}`;
}

// Every answer of the system says what was asked of it.
function nextStepOf(error: Error): string | undefined {
  if (!('syscall' in error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return Object.hasOwn(nextSteps, code) ? nextSteps[code] : undefined;
}
