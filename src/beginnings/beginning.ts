import type { PolicyFile } from '../../schemas/policy.ts';

/** What a beginning can stand on: the product as it is when the policy is begun. */
export type Surroundings = {
  /** The date of the text. */
  day: string;
  /** The title, where the name of the file says another than the kind does. */
  title?: string;
  /** Whether the product names its controller. */
  hasController: boolean;
  /** The id of the contact that readers are given, where the product has one. */
  contact?: string;
  /** The ids of the vendors the product names. */
  vendors: readonly string[];
  /** The policies that are there already. */
  policies: readonly { slug: string; kind: string }[];
};

/** The beginning of a policy of a kind, as YAML. What only its authors know is marked with TODO. */
export type Beginning = {
  title: string;
  /** The names people know the kind by, as a file is called: `tos`, `dpa`. */
  names: readonly string[];
  write(around: Surroundings): string;
};

export type Beginnings = Record<PolicyFile['kind'], Beginning>;

/** What stands at the top of every beginning: the sentences of it are examples until somebody has read them. */
export const unread =
  '# TODO have counsel read every line of this file, then delete this comment. What it says is an example until then.\n';

/** The keys that every policy begins with. */
export function opening(
  kind: PolicyFile['kind'],
  title: string,
  { day, title: own = title }: Surroundings,
): string {
  return `kind: ${kind}\ntitle: ${own}\nupdated: ${day}  # the date of this text, which readers see: that of the day it is released\n`;
}

/** Who speaks: the controller of the product, or the product where it names none. */
export function publisher({ hasController }: Surroundings): string {
  return hasController ? '{{ controller.name }}' : '{{ name }}';
}

/** The section that says how to reach the authors. */
export function contactSection({ contact }: Surroundings): string {
  const ways = contact ? `this policy.\n      - contact: ${contact}` : 'this policy, to TODO@example.com';
  return `  - id: contact
    title: Contact
    content:
      - Write to us about anything in ${ways}
`;
}

/** What is promised about changes, for the head of a policy. */
export const notice = `# TODO what you promise about changes; delete \`notice\`, and the sentence that quotes it, where you promise nothing.
notice:
  period: 30 days
  for: material
  channels: [email]
`;

/** The section that quotes that promise. */
export const changesSection = `  - id: changes
    title: Changes to this policy
    content:
      - >-
        When a change matters to you, we tell you by e-mail at least {{ notice.period }} before it takes effect. Every version
        of this policy stays readable.
`;

/** The card that leads to the policy of another kind, where the product has one. */
export function cardOf(kind: PolicyFile['kind'], { policies }: Surroundings): string {
  const other = policies.find((policy) => policy.kind === kind);
  return other ? `      - policy: ${other.slug}\n` : '';
}
