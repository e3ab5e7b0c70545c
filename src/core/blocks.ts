import type { CookieColumn } from '../../schemas/block.ts';
import type { Cookie, Recipient, Retention } from '../../schemas/inventory.ts';
import type { Contact } from '../../schemas/product.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import { escapeHtml, link } from './html.ts';
import type { Entry, PageBlock, PageContext, Row } from './page.ts';
import type { InventoryName, ResolvedBlock } from './sections.ts';
import { showCountry, showDate, showList, showPeriod } from './show.ts';
import type { Words } from './words.ts';

/** Makes a block of a page from a resolved block and the facts it shows. */
export function toPageBlock(block: ResolvedBlock, context: PageContext): PageBlock {
  const { words } = context;
  switch (block.type) {
    case 'prose':
      return { type: 'html', html: context.block(block.text) };
    case 'callout': {
      const title = block.title ?? words.callouts[block.tone];
      return { type: 'callout', tone: block.tone, title, html: context.block(block.text) };
    }
    case 'none':
      return { type: 'html', html: `<p>${escapeHtml(words.none[block.of])}</p>` };
    case 'definitions':
      return {
        type: 'definitions',
        items: block.items.map(({ term, text }) => ({ term, html: context.block(text) })),
      };
    case 'cards':
      return {
        type: 'cards',
        items: block.items.map(({ title, text }) => ({ title, html: context.block(text) })),
      };
    case 'steps':
      return {
        type: 'steps',
        items: block.items.map(({ label, steps }) => ({ title: label, steps: steps.map(context.inline) })),
      };
    case 'contact':
      return contactBlock(block.id, context);
    case 'policy':
      return block;
    case 'history':
      return { type: 'versions', count: block.count };
    case 'fact':
      return factBlocks[block.of](context);
    case 'inventory':
      return inventoryBlocks[block.of](block, context);
  }
}

type InventoryBlock = Extract<ResolvedBlock, { type: 'inventory' }>;

const inventoryBlocks: Record<InventoryName, (block: InventoryBlock, context: PageContext) => PageBlock> = {
  cookies: cookiesBlock,
  categories: categoriesBlock,
  audiences: audiencesBlock,
  data: dataBlock,
  purposes: purposesBlock,
  recipients: recipientsBlock,
  retention: retentionBlock,
  rights: rightsBlock,
  transfers: transfersBlock,
  security: securityBlock,
  vendors: vendorsBlock,
  automatedDecisions: automatedDecisionsBlock,
};

/** The entries of an inventory that a block shows, in the block's order. */
function pick<T>(inventory: Record<string, T> | 'none' | undefined, ids: readonly string[]): [string, T][] {
  if (inventory === undefined || inventory === 'none') return [];
  return ids.flatMap((id) => {
    const entry = inventory[id];
    return entry === undefined ? [] : [[id, entry] as [string, T]];
  });
}

type Column<T> = { label: string; cell(entry: T, id: string): string | undefined };

/**
 * A table of entries. Columns in which no entry has anything are left out unless they were asked for; a table of one
 * column is a list. `absent` stands in a cell without a value.
 */
function table<T>(
  block: {
    of: string;
    caption: string;
    keepEmpty?: boolean;
    head?: number;
    absent?: string;
    aliasesOf?(entry: T): string[] | undefined;
  },
  entries: [string, T][],
  columns: Column<T>[],
  context: PageContext,
): PageBlock {
  const used = block.keepEmpty
    ? columns
    : columns.filter(({ cell }) => entries.some(([id, entry]) => cell(entry, id) !== undefined));
  const rows: Row[] = entries.map(([id, entry]) => ({
    ...idOf(context.anchor(block.of, id)),
    ...aliasesOf(block.aliasesOf?.(entry), block.of, context),
    cells: used.map(({ cell }) => cell(entry, id) ?? block.absent ?? ''),
  }));
  if (used.length === 1) {
    const items = rows.map(({ cells, ...anchors }) => ({ ...anchors, html: cells[0] ?? '' }));
    return { type: 'list', items };
  }
  return {
    type: 'table',
    caption: block.caption,
    columns: used.map(({ label }) => label),
    head: block.head ?? 0,
    rows,
  };
}

