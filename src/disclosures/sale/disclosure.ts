import type { Sale } from '../../../schemas/disclosures/sale.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { noneChange, subjectOf, thing } from '../../compare/changes/disclosure-change.ts';
import { label, yesNo } from '../../compare/changes/fact-words.ts';
import {
  address,
  besideText,
  type Changed,
  compareFields,
  condition,
  type Field,
  flag,
  list,
  named,
  quoteMarks,
  type Shows,
  texts,
  wholePart,
  withParts,
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
  if (before !== 'none' && after !== 'none')
    return inWords(thing(fields)(needed(before, after), after, compared), after);
  if (before === after) return [];
  if (before === undefined || after === undefined) return [noneChange(before, after, compared)];
  const given = before === 'none' ? after : before;
  const isUnseen = after === 'none' && given !== 'none' && given.text !== undefined;
  const told = compareFields(fields, saleOf(before, after), saleOf(after, before), subjectOf(compared));
  const drafts = inWords(
    told.map((draft) => (isUnseen && isOfPractice(draft) ? unweighed(draft) : draft)),
    after === 'none' ? undefined : after,
  );
  const isStated = given !== 'none' && (given.sells ?? given.shares) !== undefined;
  if (!isStated) return withNone(noneChange(before, after, compared), drafts, after);
  return drafts.length > 0 ? drafts : [inOtherWords(before, after, compared)];
}

// Where nothing is sold or shared any more, nobody needs a way to opt out.
function needed(before: Sale | undefined, after: Sale | undefined): Sale | undefined {
  const isOver = after?.sells === false && after.shares === false && after.optOut === undefined;
  return before && isOver && (before.sells || before.shares) ? { ...before, optOut: undefined } : before;
}

// Words in the place of `none` are told with it: they may say the same, or that data is sold.
function withNone(none: Draft, drafts: readonly Draft[], after: Sale | 'none'): Draft[] {
  if (after === 'none' || after.text === undefined) return [none, ...drafts];
  const told = { ...withParts(none, { said: condition(after.text) }), direction: 'neutral' } as const;
  return [told, ...drafts.filter(({ path }) => path !== 'sale.text')];
}

// That neither is done can be said as `none` and by fields.
function inOtherWords(
  before: Sale | 'none',
  after: Sale | 'none',
  { comparison, ...compared }: Compared,
): Draft {
  const inText = (sale: Sale | 'none') => {
    const claims = sale === 'none' ? [] : saleClaims(sale, comparison.reader.words).map(({ text }) => text);
    return quoteMarks(sale === 'none' ? (compared.none ?? '') : claims.join(' '));
  };
  const parts = {
    name: compared.title,
    before: inText(before),
    after: inText(after),
  } as const;
  return { rule: 'sale-changed', path: 'sale', before, after, parts, level: 'editorial' };
}

// `none` says of selling and sharing that neither is done; of the rest, advertising too, it says nothing that could be
// compared. Where the other version says nothing of the two, `none` is told in its own words. Where nothing is sold, nobody
// needs a way to opt out.
function saleOf(sale: Sale | 'none', other: Sale | 'none'): Sale {
  if (sale !== 'none') return other === 'none' ? { ...sale, optOut: undefined } : sale;
  if (other === 'none') return {};
  const isStated = (other.sells ?? other.shares) !== undefined;
  return {
    ...(isStated && { sells: false, shares: false }),
    ...(other.under16 !== undefined && { under16: false }),
  };
}

// What is done is told with what the policy says of it in words. Where these are others now, they are told beside it.
function inWords(drafts: readonly Draft[], after: Sale | undefined): Draft[] {
  const first =
    drafts.find(({ rule }) => rule === practiceRules.on || rule === practiceRules.off) ??
    drafts.find(isOfPractice);
  if (!first || !after?.text) return [...drafts];
  const own = drafts.find(({ path }) => path === 'sale.text');
  const isNews = own?.before !== undefined;
  const said = condition(after.text);
  return drafts.flatMap((draft) => {
    if (draft === own)
      return isNews ? [first.level === 'material' ? { ...draft, level: first.level } : draft] : [];
    const isGone = draft.after === undefined;
    return draft === first && !isNews && !isGone ? [withParts(draft, { said })] : [draft];
  });
}

function isOfPractice({ path, rule }: Draft): boolean {
  return rule === 'sale-changed' && path.split('.').length === 2 && path !== 'sale.text';
}

const practiceRules = {
  on: 'sale-or-sharing-added',
  off: 'sale-or-sharing-removed',
  changed: 'sale-changed',
} as const;

// What begins or ends is named by what is done.
function practice(key: keyof ChangeWords['sale']): Field<boolean, Sale> {
  return besideText('sale-changed', (field) =>
    flag(
      practiceRules,
      claimed(field, key),
    )(field).map((draft) =>
      draft.rule === 'sale-changed'
        ? draft
        : withParts(draft, { name: field.subject.comparison.words.sale[key] }),
    ),
  );
}

// Where the policy says it in words of its own, our sentence did not stand on the page; `none` has a sentence for several.
function claimed({ entry }: Changed<boolean, Sale>, key: keyof ChangeWords['sale']): Shows<boolean> {
  return (is, side) => {
    const { words } = side.comparison.reader;
    if (side.policy.facts.sale === 'none') return quoteMarks(words.none.sale);
    const { text } = entry?.[side.policy === side.comparison.before ? 'before' : 'after'] ?? {};
    const [claim] = saleClaims({ [key]: is }, words);
    return text === undefined && claim ? quoteMarks(claim.text) : yesNo(is, side);
  };
}

function unweighed({ level: _level, direction: _direction, ...draft }: Draft): Draft {
  return draft;
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
    show: (optOut, side) => {
      const { reader } = side.comparison;
      const methods = optOut.methods && showEach(optOut.methods, reader.words.sale.methods, reader);
      return [label(optOut, side), methods && `(${methods})`].filter(Boolean).join(' ');
    },
    fields: {
      label: named('sale-changed'),
      url: address({ ...optOutRules, changed: 'sale-changed' }),
      methods: list(optOutRules, (method, { comparison }) => comparison.reader.words.sale.methods[method]),
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
