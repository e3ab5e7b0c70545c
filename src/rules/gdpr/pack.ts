import type { RulePack } from '../rule.ts';
import { answerTime } from './answer-time.ts';
import { automatedDecisions } from './automated-decisions.ts';
import { automatedLogic } from './automated-logic.ts';
import { childConsent } from './child-consent.ts';
import { complaint } from './complaint.ts';
import { controllerIdentity } from './controller-identity.ts';
import { dpo } from './dpo.ts';
import { euRepresentative } from './eu-representative.ts';
import { indirectCategories } from './indirect-categories.ts';
import { indirectSource } from './indirect-source.ts';
import { jointEssence } from './joint-essence.ts';
import { legalBasis } from './legal-basis.ts';
import { legitimateInterest } from './legitimate-interest.ts';
import { newPurposeNotice } from './new-purpose-notice.ts';
import { provision } from './provision.ts';
import { purposes } from './purposes.ts';
import { recipients } from './recipients.ts';
import { recipientsSpecific } from './recipients-specific.ts';
import { retention } from './retention.ts';
import { retentionCriteria } from './retention-criteria.ts';
import { rightsCore } from './rights-core.ts';
import { roleClarity } from './role-clarity.ts';
import { specialCategory } from './special-category.ts';
import { subProcessorDetails } from './sub-processor-details.ts';
import { transferConsent } from './transfer-consent.ts';
import { transferCopy } from './transfer-copy.ts';
import { transferMechanism } from './transfer-mechanism.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export const gdprPack: RulePack = {
  title: 'General Data Protection Regulation',
  rules: [
    answerTime,
    automatedDecisions,
    automatedLogic,
    childConsent,
    complaint,
    controllerIdentity,
    dpo,
    euRepresentative,
    indirectCategories,
    indirectSource,
    jointEssence,
    legalBasis,
    legitimateInterest,
    newPurposeNotice,
    provision,
    purposes,
    recipients,
    recipientsSpecific,
    retention,
    retentionCriteria,
    rightsCore,
    roleClarity,
    specialCategory,
    subProcessorDetails,
    transferConsent,
    transferCopy,
    transferMechanism,
    withdrawConsent,
  ],
};
