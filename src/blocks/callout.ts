import type { TextBlock, Tone } from '../resolve/policy-model.ts';
import { escapeMarkdown } from '../text/prose.ts';
import type { BlockDefinition, Texts } from './block.ts';

function callout(tone: Tone): BlockDefinition<Tone> {
  return {
    type: 'callout',
    resolve: (written) => ({
      block: { type: 'callout', tone, ...(typeof written === 'string' ? { text: written } : written) },
    }),
    heldAt: (path) => (path.length > 0 ? path : ['text']),
    page: ({ tone, title, text }, path, { words, name, block }) => ({
      type: 'callout',
      tone,
      title:
        title === undefined ? { sort: 'words', text: words.callouts[tone] } : name(`${path}.title`, title),
      text: block(`${path}.text`, text),
    }),
    prose: ({ title, text }) => [...titleText(title), ['.text', text]],
    whole: {
      key: ({ title = '', text }) => `${title} ${text}`,
      name: ({ tone }, _, { reader }) => `“${reader.words.callouts[tone]}”`,
      change: (before, after) =>
        before.tone === after.tone
          ? undefined
          : { rule: 'callout-changed', before: before.tone, after: after.tone },
    },
  };
}

function titleText(title: TextBlock<Tone>['title']): Texts {
  return title === undefined ? [] : [['.title', escapeMarkdown(title)]];
}

export const note = callout('note');
export const important = callout('important');
export const warning = callout('warning');
export const tip = callout('tip');
