import type { Pack } from '../problem.ts';
import { caloppaPack } from './caloppa/pack.ts';
import { ccpaPack } from './ccpa/pack.ts';
import { coppaPack } from './coppa/pack.ts';
import { corePack } from './core/pack.ts';
import { eprivacyPack } from './eprivacy/pack.ts';
import { gdprPack } from './gdpr/pack.ts';
import { pecrPack } from './pecr/pack.ts';
import type { PolicyRule, RulePack } from './rule.ts';
import { ukGdprPack } from './uk-gdpr/pack.ts';

/** The packs of rules: one for every policy, and one for each law that a product can declare. */
export const packs: Readonly<Record<Pack, RulePack>> = {
  core: corePack,
  gdpr: gdprPack,
  'uk-gdpr': ukGdprPack,
  eprivacy: eprivacyPack,
  pecr: pecrPack,
  ccpa: ccpaPack,
  caloppa: caloppaPack,
  coppa: coppaPack,
};

/** Every rule, pack by pack. */
export const allRules: readonly PolicyRule[] = Object.values(packs).flatMap(({ rules }) => rules);

const byId = new Map<string, PolicyRule>(allRules.map((rule) => [rule.id, rule]));

/** The rule of an id, or `undefined`. */
export function findRule(id: string): PolicyRule | undefined {
  return byId.get(id);
}
