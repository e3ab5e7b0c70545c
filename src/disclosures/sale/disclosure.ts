import type { Sale } from '../../../schemas/disclosures/sale.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { comingOrGoing, noneChange, subjectOf } from '../../compare/changes/disclosure-change.ts';
import { label, yesNo } from '../../compare/changes/fact-words.ts';
import {
  address,
  compareFields,
  type Field,
  flag,
  named,
  statedList,
  texts,
  wholePart,
} from '../../compare/changes/field-change.ts';
import { fact, labelLink, paragraph } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { withEntries } from '../../page/terms.ts';
import { showEach } from '../../text/show.ts';
import type { ChangeWords } from '../../words/change-words.ts';
import type { Compared, Disclosure } from '../disclosure.ts';
import { type ShownFields, type Together, termsOf } from '../shown-fields.ts';
import { saleClaims } from './page.ts';

type Said = Sale | 'none' | undefined;

// Compares whether data is sold, shared or used for targeted advertising.
function saleChanges(before: Said, after: Said, compared: Compared): Draft[] {
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) return [comingOrGoing(before, after, compared)];
  const drafts = compareFields(fields, saleOf(before, after), saleOf(after, before), subjectOf(compared));
  return drafts.length > 0 ? drafts : [noneChange(before, after, compared)];
}

// `none` says of selling and sharing that neither is done; of the rest, advertising too, it says nothing that could be
// compared. Where nothing is sold, nobody needs a way to opt out.
function saleOf(sale: Sale | 'none', other: Sale | 'none'): Sale {
  if (sale !== 'none') return other === 'none' ? { ...sale, optOut: undefined } : sale;
  const stated = other === 'none' ? [] : practices.filter((key) => other[key] !== undefined);
  return Object.fromEntries(stated.map((key) => [key, false]));
}

const practices = ['sells', 'shares', 'under16'] as const;

const done = flag(
  { on: 'sale-or-sharing-added', off: 'sale-or-sharing-removed', changed: 'sale-changed' },
  yesNo,
);

// What begins or ends is named by what is done.
function practice(key: keyof ChangeWords['sale']): Field<boolean> {
  return (field) =>
    done(field).map((draft) => {
      if (draft.rule === 'sale-changed') return draft;
      return { ...draft, parts: { ...draft.parts, name: field.subject.comparison.words.sale[key] } };
    });
}

const optOutRules = { added: 'sale-opt-out-added', removed: 'sale-opt-out-removed' } as const;

const limitRules = { added: 'sensitive-limit-added', removed: 'sensitive-limit-removed' } as const;

const fields: ShownFields<Sale> = {
  sells: practice('sells'),
  shares: practice('shares'),
  targetedAds: practice('targetedAds'),
  under16: practice('under16'),
  sensitive: practice('sensitive'),
  optOut: wholePart<NonNullable<Sale['optOut']>>('optOut', {
    rules: optOutRules,
    show: label,
    fields: {
      label: named('sale-changed'),
      url: address({ ...optOutRules, changed: 'sale-changed' }),
      methods: statedList(
        { ...optOutRules, changed: 'sale-changed' },
        (method, { comparison }) => comparison.reader.words.sale.methods[method],
      ),
    },
  }),
  limit: {
    change: wholePart<NonNullable<Sale['limit']>>('limit', {
      rules: limitRules,
      show: label,
      fields: {
        label: named('sale-changed'),
        url: address({ ...limitRules, changed: 'sale-changed' }),
      },
    }),
    label: ({ sale }) => sale.limit,
    cell: (limit, path) => labelLink(path, limit),
  },
  text: texts('sale-changed'),
};

const optOut: Together<Sale> = {
  of: ['optOut'],
  label: ({ sale }) => sale.optOut,
  cell: ({ optOut }, path) => optOut && labelLink(`${path}.optOut`, optOut),
};

const optOutMethods: Together<Sale> = {
  of: ['optOut'],
  label: ({ sale }) => sale.optOutMethods,
  cell: ({ optOut }, path, context) => {
    const { methods } = optOut ?? {};
    return methods && fact(`${path}.optOut.methods`, showEach(methods, context.words.sale.methods, context));
  },
};

// Whether data is sold, shared or used for targeted advertising, and how people object to that.
function saleBlock(context: PageContext): PageBlock {
  const { sale } = context.policy.facts;
  if (!sale || sale === 'none') return { type: 'text', text: [] };
  const claims = saleClaims(sale, context.words).map(({ text }) => text);
  const ours = claims.length > 0 ? paragraph(claims.join(' ')) : [];
  return withEntries(
    sale.text ? context.block('sale.text', sale.text) : ours,
    termsOf(fields, sale, { path: 'sale', context, arranged: [optOut, optOutMethods] }),
  );
}

export const sale: Disclosure<'sale'> = {
  name: 'sale',
  home: 'policy',
  form: 'thing',
  title: ({ disclosures }) => disclosures.sale,
  none: ({ none }) => none.sale,
  whole: saleBlock,
  changes: saleChanges,
};
