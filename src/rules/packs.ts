import { categories } from './caloppa/categories.ts';
import { changeProcess } from './caloppa/change-process.ts';
import { dntResponse } from './caloppa/dnt-response.ts';
import { effectiveDate } from './caloppa/effective-date.ts';
import { reviewProcess } from './caloppa/review-process.ts';
import { thirdPartyTracking } from './caloppa/third-party-tracking.ts';
import { annualReview } from './ccpa/annual-review.ts';
import { authorizedAgent } from './ccpa/authorized-agent.ts';
import { bannerNotOptOut } from './ccpa/banner-not-opt-out.ts';
import { categoriesCollected } from './ccpa/categories-collected.ts';
import { collectionPurpose } from './ccpa/collection-purpose.ts';
import { contact } from './ccpa/contact.ts';
import { disclosedOrNone } from './ccpa/disclosed-or-none.ts';
import { lastUpdated } from './ccpa/last-updated.ts';
import { limitLink } from './ccpa/limit-link.ts';
import { minorsProcess } from './ccpa/minors-process.ts';
import { optOutConfirmation } from './ccpa/opt-out-confirmation.ts';
import { optOutLink } from './ccpa/opt-out-link.ts';
import { optOutSignal } from './ccpa/opt-out-signal.ts';
import { requestMethods } from './ccpa/request-methods.ts';
import { retentionByCategory } from './ccpa/retention-by-category.ts';
import { rights } from './ccpa/rights.ts';
import { soldSharedOrNone } from './ccpa/sold-shared-or-none.ts';
import { sources } from './ccpa/sources.ts';
import { under16 } from './ccpa/under-16.ts';
import { audio } from './coppa/audio.ts';
import { collectionUse } from './coppa/collection-use.ts';
import { internalOperations } from './coppa/internal-operations.ts';
import { operators } from './coppa/operators.ts';
import { parents } from './coppa/parents.ts';
import { retentionPolicy } from './coppa/retention-policy.ts';
import { separateConsent } from './coppa/separate-consent.ts';
import { thirdParties } from './coppa/third-parties.ts';
import { absoluteClaim } from './core/absolute-claim.ts';
import { anonymousClaim } from './core/anonymous-claim.ts';
import { attributeClaimScope } from './core/attribute-claim-scope.ts';
import { categoryParty } from './core/category-party.ts';
import { changePromiseMissing } from './core/change-promise-missing.ts';
import { changePromiseVague } from './core/change-promise-vague.ts';
import { childAgeConflict } from './core/child-age-conflict.ts';
import { chunkedName } from './core/chunked-name.ts';
import { contactDomain } from './core/contact-domain.ts';
import { contactMissing } from './core/contact-missing.ts';
import { contactUnshown } from './core/contact-unshown.ts';
import { cookiePrivacyDrift } from './core/cookie-privacy-drift.ts';
import { crossDocumentOnly } from './core/cross-document-only.ts';
import { dateOrder } from './core/date-order.ts';
import { dateReferencedMissing } from './core/date-referenced-missing.ts';
import { dntAsOptOutUnbacked } from './core/dnt-as-opt-out-unbacked.ts';
import { dntVsTracking } from './core/dnt-vs-tracking.ts';
import { effectiveDateConflated } from './core/effective-date-conflated.ts';
import { emptyBlock } from './core/empty-block.ts';
import { hedgeDensity } from './core/hedge-density.ts';
import { hostPartyVsSetter } from './core/host-party-vs-setter.ts';
import { httponlyScript } from './core/httponly-script.ts';
import { ignoreExpired } from './core/ignore-expired.ts';
import { ignoreUnused } from './core/ignore-unused.ts';
import { lifetimeOver400d } from './core/lifetime-over-400d.ts';
import { lifetimeOverOverlay } from './core/lifetime-over-overlay.ts';
import { linkWithoutUrl } from './core/link-without-url.ts';
import { literalFact } from './core/literal-fact.ts';
import { localStorageNoExpiry } from './core/local-storage-no-expiry.ts';
import { necessaryWithAnalytics } from './core/necessary-with-analytics.ts';
import { necessaryWithPreference } from './core/necessary-with-preference.ts';
import { noAdsVsMarketing } from './core/no-ads-vs-marketing.ts';
import { noRegime } from './core/no-regime.ts';
import { noSaleSilentSharing } from './core/no-sale-silent-sharing.ts';
import { noThirdPartyVsStorage } from './core/no-third-party-vs-storage.ts';
import { noThirdPartyVsVendor } from './core/no-third-party-vs-vendor.ts';
import { noticeUnsent } from './core/notice-unsent.ts';
import { partitionedInsecure } from './core/partitioned-insecure.ts';
import { patternTooWide } from './core/pattern-too-wide.ts';
import { prefix } from './core/prefix.ts';
import { retentionMismatch } from './core/retention-mismatch.ts';
import { retentionOverMax } from './core/retention-over-max.ts';
import { retentionVsBackup } from './core/retention-vs-backup.ts';
import { reviewOverdue } from './core/review-overdue.ts';
import { samesiteNoneInsecure } from './core/samesite-none-insecure.ts';
import { samesiteStrictThird } from './core/samesite-strict-third.ts';
import { unclassified } from './core/unclassified.ts';
import { unitAmbiguity } from './core/unit-ambiguity.ts';
import { vendorLinkMissing } from './core/vendor-link-missing.ts';
import { vendorUnlisted } from './core/vendor-unlisted.ts';
import { vendorWithoutStorage } from './core/vendor-without-storage.ts';
import { choiceLifetime } from './eprivacy/choice-lifetime.ts';
import { consentMechanism } from './eprivacy/consent-mechanism.ts';
import { consentOrExemption } from './eprivacy/consent-or-exemption.ts';
import { controllersList } from './eprivacy/controllers-list.ts';
import { duration } from './eprivacy/duration.ts';
import { frAudience } from './eprivacy/fr-audience.ts';
import { nonCookieTech } from './eprivacy/non-cookie-tech.ts';
import { privacyLink } from './eprivacy/privacy-link.ts';
import { provider } from './eprivacy/provider.ts';
import { purpose } from './eprivacy/purpose.ts';
import { refusalEffect } from './eprivacy/refusal-effect.ts';
import { rejectParity } from './eprivacy/reject-parity.ts';
import { storageListed } from './eprivacy/storage-listed.ts';
import { thirdPartyAccess } from './eprivacy/third-party-access.ts';
import { triggerAfterConsent } from './eprivacy/trigger-after-consent.ts';
import { withdrawalPath } from './eprivacy/withdrawal-path.ts';
import { automatedDecisions } from './gdpr/automated-decisions.ts';
import { automatedLogic } from './gdpr/automated-logic.ts';
import { complaint } from './gdpr/complaint.ts';
import { controllerIdentity } from './gdpr/controller-identity.ts';
import { dpo } from './gdpr/dpo.ts';
import { euRepresentative } from './gdpr/eu-representative.ts';
import { indirectCategories } from './gdpr/indirect-categories.ts';
import { indirectSource } from './gdpr/indirect-source.ts';
import { legalBasis } from './gdpr/legal-basis.ts';
import { legitimateInterest } from './gdpr/legitimate-interest.ts';
import { newPurposeNotice } from './gdpr/new-purpose-notice.ts';
import { provision } from './gdpr/provision.ts';
import { purposes } from './gdpr/purposes.ts';
import { recipients } from './gdpr/recipients.ts';
import { recipientsSpecific } from './gdpr/recipients-specific.ts';
import { retention } from './gdpr/retention.ts';
import { retentionCriteria } from './gdpr/retention-criteria.ts';
import { rightsCore } from './gdpr/rights-core.ts';
import { roleClarity } from './gdpr/role-clarity.ts';
import { specialCategory } from './gdpr/special-category.ts';
import { transferConsent } from './gdpr/transfer-consent.ts';
import { transferCopy } from './gdpr/transfer-copy.ts';
import { transferMechanism } from './gdpr/transfer-mechanism.ts';
import { withdrawConsent } from './gdpr/withdraw-consent.ts';
import { ground } from './pecr/ground.ts';
import { statisticalObject } from './pecr/statistical-object.ts';
import { statisticalSole } from './pecr/statistical-sole.ts';
import type { Pack, PolicyRule } from './rule.ts';
import { authority } from './uk-gdpr/authority.ts';
import { complaintsRoute } from './uk-gdpr/complaints-route.ts';

