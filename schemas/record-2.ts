import { z } from 'zod';
import { isDay } from './checks.ts';
import { block1, content1, facts1, section1 } from './record-1.ts';

// Record format 2: what happens to a policy, as entries of one chain. A version is what its authors wrote and what
// readers were shown; a withdrawal, a notice, a retirement and a rename are entries of their own. Like format 1 it
// shares nothing with the schemas people edit.

const text = z.string();
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const yes = z.boolean();
const policyName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/)
  .describe('The policy it is of: `<product>/<policy>`, by the name it had then.');
const versionName = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(\.([2-9]|[1-9][0-9]))?$/)
  .describe('A version, by the date of its text; `.2` is the second of that day.');

const format = z.literal(2);
const seal = digest.describe(
  'SHA-256, in hexadecimal, of this entry without `digest` in canonical JSON (RFC 8785): UTF-8, keys sorted by their ' +
    'UTF-16 code units, no space between tokens, no line end.',
);
const previous = digest.describe(
  '`digest` of the entry before, of whatever sort or format. So none can be changed, removed or added unnoticed.',
);
const released = date.describe('The day it was published; of an imported version, its own date.');

const [prose1, callout1, inventory1, ...others1] = block1.options;
const cookieColumns1 = inventory1.shape.columns.unwrap().element;
const dataColumns2 = [
  'data',
  'audience',
  'examples',
  'description',
  'source',
  'provision',
  'ccpa',
  'purposes',
  'basis',
  'choice',
  'disclosedTo',
  'soldTo',
  'keptFor',
] as const;

const writtenBlock = z
  .discriminatedUnion('type', [
    prose1,
    callout1,
    inventory1.extend({
      columns: z
        .array(z.enum([...cookieColumns1.options, ...dataColumns2]))
        .min(1)
        .optional(),
    }),
    ...others1,
    z.strictObject({
      type: z.literal('table'),
      caption: text.optional(),
      columns: z.array(text).min(1),
      rows: z.array(z.array(text).min(1)).min(1),
    }),
    z.strictObject({
      type: z.literal('parties'),
      items: z.array(z.strictObject({ as: text, name: text, text: text.optional() })).min(1),
    }),
    z.strictObject({
      type: z.literal('signatures'),
      items: z.array(z.strictObject({ for: text, name: text.optional(), title: text.optional() })).min(1),
    }),
  ])
  .meta({ id: 'block', description: 'A piece of a section: a text, or a block that shows facts.' });

const writtenSection = z
  .strictObject({
    id,
    aliases: z.array(id).describe('Old anchors that lead to this section.'),
    title: text,
    numbering: section1.shape.numbering,
    annex: z.literal(true).optional().describe('That it is an annex, which is numbered apart.'),
    content: z.array(writtenBlock).describe('Texts and blocks in order; a block names the facts it shows.'),
    get sections() {
      return z.array(writtenSection);
    },
  })
  .meta({ id: 'section' });

