import type { Draft } from '../../compare/changes/change.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { comingOrGoing, subjectOf } from '../../compare/changes/disclosure-change.ts';
import { country } from '../../compare/changes/fact-words.ts';
import {
  type Changed,
  compareFields,
  type Fields,
  items,
  plain,
  value,
  withParts,
} from '../../compare/changes/field-change.ts';
import type { Facts } from '../../resolve/policy-model.ts';
import { type Reader, showCountry } from '../../text/show.ts';
import type { Compared, Disclosure } from '../disclosure.ts';

type Controller = NonNullable<Facts['controller']>;
type Company = Omit<Controller, 'with'>;

// What a change of a company comes to that decides, alone or with others.
const companyFields: Fields<Company> = {
  name: value('controller-identity-changed', plain),
  registration: value('controller-identity-changed', plain),
  country: value('controller-identity-changed', country),
  address: value('controller-contact-changed', plain),
  email: value('controller-contact-changed', plain),
};

const controllerFields: Fields<Controller> = { ...companyFields, with: withChange };

// A company that stayed is told by what changed of it, the others with all that is said of them.
function withChange(field: Changed<Company[]>): Draft[] {
  const { before, after, subject, key } = field;
  const { comparison } = subject;
  const nowOf = (old: Company) => after?.find(({ name }) => name === old.name);
  const words = (company: Company) => inWords(company, comparison);
  const lists = { before: before?.map((old) => words(nowOf(old) ?? old)), after: after?.map(words) };
  const stayed = (before ?? []).flatMap((old, index) => {
    const now = nowOf(old);
    const own = { path: `${subject.path}.${key}.${index}`, name: plain(old.name), comparison };
    return now ? compareFields(companyFields, old, now, own) : [];
  });
  const others = items('controller-identity-changed', plain);
  return [...stayed, ...(isEqual(lists.before, lists.after) ? [] : others({ ...field, ...lists }))];
}

// A company with all that is said of it, and its country once.
function inWords(company: Company, { reader }: { reader: Reader }): string {
  const { name, address = '', country: code, email, registration } = company;
  const place = code && showCountry(code, reader);
  const number = registration && reader.words.glances.registration(registration);
  const isSaid = place !== undefined && address.includes(place);
  return [name, address, !isSaid && place, email, number].filter(Boolean).join(', ');
}

function controllerChanges(
  before: Controller | undefined,
  after: Controller | undefined,
  compared: Compared,
): Draft[] {
  if (before === after) return [];
  if (before && after) return compareFields(controllerFields, before, after, subjectOf(compared));
  const [only] = [before, after].flatMap((company) => company ?? []);
  const details = only && plain(inWords(only, compared.comparison));
  return [withParts(comingOrGoing(before, after, compared), details ? { details } : {})];
}

export const controller: Disclosure<'controller'> = {
  name: 'controller',
  home: 'product',
  form: 'thing',
  title: ({ disclosures }) => disclosures.controller,
  changes: controllerChanges,
};
