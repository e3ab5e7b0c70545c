import { kinds, type PolicyFile } from '../../schemas/policy.ts';
import { acceptableUse } from './acceptable-use.ts';
import { accessibilityStatement } from './accessibility-statement.ts';
import type { Beginning, Beginnings } from './beginning.ts';
import { childrenNotice } from './children-notice.ts';
import { cookiePolicy } from './cookie-policy.ts';
import { dataProcessingAgreement } from './data-processing-agreement.ts';
import { plainNotice } from './notice.ts';
import { privacyPolicy } from './privacy-policy.ts';
import { refundPolicy } from './refund-policy.ts';
import { securityPolicy } from './security-policy.ts';
import { subProcessors } from './sub-processors.ts';
import { terms } from './terms.ts';

/** The beginning of a policy of each kind. */
const beginnings: Beginnings = {
  'cookie-policy': cookiePolicy,
  'privacy-policy': privacyPolicy,
  terms,
  'acceptable-use': acceptableUse,
  'sub-processors': subProcessors,
  'data-processing-agreement': dataProcessingAgreement,
  'children-notice': childrenNotice,
  'refund-policy': refundPolicy,
  'security-policy': securityPolicy,
  'accessibility-statement': accessibilityStatement,
  notice: plainNotice,
};

/** The kind that a name stands for: its own, or one that people know it by. */
export function kindNamed(name: string): PolicyFile['kind'] | undefined {
  return kinds.options.find((kind) => kind === name || beginnings[kind].names.includes(name));
}

/** Every name that stands for a kind. */
export function kindNames(): string[] {
  return kinds.options.flatMap((kind) => [kind, ...beginningOf(kind).names]);
}

/** The beginning of a policy of a kind. */
export function beginningOf(kind: PolicyFile['kind']): Beginning {
  return beginnings[kind];
}
