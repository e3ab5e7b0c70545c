import { allSections } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { isWord, placedTokens } from '../../text/tokens.ts';
import { openingId } from '../redline/page-text.ts';
import type { FormatChange, Redline, RedlineBlock } from '../redline/redline-model.ts';
import { binds } from './binding.ts';
import type { Comparison, Draft } from './change.ts';
import type { Level } from './change-rules.ts';
import { isChrome } from './chrome.ts';
import { isEqual } from './compare.ts';
import { isDate, isOfDate } from './date-line.ts';
import { guardWordsOf } from './guard-words.ts';
import { type GuardedWord, readWords } from './guarded-words.ts';
import { destinationsOf, firstChangedLink, type LinkChange, linkChanges, linkLevel } from './link-change.ts';
import { withoutEnds } from './list-ends.ts';
import { isPointer } from './pointer.ts';
import { pointerWordsOf } from './pointer-words.ts';
import { addedText, changesForm, linkDraft, lookChanges, movedText, removedText } from './prose-drafts.ts';
import { type ProseText, type Said, shownText, toSaid, writtenText } from './restated.ts';
import { isIdle, isRepeated, isTitle } from './still-there.ts';
import { isChanged, isOfLines, isProse, stretchesOf } from './stretches.ts';
import { saysMore } from './verdict.ts';
import {
  hasOneOf,
  judgeText,
  knownIn,
  levelOf,
  namesList,
  quotedIn,
  type Side,
  type WordContext,
  wordChanges,
} from './word-change.ts';

// What changed in the prose of a policy, as the redline paired it.

/** A section in which prose stands. */
export type SectionPlace = {
  path: string;
  title: string;
  /** The section in the reader's words. */
  name: string;
  /** What it stands under: its title and that of the policy. */
  heading: string;
};

/** The prose of a section, in both versions. */
export type ProsePair = SectionPlace & {
  /** The id of the section in the older version. */
  formerId: string;
  before: ProseText[];
  after: ProseText[];
};

type Context = WordContext & {
  pair: ProsePair;
  /** All blocks of the section in the redline. */
  blocks?: readonly RedlineBlock[];
};

/** Compares the prose of a section: as the redline paired it, or else text by text. */
export function proseChanges(
  pair: ProsePair,
  redline: Redline,
  { comparison, restated }: Omit<Context, 'pair'>,
): Draft[] {
  if (isEqual(markdownOf(pair.before), markdownOf(pair.after))) return [];
  const id = pair.path === 'lead' ? openingId : pair.path.replace(/^sections\./, '');
  const section = redline.sections.find((candidate) => candidate.id === id);
  const all = withoutEnds(section?.blocks ?? [], pair.formerId);
  const context = { pair, comparison, restated, ...(section && { blocks: all }) };
  const blocks = all
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => isChanged(block) && isProse(block));
  const drafts = stretchesOf(blocks).flatMap((stretch) => stretchChanges(stretch, context));
  const hasLost = redline.sections.some((other) =>
    other.blocks.some(({ movedFrom }) => movedFrom === pair.formerId),
  );
  return blocks.length > 0 || hasLost ? drafts : textChanges(context);
}

/** What became of texts that now stand in a section that came, and stood in another one before. */
export function carriedChanges(
  place: SectionPlace,
  redline: Redline,
  context: Omit<Context, 'pair'>,
): Draft[] {
  const pair = { ...place, formerId: '', before: [], after: [] };
  const section = redline.sections.find(({ id }) => `sections.${id}` === place.path);
  return carriedBlocks(section?.blocks.filter(isProse) ?? [], { ...context, pair });
}

// What else they look like, their new place brings along.
function carriedBlocks(blocks: readonly RedlineBlock[], context: Context): Draft[] {
  return blocks
    .map((block) => ({ ...block, formats: block.formats.filter(({ kind }) => kind === 'link') }))
    .filter(
      ({ change, ops, formats }) =>
        change === 'moved' && (formats.length > 0 || ops.some(([sign]) => sign !== '=')),
    )
    .flatMap((block) => {
      const name = formerPlace(block, context.comparison);
      return blockChange(block, context).map((draft) =>
        draft.rule === 'prose-removed' ? { ...draft, parts: { ...draft.parts, name } } : draft,
      );
    });
}