// What format 1 held one value of may be several, and a value may be in the words of the authors.
const oneOrMany = z.union([text, z.array(text).min(1)]);
// Others may have no address with https.
const urlOfOthers = z.string().regex(/^https?:\/\//);
const [none, transfers] = facts1.shape.transfers.unwrap().options;
const several = {
  contacts: z.array(facts1.shape.contacts.element.extend({ phone: oneOrMany.optional() })),
  vendors: z.array(
    facts1.shape.vendors.element.extend({
      country: text.optional(),
      policy: urlOfOthers.optional(),
      optOut: urlOfOthers.optional(),
    }),
  ),
  purposes: z
    .array(facts1.shape.purposes.unwrap().element.extend({ basis: oneOrMany.optional() }))
    .optional(),
  transfers: z
    .union([
      none,
      z.array(transfers.element.extend({ country: oneOrMany.optional(), mechanism: oneOrMany.optional() })),
    ])
    .optional(),
};

/** A policy as its authors wrote it. */
export const written2 = content1
  .extend({
    starts: z
      .array(z.strictObject({ group: text, from: date }))
      .min(2)
      .optional()
      .describe('Where groups of people are bound from different days: each group, and its day.'),
    moved: z
      .record(id, text)
      .optional()
      .describe('Anchors of older versions, and where in the policies of the product each leads.'),
    change: z
      .strictObject({
        summary: text,
        material: yes.optional(),
        because: text.optional(),
        insteadOf: versionName.optional(),
        after: versionName.optional(),
        corrects: versionName.optional(),
        retroactive: text.optional(),
        reconsent: yes.optional(),
        notified: date.optional(),
      })
      .optional()
      .describe('What this version changed against the one before, as its publisher says.'),
    notice: content1.shape.notice
      .unwrap()
      .extend({ to: text.optional().describe('Whom it is promised to, where that is not everybody.') })
      .optional()
      .describe('What the policy promises about changes of itself.'),
    sections: z.array(writtenSection),
    facts: facts1.extend({
      ...several,
      rights: z
        .array(z.object({ id, text: text.optional(), prominent: yes.optional() }))
        .optional()
        .describe('Without `text`, a right is in the words of the program; `filled` has them.'),
    }),
  })
  .describe('The policy as its authors wrote it: its texts still quote facts by `{{ path }}`.');

// By the path of the text: keys and ids joined by dots, and the place in a list whose entries have no id.
const quoted = z
  .record(text, z.record(text, z.union([text, z.number(), z.array(text)])))
  .describe('The facts that each text of `written` quotes, by their paths and as they are written.');

const filled = z
  .record(text, text)
  .describe(
    'What readers were shown in place of a text of `written` that quotes, or that is left to the program.',
  );

const part = z
  .discriminatedUnion('sort', [
    z.strictObject({
      sort: z.literal('prose'),
      path: text,
      markdown: text,
      wrap: z.enum(['block', 'inline']),
      isStrong: z.literal(true).optional(),
    }),
    z.strictObject({
      sort: z.literal('fact'),
      path: text,
      text,
      isCode: z.literal(true).optional(),
      href: text.optional(),
    }),
    z.strictObject({ sort: z.literal('label'), path: text.optional(), text, href: text.optional() }),
    z.strictObject({
      sort: z.literal('words'),
      text,
      form: z.enum(['paragraph', 'absent']).optional(),
      href: text.optional(),
    }),
    z.strictObject({
      sort: z.literal('list'),
      get items() {
        return z.array(z.array(part));
      },
    }),
  ])
  .meta({
    id: 'part',
    description:
      'One part of what a page shows: Markdown of the authors, a value of the policy, a name they gave, words of the ' +
      'program, or a list. `path` leads to its source.',
  });

const piece = z.array(part);
const entries = z.array(z.strictObject({ term: text, text: piece }));
const anchors = { id: id.optional(), aliases: z.array(id).optional() };

const block = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text: piece }),
    z.strictObject({ type: z.literal('callout'), tone: text, title: part, text: piece }),
    z.strictObject({
      type: z.literal('table'),
      caption: text,
      columns: z.array(text),
      head: z.int().describe('The column whose cells name their rows.'),
      rows: z.array(z.strictObject({ ...anchors, cells: z.array(piece) })),
    }),
    z.strictObject({ type: z.literal('list'), items: z.array(z.strictObject({ ...anchors, text: piece })) }),
    z.strictObject({
      type: z.literal('details'),
      items: z.array(
        z.strictObject({ id: id.optional(), title: text.optional(), note: piece.optional(), entries }),
      ),
    }),
    z.strictObject({ type: z.literal('definitions'), items: entries }),
    z.strictObject({
      type: z.literal('cards'),
      items: z.array(z.strictObject({ title: part, text: piece })),
    }),
    z.strictObject({
      type: z.literal('steps'),
      items: z.array(z.strictObject({ title: part, steps: z.array(piece) })),
    }),
    z.strictObject({ type: z.literal('contact'), title: text, name: text.optional(), entries }),
    z.strictObject({ type: z.literal('policy'), slug: id }),
    z.strictObject({ type: z.literal('versions'), count: z.int() }),
  ])
  .meta({ id: 'shown-block', description: 'A piece of a section, as readers saw it.' });

const section = z
  .strictObject({
    id,
    aliases: z.array(id),
    number: text.optional(),
    title: text,
    linkLabel: text,
    blocks: z.array(block),
    get sections() {
      return z.array(section);
    },
  })
  .meta({ id: 'shown-section' });

