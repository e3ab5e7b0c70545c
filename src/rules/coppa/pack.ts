import type { RulePack } from '../rule.ts';
import { audio } from './audio.ts';
import { collectionUse } from './collection-use.ts';
import { internalOperations } from './internal-operations.ts';
import { operators } from './operators.ts';
import { parents } from './parents.ts';
import { retentionPolicy } from './retention-policy.ts';
import { separateConsent } from './separate-consent.ts';
import { thirdParties } from './third-parties.ts';

export const coppaPack: RulePack = {
  title: "Children's Online Privacy Protection Rule",
  rules: [
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
