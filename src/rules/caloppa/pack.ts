import type { RulePack } from '../rule.ts';
import { categories } from './categories.ts';
import { changeProcess } from './change-process.ts';
import { dntResponse } from './dnt-response.ts';
import { effectiveDate } from './effective-date.ts';
import { reviewProcess } from './review-process.ts';
import { thirdPartyTracking } from './third-party-tracking.ts';

export const caloppaPack: RulePack = {
  title: 'California Online Privacy Protection Act',
  rules: [categories, changeProcess, dntResponse, effectiveDate, reviewProcess, thirdPartyTracking],
};
