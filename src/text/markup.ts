import { escapeHtml } from './html.ts';

// Markup by functions, where a page has hundreds of one kind: a component of Astro costs ten times what its text does.

/** HTML that stands on a page as it is. */
export type Markup = { readonly html: string };

type Content = string | Markup | readonly Markup[] | false | undefined;

/**
 * HTML by a template: what is put into it is shown as text unless it is markup, and nothing comes of what is not there.
 * Lines and indents of the template are a space, as Astro has it. Attributes are put in by `attribute` alone.
 */
export function html(template: TemplateStringsArray, ...contents: Content[]): Markup {
  const [first = '', ...others] = spaced(template);
  return { html: first + contents.map((content, at) => htmlOf(content) + others[at]).join('') };
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function spaced(template: TemplateStringsArray): readonly string[] {
  const made = known.get(template) ?? template.map((text) => text.replaceAll(/\s+/g, ' '));
  known.set(template, made);
  return made;
}

function htmlOf(content: Content): string {
  if (typeof content === 'string') return escapeHtml(content).replaceAll("'", '&#39;');
  if (!content) return '';
  return 'html' in content ? content.html : content.map((one) => one.html).join('');
}

/** An attribute, with the space before it; nothing where it has no value. */
export function attribute(name: string, value: string | undefined): Markup {
  if (value === undefined) return nothing;
  return { html: ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` };
}

const nothing: Markup = { html: '' };
