import type { RulePack } from '../rule.ts';
import { authority } from './authority.ts';
import { complaintsRoute } from './complaints-route.ts';

export const ukGdprPack: RulePack = { title: 'United Kingdom GDPR', rules: [authority, complaintsRoute] };
