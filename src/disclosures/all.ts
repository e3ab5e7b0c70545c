import type { DisclosureName } from '../resolve/policy-model.ts';
import { ai } from './ai/disclosure.ts';
import { audiences } from './audiences/disclosure.ts';
import { automatedDecisions } from './automated-decisions/disclosure.ts';
import { categories } from './categories/disclosure.ts';
import { children } from './children/disclosure.ts';
import { consent } from './consent/disclosure.ts';
import { contacts } from './contacts/disclosure.ts';
import { controller } from './controller/disclosure.ts';
import { cookies } from './cookies/disclosure.ts';
import { data } from './data/disclosure.ts';
import type { Disclosure } from './disclosure.ts';
import { purposes } from './purposes/disclosure.ts';
import { recipients } from './recipients/disclosure.ts';
import { requests } from './requests/disclosure.ts';
import { retention } from './retention/disclosure.ts';
import { rights } from './rights/disclosure.ts';
import { sale } from './sale/disclosure.ts';
import { security } from './security/disclosure.ts';
import { signals } from './signals/disclosure.ts';
import { transfers } from './transfers/disclosure.ts';
import { vendors } from './vendors/disclosure.ts';

/**
 * Everything a policy can disclose, in the order changes are told. A key of the schemas that is missing here does not
 * compile, nor does one that they do not have.
 */
export const disclosures: { readonly [K in DisclosureName]-?: Disclosure<K> } = {
  controller,
  categories,
  cookies,
  consent,
  signals,
  audiences,
  data,
  purposes,
  recipients,
  retention,
  rights,
  requests,
  transfers,
  security,
  children,
  ai,
  automatedDecisions,
  sale,
  vendors,
  contacts,
};
