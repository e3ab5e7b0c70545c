import type { RulePack } from '../rule.ts';
import { absoluteClaim } from './absolute-claim.ts';
import { anonymousClaim } from './anonymous-claim.ts';
import { attributeClaimScope } from './attribute-claim-scope.ts';
import { categoryParty } from './category-party.ts';
import { changePromiseMissing } from './change-promise-missing.ts';
import { changePromiseVague } from './change-promise-vague.ts';
import { childAgeConflict } from './child-age-conflict.ts';
import { chunkedName } from './chunked-name.ts';
import { consentByUse } from './consent-by-use.ts';
import { contactDomain } from './contact-domain.ts';
import { contactMissing } from './contact-missing.ts';
import { contactUnshown } from './contact-unshown.ts';
import { cookiePrivacyDrift } from './cookie-privacy-drift.ts';
import { crossDocumentOnly } from './cross-document-only.ts';
import { dateOrder } from './date-order.ts';
import { dateReferencedMissing } from './date-referenced-missing.ts';
import { declaredUnshown } from './declared-unshown.ts';
import { dntAsOptOutUnbacked } from './dnt-as-opt-out-unbacked.ts';
import { dntVsTracking } from './dnt-vs-tracking.ts';
import { doubledWord } from './doubled-word.ts';
import { effectiveDateConflated } from './effective-date-conflated.ts';
import { emptyBlock } from './empty-block.ts';
import { hedgeDensity } from './hedge-density.ts';
import { hostPartyVsSetter } from './host-party-vs-setter.ts';
import { httponlyScript } from './httponly-script.ts';
import { ignoreExpired } from './ignore-expired.ts';
import { ignoreUnused } from './ignore-unused.ts';
import { lifetimeOver400d } from './lifetime-over-400d.ts';
import { lifetimeOverOverlay } from './lifetime-over-overlay.ts';
import { linkOtherAddress } from './link-other-address.ts';
import { linkOtherMail } from './link-other-mail.ts';
import { linkWithoutUrl } from './link-without-url.ts';
import { listNotExhaustive } from './list-not-exhaustive.ts';
import { literalFact } from './literal-fact.ts';
import { localStorageNoExpiry } from './local-storage-no-expiry.ts';
import { nameTwice } from './name-twice.ts';
import { necessaryWithAnalytics } from './necessary-with-analytics.ts';
import { necessaryWithPreference } from './necessary-with-preference.ts';
import { noAdsVsMarketing } from './no-ads-vs-marketing.ts';
import { noRegime } from './no-regime.ts';
import { noSaleSilentSharing } from './no-sale-silent-sharing.ts';
import { noThirdPartyVsStorage } from './no-third-party-vs-storage.ts';
import { noThirdPartyVsVendor } from './no-third-party-vs-vendor.ts';
import { noticeUnsent } from './notice-unsent.ts';
import { otherDate } from './other-date.ts';
import { paragraphLanguage } from './paragraph-language.ts';
import { partitionedInsecure } from './partitioned-insecure.ts';
import { patternTooWide } from './pattern-too-wide.ts';
import { placeholder } from './placeholder.ts';
import { prefix } from './prefix.ts';
import { referenceMissing } from './reference-missing.ts';
import { retentionMismatch } from './retention-mismatch.ts';
import { retentionOverMax } from './retention-over-max.ts';
import { retentionVsBackup } from './retention-vs-backup.ts';
import { reviewOverdue } from './review-overdue.ts';
import { saleVsRecipients } from './sale-vs-recipients.ts';
import { saleVsText } from './sale-vs-text.ts';
import { samesiteNoneInsecure } from './samesite-none-insecure.ts';
import { samesiteStrictThird } from './samesite-strict-third.ts';
import { textLanguage } from './text-language.ts';
import { textTwice } from './text-twice.ts';
import { titleTwice } from './title-twice.ts';
import { unclassified } from './unclassified.ts';
import { unencryptedLink } from './unencrypted-link.ts';
import { unitAmbiguity } from './unit-ambiguity.ts';
import { unlikelyPeriod } from './unlikely-period.ts';
import { unused } from './unused.ts';
import { vendorLinkMissing } from './vendor-link-missing.ts';
import { vendorUnlisted } from './vendor-unlisted.ts';
import { vendorWithoutStorage } from './vendor-without-storage.ts';

export const corePack: RulePack = {
  title: 'Every policy',
  rules: [
    absoluteClaim,
    anonymousClaim,
    attributeClaimScope,
    categoryParty,
    changePromiseMissing,
    changePromiseVague,
    childAgeConflict,
    chunkedName,
    consentByUse,
    contactDomain,
    contactMissing,
    contactUnshown,
    cookiePrivacyDrift,
    crossDocumentOnly,
    dateOrder,
    dateReferencedMissing,
    declaredUnshown,
    dntAsOptOutUnbacked,
    dntVsTracking,
    doubledWord,
    effectiveDateConflated,
    emptyBlock,
    hedgeDensity,
    hostPartyVsSetter,
    httponlyScript,
    ignoreExpired,
    ignoreUnused,
    lifetimeOver400d,
    lifetimeOverOverlay,
    linkOtherAddress,
    linkOtherMail,
    linkWithoutUrl,
    listNotExhaustive,
    literalFact,
    localStorageNoExpiry,
    nameTwice,
    necessaryWithAnalytics,
    necessaryWithPreference,
    noAdsVsMarketing,
    noRegime,
    noSaleSilentSharing,
    noThirdPartyVsStorage,
    noThirdPartyVsVendor,
    noticeUnsent,
    otherDate,
    paragraphLanguage,
    partitionedInsecure,
    patternTooWide,
    placeholder,
    prefix,
    referenceMissing,
    retentionMismatch,
    retentionOverMax,
    retentionVsBackup,
    reviewOverdue,
    saleVsRecipients,
    saleVsText,
    samesiteNoneInsecure,
    samesiteStrictThird,
    textLanguage,
    textTwice,
    titleTwice,
    unclassified,
    unencryptedLink,
    unitAmbiguity,
    unlikelyPeriod,
    unused,
    vendorLinkMissing,
    vendorUnlisted,
    vendorWithoutStorage,
  ],
};
