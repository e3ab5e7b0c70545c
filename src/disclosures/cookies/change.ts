import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import type { ChangeRule } from '../../compare/changes/change-rules.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { vendor, yesNo } from '../../compare/changes/fact-words.ts';
import {
  apart,
  called,
  code,
  flag,
  length,
  plain,
  quoted,
  type Shows,
  statedList,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { vendorName } from '../../page/vendor-name.ts';
import { showPeriod } from '../../text/show.ts';
import { categoryOf } from '../categories/change.ts';
import { cookieClaims } from './claims.ts';

/** What a change of a cookie comes to. */
export const cookies: Entry<Cookie> = {
  added: 'cookie-added',
  removed: 'cookie-removed',
  name: ({ name }) => code(name),
  details: (cookie, { after, reader, words }) => {
    const label = categoryOf(cookie, after)?.label;
    const said = [
      label && words.cookieDetails.category(quoted(label)),
      cookie.provider && words.cookieDetails.provider(plain(vendorName(cookie.provider, after))),
      cookie.expires && words.cookieDetails.expires(showPeriod(cookie.expires, reader)),
    ].filter((part) => part !== undefined && part !== '');
    return said.length > 0 ? said.join(', ') : undefined;
  },
  claims: cookieClaims,
  fields: {
    name: value('cookie-changed', code),
    type: value(
      'cookie-changed',
      (type, { comparison }) => comparison.reader.words.storage[type ?? 'cookie'],
    ),
    category: apart,
    purpose: texts('cookie-purpose-changed'),
    provider: apart,
    domain: apart,
    party: apart,
    expires: length({
      longer: 'cookie-duration-increased',
      shorter: 'cookie-duration-decreased',
      changed: 'cookie-duration-changed',
    }),
    secure: flag(
      { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
      yesNo,
    ),
    httpOnly: flag(
      { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
      yesNo,
    ),
    partitioned: flag(
      { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
      yesNo,
    ),
    sameSite: (delta, subject, key) => {
      const rank = { none: 0, lax: 1, strict: 2 };
      const step = delta.before && delta.after ? rank[delta.after] - rank[delta.before] : 0;
      const rule: ChangeRule =
        step > 0
          ? 'cookie-protection-strengthened'
          : step < 0
            ? 'cookie-protection-weakened'
            : 'cookie-changed';
      const show: Shows<'strict' | 'lax' | 'none'> = (name) =>
        quoted(subject.comparison.reader.words.attributes.sameSite[name]);
      return value(rule, show)(delta, subject, key);
    },
    access: statedList(
      { added: 'cookie-access-widened', removed: 'cookie-access-narrowed', changed: 'cookie-changed' },
      vendor,
    ),
    trigger: called('setWhen', ({ before, after }, subject, key) => {
      const rule: ChangeRule =
        before === undefined || after === undefined
          ? 'cookie-changed'
          : after === 'load'
            ? 'cookie-trigger-widened'
            : before === 'load'
              ? 'cookie-trigger-narrowed'
              : 'cookie-changed';
      const show: Shows<NonNullable<Cookie['trigger']>> = (name) =>
        subject.comparison.reader.words.triggers[name];
      return value(rule, show)({ before, after }, subject, key);
    }),
    setFrom: value('cookie-changed', (name, { comparison }) => comparison.reader.words.setters[name]),
    dataRetention: length({
      longer: 'cookie-data-duration-increased',
      shorter: 'cookie-data-duration-decreased',
      changed: 'cookie-changed',
    }),
    path: value('cookie-changed', code),
  },
};
