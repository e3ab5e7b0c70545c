import type { PolicyFile } from '../../schemas/policy.ts';
import { isMap } from '../read/shape.ts';
import { beginningOf, kindNamed } from './all.ts';
import type { Surroundings } from './beginning.ts';

/** What a policy can stand on, from what the file of its product says. */
export function surroundingsIn(
  product: unknown,
): Pick<Surroundings, 'hasController' | 'contact' | 'vendors'> {
  const { controller, contacts, vendors } = isMap(product) ? product : {};
  const known = isMap(contacts) ? Object.keys(contacts) : [];
  const contact = ['privacy', 'legal', 'support', 'help'].find((id) => known.includes(id)) ?? known[0];
  return {
    hasController: isMap(controller) && typeof controller.name === 'string',
    ...(contact && { contact }),
    vendors: isMap(vendors) ? Object.keys(vendors) : [],
  };
}

/** The title of a policy by the name of its file: that of its kind, unless the name says another. */
export function titleOf(slug: string, kind: PolicyFile['kind']): string {
  const { title } = beginningOf(kind);
  const words = slug.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const isSameWord = words.includes(' ') && words.split(' ')[0] === title.split(' ')[0];
  return kindNamed(slug) === undefined || isSameWord ? words : title;
}