// What did not come along went from where the rest stood.
function formerPlace({ movedFrom }: RedlineBlock, { before, words }: Comparison): string {
  const section = allSections(before.sections).find(({ id }) => id === movedFrom);
  return section ? words.section(escapeMarkdown(section.title)) : words.introduction;
}

/** How much it weighs that a section came or went, by the words that came or went with it; nothing where it has none. */
export function sectionLevel(
  side: Side,
  { ids, texts }: { ids: ReadonlySet<string>; texts: readonly ProseText[] },
  redline: Redline,
  comparison: Comparison,
): Level | undefined {
  const sections = redline.sections.filter(({ id }) => ids.has(id));
  const change = side === 'after' ? 'added' : 'removed';
  const blocks = sections.flatMap((section) => section.blocks).filter(isProse);
  // What became a title, or was one, is still there, and so is what another section now says word for word.
  const own = blocks.filter((block) => {
    const { text } = saidIn(block, side, comparison);
    return block.change === change && !isIdle(text, side, comparison);
  });
  const read =
    sections.length === 0
      ? texts.map((text) => readWords({ text: shownText(text, comparison[side]).text }, knownIn(comparison)))
      : own.map((block) =>
          wordsOfBlock(
            block,
            side,
            readWords({ text: saidIn(block, side, comparison).text }, knownIn(comparison)),
          ),
        );
  if (texts.length === 0 && blocks.length === 0) return undefined;
  const isMenu =
    sections.length > 0 && sections.every(({ title }) => isChrome(title, comparison[side].language));
  const isBeside = (block: RedlineBlock) =>
    isLinkAlone(block, side) || isOffer(saidIn(block, side, comparison).text, side, comparison);
  if (isMenu && own.every(isBeside)) return 'editorial';
  // A title that a page set on several lines.
  if (isTitle(own.map((block) => saidIn(block, side, comparison).text).join(' '), comparison[side]))
    return 'editorial';
  const level = levelOf(read.flat(), side, comparison);
  // Said more or less often, it is said all the same.
  const isSaid = own.every((block) => isRepeated(saidIn(block, side, comparison).text, side, comparison));
  if (level === 'material' && own.length > 0 && isSaid) return 'review';
  return level === 'editorial' && read.length > 0 ? undefined : level;
}

const longestOffer = 15;

// "Chat with our assistant": what a page offers in a few words that end with no full stop, of data and duties nothing.
function isOffer(text: string, side: Side, comparison: Comparison): boolean {
  const words = readWords({ text }, knownIn(comparison));
  const isBrief = words.length <= longestOffer && !/[.;:!]$/.test(text);
  return isBrief && !saysMore(words) && !binds(words, comparison[side].language);
}

function stretchChanges(stretch: readonly RedlineBlock[], context: Context): Draft[] {
  const [first, second] = stretch;
  if (!first) return [];
  if (isOfLines(stretch))
    return wordChanges(linesOf(stretch, 'before', context), linesOf(stretch, 'after', context), context);
  if (second && first.change !== second.change) {
    return blockWords({ before: first, after: second }, context);
  }
  if (first.change === 'added') return cameOrWent(stretch, 'after', context);
  if (first.change === 'removed') return cameOrWent(stretch, 'before', context);
  return second ? movedTogether(stretch, context) : blockChange(first, context);
}

function linesOf(stretch: readonly RedlineBlock[], side: Side, context: Context): Said {
  const lines = stretch.flatMap((block) => (block.origins[side] ? saidOf(block, side, context).text : []));
  return { text: lines.join(' · ') };
}

function movedTogether(stretch: readonly RedlineBlock[], context: Context): Draft[] {
  const texts = stretch.map((block) => ({ text: saidOf(block, 'after', context).text, block }));
  const isInside = stretch[0]?.movedFrom === context.pair.formerId;
  const from = stretch[0] && formerPlace(stretch[0], context.comparison);
  return [movedText(joinTexts(texts), isInside, context.pair, from)];
}

