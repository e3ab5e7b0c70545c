/** The page that says how policies are kept. Its paragraphs are Markdown; the ids of its sections are the same in every language. */
export const about = {
  description: 'How these policies are kept, what their dates mean, and how to refer to a place in them.',
  lead: 'Every policy on this site is written as a file of facts and text. The pages are made from those files, and nothing else.',
  sections: [
    {
      id: 'what-the-dates-mean',
      title: 'What the dates mean',
      paragraphs: [
        `**Last updated** is the date the authors gave the text. It is not the day the site was built, and it does not move
when the look of a page changes. **Published here on** is the day it came to this site, where that is a later one. **In force
from** is the day from which the text binds, where that is a different day; **Announced for** is that day while it is still to
come, and **Was in force** says from when until when an older text bound. No text binds from a day before it was published,
unless its authors say why. **Checked on** is the last day somebody confirmed that the text is still true. Where a text holds no date at all, its page says so.`,
      ],
    },
    {
      id: 'what-at-a-glance-is',
      title: 'What “At a glance” is',
      paragraphs: [
        `The lines under that heading are computed from the same facts the tables show: what is listed, how long
it is kept, whom to ask. They say no more than the policy does. A fact that has conditions stands with them, or is left out;
*longest* is said only where everything that is listed can be compared; *not done* only where the policy says so itself. Each
line leads to the place it is made from. The policy itself is what counts.`,
      ],
    },
    {
      id: 'how-to-refer-to-a-place',
      title: 'How to refer to a place',
      paragraphs: [
        `Every version has an address of its own, with its date in it (and a number, where a day has several), and that address always shows the same text. The address
without a date shows the version in force. Every heading and every entry of a table has an address of its own too: follow the # beside it, and copy the address from your
browser. It leads to the version you read. Addresses do not change when a heading is reworded.`,
      ],
    },
    {
      id: 'what-changed-and-when',
      title: 'What changed, and when',
      paragraphs: [
        `*All versions* on a policy’s page leads to the list of its versions: when each was in force, and what it changed in a
sentence. A correction is folded under the text it corrects. A text that was announced and withdrawn, or replaced before its
day, stays readable and says so; it never bound anybody. From there, *What changed* compares a version with the one before it, and *What changed since* with the text in
force now: first the changed facts in sentences, then the text with what was added and removed. Feeds tell of new versions,
the newest fifty of them.`,
        `A published version cannot be changed. Each carries a fingerprint made from its text and from the version before it, so
that a change of any of them would show.`,
      ],
    },
    {
      id: 'what-these-pages-do-on-your-device',
      title: 'What these pages do on your device',
      paragraphs: [
        `They set no cookies and load nothing from other sites. They work with a keyboard, with a screen reader,
enlarged to four times their size, and on paper.`,
      ],
    },
  ],
  /** Which pages run scripts, on a site that looks for cookies on the reader's device, or has a search, or neither. */
  scripts: ({ inspect, search }: { inspect: boolean; search: boolean }) => {
    const pages = [
      'the one that compares two versions of a policy that you choose',
      ...(inspect
        ? ['that of a policy that lists cookies, to look for them on your device when you ask for it']
        : []),
      ...(search ? ['the search'] : []),
    ];
    return `Scripts run on these pages alone: ${pages.join('; ')}.`;
  },
};