function aliasesOf(ids: string[] = [], inventory: string, context: PageContext): { aliases?: string[] } {
  const anchors = ids.flatMap((id) => context.anchor(inventory, id) ?? []);
  return anchors.length > 0 ? { aliases: anchors } : {};
}

function idOf(id: string | undefined): { id?: string } {
  return id ? { id } : {};
}

function text(value: string | undefined): string | undefined {
  return value === undefined ? undefined : escapeHtml(value);
}

function cookiesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const { categories } = context.policy.facts;
  const category = typeof categories === 'object' ? categories[block.part] : undefined;
  const caption =
    block.caption ?? (category ? words.captions.cookiesOf(category.label) : words.captions.cookies);
  const entries = pick(context.policy.facts.cookies, block.ids);
  const allCookies = entries.every(([, { type }]) => type === 'cookie');
  const columns = block.columns ?? cookieColumns.filter((column) => !(column === 'type' && allCookies));
  return table(
    {
      of: 'cookies',
      caption,
      keepEmpty: block.columns !== undefined,
      head: Math.max(0, columns.indexOf('name')),
      aliasesOf: ({ aliases }) => aliases,
      absent: `<span class="absent">${escapeHtml(words.notStated)}</span>`,
    },
    entries,
    columns.map((column) => ({
      label: words.columns[column],
      cell: (cookie) => cookieCell(column, cookie, context),
    })),
    context,
  );
}

const cookieColumns: CookieColumn[] = [
  'name',
  'type',
  'purpose',
  'provider',
  'party',
  'domain',
  'expires',
  'attributes',
];

function cookieCell(column: CookieColumn, cookie: Cookie, context: PageContext): string | undefined {
  const { words } = context;
  switch (column) {
    case 'name':
      return `<code>${escapeHtml(cookie.name)}</code>`;
    case 'type':
      return text(words.storage[cookie.type ?? 'cookie']);
    case 'purpose':
      return cookie.purpose && context.inline(cookie.purpose);
    case 'provider':
      return cookie.provider && text(providerName(cookie.provider, context));
    case 'party':
      return cookie.party && text(words.parties[cookie.party]);
    case 'domain':
      return text(cookie.domain && `${cookie.domain}${cookie.path ?? ''}`);
    case 'expires':
      return cookie.expires && text(showPeriod(cookie.expires, context));
    case 'attributes':
      // Only cookies can have them: for anything else nothing is missing.
      return cookie.type === 'cookie' ? text(attributes(cookie, words)) : '';
  }
}

function providerName(id: string, { policy }: PageContext): string {
  return id === 'self' ? policy.product.name : (policy.facts.vendors[id]?.name ?? id);
}

function attributes({ secure, httpOnly, partitioned, sameSite }: Cookie, words: Words): string | undefined {
  const shown = [
    secure && words.attributes.secure,
    httpOnly && words.attributes.httpOnly,
    partitioned && words.attributes.partitioned,
    sameSite && words.attributes.sameSite[sameSite],
  ].filter(Boolean);
  return shown.length > 0 ? shown.join(', ') : undefined;
}

function categoriesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const alone = block.ids.length === 1 && block.part !== 'all';
  const items = pick(context.policy.facts.categories, block.ids).map(([id, category]) => ({
    ...idOf(context.anchor('categories', id)),
    // A section about one category has said its name in the heading.
    ...(!alone && { title: category.label }),
    ...(category.description && { note: context.block(category.description) }),
    entries: entries([
      [words.columns.party, category.party && text(words.parties[category.party])],
      [words.consentLabel, category.consent && text(words.consent[category.consent])],
      [words.because, category.because && inline(category.because)],
      [words.examples, category.examples && htmlList(category.examples.map(inline))],
      [words.ifRefused, category.ifRefused && inline(category.ifRefused)],
    ]),
  }));
  return { type: 'details', items };
}