function cameOrWent(stretch: readonly RedlineBlock[], side: Side, context: Context): Draft[] {
  const { comparison, restated } = context;
  const texts = stretch.flatMap((block) => {
    const said = saidOf(block, side, context);
    return restated.isFact(said, side) ? [] : [{ block, said }];
  });
  const [first] = texts;
  if (!first) return [];
  const text = texts.map(({ said }) => said.text).join('\n');
  // A line that Markdown draws between rows, in the midst of them, is no row.
  const rows = texts.filter(({ said }) => !/^:?-{3,}:?$/.test(said.text));
  // A full stop by itself is no text; in a cell a sign may stand for an answer.
  if (/^[\p{P}\s]*$/u.test(text) && (rows.length === 0 || !stretch.some(({ cell }) => cell)))
    return [
      { rule: 'format-only', path: context.pair.path, [side]: text, parts: { name: context.pair.name } },
    ];
  const shown = joinTexts(rows.map(({ said, block }) => ({ text: said.text, block })));
  const isOfList = isListing(context, stretch);
  const words = texts.flatMap(({ block, said }) => {
    const own = readWords(quotedIn(said, side, undefined, context), knownIn(comparison));
    return isOfList && !isLinkAlone(block, side) ? own : wordsOfBlock(block, side, own);
  });
  const isHead = isHeadOfForm(stretch, context);
  const isListed =
    isOfList && !isHead && side === 'after' && stretch.some(({ kind, cell }) => kind === 'item' || cell);
  const isQuiet =
    isIdle(text, side, comparison) || isMenu(texts, side, context) || isOfHistory(texts, side, context);
  const weight = isQuiet ? 'editorial' : levelOf(words, side, comparison);
  const isBound = weight === 'review' && !isHead && isUnderLead(stretch, side, context);
  const areNames = () =>
    !isOfList && texts.every(({ block, said }) => isName(block, side, said.text, context));
  const usually = weight === 'review' && (isHead || areNames()) ? 'editorial' : weight;
  const level = isListed || isBound ? 'material' : usually;
  return [(side === 'after' ? addedText : removedText)(text, shown, level, context.pair)];
}

// The names of the columns come and go with the table: the words of its rows stand in a list, or stood in one.
function isHeadOfForm(stretch: readonly RedlineBlock[], { blocks = [] }: Context): boolean {
  const isHead = stretch.every(({ cell }) => cell?.line.endsWith('.0'));
  const isOfTable = ({ before, after }: FormatChange) => /\bcell\b/.test(`${before} ${after}`);
  return isHead && blocks.some(({ formats }) => formats.some((one) => changesForm(one) && isOfTable(one)));
}

type BlockText = { block: RedlineBlock; said: Said };

// A contents follows its sections, which are told; titles of other pages, as "Related articles" has them below it.
function isMenu(texts: readonly BlockText[], side: Side, { pair, comparison }: Context): boolean {
  const { language } = comparison[side];
  const all = texts.map(({ said }) => said.text);
  if (isAsked(all) || isBanner(all, language)) return true;
  if (texts.every(({ said: { text } }) => isTitle(text, comparison[side]))) return true;
  const around = [pair.title, texts[0]?.said.text ?? '', texts.at(-1)?.said.text ?? ''];
  if (!around.some((text) => isChrome(text, language))) return false;
  const isOfMenu = isChrome(pair.title, language);
  return texts.every(({ block, said: { text } }) => {
    if (isChrome(text, language) || isLinkAlone(block, side)) return true;
    const words = readWords({ text }, knownIn(comparison));
    if (isOfMenu && isHeadline(words)) return true;
    const isEntry = isLabel(block, side, words) || (isOfMenu && isShort(words));
    return isEntry && (/\?$/.test(text) || !saysMore(words));
  });
}

const longestHeadline = 16;

// "What Makes a Boat Sail: There Is Never Wind": most of its words begin with a capital, as in no sentence.
function isHeadline(words: readonly GuardedWord[]): boolean {
  const own = words.filter(({ text }) => isWord(text));
  const capitals = own.filter(({ text }) => /^\p{Lu}/u.test(text));
  return (
    own.length <= longestHeadline &&
    capitals.length * 4 > own.length * 3 &&
    !/[.!]$/.test(words.at(-1)?.text ?? '')
  );
}

const histories =
  /^(?:change ?log|changes|(?:document |revision |version )?history|revisions|änderungen|änderungshistorie|historique|historial)$/i;

// "2026-03-01: mends two typos" below "Changes": what changed is told by itself.
function isOfHistory(texts: readonly BlockText[], side: Side, { pair, comparison }: Context): boolean {
  const { language } = comparison[side];
  const isDated = ({ said }: BlockText) => {
    const [first = ''] = placedTokens(said.text, language).map(({ text }) => text);
    return /^\d/.test(first) && isDate([first], language);
  };
  return histories.test(pair.title) && texts.every(isDated);
}

