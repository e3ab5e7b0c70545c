import { expect, test } from 'vitest';
import { attribute, html } from '../src/text/markup.ts';

test('shows what is put into a template as text, and markup as it is', () => {
  const link = { html: '<a href="#a">A &amp; B</a>' };
  const text = `<b> & "it's"`;
  expect(html`<p>${text} ${link}</p>`.html).toBe(
    '<p>&lt;b&gt; &amp; &quot;it&#39;s&quot; <a href="#a">A &amp; B</a></p>',
  );
});

test('shows nothing of what is not there, and all of several', () => {
  const items = ['a', 'b'].map((one) => html`<li>${one}</li>`);
  expect(html`<ul>${items}${undefined}${false}${[]}${''}</ul>`.html).toBe('<ul><li>a</li><li>b</li></ul>');
});

test('makes one space of the lines of a template, and leaves those of a text', () => {
  const text = 'two\n  lines';
  expect(
    html`<p>
    ${text}
  </p>`.html,
  ).toBe('<p> two\n  lines </p>');
});

test('lets no value end its attribute, and writes none without a value', () => {
  expect(attribute('id', 'a" onclick="b & c').html).toBe(' id="a&quot; onclick=&quot;b &amp; c"');
  expect(attribute('id', undefined).html).toBe('');
});
