import { country } from '../../compare/changes/fact-words.ts';
import { type Fields, plain, value } from '../../compare/changes/field-change.ts';
import type { Facts } from '../../resolve/policy-model.ts';

/** What a change of the controller comes to. */
export const controllerFields: Fields<NonNullable<Facts['controller']>> = {
  name: value('controller-identity-changed', plain),
  registration: value('controller-identity-changed', plain),
  country: value('controller-identity-changed', country),
  address: value('controller-contact-changed', plain),
  email: value('controller-contact-changed', plain),
};
