import { kinds } from '../../schemas/policy.ts';
import { declareCommand, inProject, ofFolder, onDay } from './options.ts';

const kindNames = ['from its title', ...kinds.options] as const;

export const bringIn = declareCommand({
  usage: 'import <file or folder>',
  about: [
    'Make a policy of a text you have: a saved page, Markdown, a Word document, or a list of cookies in CSV or JSON.',
    'What only a person can decide is asked in comments; every word is looked for on the page that comes of it.',
    'Of a folder of files named by their days, or with --git of the history of a file, each text becomes a version.',
  ],
  options: {
    product: { value: '<name>', help: 'the product it is a policy of; its folder' },
    policy: { value: '<name>', help: 'the name of its file, and its address (its kind)' },
    kind: { choices: kindNames, usual: kindNames[0], help: 'what sort of policy it is' },
    git: { value: '<repository>', help: 'seal the versions that a file of a Git repository had' },
    path: { value: '<file>', help: 'with --git: which file, by its path in the repository' },
    compare: { help: 'write nothing: say in which words the text and a policy that is there differ' },
    from: { value: '<address>', help: 'where the text is published: relative links count from there' },
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  // What reads all those formats is half of our code, and no other command needs it.
  run: async (operands, told) => (await import('./bring-in.ts')).bringInText(operands, told),
});
