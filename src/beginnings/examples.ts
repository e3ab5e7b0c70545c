import { parseYaml } from '../read/parse.ts';
import { findPlaceholders } from '../read/placeholders.ts';
import { beginningOf } from './all.ts';
import { productBeginning, siteBeginning } from './shared-files.ts';
import { surroundingsIn } from './surroundings.ts';

// The beginnings, filled in for a company that does not exist: whole policies to learn from.

const known = {
  product: 'Harbour Log',
  company: 'Harbour Log Ltd',
  url: 'https://harbourlog.example/legal/',
  email: 'privacy@harbourlog.example',
};

const day = '2026-11-02';

// What stands in the places that are to be filled in, in the order of the file.
const answers = {
  'site.yaml': [],
  'product.yaml': ['3 Pier Road, Galway', 'Mooring Cloud', 'keeps our servers and their backups'],
  'cookie-policy.yaml': [
    'they carry the service you asked for',
    'You can read the log, but you cannot sign in.',
    'These tell us how many people come, and which pages they read.',
    'Nothing changes for you. Your visit is not counted.',
    '__Host-session',
    'Recognises you while you are signed in.',
    'visits',
    'Tells a first visit from a later one.',
    'Your choices',
    'in the footer of every page',
  ],
  'privacy-policy.yaml': [
    'name and e-mail address',
    'Asked for when you open an account.',
    'Without an e-mail address we cannot open an account.',
    'pages and times',
    'To open your account, sign you in and keep your log.',
    'To learn which pages are slow, and to mend them.',
    'a service that works well',
    'They act on our written instructions, and may not use the data themselves.',
    'servers and backups',
    'as long as you have the account',
    'deleted within a week',
    'deleted',
    'We ask you to write from the address of your account.',
    'Data travels encrypted between your device and us.',
    'Two people can reach the servers, each with a key of their own.',
  ],
  'terms.yaml': [
    'The agreement comes about when you open an account.',
    'Harbour Log keeps what you write about your boat. It is no navigation instrument.',
    'Anybody of 16 years or more may open an account. Keep your password to yourself.',
    'Harbour Log costs 20 euros a year, paid in advance. We announce another price like any change of these terms.',
    'put the log of somebody else online without their consent.',
    'What you write stays yours. You allow us to store it, and to show it to those you choose.',
    'You can close your account on any day, and we return what you paid for the months that are left.',
    'We answer for damage that we cause on purpose or by gross negligence, and as far as the law does not let us limit it.',
    'The law of Ireland applies. Consumers can also turn to the courts of the place they live in.',
  ],
} satisfies Record<string, readonly string[]>;

/** The files of a product with three policies, whole: each by its name. */
export function exampleFiles(): { name: string; text: string }[] {
  const product = fill('product.yaml', productBeginning('harbour-log', known));
  const { value } = parseYaml('product.yaml', new TextEncoder().encode(product));
  const policies = (['cookie-policy', 'privacy-policy', 'terms'] as const).map((kind) => ({
    slug: kind,
    kind,
  }));
  return [
    { name: 'site.yaml', text: fill('site.yaml', siteBeginning(known)) },
    { name: 'harbour-log/product.yaml', text: product },
    ...policies.map(({ kind }) => ({
      name: `harbour-log/${kind}.yaml`,
      text: fill(
        `${kind}.yaml`,
        beginningOf(kind).write({
          ...surroundingsIn(value),
          day,
          policies: policies.filter((one) => one.kind !== kind),
        }),
      ),
    })),
  ];
}

function fill(name: keyof typeof answers, beginning: string): string {
  const text = beginning.replaceAll(/^ *# TODO[^\n]*\n/gm, '');
  const places = findPlaceholders(text);
  const given = answers[name];
  if (places.length !== given.length)
    throw new Error(`${name} has ${places.length} places to fill in, and ${given.length} answers.`);
  const ends = [0, ...places.map(({ end }) => end)];
  const parts = places.map(({ start }, index) => `${text.slice(ends[index], start)}${given[index]}`);
  return `${parts.join('')}${text.slice(ends.at(-1))}`;
}
