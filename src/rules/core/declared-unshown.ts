import type { Sale } from '../../../schemas/disclosures/sale.ts';
import type { Regime } from '../../../schemas/product.ts';
import { entriesPath, shownEntries } from '../../disclosures/in-order.ts';
import { isMap } from '../../read/shape.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { FactName, InventoryName } from '../../resolve/policy-model.ts';
import { internal } from '../cites/core.ts';
import { likelyStatement } from '../english/likely.ts';
import type { Topic } from '../english/topics.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { isQuoted, isUnseen, isUnseenNone, unseenEntries } from '../facts/shown.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const declaredUnshown: PolicyRule = {
  id: 'core/declared-unshown',
  about: 'policy',
  severity: 'error',
  summary:
    'What a policy declares stands on its page: a block shows it, or a sentence quotes it. Where no declared law asks for it, this is a warning.',
  why: 'Readers see the page and not the file: what only the file says has been told to nobody.',
  cites: [internal('What is to be told is told to those it is for')],
  examples: {
    ok: {
      policy: yaml`
        recipients:
          couriers: { label: Couriers }
        sections:
          - title: Who receives data
            content: [recipients: all]
      `,
      product: yaml`
        name: Shop
        regimes: [gdpr]
      `,
    },
    notOk: {
      policy: yaml`
        recipients:
          couriers: { label: Couriers }
        sections:
          - title: Who receives data
            content: [Some companies receive data.]
      `,
      product: yaml`
        name: Shop
        regimes: [gdpr]
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '`recipients` is declared, and no block shows it and no sentence quotes it: readers do not see it.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const [name, laws] of inventories) yield* checkInventory(name, laws, subject);
    for (const [name, topic] of things) yield* checkThing(name, topic, subject);
    yield* checkLimits(subject);
    yield* checkSale(subject);
  },
};

const storage: Regime[] = ['eprivacy', 'eprivacy-fr', 'pecr'];
const dataLaws: Regime[] = ['gdpr', 'uk-gdpr', 'ccpa'];

// The inventories that blocks show, and the laws that ask for each.
const inventories: [InventoryName, readonly Regime[]][] = [
  ['cookies', storage],
  ['categories', storage],
  ['data', ['ccpa', 'caloppa', 'coppa']],
  ['purposes', dataLaws],
  ['recipients', [...dataLaws, 'caloppa', 'coppa']],
  ['retention', [...dataLaws, 'coppa']],
  ['rights', dataLaws],
  ['transfers', ['gdpr', 'uk-gdpr']],
  ['automatedDecisions', ['gdpr', 'uk-gdpr']],
  ['security', []],
];

// What is shown as a whole, and what prose can say of it as well.
const things: [FactName, Topic | undefined][] = [
  ['consent', 'standingChoice'],
  ['signals', 'dnt'],
  ['sale', 'sale'],
  ['children', 'audience'],
  ['ai', undefined],
];

function* checkInventory(name: InventoryName, laws: readonly Regime[], subject: Subject): Iterable<Draft> {
  const severity = isAsked(laws, subject) ? 'error' : 'warning';
  const { all, unseen } = unseenEntries(name, subject);
  if (name === 'categories' && areHeadings(subject)) return;
  const isNamed = name === 'categories' && showsCookies(subject);
  if (isUnseenNone(name, subject) || (all.length > 0 && unseen.length === all.length)) {
    yield {
      at: { path: [name] },
      message: isNamed ? unshownOfCategories : unshown(name),
      help: helpFor(name),
      severity: isNamed ? 'warning' : severity,
    };
    return;
  }
  for (const id of unseen) {
    const shown = nameOf(name, id, subject);
    yield {
      at: { path: [...entriesPath(name).split('.'), id] },
      message: `${shown} stands in \`${name}\`, and no block shows it and no sentence quotes it.`,
      help: helpFor(name),
      severity: 'warning',
      each: {
        name: shown,
        all: (names) => `${names} stand in \`${name}\`, and no block shows them and no sentence quotes them.`,
      },
    };
  }
}

// Categories of which nothing is said but their names stand over the cookies of each.
function areHeadings({ policy }: Subject): boolean {
  const { categories = {} } = policy.facts;
  const areNames = Object.values(categories).every((category) => Object.keys(category).join() === 'label');
  return areNames && showsCookies({ policy });
}

