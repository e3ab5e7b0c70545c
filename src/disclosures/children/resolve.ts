import type { Children, WrittenChildren } from '../../../schemas/disclosures/children.ts';

/** Gives ages that differ by region as a list, beside the lowest of them. */
export function resolveChildren(children: WrittenChildren | undefined): Children | undefined {
  if (children === undefined) return undefined;
  const { age, ...others } = children;
  if (typeof age === 'number') return { age, ...others };
  const ages = Object.entries(age).map(([where, years]) => ({ where, age: years }));
  return { age: Math.min(...ages.map((one) => one.age)), ages, ...others };
}
