import type { Vendor } from '../../../schemas/vendor.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { showCountry } from '../../text/show.ts';
import type { Comparison, Draft } from './change.ts';
import { changeRules } from './change-rules.ts';

// A company that comes or goes in a table of the text is told once: by its row, where that says all that its facts do.

const sides = {
  'vendor-added': { prose: 'prose-added', side: 'after' },
  'vendor-removed': { prose: 'prose-removed', side: 'before' },
} as const;

/** The changes of facts and of prose, without those of vendors that a row tells; such a row takes over what they weigh. */
export function vendorsToldOnce(
  facts: readonly Draft[],
  prose: readonly Draft[],
  comparison: Comparison,
): { facts: Draft[]; prose: Draft[] } {
  const rows = new Map(
    facts.flatMap((fact) => {
      const row = prose.find((draft) => tellsVendor(draft, fact, comparison));
      return row ? [[fact, row] as const] : [];
    }),
  );
  const weighed = new Map([...rows].map(([{ rule }, row]) => [row, changeRules[rule]]));
  return {
    facts: facts.filter((fact) => !rows.has(fact)),
    prose: prose.map((draft) => {
      const rule = weighed.get(draft);
      if (!rule) return draft;
      const level = draft.level === 'material' ? draft.level : rule.level;
      return { ...draft, level, direction: rule.direction };
    }),
  };
}

function tellsVendor(row: Draft, { rule, path }: Draft, comparison: Comparison): boolean {
  if (rule !== 'vendor-added' && rule !== 'vendor-removed') return false;
  const { prose, side } = sides[rule];
  const vendor = comparison[side].facts.vendors?.[path.slice('vendors.'.length)];
  if (row.rule !== prose || !vendor || !String(row[side]).split('\n').includes(vendor.name)) return false;
  const shown = row.parts[side] ?? '';
  return factsOf(vendor, comparison).every((text) => shown.includes(escapeMarkdown(text)));
}

function factsOf({ name, does, country }: Vendor, { reader }: Comparison): string[] {
  return [name, ...(does ? [proseText(does)] : []), ...(country ? [showCountry(country, reader)] : [])];
}