const longestBanner = 5;

// What asks for cookies ends with the buttons that allow them.
function isBanner(texts: readonly string[], language: string): boolean {
  const last = texts.at(-1) ?? '';
  return (
    texts.length > 1 && texts.length <= longestBanner && /cookies?\b/i.test(last) && isChrome(last, language)
  );
}

const answers = /^(?:yes|no|ja|nein|oui|non|sí|sì|nee|sim|não)$/i;

// "Did you get the help you needed?" with "Yes" and "No" below it.
function isAsked(texts: readonly string[]): boolean {
  const others = texts.filter((text) => !answers.test(text));
  return texts.length - others.length === 2 && others.every((text) => /\?$/.test(text));
}

const longestLabel = 8;
const mostLetters = 150;

// What a link is called, and nothing beside it, says where it leads, as an address does; a few words that are no sentence
// and no item are a heading, or what a page says around a text. A duty in them is one.
function wordsOfBlock(
  block: RedlineBlock,
  side: Side,
  words: readonly GuardedWord[],
): readonly GuardedWord[] {
  if (!isLabel(block, side, words)) return words;
  const decides = (own: GuardedWord['kind']) =>
    own === 'duty' || (!isLinkAlone(block, side) && decidesInLabels.has(own));
  return words.map((word) => (decides(word.kind) ? word : { ...word, kind: 'address' }));
}

const decidesInLabels: ReadonlySet<GuardedWord['kind']> = new Set([
  'number',
  'unit',
  'pace',
  'company',
  'country',
]);

// What somebody does or is, a label does not say.
const verbs =
  /^(?:is|are|was|were|be|been|has|have|had|does|do|did|ist|sind|wird|werden|hat|haben|est|sont|sera|seront|ont|está|están|son|han|è|sono|hanno|zijn|wordt|worden|heeft|hebben|são|estão)$/i;

// What only names something, as the entry of a menu and the title of another page do, or spells out an address: nothing is
// said of it. What may be done, of whom and of data is told by its name, and so is a text that readers are to follow.
function isName(block: RedlineBlock, side: Side, text: string, { comparison }: Context): boolean {
  const { language } = comparison[side];
  const words = readWords({ text }, knownIn(comparison));
  const own = words.filter((word) => isWord(word.text));
  if (own.length > 0 && own.every(({ kind }) => kind === 'address')) return true;
  if (!guardWordsOf(language) || block.cell || !isLabel(block, side, words)) return false;
  const isSaid = !isLinkAlone(block, side) && own.some((word) => verbs.test(word.text));
  const isOfText =
    hasOneOf(text, guardWordsOf(language)?.documents) || hasOneOf(text, pointerWordsOf(language)?.texts);
  const counts = words.some(
    ({ kind }) => decidesInLabels.has(kind) || kind === 'contact' || kind === 'stamp',
  );
  return !isSaid && !isOfText && !counts && !saysMore(words) && !binds(words, language);
}

function isLabel(block: RedlineBlock, side: Side, words: readonly { text: string }[]): boolean {
  return isShort(words) && (block.kind === 'paragraph' || isLinkAlone(block, side));
}

function isShort(words: readonly { text: string }[]): boolean {
  return (
    words.filter(({ text }) => isWord(text)).length <= longestLabel &&
    !/[.:;,]$/.test(words.at(-1)?.text ?? '')
  );
}

function isLinkAlone({ origins }: RedlineBlock, side: Side): boolean {
  const spans = (origins[side]?.spans ?? []).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return spans.length > 0 && spans.every(({ href }) => href !== undefined);
}

type ShownText = { text: string; block: RedlineBlock };

function joinTexts(texts: readonly ShownText[]): string {
  return texts.map((shown, index) => `${between(texts[index - 1], shown)}${shown.text}`).join('');
}

// Cells of one row are read together. What ends by its place on the page alone does not run into what comes next.
function between(last: ShownText | undefined, { block }: ShownText): string {
  if (!last) return '';
  if (last.block.cell && last.block.cell.line === block.cell?.line) return ' · ';
  if (isEnded(last.text)) return '\n';
  return last.block.kind === 'term' || last.block.kind === 'title' ? ': ' : ' · ';
}

