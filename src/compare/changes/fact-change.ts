import { aiChanges } from '../../disclosures/ai/change.ts';
import { audiences } from '../../disclosures/audiences/change.ts';
import { automated } from '../../disclosures/automated-decisions/change.ts';
import { categories } from '../../disclosures/categories/change.ts';
import { childrenFields } from '../../disclosures/children/change.ts';
import { consentFields } from '../../disclosures/consent/change.ts';
import { contacts } from '../../disclosures/contacts/change.ts';
import { controllerFields } from '../../disclosures/controller/change.ts';
import { cookies } from '../../disclosures/cookies/change.ts';
import { data } from '../../disclosures/data/change.ts';
import { purposes } from '../../disclosures/purposes/change.ts';
import { recipients } from '../../disclosures/recipients/change.ts';
import { requestFields } from '../../disclosures/requests/change.ts';
import { retention } from '../../disclosures/retention/change.ts';
import { rights } from '../../disclosures/rights/change.ts';
import { saleChanges } from '../../disclosures/sale/change.ts';
import { securityFields } from '../../disclosures/security/change.ts';
import { signalFields } from '../../disclosures/signals/change.ts';
import { transfers } from '../../disclosures/transfers/change.ts';
import { vendors } from '../../disclosures/vendors/change.ts';
import type { Comparison, Draft } from './change.ts';
import { inventory, single } from './disclosure-change.ts';
import { entries } from './entry-change.ts';
import { anchorChanges } from './field-change.ts';
import { noticeFields } from './notice-change.ts';

/** Compares everything a policy discloses, by id and field. */
export function factChanges(comparison: Comparison): Draft[] {
  const { before, after } = comparison;
  const [old, now] = [before.facts, after.facts];
  return [
    ...anchorChanges(before.aliases ?? [], after.aliases ?? [], { path: '', name: '', comparison }),
    ...single('controller', controllerFields, old.controller, now.controller, comparison),
    ...single('notice', noticeFields, before.notice, after.notice, comparison),
    ...inventory('categories', categories, old.categories, now.categories, comparison),
    ...inventory('cookies', cookies, old.cookies, now.cookies, comparison),
    ...single('consent', consentFields, old.consent, now.consent, comparison),
    ...single('signals', signalFields, old.signals, now.signals, comparison),
    ...inventory('audiences', audiences, old.audiences, now.audiences, comparison),
    ...inventory('data', data, old.data, now.data, comparison),
    ...inventory('purposes', purposes, old.purposes, now.purposes, comparison),
    ...inventory('recipients', recipients, old.recipients, now.recipients, comparison),
    ...inventory('retention', retention, old.retention, now.retention, comparison),
    ...inventory('rights', rights, old.rights, now.rights, comparison),
    ...single('requests', requestFields, old.requests, now.requests, comparison),
    ...inventory('transfers', transfers, old.transfers, now.transfers, comparison),
    ...single('security', securityFields, old.security, now.security, comparison),
    ...single('children', childrenFields, old.children, now.children, comparison),
    ...aiChanges(comparison),
    ...inventory('automatedDecisions', automated, old.automatedDecisions, now.automatedDecisions, comparison),
    ...saleChanges(comparison),
    ...entries('vendors', vendors, old.vendors, now.vendors, comparison),
    ...entries('contacts', contacts, old.contacts, now.contacts, comparison),
  ];
}