function entries(pairs: [string, string | undefined][]): Entry[] {
  return pairs.flatMap(([term, html]) => (html ? [{ term, html }] : []));
}

function htmlList(items: string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function audiencesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const items = pick(context.policy.facts.audiences, block.ids).map(([id, { label, description, role }]) => ({
    ...idOf(context.anchor('audiences', id)),
    title: label,
    ...(description && { note: context.block(description) }),
    entries: entries([[context.policy.product.name, role && text(words.roles[role])]]),
  }));
  return { type: 'details', items };
}

function dataBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const { audiences, data } = context.policy.facts;
  const audience = audiences?.[block.part];
  const caption = block.caption ?? (audience ? words.captions.dataOf(audience.label) : words.captions.data);
  return table(
    { of: 'data', caption },
    pick(data, block.ids),
    [
      { label: words.columns.data, cell: ({ label }) => text(label) },
      {
        label: words.columns.audience,
        cell: (entry) => (audience ? undefined : text(audiences?.[entry.audience ?? '']?.label)),
      },
      { label: words.columns.examples, cell: ({ examples }) => examples?.map(inline).join(', ') },
      {
        label: words.columns.description,
        cell: ({ description, special }) =>
          [special && escapeHtml(words.special), description && inline(description)]
            .filter(Boolean)
            .join(' ') || undefined,
      },
      { label: words.columns.source, cell: ({ source }) => source && text(words.sources[source]) },
    ],
    context,
  );
}

function purposesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const { data, audiences, purposes } = context.policy.facts;
  const dataLabel = (id: string) => (typeof data === 'object' ? (data[id]?.label ?? id) : id);
  return table(
    { of: 'purposes', caption: block.caption ?? words.captions.purposes },
    pick(purposes, block.ids),
    [
      { label: words.columns.label, cell: ({ label }) => text(label) },
      { label: words.columns.text, cell: (purpose) => inline(purpose.text) },
      {
        label: words.columns.audience,
        cell: ({ audience }) => audience && text(audiences?.[audience]?.label),
      },
      {
        label: words.columns.usedData,
        cell: (purpose) => purpose.data && text(showList(purpose.data.map(dataLabel), context)),
      },
      {
        label: words.columns.basis,
        cell: ({ basis, interest }) =>
          basis && `${escapeHtml(words.bases[basis])}${interest ? `: ${inline(interest)}` : ''}`,
      },
    ],
    context,
  );
}

function recipientsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'recipients', caption: block.caption ?? words.captions.recipients },
    pick(context.policy.facts.recipients, block.ids),
    [
      { label: words.columns.recipient, cell: (recipient) => recipientName(recipient, context) },
      {
        label: words.columns.details,
        cell: (recipient) =>
          recipientHead(recipient, context) ? recipient.text && inline(recipient.text) : undefined,
      },
      { label: words.columns.why, cell: ({ why }) => why && inline(why) },
    ],
    context,
  );
}

function recipientName(recipient: Recipient, context: PageContext): string | undefined {
  return recipientHead(recipient, context) ?? (recipient.text && context.inline(recipient.text));
}

function recipientHead({ label, vendors }: Recipient, context: PageContext): string | undefined {
  const names =
    vendors &&
    showList(
      vendors.map((id) => providerName(id, context)),
      context,
    );
  if (label && names) return `${escapeHtml(label)} (${escapeHtml(names)})`;
  return text(label ?? names);
}

function retentionBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'retention', caption: block.caption ?? words.captions.retention },
    pick(context.policy.facts.retention, block.ids),
    [
      {
        label: words.columns.kept,
        cell: (entry) => (entry.label ? `${escapeHtml(entry.label)}: ${inline(entry.of)}` : inline(entry.of)),
      },
      { label: words.columns.howLong, cell: (entry) => howLong(entry, context) },
      {
        label: words.columns.afterwards,
        cell: ({ then, except }) =>
          [then && inline(then), except && `${escapeHtml(words.exceptLabel)}: ${inline(except)}`]
            .filter(Boolean)
            .join('. ') || undefined,
      },
    ],
    context,
  );
}