// "…; and" leads to the next item.
function isEnded(text: string): boolean {
  return /[.,;:!?…][”’"')\]]*$|;\s+\p{L}+$/u.test(text);
}

// Under "Our processors" a new entry is a new processor, whatever its words are.
function isListing({ pair, comparison }: Context, [first]: readonly RedlineBlock[]): boolean {
  const heading = `${pair.heading} ${first?.cell?.table ?? ''} ${first?.cell?.column ?? ''}`;
  return namesList(heading, comparison.after.language);
}

const longestRow = 60;

// A cell stands in a row that a reader knows by its name; the cell of the name needs no other.
function rowOf(block: RedlineBlock): string | undefined {
  const { row = '', line = '' } = block.parts ? {} : (block.cell ?? {});
  const isHead = line.endsWith('.0') || sideOf(block, '+') === row || sideOf(block, '-') === row;
  return row === '' || row.length > longestRow || isHead ? undefined : escapeMarkdown(row);
}

const announcesList =
  /[:：]\s*$|\b(?:following|folgenden?|suivante?s|siguientes|seguenti|volgende|seguintes) (?=\p{L})/iu;

// "This code applies to:", or "The following apps are covered.", one more, whoever it is; one less of what is not allowed.
// What a list says its sentence begins, or its title: "Ads must".
function isUnderLead([first]: readonly RedlineBlock[], side: Side, context: Context): boolean {
  const { blocks = [], comparison, pair } = context;
  if (first?.kind !== 'item') return false;
  const missing = side === 'after' ? 'removed' : 'added';
  const lead = blocks
    .slice(0, blocks.indexOf(first))
    .findLast(({ kind, change }) => kind !== 'item' && change !== missing);
  const { language } = comparison.after;
  const leads = guardWordsOf(language)?.leads;
  const read = (text: string) => readWords({ text }, knownIn(comparison));
  const isOwed = (words: readonly GuardedWord[]) => words.some(({ kind }) => kind === 'duty');
  const isDate = read(saidIn(first, side, comparison).text).every(
    ({ text }) => !isWord(text) || isOfDate(text, language),
  );
  if (isDate) return false;
  const text = lead ? saidIn(lead, side, comparison).text : pair.title;
  if (!lead || lead.kind === 'heading') return hasOneOf(text, leads) || isOwed(read(text));
  if (lead.kind !== 'paragraph' || !announcesList.test(text)) return false;
  const words = read(text);
  const last = words.slice(words.findLastIndex(({ startsSentence }) => startsSentence));
  if (isPointer(last, language)) return false;
  return hasOneOf(text, leads) || isOwed(words) || binds(words, language);
}

// One block gives as many changes as it has.
function blockChange(block: RedlineBlock, context: Context): Draft[] {
  const { pair, comparison, restated } = context;
  const row = rowOf(block);
  const [before, after] = [saidOf(block, 'before', context), saidOf(block, 'after', context)];
  const isRestated = block.formats.length === 0 && restated.isRestated(before, after);
  const told = isRestated
    ? citedNumbers(before, after, context)
    : blockWords({ before: block, after: block }, context);
  // Between a name and what is said of it a list has a colon, and a table has none.
  const isSame = block.formats.some(changesForm) && told.every(isPunctuation);
  const linked = linkChanges(block, (path) => restated.isTold(path));
  const links = linked.filter(({ isOther }) => !isOther).map((link) => linkDraft(link, pair, comparison));
  const words = withLinks(isSame ? [] : told, linked, comparison);
  const looks = lookChanges(block.formats, words, links.length > 0, pair);
  const isHeading = isOrWasTitle(block);
  const moved =
    block.change === 'moved' && !block.isInOrder && !isHeading
      ? [movedText(after.text, block.movedFrom === pair.formerId, pair, formerPlace(block, comparison))]
      : [];
  // What else it looks like, its new place brings along.
  const isCarried = moved.length > 0 || isHeading;
  const own = isCarried ? looks.filter(({ rule }) => rule === 'prose-depth-changed') : looks;
  const drafts = [...words.map((draft) => ({ ...draft, ...(row && { row }) })), ...links, ...own, ...moved];
  if (drafts.length > 0 || isRestated || before.text !== after.text || block.isInOrder || isHeading)
    return drafts;
  return [
    {
      // Spaces and ends of lines that are marked are seen.
      rule: 'format-only',
      path: pair.path,
      before: sideOf(block, '-'),
      after: sideOf(block, '+'),
      parts: { name: pair.name },
    },
  ];
}

// Other words that lead somewhere else are told as words, and are to be reviewed where such a link is.
function withLinks(words: readonly Draft[], links: readonly LinkChange[], comparison: Comparison): Draft[] {
  const isGrave = links.some((link) => link.isOther && linkLevel(link, comparison) === 'review');
  const areSlight = isGrave && words.every(({ level }) => level === 'editorial');
  return words.map((draft) => (areSlight ? { ...draft, rule: 'prose-changed', level: 'review' } : draft));
}

const titlePath = /^(?:sections\.[^.]+\.)?title$/;

// What became a title, or was one, is told with its section.
function isOrWasTitle({ origins: { before, after } }: RedlineBlock): boolean {
  return [before, after].some((origin) => titlePath.test(origin?.source.path ?? ''));
}

function isPunctuation({ rule, level }: Draft): boolean {
  return rule === 'prose-punctuation-only' && level !== 'review';
}

function blockWords(blocks: Record<Side, RedlineBlock>, context: Context): Draft[] {
  const [before, after] = [saidOf(blocks.before, 'before', context), saidOf(blocks.after, 'after', context)];
  const { language } = context.comparison.after;
  const areAll = (is: (side: Side) => boolean) => is('before') && is('after');
  const areLabels =
    Math.max(before.text.length, after.text.length) <= mostLetters &&
    areAll((side) => {
      const { text } = side === 'before' ? before : after;
      return isLabel(blocks[side], side, placedTokens(text, language));
    });
  const areLinks = areLabels && areAll((side) => isLinkAlone(blocks[side], side));
  const isApart = areLinks && areAll((side) => blocks[side].kind === 'paragraph');
  const areNames =
    areLabels &&
    !isListing(context, [blocks.after]) &&
    !isUnderLead([blocks.after], 'after', context) &&
    areAll((side) => isName(blocks[side], side, (side === 'before' ? before : after).text, context));
  const ofLinks = isChrome(context.pair.title, language) ? 'menu' : isApart || areNames ? 'title' : 'link';
  const ofOthers = areNames ? 'name' : 'heading';
  const label = areLinks ? ofLinks : areLabels ? ofOthers : undefined;
  const { cell, kind } = blocks.after;
  const heading = `${cell?.row ?? ''} ${cell?.column ?? ''} ${cell?.table ?? ''}`;
  const isEntry =
    cell || kind === 'item'
      ? !hasOneOf(heading, guardWordsOf(language)?.stamps)
      : isUnderTitle(blocks.after, context);
  return wordChanges(before, after, {
    ...context,
    label,
    isBound: label === undefined && isUnderLead([blocks.after], 'after', context),
    isCell: cell !== undefined,
    isOfData:
      hasOneOf(cell?.column ?? '', guardWordsOf(language)?.whole.data) ||
      namesList(cell?.column ?? '', language),
    isEntry,
  });
}

// "End of the offer", with a date alone below it: the text has its own in its introduction, at its start or end, or below a
// title that calls it by its kind.
function isUnderTitle(block: RedlineBlock, { pair, blocks, comparison }: Context): boolean {
  const { language, sections } = comparison.after;
  const [texts, stamps] = [pointerWordsOf(language)?.texts, guardWordsOf(language)?.stamps];
  if (!blocks || pair.path === 'lead' || hasOneOf(pair.title, texts) || hasOneOf(pair.title, stamps))
    return false;
  const all = allSections(sections).map(({ id }) => `sections.${id}`);
  const own = blocks.filter(({ kind }) => kind !== 'heading');
  const isFirst = pair.path === all[0] && own[0] === block;
  const isLast = pair.path === all.at(-1) && own.length > 1 && own.at(-1) === block;
  return !isFirst && !isLast;
}

// The sections moved, and a text that cites them by their numbers followed.
function citedNumbers(before: Said, after: Said, { pair, restated }: Context): Draft[] {
  const numbers = restated.renumbered(before, after);
  if (!numbers) return [];
  const parts = { name: pair.name, ...numbers };
  return [{ rule: 'prose-renumbered', path: pair.path, ...numbers, parts }];
}

function sideOf({ ops }: RedlineBlock, sign: '+' | '-'): string {
  return ops
    .filter(([kind]) => kind === '=' || kind === sign)
    .map(([, text]) => text)
    .join('');
}

function saidOf(block: RedlineBlock, side: Side, { comparison }: Context): Said {
  return saidIn(block, side, comparison);
}

function saidIn({ origins }: RedlineBlock, side: Side, comparison: Comparison): Said {
  return toSaid(origins[side]?.spans ?? [], comparison[side].quotes !== undefined);
}

// Without the redline, or where it shows nothing: the source changed and the words did not.
function textChanges(context: Context): Draft[] {
  const { before, after } = context.pair;
  const [olds, nows] = [markdownOf(before), markdownOf(after)];
  let start = 0;
  while (start < Math.min(olds.length, nows.length) && olds[start] === nows[start]) start++;
  let end = 0;
  while (end < Math.min(olds.length, nows.length) - start && olds.at(-1 - end) === nows.at(-1 - end)) end++;
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  if (old.length === now.length)
    return old.flatMap((text, index) => textChange(text, now[index] ?? text, context));
  const { comparison, pair } = context;
  const said = (texts: readonly ProseText[], side: Side) =>
    texts.map((text) => shownText(text, comparison[side]).text).join(' ');
  // Readers see the same: it is written in more pieces, or in fewer.
  if (said(old, 'before') === said(now, 'after'))
    return [
      {
        rule: 'whitespace-only',
        path: pair.path,
        before: markdownOf(old).join('\n\n'),
        after: markdownOf(now).join('\n\n'),
        parts: { name: pair.name },
      },
    ];
  return [
    ...missingIn(now, old).flatMap((text) => wholeText(text, 'before', context)),
    ...missingIn(old, now).flatMap((text) => wholeText(text, 'after', context)),
  ];
}

function markdownOf(texts: readonly ProseText[]): string[] {
  return texts.map(({ markdown }) => markdown);
}

function missingIn(others: readonly ProseText[], texts: readonly ProseText[]): ProseText[] {
  const known = new Set(markdownOf(others));
  return texts.filter(({ markdown }) => !known.has(markdown));
}

// A text that came or went as a whole.
function wholeText(text: ProseText, side: Side, context: Context): Draft[] {
  const { comparison, restated, pair } = context;
  const said = shownText(text, comparison[side]);
  if (restated.isFact(said, side)) return [];
  const shown = proseText(text.markdown);
  // A line between two texts has no words.
  if (said.text === '')
    return [{ rule: 'format-only', path: pair.path, [side]: text.markdown, parts: { name: pair.name } }];
  const words = readWords(quotedIn(said, side, undefined, context), knownIn(comparison));
  const level = isIdle(said.text, side, comparison) ? 'editorial' : levelOf(words, side, comparison);
  return [(side === 'after' ? addedText : removedText)(shown, shown, level, pair)];
}

// Two Markdown texts of which one took the place of the other.
function textChange(one: ProseText, other: ProseText, context: Context): Draft[] {
  const { pair, comparison, restated } = context;
  const [before, after] = [one.markdown, other.markdown];
  if (before === after || restated.isRestated(writtenText(one), writtenText(other))) return [];
  const [old, now] = [shownText(one, comparison.before), shownText(other, comparison.after)];
  if (restated.isRestated(old, now)) return [];
  const words = wordChanges(old, now, context);
  const isLinked = destinationsOf(before) !== destinationsOf(after);
  const link = isLinked ? firstChangedLink(before, after) : undefined;
  const links = link && link.before !== link.after ? [linkDraft(link, pair, comparison)] : [];
  if (words.length + links.length > 0 || old.text !== now.text) return [...words, ...links];
  const { rule } = judgeText(before, after, comparison);
  // Where the redline shows no other look, marks only stand in another order: `**[a](b)**`, `[**a**](b)`.
  const isSeen = rule !== 'format-only' || !context.blocks;
  return [
    { rule: isSeen ? rule : 'whitespace-only', path: pair.path, before, after, parts: { name: pair.name } },
  ];
}

/** The introduction of a policy. */
export function leadChanges(redline: Redline, context: Omit<Context, 'pair'>): Draft[] {
  const { before, after, words } = context.comparison;
  const pair = {
    path: 'lead',
    title: '',
    name: words.introduction,
    heading: after.title,
    formerId: openingId,
    before: leadTexts(before),
    after: leadTexts(after),
  };
  return proseChanges(pair, redline, context);
}

function leadTexts({ lead, quotes }: ResolvedPolicy): ProseText[] {
  return lead === undefined ? [] : [{ markdown: lead, quotes: quotes && (quotes.lead ?? []) }];
}
