/** The anchor of an entry on a page: `cookies-visit`, `automated-decisions-credit-limit`. */
export function entryAnchor(inventory: string, id: string): string {
  return `${inventory.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${id}`;
}