function howLong(entry: Retention, context: PageContext): string | undefined {
  const period = entry.period && showPeriod(entry.period, context);
  const parts = [
    period && escapeHtml(entry.atMost ? context.words.upTo(period) : period),
    entry.from && context.inline(entry.from),
    entry.for && context.inline(entry.for),
    entry.criteria && context.inline(entry.criteria),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function rightsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(
    context.policy.facts.rights as Record<string, { text: string; prominent?: boolean }>,
    block.ids,
  ).map(([id, right]) => ({
    ...idOf(context.anchor('rights', id)),
    html: right.prominent ? `<strong>${context.inline(right.text)}</strong>` : context.inline(right.text),
  }));
  return { type: 'list', items };
}

function transfersBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'transfers', caption: block.caption ?? words.captions.transfers },
    pick(context.policy.facts.transfers, block.ids),
    [
      { label: words.columns.country, cell: ({ country }) => country && text(showCountry(country, context)) },
      { label: words.columns.details, cell: (transfer) => transfer.text && inline(transfer.text) },
      {
        label: words.columns.recipient,
        cell: ({ vendors }) =>
          vendors &&
          text(
            showList(
              vendors.map((id) => providerName(id, context)),
              context,
            ),
          ),
      },
      {
        label: words.columns.mechanism,
        cell: ({ mechanism }) => mechanism && text(words.mechanisms[mechanism]),
      },
    ],
    context,
  );
}

function securityBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const items = pick(context.policy.facts.security?.measures, block.ids).map(([id, measure]) => ({
    ...idOf(context.anchor('security', id)),
    html: context.inline(measure),
  }));
  return { type: 'list', items };
}

function vendorsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const caption = block.caption ?? (block.part === 'all' ? words.captions.vendors : block.part);
  const vendors = pick(context.policy.facts.vendors, block.ids);
  const grouped = block.part === 'all' && vendors.some(([, { group }]) => group);
  return table<Vendor>(
    { of: 'vendors', caption },
    vendors,
    [
      { label: words.columns.vendor, cell: ({ name }) => text(name) },
      { label: words.columns.group, cell: ({ group }) => (grouped ? text(group) : undefined) },
      { label: words.columns.does, cell: ({ does }) => does && inline(does) },
      { label: words.columns.role, cell: ({ role }) => role && text(words.vendorRoles[role]) },
      { label: words.columns.country, cell: ({ country }) => country && text(showCountry(country, context)) },
      { label: words.columns.links, cell: (vendor) => vendorLinks(vendor, words) },
    ],
    context,
  );
}

function vendorLinks({ policy, optOut }: Vendor, words: Words): string | undefined {
  const links = [
    policy && link(policy, words.columns.vendorPolicy),
    optOut && link(optOut, words.columns.optOut),
  ].filter(Boolean);
  return links.length > 0 ? links.join(', ') : undefined;
}

function automatedDecisionsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const items = pick(context.policy.facts.automatedDecisions, block.ids).map(
    ([id, { label, logic, effect }]) => ({
      ...idOf(context.anchor('automatedDecisions', id)),
      title: label,
      entries: entries([
        [words.automated.logic, logic && inline(logic)],
        [words.automated.effect, effect && inline(effect)],
      ]),
    }),
  );
  return { type: 'details', items };
}

const factBlocks = {
  signals: signalsBlock,
  requests: requestsBlock,
  ai: aiBlock,
  sale: saleBlock,
  children: childrenBlock,
};

function signalsBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { dnt, gpc, text: more } = policy.facts.signals ?? {};
  const since = gpc?.since && showDate(gpc.since, context);
  const gpcText =
    gpc &&
    [gpc.honoured ? words.signals.honoured : words.signals.ignored, since && words.signals.since(since)]
      .filter(Boolean)
      .join(', ');
  return factList(
    entries([
      [words.signals.dnt, dnt && text(dnt === 'honoured' ? words.signals.honoured : words.signals.ignored)],
      [words.signals.gpc, text(gpcText)],
      [words.signals.scope, gpc?.scope && inline(gpc.scope)],
      [words.signals.text, more && inline(more)],
    ]),
  );
}

function factList(items: Entry[]): PageBlock {
  return { type: 'details', items: [{ entries: items }] };
}

function requestsBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const { channels, answerWithin, verification } = policy.facts.requests ?? {};
  const ways = channels?.map((id) => contactLine(policy.facts.contacts[id]));
  return factList(
    entries([
      [words.requests.channels, ways?.join('; ')],
      [
        words.requests.answerWithin,
        answerWithin && text(words.requests.within(showPeriod(answerWithin, context))),
      ],
      [words.requests.verification, verification && inline(verification)],
    ]),
  );
}

function contactLine(contact: Contact | undefined): string {
  if (!contact) return '';
  const { label, email, url, phone } = contact;
  const ways = [
    email && link(`mailto:${email}`, email),
    url && link(url, url),
    phone && phoneLink(phone),
  ].filter(Boolean);
  return ways.length > 0 ? ways.join(', ') : escapeHtml(label);
}

function phoneLink(phone: string): string {
  return link(`tel:${phone.replaceAll(/[^+0-9]/g, '')}`, phone);
}

function aiBlock(context: PageContext): PageBlock {
  const { words, inline, policy } = context;
  const ai = policy.facts.ai;
  if (!ai || ai === 'none') return factList([]);
  const { uses, vendors, trigger, training, review } = ai;
  return factList(
    entries([
      [words.ai.uses, htmlList(Object.values(uses).map(inline))],
      [
        words.ai.vendors,
        vendors &&
          text(
            showList(
              vendors.map((id) => providerName(id, context)),
              context,
            ),
          ),
      ],
      [words.ai.trigger, trigger && text(words.ai.triggers[trigger])],
      [
        words.ai.training,
        training === undefined ? undefined : text(training ? words.ai.trains : words.ai.doesNotTrain),
      ],
      [
        words.ai.review,
        review === undefined ? undefined : text(review ? words.ai.reviewed : words.ai.unreviewed),
      ],
    ]),
  );
}

function saleBlock(context: PageContext): PageBlock {
  const { words, block, policy } = context;
  const sale = policy.facts.sale;
  if (!sale || sale === 'none') return { type: 'html', html: '' };
  if (sale.text) return { type: 'html', html: block(sale.text) };
  const sentences = [
    sale.sells === undefined ? undefined : sale.sells ? words.sale.sells : words.sale.doesNotSell,
    sale.shares === undefined ? undefined : sale.shares ? words.sale.shares : words.sale.doesNotShare,
    sale.targetedAds === undefined
      ? undefined
      : sale.targetedAds
        ? words.sale.targets
        : words.sale.doesNotTarget,
  ].filter((sentence) => sentence !== undefined);
  return { type: 'html', html: `<p>${sentences.map(escapeHtml).join(' ')}</p>` };
}

function childrenBlock({ words, block, policy }: PageContext): PageBlock {
  const { age = 0, text: more } = policy.facts.children ?? {};
  return { type: 'html', html: `<p>${escapeHtml(words.children.age(age))}</p>${more ? block(more) : ''}` };
}

function contactBlock(id: string, context: PageContext): PageBlock {
  const { words, policy } = context;
  const contact = policy.facts.contacts[id];
  if (!contact) return { type: 'html', html: '' };
  const { label, name, email, phone, url, address } = contact;
  return {
    type: 'contact',
    title: label,
    ...(name && { name }),
    entries: entries([
      [words.contact.email, email && link(`mailto:${email}`, email)],
      [words.contact.phone, phone && phoneLink(phone)],
      [words.contact.url, url && link(url, url)],
      [words.contact.address, text(address)],
    ]),
  };
}
