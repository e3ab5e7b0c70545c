import type { Sources } from '../compile/compile-model.ts';
import type { Project } from '../doors/project.ts';
import { type Part, type PartHeader, sharedDigest } from '../site/part-file.ts';
import type { PartName } from '../site/products-of-part.ts';

/** A part, by the folder it lies in. */
type PartIn = Pick<Part, 'header'> & { folder: string };

/** What the parts of one site are compared with: the project they are put together for, and all of its products. */
type Whole = { project: Project; sources: Sources; products: readonly string[] };

/** Says of parts in sentences what keeps them from being one site: other states, products that are missing or there twice. */
export function partFaults(parts: readonly PartIn[], whole: Whole): string[] {
  return [...parts.flatMap((part) => stateFaults(part, whole)), ...twice(parts), ...missing(parts, whole)];
}

function stateFaults({ folder, header }: PartIn, { project, sources }: Whole): string[] {
  const compared: [string, string, string][] = [
    ['the day', header.today, project.today],
    ['the folder of policies', header.root, sources.root],
    ['the version of policybook', short(header.compiler), short(project.compiler)],
    ['site.yaml and what lies beside it', short(header.shared), short(sharedDigest(sources))],
  ];
  return compared.flatMap(([what, own, expected]) =>
    own === expected
      ? []
      : [`Unexpected part ${folder}, for which ${what} was ${own}, expected ${expected}: build it again.`],
  );
}

function short(sum: string): string {
  return sum.slice(0, 12);
}

function twice(parts: readonly PartIn[]): string[] {
  const places = parts.flatMap(({ folder, header }) =>
    header.products.map((product) => ({ product, folder })),
  );
  return [...Map.groupBy(places, ({ product }) => product)].flatMap(([product, own]) =>
    own.length < 2
      ? []
      : [
          `Unexpected ${product} in ${own.map(({ folder }) => folder).join(' and ')}, expected it in one part.`,
        ],
  );
}

function missing(parts: readonly PartIn[], { products }: Whole): string[] {
  const there = new Set(parts.flatMap(({ header }) => header.products));
  const lacking = products.filter((product) => !there.has(product));
  if (lacking.length === 0) return [];
  const numbers = lackingNumbers(parts.map(({ header }) => header));
  const shown =
    lacking.slice(0, most).join(', ') + (lacking.length > most ? ` and ${lacking.length - most} more` : '');
  return [`Unexpected absence of ${numbers || shown}, expected a part with ${numbers ? shown : 'them'}.`];
}

const most = 5;

// Of equal parts it is known which there are.
function lackingNumbers(headers: readonly PartHeader[]): string {
  const named = headers.map(({ name }) => name).filter(isEqualPart);
  const [first] = named;
  if (!first || named.length < headers.length) return '';
  const there = new Set(named.map(({ number }) => number));
  const numbers = Array.from({ length: first.count }, (_, index) => index + 1).filter(
    (number) => !there.has(number),
  );
  return numbers.map((number) => `part ${number}/${first.count}`).join(', ');
}

function isEqualPart(name: PartName): name is Extract<PartName, { number: number }> {
  return 'number' in name;
}
