import type { RulePack } from '../rule.ts';
import { annualReview } from './annual-review.ts';
import { answerTime } from './answer-time.ts';
import { authorizedAgent } from './authorized-agent.ts';
import { bannerNotOptOut } from './banner-not-opt-out.ts';
import { categoriesCollected } from './categories-collected.ts';
import { collectionPurpose } from './collection-purpose.ts';
import { contact } from './contact.ts';
import { disclosedOrNone } from './disclosed-or-none.ts';
import { lastUpdated } from './last-updated.ts';
import { limitLink } from './limit-link.ts';
import { minorsProcess } from './minors-process.ts';
import { optOutConfirmation } from './opt-out-confirmation.ts';
import { optOutLink } from './opt-out-link.ts';
import { optOutSignal } from './opt-out-signal.ts';
import { requestMethods } from './request-methods.ts';
import { retentionByCategory } from './retention-by-category.ts';
import { rights } from './rights.ts';
import { soldSharedOrNone } from './sold-shared-or-none.ts';
import { sources } from './sources.ts';
import { under16 } from './under-16.ts';

export const ccpaPack: RulePack = {
  title: 'California Consumer Privacy Act',
  rules: [
    annualReview,
    answerTime,
    authorizedAgent,
    bannerNotOptOut,
    categoriesCollected,
    collectionPurpose,
    contact,
    disclosedOrNone,
    lastUpdated,
    limitLink,
    minorsProcess,
    optOutConfirmation,
    optOutLink,
    optOutSignal,
    requestMethods,
    retentionByCategory,
    rights,
    soldSharedOrNone,
    sources,
    under16,
  ],
};