const shown = z
  .strictObject({
    kind: text,
    kicker: text.optional(),
    title: text,
    lead: piece.optional(),
    description: text,
    glance: entries,
    aliases: z.array(id),
    sections: z.array(section),
    moved: z
      .strictObject({ title: text, items: z.array(z.strictObject({ id, text: piece })) })
      .optional()
      .describe('What stands in another policy now, by the anchor it had here.'),
    words: z.strictObject({ contents: text, glance: text }),
  })
  .describe(
    'The page as readers saw it, the words of the program included; Markdown stands as it was written.',
  );

const imported = z
  .strictObject({
    from: z.enum(['git', 'file']).describe('A commit of a Git repository, or a file named by a day.'),
    path: text.describe('Where the text lay: its path in the repository, or the name of its file.'),
    commit: z
      .string()
      .regex(/^[0-9a-f]{40,64}$/)
      .optional()
      .describe('The commit whose text it is.'),
    day: date.describe('The day of the commit, or the one that the file is named by.'),
    dated: z
      .enum(['text', 'source'])
      .describe('Whether the date of the version is the one in its text, or that of the commit or file.'),
  })
  .describe('Where a version comes from that was published elsewhere before this chain began.');

const version = z
  .strictObject({
    format,
    entry: z.literal('version'),
    policy: policyName,
    id: versionName,
    released,
    written: written2,
    quoted,
    filled,
    shown,
    translations: z
      .array(z.strictObject({ language: text, digest }))
      .min(1)
      .optional()
      .describe('The same version in other languages, each sealed apart, by their digests.'),
    imported: imported.optional(),
    previous: previous.optional(),
    digest: seal,
  })
  .meta({ title: 'Version, format 2', description: 'A published version of a policy.' });

const act = { format, policy: policyName, day: released, previous, digest: seal };

const withdrawal = z
  .strictObject({
    ...act,
    entry: z.literal('withdrawal'),
    version: versionName,
    because: text.describe('Why, as readers see it, in Markdown.'),
  })
  .meta({
    title: 'Withdrawal, format 2',
    description: 'That an announced version was taken back before it bound anybody.',
  });

const notice = z
  .strictObject({
    ...act,
    entry: z.literal('notice'),
    version: versionName,
    notified: date.describe('The day people were told of the version.'),
  })
  .meta({
    title: 'Notice, format 2',
    description: 'That people were told of a version after it was published.',
  });

const retirement = z
  .strictObject({
    ...act,
    entry: z.literal('retirement'),
    on: date.describe('The first day on which no version is in force any more.'),
    because: text.describe('Why, as readers see it, in Markdown.'),
    instead: id.optional().describe('The policy of the same product that readers are led to.'),
  })
  .meta({ title: 'Retirement, format 2', description: 'That a policy ends.' });

const rename = z
  .strictObject({
    ...act,
    entry: z.literal('rename'),
    from: policyName.describe('The name it had before: `<product>/<policy>`.'),
  })
  .meta({ title: 'Rename, format 2', description: 'That a policy, or its product, has another name.' });

/** The entries of a chain in format 2, by their sort. */
export const entries2 = { version, withdrawal, notice, retirement, rename };

/** `head.json`: which entry is the last of a chain, so that none can be taken from its end unnoticed. */
export const head2 = z
  .strictObject({
    format,
    policy: policyName,
    entries: z.int().min(1).describe('How many entries the chain has.'),
    last: digest.describe('`digest` of the last entry.'),
    digest: digest.describe('SHA-256, in hexadecimal, of this file without `digest` in canonical JSON.'),
  })
  .meta({
    title: 'Head of a chain, format 2',
    description: 'Which entry is the last of the chain of a policy, and how many there are.',
  });

export type Version2 = z.output<typeof version>;
export type Act2 =
  | z.output<typeof withdrawal>
  | z.output<typeof notice>
  | z.output<typeof retirement>
  | z.output<typeof rename>;
export type Entry2 = Version2 | Act2;
/** Where an imported version comes from. */
export type ImportedFrom = z.output<typeof imported>;
export type Head2 = z.output<typeof head2>;