/** The rules of each pack, by name. */
export const packs: Readonly<Record<Pack, readonly PolicyRule[]>> = {
  core: [
    absoluteClaim,
    anonymousClaim,
    attributeClaimScope,
    categoryParty,
    changePromiseMissing,
    changePromiseVague,
    childAgeConflict,
    chunkedName,
    contactDomain,
    contactMissing,
    contactUnshown,
    cookiePrivacyDrift,
    crossDocumentOnly,
    dateOrder,
    dateReferencedMissing,
    dntAsOptOutUnbacked,
    dntVsTracking,
    effectiveDateConflated,
    emptyBlock,
    hedgeDensity,
    hostPartyVsSetter,
    httponlyScript,
    ignoreExpired,
    ignoreUnused,
    lifetimeOver400d,
    lifetimeOverOverlay,
    linkWithoutUrl,
    literalFact,
    localStorageNoExpiry,
    necessaryWithAnalytics,
    necessaryWithPreference,
    noAdsVsMarketing,
    noRegime,
    noSaleSilentSharing,
    noThirdPartyVsStorage,
    noThirdPartyVsVendor,
    noticeUnsent,
    partitionedInsecure,
    patternTooWide,
    prefix,
    retentionMismatch,
    retentionOverMax,
    retentionVsBackup,
    reviewOverdue,
    samesiteNoneInsecure,
    samesiteStrictThird,
    unclassified,
    unitAmbiguity,
    vendorLinkMissing,
    vendorUnlisted,
    vendorWithoutStorage,
  ],
  gdpr: [
    automatedDecisions,
    automatedLogic,
    complaint,
    controllerIdentity,
    dpo,
    euRepresentative,
    indirectCategories,
    indirectSource,
    legalBasis,
    legitimateInterest,
    newPurposeNotice,
    provision,
    purposes,
    recipientsSpecific,
    recipients,
    retentionCriteria,
    retention,
    rightsCore,
    roleClarity,
    specialCategory,
    transferConsent,
    transferCopy,
    transferMechanism,
    withdrawConsent,
  ],
  'uk-gdpr': [authority, complaintsRoute],
  eprivacy: [
    choiceLifetime,
    consentMechanism,
    consentOrExemption,
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
  pecr: [ground, statisticalObject, statisticalSole],
  ccpa: [
    annualReview,
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
  caloppa: [categories, changeProcess, dntResponse, effectiveDate, reviewProcess, thirdPartyTracking],
  coppa: [
    audio,
    collectionUse,
    internalOperations,
    operators,
    parents,
    retentionPolicy,
    separateConsent,
    thirdParties,
  ],
};

/** Every rule, pack by pack. */
export const allRules: readonly PolicyRule[] = Object.values(packs).flat();

const byId = new Map<string, PolicyRule>(allRules.map((rule) => [rule.id, rule]));

/** The rule of an id, or `undefined`. */
export function findRule(id: string): PolicyRule | undefined {
  return byId.get(id);
}
