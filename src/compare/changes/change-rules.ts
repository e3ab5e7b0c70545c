import type { Direction, Level } from './change.ts';

type Action = 'added' | 'removed' | 'changed' | 'increased' | 'decreased' | 'widened' | 'narrowed' | 'moved';

type Kind = 'policy' | 'disclosure' | 'entry' | 'field' | 'section' | 'block' | 'prose';

type Rule = {
  area: string;
  kind: Kind;
  action: Action;
  /** The usual direction; a change says its own where its values decide. */
  direction: Direction;
  /** The usual level. */
  level: Level;
  /** What the rule finds, for those who write policies. */
  summary: string;
  since: string;
};

type Row = [action: Action, level: Level, direction: Direction, summary: string];

function rule(area: string, kind: Kind, [action, level, direction, summary]: Row): Rule {
  return { area, kind, action, direction, level, summary, since: '0.2.0' };
}

const policy = (...row: Row) => rule('policy', 'policy', row);
const notice = (...row: Row) => rule('notice', 'field', row);
const disclosure = (...row: Row) => rule('disclosures', 'disclosure', row);
const category = (...row: Row) => rule('categories', 'field', row);
const cookie = (...row: Row) => rule('cookies', 'field', row);
const consent = (...row: Row) => rule('consent', 'field', row);
const signal = (...row: Row) => rule('signals', 'field', row);
const audience = (...row: Row) => rule('audiences', 'field', row);
const data = (...row: Row) => rule('data', 'field', row);
const purpose = (...row: Row) => rule('purposes', 'field', row);
const recipient = (...row: Row) => rule('recipients', 'field', row);
const retention = (...row: Row) => rule('retention', 'field', row);
const right = (...row: Row) => rule('rights', 'field', row);
const request = (...row: Row) => rule('requests', 'field', row);
const transfer = (...row: Row) => rule('transfers', 'field', row);
const security = (...row: Row) => rule('security', 'field', row);
const children = (...row: Row) => rule('children', 'field', row);
const ai = (...row: Row) => rule('ai', 'field', row);
const automated = (...row: Row) => rule('automatedDecisions', 'field', row);
const sale = (...row: Row) => rule('sale', 'field', row);
const vendor = (...row: Row) => rule('vendors', 'field', row);
const contact = (...row: Row) => rule('contacts', 'field', row);
const controller = (...row: Row) => rule('controller', 'field', row);
const section = (...row: Row) => rule('sections', 'section', row);
const block = (...row: Row) => rule('blocks', 'block', row);
const definition = (...row: Row) => rule('definitions', 'entry', row);
const prose = (...row: Row) => rule('prose', 'prose', row);
const entry = (area: string, ...row: Row) => rule(area, 'entry', row);

