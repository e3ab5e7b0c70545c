import { locateFiles } from '../read/location.ts';
import { parseYaml } from '../read/parse.ts';
import { beginningOf } from './all.ts';
import { type Known, productBeginning, siteBeginning } from './shared-files.ts';
import { surroundingsIn } from './surroundings.ts';

// The repository of a company: its policies, and what checks and publishes them. Nothing of ours is copied into it.

/** What a repository is made from. */
export type Founding = Known & {
  /** The name of the folder it lies in. */
  folder: string;
  host: 'github' | 'gitlab';
  /** The date of the first texts. */
  day: string;
  versions: Versions;
};

/** The exact versions of the packages a repository is built with. */
export type Versions = { policybook: string; astro: string };

/** Where the actions and the component lie that its workflows use. */
export const home = 'policybook/policybook';

/** The files of a repository by their paths, in the order they are told. */
export function repositoryFiles(founding: Founding): Record<string, string> {
  return {
    ...policyFiles(founding),
    'package.json': packageFile(founding),
    ...(founding.host === 'github' ? githubFiles : gitlabFiles),
    '.vscode/settings.json': json(editorSettings),
    '.vscode/extensions.json': json({ recommendations: ['redhat.vscode-yaml'] }),
    '.gitattributes': 'policies/*/history/** text eol=lf linguist-generated\n',
    '.gitignore': 'node_modules/\ndist\ndist.*\n.policybook/\n',
    'README.md': readme(founding),
  };
}

function policyFiles(founding: Founding): Record<string, string> {
  const { product, folder, day } = founding;
  const id = productId(product ?? folder.replace(/[-_. ]?(?:policies|policy|legal)$/i, ''));
  const owner = productBeginning(id, founding);
  const around = {
    ...surroundingsIn(parseYaml('product.yaml', new TextEncoder().encode(owner)).value),
    day,
  };
  const write = (kind: 'cookie-policy' | 'privacy-policy', other: 'cookie-policy' | 'privacy-policy') =>
    beginningOf(kind).write({ ...around, policies: [{ slug: other, kind: other }] });
  return {
    'policies/site.yaml': siteBeginning(founding),
    [`policies/${id}/product.yaml`]: owner,
    [`policies/${id}/cookie-policy.yaml`]: write('cookie-policy', 'privacy-policy'),
    [`policies/${id}/privacy-policy.yaml`]: write('privacy-policy', 'cookie-policy'),
  };
}

/** The name of a product's folder, which is a part of addresses, from whatever the product is called. */
export function productId(name: string): string {
  const id = slugOf(name);
  const { problems } = locateFiles('policies', [{ path: `${id}/product.yaml`, kind: 'file' }]);
  return problems.some(({ rule }) => rule === 'file/reserved') ? `${id}-product` : id;
}

function slugOf(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = letters.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '');
  return slug.slice(0, 40).replace(/-+$/, '') || 'product';
}

function packageFile({ folder, versions }: Founding): string {
  const name = slugOf(folder);
  const devDependencies = { astro: versions.astro, policybook: versions.policybook };
  return json({
    // No package depends on itself.
    name: Object.hasOwn(devDependencies, name) ? `${name}-site` : name,
    private: true,
    type: 'module',
    scripts: {
      start: 'policybook start',
      check: 'policybook check',
      build: 'policybook build',
      release: 'policybook release',
      test: 'policybook check',
    },
    devDependencies,
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const schema = (name: string) => `./node_modules/policybook/schemas/${name}.schema.json`;

const editorSettings = {
  'yaml.schemas': {
    [schema('site')]: 'policies/site.yaml',
    [schema('vendors')]: 'policies/vendors.yaml',
    [schema('steps')]: 'policies/steps.yaml',
    [schema('product')]: 'policies/*/product.yaml',
    [schema('policy')]: ['policies/*/*.yaml', '!policies/*/product.yaml', '!policies/*/*.*.yaml'],
  },
  'yaml.schemaStore.enable': false,
  'yaml.format.proseWrap': 'preserve',
  'yaml.format.printWidth': 110,
  'yaml.format.bracketSpacing': false,
  'yaml.hoverSchemaSource': false,
  '[yaml]': {
    'editor.defaultFormatter': 'redhat.vscode-yaml',
    'editor.tabSize': 2,
    'editor.insertSpaces': true,
    'editor.wordWrap': 'on',
    'editor.quickSuggestions': { other: true, comments: false, strings: true },
  },
  'files.readonlyInclude': { 'policies/*/history/**': true },
};

const githubFiles = {
  '.github/workflows/check.yml': `name: Check
on: pull_request
jobs:
  check:
    runs-on: ubuntu-latest
    permissions: {contents: read}
    steps:
      - uses: ${home}/actions/check@v1
  comment:
    needs: check
    if: \${{ !cancelled() }}
    runs-on: ubuntu-latest
    permissions: {pull-requests: write}
    steps:
      - uses: ${home}/actions/comment@v1
`,
  '.github/workflows/publish.yml': `name: Publish
on: {push: {branches: [main]}, schedule: [{cron: "17 1 * * *"}], workflow_dispatch: {inputs: {first: {type: boolean, description: Nothing is published yet}}}}
concurrency: publish
jobs:
  build:
    runs-on: ubuntu-latest
    permissions: {contents: write}
    steps:
      - uses: ${home}/actions/publish@v1
  deploy:
    needs: build
    runs-on: ubuntu-latest
    environment: github-pages
    permissions: {pages: write, id-token: write, attestations: write, actions: write}
    steps: [{uses: "${home}/actions/deploy@v1"}]
`,
};

const gitlabFiles = {
  '.gitlab-ci.yml': `# Checks a merge request, and publishes the main branch to GitLab Pages. Also add a daily pipeline schedule, and the
# variable RELEASE_TOKEN: a project access token with the scope write_repository.
include:
  - remote: https://raw.githubusercontent.com/${home}/v1/templates/policybook.yml
`,
};

function readme({ product, company, host }: Founding): string {
  const whose = [product, company].filter((name) => name !== undefined).map(plain);
  const [request, publish] =
    host === 'github'
      ? [
          'pull request',
          'Settings → Pages → Source: GitHub Actions, and Actions → Publish → Run workflow → “Nothing is published yet”',
        ]
      : ['merge request', 'run the first pipeline with the variable FIRST set to --first'];
  return `# ${whose.length > 0 ? `Policies of ${whose.join(', ')}` : 'Our policies'}

The policies that we publish, as they are edited: \`policies/<product>/<policy>.yaml\`. What is published is sealed in a record
under \`history/\`, which nobody edits.

## For those who write them

1. Open the file of the policy, change the text or the fact, give \`updated\` the date of the new text, and say under
   \`change\` what it changes. In the browser: the pencil at the top of the file, then “Propose changes”.
2. Open a ${request}. A review says what the change does, and names what is wrong, each with its line and the next step.
3. Once it is approved and merged, the text is sealed and published at its own address, for ever.

What is still to be filled in is marked \`TODO\`. Nothing with such a place is released.

## On a computer

Node 22.12 or newer, then:

\`\`\`sh
npm install      # once
npm start        # the site, reloading while you edit
npm run check    # every problem, with its line and the next step
npx policybook new <product>/<policy>     # the beginning of another policy
\`\`\`

## The first time

1. \`npm install\`, and commit \`package-lock.json\` with everything else: the versions in it build the site.
2. Fill in what \`npm run check\` names.
3. For publishing: ${publish}.

The handbook is a part of the site that \`npm start\` shows: every field, block and rule.
`;
}

// A name as Markdown shows it.
function plain(name: string): string {
  return name.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}
