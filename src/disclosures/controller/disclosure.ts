import { thing } from '../../compare/changes/disclosure-change.ts';
import { country } from '../../compare/changes/fact-words.ts';
import { type Fields, items, plain, value } from '../../compare/changes/field-change.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import type { Disclosure } from '../disclosure.ts';

// What a change of the controller comes to.
const controllerFields: Fields<NonNullable<Facts['controller']>> = {
  name: value('controller-identity-changed', plain),
  registration: value('controller-identity-changed', plain),
  country: value('controller-identity-changed', country),
  address: value('controller-contact-changed', plain),
  email: value('controller-contact-changed', plain),
  with: (field) =>
    items(
      'controller-identity-changed',
      plain,
    )({
      ...field,
      before: field.before?.map(inWords),
      after: field.after?.map(inWords),
    }),
};

// A company with all that is said of it.
function inWords({ name, address, country: code, email, registration }: Company): string {
  return [name, address, code, email, registration].filter(Boolean).join(', ');
}

type Company = Omit<NonNullable<Facts['controller']>, 'with'>;

export const controller: Disclosure<'controller'> = {
  name: 'controller',
  home: 'product',
  form: 'thing',
  title: ({ disclosures }) => disclosures.controller,
  changes: thing(controllerFields),
};
