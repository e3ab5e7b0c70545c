import type { RulePack } from '../rule.ts';
import { choiceLifetime } from './choice-lifetime.ts';
import { consentMechanism } from './consent-mechanism.ts';
import { consentOrExemption } from './consent-or-exemption.ts';
import { consentUnsaid } from './consent-unsaid.ts';
import { controllersList } from './controllers-list.ts';
import { duration } from './duration.ts';
import { frAudience } from './fr-audience.ts';
import { nonCookieTech } from './non-cookie-tech.ts';
import { privacyLink } from './privacy-link.ts';
import { provider } from './provider.ts';
import { purpose } from './purpose.ts';
import { refusalEffect } from './refusal-effect.ts';
import { rejectParity } from './reject-parity.ts';
import { storageListed } from './storage-listed.ts';
import { thirdPartyAccess } from './third-party-access.ts';
import { triggerAfterConsent } from './trigger-after-consent.ts';
import { withdrawalPath } from './withdrawal-path.ts';

export const eprivacyPack: RulePack = {
  title: 'EPrivacy Directive',
  rules: [
    choiceLifetime,
    consentMechanism,
    consentOrExemption,
    consentUnsaid,
    controllersList,
    duration,
    frAudience,
    nonCookieTech,
    privacyLink,
    provider,
    purpose,
    refusalEffect,
    rejectParity,
    storageListed,
    thirdPartyAccess,
    triggerAfterConsent,
    withdrawalPath,
  ],
};
