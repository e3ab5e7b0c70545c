import { ai } from './ai.ts';
import { audiences } from './audiences.ts';
import { automatedDecisions } from './automated-decisions.ts';
import { categories } from './categories.ts';
import { children } from './children.ts';
import { consent } from './consent.ts';
import { cookies } from './cookies.ts';
import { data } from './data.ts';
import { purposes } from './purposes.ts';
import { recipients } from './recipients.ts';
import { requests } from './requests.ts';
import { retention } from './retention.ts';
import { rights } from './rights.ts';
import { sale } from './sale.ts';
import { security } from './security.ts';
import { signals } from './signals.ts';
import { transfers } from './transfers.ts';

/**
 * Everything a policy can disclose, in the order it is told; each is given, `none`, or left out. An inventory is a map
 * keyed by id: the id is the anchor on the page and the name in a finding; order is order on the page.
 */
export const disclosureSchemas = {
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
};
