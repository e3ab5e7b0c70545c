import type { Purpose } from '../../../schemas/disclosures/purposes.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { labelIn } from '../../compare/changes/fact-words.ts';
import {
  list,
  named,
  oneOrMany,
  promising,
  quoted,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { fact, joined } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import { listOf } from '../../text/one-or-many.ts';
import { proseText } from '../../text/prose.ts';
import { showApart, wordFor } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { audienceCell, dataCell, labelCell, proseCell } from '../field-cells.ts';
import { type ShownFields, type Together, tableOf } from '../shown-fields.ts';

const fields: ShownFields<Purpose> = {
  label: { change: named('purpose-details-changed'), cell: labelCell },
  text: { change: texts('purpose-changed'), cell: proseCell },
  audience: { change: value('purpose-details-changed', labelIn('audiences')), cell: audienceCell },
  data: {
    change: list({ added: 'purpose-data-widened', removed: 'purpose-data-narrowed' }, labelIn('data')),
    label: ({ columns }) => columns.usedData,
    cell: dataCell,
  },
  basis: {
    change: oneOrMany('legal-basis-changed', (basis, { comparison }) =>
      quoted(wordFor(basis, comparison.reader.words.bases)),
    ),
    cell: (basis, path, context, { entry, path: purpose }) => {
      const interest = restsOnOneInterest(entry) ? entry.interest : undefined;
      const shown = fact(path, basesOf(basis, interest !== undefined, context));
      return joined([shown, interest && context.inline(`${purpose}.interest`, interest)], ': ');
    },
  },
  choice: { change: promising(() => true, texts('purpose-details-changed')), cell: proseCell },
  interest: {
    change: texts('purpose-details-changed'),
    cell: (interest, path, context, { entry }) =>
      restsOnOneInterest(entry) ? undefined : proseCell(interest, path, context),
  },
  condition: {
    change: value('legal-basis-changed', (condition, { comparison }) =>
      quoted(comparison.reader.words.conditions[condition]),
    ),
    cell: (condition, path, { words }) => fact(path, words.conditions[condition]),
  },
};

// The interest of another basis, of two, or of none that is stated, stands by itself.
function restsOnOneInterest({ basis }: Purpose): boolean {
  return basis !== undefined && listOf(basis).filter((one) => interests.has(one)).length === 1;
}

// An interest stands behind the basis it belongs to: the others come before it, apart.
function basesOf(basis: NonNullable<Purpose['basis']>, hasInterest: boolean, context: PageContext): string {
  const { bases } = context.words;
  const isOwn = (one: string) => hasInterest && interests.has(one);
  return showApart(
    listOf(basis).toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b))),
    bases,
  );
}

const interests: ReadonlySet<string> = new Set(['legitimate-interests', 'recognised-legitimate-interests']);

// A purpose without a name among those that have one is named by its words, as long as they are few.
function isNamedByText({ label: name, text }: Purpose, { policy }: PageContext): boolean {
  const others = Object.values(policy.facts.purposes ?? {});
  return name === undefined && others.some(({ label: other }) => other !== undefined) && isBrief(text);
}

function isBrief(text: string): boolean {
  return text.length <= 100 && proseText(text) === text;
}

const purposeName: Together<Purpose> = {
  of: ['label'],
  label: ({ columns }) => columns.label,
  cell: (entry, path, context) => {
    if (entry.label !== undefined) return labelCell(entry.label, `${path}.label`);
    return isNamedByText(entry, context) ? context.inline(`${path}.text`, entry.text) : undefined;
  },
};

const said: Together<Purpose> = {
  of: ['text'],
  label: ({ columns }) => columns.text,
  cell: (entry, path, context) =>
    isNamedByText(entry, context) ? undefined : context.inline(`${path}.text`, entry.text),
};

/** What data is used for, and on which legal basis. */
export const purposes: Disclosure<'purposes'> = {
  name: 'purposes',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.purposes,
  entries: tableOf('purposes', ({ purposes }) => purposes, { fields, arranged: [purposeName, said] }),
  changes: inventory({
    added: 'purpose-added',
    removed: 'purpose-removed',
    name: ({ label, text }) => quoted(label ?? text),
    details: ({ label, text, audience, basis, choice }, comparison) => {
      const { reader, words, after } = comparison;
      const people = audience && labelIn('audiences')(audience, { policy: after, comparison });
      return [
        label && quoted(text),
        people && `${words.fields.audience}: ${people}`,
        basis && `${words.fields.basis}: ${quoted(showApart(basis, reader.words.bases))}`,
        choice && `${words.fields.choice}: ${quoted(choice)}`,
      ]
        .filter(Boolean)
        .join(', ');
    },
    fields,
  }),
};
