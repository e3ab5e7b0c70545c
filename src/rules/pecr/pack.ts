import type { RulePack } from '../rule.ts';
import { ground } from './ground.ts';
import { statisticalObject } from './statistical-object.ts';
import { statisticalSole } from './statistical-sole.ts';

export const pecrPack: RulePack = {
  title: 'Privacy and Electronic Communications Regulations',
  rules: [ground, statisticalObject, statisticalSole],
};