// A list of cookies has the name of each category over its own.
function showsCookies({ policy }: Pick<Subject, 'policy'>): boolean {
  return contentOf(policy).some((block) => block.type === 'inventory' && block.of === 'cookies');
}

const unshownOfCategories =
  '`categories` is declared, and no block shows more of it than the names over the cookies: readers do not see what else it says.';

function* checkThing(name: FactName, topic: Topic | undefined, subject: Subject): Iterable<Draft> {
  const declared = subject.policy.facts[name];
  if (declared === undefined || !isUnseen(name, subject)) return;
  const seen = topic && likelyStatement(subject, topic);
  if (seen) return;
  yield { at: { path: [name] }, message: unshown(name), help: helpFor(name), severity: 'warning' };
}

// The one text of a disclosure that its block does not show: it is no measure.
function* checkLimits(subject: Subject): Iterable<Draft> {
  const path = ['security', 'limits'];
  if (!subject.policy.facts.security?.limits || isQuoted(path.join('.'), subject)) return;
  yield {
    at: { path },
    message: unshown(path.join('.')),
    help: 'Quote it in a sentence, `- "{{ security.limits }}"`; delete what readers are not to see.',
    severity: 'warning',
  };
}

// What words of the authors stand in place of: each practice, what they say of it, and what another text does.
const practices = [
  ['sells', /\b(sell|sells|sold|sale|selling)\b/i, /\b(sell|sells|sold|sale|selling)\b/i],
  ['shares', /\bshar(e|es|ed|ing)\b/i, /\bshar(e|es|ed|ing)\b[^.]{0,100}\badvert|\bcross-(context|site)\b/i],
  [
    'targetedAds',
    /\badvert|\bads?\b/i,
    /\b(target|personali[sz]|interest|behaviou?r|tailor|relevant)[^.]{0,60}\b(ads?\b|advert)|\b(ads?\b|advert)[^.]{0,60}\b(target|interest|relevant|tailor)/i,
  ],
  ['under16', /\b(16|sixteen|minors?|child(ren)?)\b/i, /\b(16|sixteen)\b/i],
  ['sensitive', /\bsensitive\b/i, /\bsensitive\b/i],
] as const;

function* checkSale(subject: Subject): Iterable<Draft> {
  const { sale } = subject.policy.facts;
  if (typeof sale !== 'object' || !sale.text || isUnseen('sale', subject)) return;
  if (!isEnglish(subject.policy)) return yield* unreadSale(sale);
  const isOwn = ({ path }: WrittenText) => path.join('.') === 'sale.text';
  for (const [key, own, elsewhere] of practices) {
    if (sale[key] === undefined || matches(subject, own, isOwn).length > 0) continue;
    if (matches(subject, elsewhere, (text) => !isOwn(text)).length > 0) continue;
    yield {
      at: { path: ['sale', key] },
      message: `\`sale.${key}\` is declared, and \`sale.text\` stands in its place, which says nothing of it: readers do not see it.`,
      help: 'Say it in `sale.text`, or delete that text, so that a sentence of each field stands there.',
      severity: 'warning',
    };
  }
}

// In another language nobody here knows what the text says.
function* unreadSale(sale: Sale): Iterable<Draft> {
  const declared = practices.flatMap(([key]) => (sale[key] === undefined ? [] : [`\`sale.${key}\``]));
  if (declared.length === 0) return;
  yield {
    at: { path: ['sale', 'text'] },
    message: `\`sale.text\` stands in the place of our sentences on ${declared.join(', ')}, and is in a language that no rule reads.`,
    help: 'See that it says each of these: readers see no other sentence of them.',
    severity: 'info',
  };
}

function isAsked(laws: readonly Regime[], { product, policy }: Subject): boolean {
  const isNotice = ['privacy-policy', 'cookie-policy', 'children-notice'].includes(policy.kind);
  return isNotice && laws.some((law) => product.written.regimes?.includes(law));
}

function unshown(name: string): string {
  return `\`${name}\` is declared, and no block shows it and no sentence quotes it: readers do not see it.`;
}

function helpFor(name: string): string {
  return `Show it with \`- ${name}: all\` in a section, or quote it in a sentence; delete what readers are not to see.`;
}

function nameOf(name: InventoryName, id: string, { policy }: Subject): string {
  const entry = shownEntries(name, policy.facts)[id];
  const { label, name: own = id } = isMap(entry) ? entry : {};
  return typeof label === 'string' ? `“${label}”` : `\`${own}\``;
}