/** Everything the list of changes can say, with the level and direction it usually has. */
export const changeRules = {
  'title-changed': policy('changed', 'review', 'neutral', 'The title is another.'),
  'kicker-changed': policy('changed', 'editorial', 'neutral', 'The line above the title is another.'),
  'kind-changed': policy('changed', 'review', 'neutral', 'The policy is of another kind.'),
  'language-changed': policy('changed', 'review', 'neutral', 'The policy is in another language.'),
  'product-renamed': policy('changed', 'review', 'neutral', 'The product has another name.'),
  'address-changed': policy('changed', 'review', 'neutral', 'The policy stands under another address.'),
  'numbering-changed': policy('changed', 'editorial', 'neutral', 'Sections are numbered in another way.'),
  'effective-date-changed': policy('changed', 'editorial', 'neutral', 'The policy binds from another day.'),
  'reviewed-changed': policy('changed', 'editorial', 'neutral', 'The day of the last check is another.'),

  'notice-period-shortened': notice('decreased', 'material', 'more', 'Changes are announced later.'),
  'notice-period-lengthened': notice('increased', 'review', 'less', 'Changes are announced earlier.'),
  'notice-scope-narrowed': notice('narrowed', 'material', 'more', 'Fewer changes are announced.'),
  'notice-scope-widened': notice('widened', 'review', 'less', 'More changes are announced.'),
  'notice-channel-added': notice('added', 'review', 'less', 'Changes are announced in one more way.'),
  'notice-channel-removed': notice('removed', 'material', 'more', 'Changes are announced in one way less.'),
  'notice-changed': notice('changed', 'review', 'neutral', 'The promise about changes is another.'),

  'disclosure-added': disclosure('added', 'review', 'neutral', 'The policy speaks of something it did not.'),
  'disclosure-removed': disclosure(
    'removed',
    'review',
    'neutral',
    'The policy does not speak of something any more.',
  ),
  'none-stated': disclosure('added', 'review', 'less', 'The policy says that something is not done.'),
  'none-withdrawn': disclosure(
    'removed',
    'material',
    'more',
    'The policy no longer says that something is not done.',
  ),

  'category-added': entry('categories', 'added', 'review', 'neutral', 'A category of cookies is new.'),
  'category-removed': entry('categories', 'removed', 'review', 'neutral', 'A category of cookies is gone.'),
  'consent-requirement-added': category('added', 'material', 'less', 'Cookies of a category wait for more.'),
  'consent-requirement-removed': category(
    'removed',
    'material',
    'more',
    'Cookies of a category wait for less: for a refusal instead of consent, or for nothing.',
  ),
  'consent-changed': category(
    'changed',
    'review',
    'neutral',
    'Consent is stated where it was not, or not any more.',
  ),
  'category-changed': category(
    'changed',
    'review',
    'neutral',
    'A category of cookies is described in another way.',
  ),

  'objection-added': category('added', 'review', 'less', 'People can object to cookies of a category.'),
  'objection-removed': category(
    'removed',
    'material',
    'more',
    'How people object to cookies of a category is not said any more.',
  ),

  'cookie-added': entry('cookies', 'added', 'material', 'more', 'A cookie or similar technology is new.'),
  'cookie-removed': entry('cookies', 'removed', 'review', 'less', 'A cookie or similar technology is gone.'),
  'cookie-duration-increased': cookie('increased', 'material', 'more', 'A cookie is kept longer.'),
  'cookie-duration-decreased': cookie('decreased', 'review', 'less', 'A cookie is kept shorter.'),
  'cookie-duration-changed': cookie(
    'changed',
    'review',
    'neutral',
    'A cookie is kept for a time that cannot be compared with the one before.',
  ),
  'cookie-category-widened': cookie(
    'widened',
    'material',
    'more',
    'A cookie moves from a category that waits for consent to one that runs until refused.',
  ),
  'cookie-category-narrowed': cookie(
    'narrowed',
    'material',
    'less',
    'A cookie moves from a category that runs until refused to one that waits for consent.',
  ),
  'cookie-category-changed': cookie('changed', 'material', 'neutral', 'A cookie moves to another category.'),
  'cookie-first-to-third-party': cookie('widened', 'material', 'more', 'A cookie becomes third-party.'),
  'cookie-third-to-first-party': cookie('narrowed', 'review', 'less', 'A cookie becomes first-party.'),
  'cookie-provider-changed': cookie('changed', 'material', 'neutral', 'A cookie is set by somebody else.'),
  'cookie-purpose-changed': cookie('changed', 'material', 'neutral', 'A cookie is for something else.'),
  'cookie-domain-widened': cookie('widened', 'material', 'more', 'A cookie is sent to more of a domain.'),
  'cookie-domain-narrowed': cookie('narrowed', 'review', 'less', 'A cookie is sent to less of a domain.'),
  'cookie-domain-changed': cookie('changed', 'review', 'neutral', 'A cookie lives on another domain.'),
  'cookie-access-widened': cookie('widened', 'material', 'more', 'Somebody more can read a cookie.'),
  'cookie-access-narrowed': cookie('narrowed', 'review', 'less', 'Somebody can no longer read a cookie.'),
  'cookie-trigger-widened': cookie('widened', 'material', 'more', 'A cookie is set as the page loads.'),
  'cookie-trigger-narrowed': cookie(
    'narrowed',
    'review',
    'less',
    'A cookie is no longer set as the page loads.',
  ),
  'cookie-data-duration-increased': cookie(
    'increased',
    'material',
    'more',
    'What a cookie collects is kept longer.',
  ),
  'cookie-data-duration-decreased': cookie(
    'decreased',
    'review',
    'less',
    'What a cookie collects is kept shorter.',
  ),
  'cookie-protection-weakened': cookie('decreased', 'material', 'more', 'A cookie is less protected.'),
  'cookie-protection-strengthened': cookie('increased', 'review', 'less', 'A cookie is better protected.'),
  'cookie-changed': cookie('changed', 'review', 'neutral', 'Something else about a cookie is stated.'),

  'consent-manager-added': consent('added', 'review', 'less', 'There is a place to change a choice.'),
  'consent-manager-removed': consent(
    'removed',
    'material',
    'more',
    'There is no place to change a choice any more.',
  ),
  'refusal-strengthened': consent('increased', 'review', 'less', 'It is easier to refuse everything.'),
  'refusal-weakened': consent('decreased', 'material', 'more', 'It is harder to refuse everything.'),
  'consent-choice-changed': consent(
    'changed',
    'review',
    'neutral',
    'A choice is made, changed or kept in another way.',
  ),

  'signal-honoured': signal('increased', 'review', 'less', 'A browser signal is honoured.'),
  'signal-ignored': signal('decreased', 'material', 'more', 'A browser signal is no longer honoured.'),
  'third-party-tracking-added': signal('added', 'material', 'more', 'Others follow people across websites.'),
  'third-party-tracking-removed': signal(
    'removed',
    'review',
    'less',
    'Others no longer follow people across websites.',
  ),
  'signal-changed': signal(
    'changed',
    'review',
    'neutral',
    'Something else is stated about a browser signal.',
  ),

  'audience-added': entry('audiences', 'added', 'review', 'neutral', 'A group of people is new.'),
  'audience-removed': entry('audiences', 'removed', 'review', 'neutral', 'A group of people is gone.'),
  'audience-role-changed': audience(
    'changed',
    'material',
    'neutral',
    'The company has another role for people.',
  ),
  'audience-changed': audience(
    'changed',
    'review',
    'neutral',
    'A group of people is described in another way.',
  ),

  'data-category-added': entry('data', 'added', 'material', 'more', 'A kind of data is new.'),
  'data-category-removed': entry('data', 'removed', 'review', 'less', 'A kind of data is gone.'),
  'special-category-added': entry('data', 'added', 'material', 'more', 'Data of a special category is new.'),
  'special-category-removed': entry(
    'data',
    'removed',
    'review',
    'less',
    'Data of a special category is gone.',
  ),
  'data-source-changed': data('changed', 'material', 'neutral', 'Data comes from another source.'),
  'data-examples-widened': data('widened', 'material', 'more', 'More belongs to a kind of data.'),
  'data-examples-narrowed': data('narrowed', 'review', 'less', 'Less belongs to a kind of data.'),
  'data-category-changed': data(
    'changed',
    'review',
    'neutral',
    'A kind of data is described in another way.',
  ),

  'purpose-added': entry('purposes', 'added', 'material', 'more', 'Data is used for something more.'),
  'purpose-removed': entry('purposes', 'removed', 'review', 'less', 'Data is no longer used for something.'),
  'purpose-changed': purpose('changed', 'material', 'neutral', 'A purpose is stated in other words.'),
  'purpose-data-widened': purpose('widened', 'material', 'more', 'More data is used for a purpose.'),
  'purpose-data-narrowed': purpose('narrowed', 'review', 'less', 'Less data is used for a purpose.'),
  'legal-basis-changed': purpose('changed', 'material', 'neutral', 'Data is used on another legal basis.'),
  'purpose-details-changed': purpose(
    'changed',
    'review',
    'neutral',
    'Something else about a purpose is stated.',
  ),

  'recipient-category-added': entry(
    'recipients',
    'added',
    'material',
    'more',
    'Somebody more receives data.',
  ),
  'recipient-category-removed': entry(
    'recipients',
    'removed',
    'review',
    'less',
    'Somebody no longer receives data.',
  ),
  'recipient-vendor-added': recipient('added', 'material', 'more', 'A vendor joins a class of recipients.'),
  'recipient-vendor-removed': recipient(
    'removed',
    'review',
    'less',
    'A vendor leaves a class of recipients.',
  ),
  'recipient-data-widened': recipient('widened', 'material', 'more', 'Recipients receive more data.'),
  'recipient-data-narrowed': recipient('narrowed', 'review', 'less', 'Recipients receive less data.'),
  'recipient-changed': recipient('changed', 'review', 'neutral', 'Recipients are described in another way.'),

  'retention-added': entry('retention', 'added', 'review', 'neutral', 'A period of storage is stated.'),
  'retention-removed': entry(
    'retention',
    'removed',
    'review',
    'neutral',
    'A period of storage is no longer stated.',
  ),
  'retention-increased': retention('increased', 'material', 'more', 'Data is kept longer.'),
  'retention-decreased': retention('decreased', 'review', 'less', 'Data is kept shorter.'),
  'retention-period-changed': retention(
    'changed',
    'review',
    'neutral',
    'Data is kept for a time that cannot be compared with the one before.',
  ),
  'retention-limit-added': retention('added', 'review', 'less', 'A period becomes an upper limit.'),
  'retention-limit-removed': retention('removed', 'material', 'more', 'A period is no upper limit any more.'),
  'retention-criteria-changed': retention(
    'changed',
    'material',
    'neutral',
    'Something else decides how long data is kept.',
  ),
  'retention-changed': retention('changed', 'review', 'neutral', 'Something else about storage is stated.'),

  'right-added': entry('rights', 'added', 'review', 'less', 'A right is new.'),
  'right-removed': entry('rights', 'removed', 'material', 'more', 'A right is gone.'),
  'right-changed': right('changed', 'material', 'neutral', 'A right is stated in other words.'),
  'right-prominence-added': right('added', 'review', 'less', 'A right is set apart from the others.'),
  'right-prominence-removed': right(
    'removed',
    'review',
    'more',
    'A right is no longer set apart from the others.',
  ),
  'right-deadline-lengthened': request('increased', 'material', 'more', 'Requests are answered later.'),
  'right-deadline-shortened': request('decreased', 'review', 'less', 'Requests are answered sooner.'),
  'right-channel-added': request('added', 'review', 'less', 'There is one more way to ask.'),
  'right-channel-removed': request('removed', 'material', 'more', 'There is one way less to ask.'),
  'complaint-channel-added': request('added', 'review', 'less', 'There is a way to complain.'),
  'complaint-channel-removed': request(
    'removed',
    'material',
    'more',
    'There is no way to complain any more.',
  ),
  'complaint-deadline-lengthened': request(
    'increased',
    'material',
    'more',
    'Complaints are acknowledged later.',
  ),
  'complaint-deadline-shortened': request(
    'decreased',
    'review',
    'less',
    'Complaints are acknowledged sooner.',
  ),
  'right-verification-changed': request(
    'changed',
    'review',
    'neutral',
    'People who ask are checked in another way.',
  ),
  'right-request-changed': request(
    'changed',
    'material',
    'neutral',
    'Requests are made or answered in another way.',
  ),

  'transfer-added': entry('transfers', 'added', 'material', 'more', 'Data goes to one more place abroad.'),
  'transfer-removed': entry(
    'transfers',
    'removed',
    'review',
    'less',
    'Data no longer goes to a place abroad.',
  ),
  'transfer-country-changed': transfer('changed', 'material', 'neutral', 'Data goes to another country.'),
  'transfer-safeguard-changed': transfer(
    'changed',
    'material',
    'neutral',
    'Another safeguard allows a transfer.',
  ),
  'transfer-vendor-added': transfer('added', 'material', 'more', 'A vendor abroad receives data.'),
  'transfer-vendor-removed': transfer(
    'removed',
    'review',
    'less',
    'A vendor abroad no longer receives data.',
  ),
  'transfer-changed': transfer('changed', 'review', 'neutral', 'A transfer is described in another way.'),

  'security-measure-added': entry('security', 'added', 'review', 'less', 'A security measure is new.'),
  'security-measure-removed': entry('security', 'removed', 'material', 'more', 'A security measure is gone.'),
  'security-measure-changed': security(
    'changed',
    'review',
    'neutral',
    'A security measure is stated in other words.',
  ),
  'security-limits-changed': security('changed', 'review', 'neutral', 'The limits of security are others.'),

  'minimum-age-lowered': children('decreased', 'material', 'more', 'The service is open to younger people.'),
  'minimum-age-raised': children(
    'increased',
    'material',
    'less',
    'The service is closed to more young people.',
  ),
  'child-publicity-added': children('added', 'material', 'more', 'Children can make data public.'),
  'child-publicity-removed': children(
    'removed',
    'review',
    'less',
    'Children can no longer make data public.',
  ),
  'child-choice-added': children('added', 'review', 'less', 'Parents or children have one more choice.'),
  'child-choice-removed': children(
    'removed',
    'material',
    'more',
    'Parents or children have one choice less.',
  ),
  'children-text-changed': children(
    'changed',
    'review',
    'neutral',
    'What is said about children is stated in other words.',
  ),

  'ai-added': entry('ai', 'added', 'material', 'more', 'AI models are used.'),
  'ai-removed': entry('ai', 'removed', 'review', 'less', 'AI models are no longer used.'),
  'ai-use-added': entry('ai', 'added', 'material', 'more', 'AI models are used for something more.'),
  'ai-use-removed': entry('ai', 'removed', 'review', 'less', 'AI models are no longer used for something.'),
  'ai-use-changed': ai('changed', 'review', 'neutral', 'A use of AI models is stated in other words.'),
  'ai-vendor-added': ai('added', 'material', 'more', 'Models of another company are used.'),
  'ai-vendor-removed': ai('removed', 'review', 'less', 'Models of a company are no longer used.'),
  'ai-automatic-added': ai('added', 'material', 'more', 'Models run by themselves.'),
  'ai-automatic-removed': ai('removed', 'review', 'less', 'Models run only when a person asks.'),
  'ai-training-added': ai('added', 'material', 'more', 'Data trains models.'),
  'ai-training-removed': ai('removed', 'review', 'less', 'Data no longer trains models.'),
  'ai-review-added': ai('added', 'review', 'less', 'A person approves what models produce.'),
  'ai-review-removed': ai('removed', 'material', 'more', 'Nobody approves what models produce any more.'),
  'ai-changed': ai('changed', 'review', 'neutral', 'Something else about AI models is stated.'),

  'automated-decision-added': entry(
    'automatedDecisions',
    'added',
    'material',
    'more',
    'Machines decide something more.',
  ),
  'automated-decision-removed': entry(
    'automatedDecisions',
    'removed',
    'review',
    'less',
    'Machines no longer decide something alone.',
  ),
  'automated-decision-changed': automated(
    'changed',
    'material',
    'neutral',
    'A decision of machines is another.',
  ),

  'sale-or-sharing-added': sale(
    'added',
    'material',
    'more',
    'Data is sold, shared, used for advertising, or used beyond need.',
  ),
  'sale-or-sharing-removed': sale(
    'removed',
    'review',
    'less',
    'Data is no longer sold, shared, used for advertising, or used beyond need.',
  ),
  'sale-opt-out-added': sale('added', 'review', 'less', 'There is one more way to opt out of a sale.'),
  'sale-opt-out-removed': sale('removed', 'material', 'more', 'There is one way less to opt out of a sale.'),
  'sensitive-limit-added': sale(
    'added',
    'review',
    'less',
    'There is one more way to limit the use of sensitive data.',
  ),
  'sensitive-limit-removed': sale(
    'removed',
    'material',
    'more',
    'There is one way less to limit the use of sensitive data.',
  ),
  'sale-changed': sale('changed', 'review', 'neutral', 'Something else is stated about selling and sharing.'),

  'vendor-added': entry('vendors', 'added', 'material', 'more', 'A vendor is new.'),
  'vendor-removed': entry('vendors', 'removed', 'review', 'less', 'A vendor is gone.'),
  'vendor-country-changed': vendor('changed', 'material', 'neutral', 'A vendor is in another country.'),
  'vendor-role-changed': vendor('changed', 'material', 'neutral', 'A vendor has another role.'),
  'vendor-opt-out-added': vendor('added', 'review', 'less', 'There is a place to object to a vendor.'),
  'vendor-opt-out-removed': vendor(
    'removed',
    'material',
    'more',
    'There is no place to object to a vendor any more.',
  ),
  'vendor-changed': vendor('changed', 'review', 'neutral', 'Something else about a vendor is stated.'),

  'contact-added': entry('contacts', 'added', 'review', 'less', 'A contact is new.'),
  'contact-removed': entry('contacts', 'removed', 'material', 'more', 'A contact is gone.'),
  'contact-changed': contact('changed', 'review', 'neutral', 'A contact is reached in another way.'),
  'controller-identity-changed': controller(
    'changed',
    'material',
    'neutral',
    'Another company is responsible.',
  ),
  'controller-contact-changed': controller(
    'changed',
    'review',
    'neutral',
    'The company is reached in another way.',
  ),

  'section-added': section('added', 'review', 'neutral', 'A section is new.'),
  'section-removed': section('removed', 'review', 'neutral', 'A section is gone.'),
  'section-moved': section('moved', 'editorial', 'neutral', 'A section stands somewhere else.'),
  'section-renamed': section('changed', 'review', 'neutral', 'A section has another title.'),

  'anchor-added': section('added', 'editorial', 'neutral', 'Links to one more anchor lead somewhere.'),
  'anchor-removed': section('removed', 'review', 'neutral', 'Links to an anchor lead nowhere.'),

  'block-added': block('added', 'review', 'neutral', 'A section shows something more.'),
  'block-removed': block('removed', 'review', 'neutral', 'A section no longer shows something.'),
  'block-selection-changed': block(
    'changed',
    'review',
    'neutral',
    'A block shows another part of an inventory.',
  ),
  'block-caption-changed': block('changed', 'editorial', 'neutral', 'A table has another caption.'),
  'block-column-added': block('added', 'editorial', 'neutral', 'A table has one more column.'),
  'block-column-removed': block('removed', 'review', 'neutral', 'A table has one column less.'),
  'callout-changed': block('changed', 'review', 'neutral', 'A text is set apart in another way.'),
  'order-changed': block('moved', 'editorial', 'neutral', 'The same things stand in another order.'),

  'definition-added': definition('added', 'review', 'neutral', 'A term is defined.'),
  'definition-removed': definition('removed', 'review', 'neutral', 'A term is no longer defined.'),
  'definition-renamed': definition(
    'changed',
    'review',
    'neutral',
    'A term with the same meaning is another.',
  ),
  'definition-changed': definition('changed', 'material', 'neutral', 'A term means something else.'),

  'prose-obligation-changed': prose(
    'changed',
    'material',
    'neutral',
    'A word such as may, must, not or only came, went or changed.',
  ),
  'prose-number-changed': prose(
    'changed',
    'material',
    'neutral',
    'A number, date, amount or duration changed.',
  ),
  'link-target-changed': prose('changed', 'review', 'neutral', 'A link leads somewhere else.'),
  'prose-added': prose('added', 'review', 'neutral', 'A piece of text is new.'),
  'prose-removed': prose('removed', 'review', 'neutral', 'A piece of text is gone.'),
  'prose-moved': prose('moved', 'review', 'neutral', 'A piece of text stands somewhere else.'),
  'prose-changed': prose('changed', 'review', 'neutral', 'The words of a text changed.'),
  'prose-typo': prose('changed', 'editorial', 'neutral', 'One word is spelled in another way.'),
  'prose-punctuation-only': prose('changed', 'editorial', 'neutral', 'Only punctuation changed.'),
  'format-only': prose('changed', 'editorial', 'neutral', 'Only the look of words changed.'),
  'whitespace-only': prose(
    'changed',
    'editorial',
    'neutral',
    'Only the source changed; readers see the same text.',
  ),
} as const satisfies Record<string, Rule>;

export type ChangeRule = keyof typeof changeRules;
