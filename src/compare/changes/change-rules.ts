type Action = 'added' | 'removed' | 'changed' | 'increased' | 'decreased' | 'widened' | 'narrowed' | 'moved';

/** `review` where the data cannot decide. */
export type Level = (typeof levels)[number];

/** All of them, the gravest first. */
export const levels = ['material', 'review', 'editorial'] as const;

/** From the reader's view: `more` is more processing or fewer rights, `less` is less processing or more rights. */
export type Direction = 'more' | 'less' | 'neutral';

type Rule = {
  action: Action;
  /** The usual level. */
  level: Level;
  /** The usual direction; a change says its own where its values decide. */
  direction: Direction;
  /** What the rule finds, for those who write policies. */
  summary: string;
};

function rule(action: Action, level: Level, direction: Direction, summary: string): Rule {
  return { action, level, direction, summary };
}

/** Everything the list of changes can say, with the level and direction it usually has. */
export const changeRules = {
  'title-changed': rule('changed', 'review', 'neutral', 'The title is another.'),
  'kicker-changed': rule('changed', 'editorial', 'neutral', 'The line above the title is another.'),
  'kind-changed': rule('changed', 'review', 'neutral', 'The policy is of another kind.'),
  'language-changed': rule('changed', 'review', 'neutral', 'The policy is in another language.'),
  'product-renamed': rule('changed', 'review', 'neutral', 'The product has another name.'),
  'address-changed': rule('changed', 'review', 'neutral', 'The policy stands under another address.'),
  'numbering-changed': rule('changed', 'editorial', 'neutral', 'Sections are numbered in another way.'),
  'effective-date-changed': rule('changed', 'editorial', 'neutral', 'The policy binds from another day.'),
  'reviewed-changed': rule('changed', 'editorial', 'neutral', 'The day of the last check is another.'),

  'notice-period-shortened': rule('decreased', 'material', 'more', 'Changes are announced later.'),
  'notice-period-lengthened': rule('increased', 'review', 'less', 'Changes are announced earlier.'),
  'notice-period-added': rule(
    'added',
    'review',
    'less',
    'How long before they bind changes are announced is stated.',
  ),
  'notice-period-removed': rule(
    'removed',
    'material',
    'more',
    'How long before they bind changes are announced is no longer stated.',
  ),
  'notice-scope-narrowed': rule('narrowed', 'material', 'more', 'Fewer changes are announced.'),
  'notice-scope-widened': rule('widened', 'review', 'less', 'More changes are announced.'),
  'notice-people-narrowed': rule('narrowed', 'material', 'more', 'Changes are announced to fewer people.'),
  'notice-people-widened': rule('widened', 'review', 'less', 'Changes are announced to more people.'),
  'notice-channel-added': rule('added', 'review', 'less', 'Changes are announced in one more way.'),
  'notice-channel-removed': rule('removed', 'material', 'more', 'Changes are announced in one way less.'),
  'notice-changed': rule('changed', 'review', 'neutral', 'The promise about changes is another.'),

  'disclosure-added': rule('added', 'review', 'neutral', 'The policy speaks of something it did not.'),
  'disclosure-removed': rule(
    'removed',
    'review',
    'neutral',
    'The policy does not speak of something any more.',
  ),
  'promise-added': rule('added', 'review', 'less', 'The policy makes promises it did not make.'),
  'promise-removed': rule('removed', 'material', 'more', 'The policy no longer makes promises that it made.'),
  'none-stated': rule('added', 'review', 'less', 'The policy says that something is not done.'),
  'none-withdrawn': rule(
    'removed',
    'material',
    'more',
    'The policy no longer says that something is not done.',
  ),

  'entry-divided': rule(
    'changed',
    'review',
    'neutral',
    'What was one entry is several that hold the same together, or the other way round.',
  ),

  'category-added': rule('added', 'review', 'neutral', 'A category of cookies is new.'),
  'category-removed': rule('removed', 'review', 'neutral', 'A category of cookies is gone.'),
  'consent-requirement-added': rule('added', 'material', 'less', 'Cookies of a category wait for more.'),
  'consent-requirement-removed': rule(
    'removed',
    'material',
    'more',
    'Cookies of a category wait for less: for a refusal instead of consent, or for nothing.',
  ),
  'consent-changed': rule(
    'changed',
    'review',
    'neutral',
    'Consent is stated where it was not, or not any more.',
  ),
  'category-changed': rule(
    'changed',
    'review',
    'neutral',
    'A category of cookies is described in another way.',
  ),

  'objection-added': rule('added', 'review', 'less', 'People can object to cookies of a category.'),
  'objection-removed': rule(
    'removed',
    'material',
    'more',
    'How people object to cookies of a category is not said any more.',
  ),

  'cookie-added': rule('added', 'material', 'more', 'A cookie or similar technology is new.'),
  'cookie-removed': rule(
    'removed',
    'review',
    'neutral',
    'A cookie or similar technology is no longer listed.',
  ),
  'cookie-duration-increased': rule('increased', 'material', 'more', 'A cookie is kept longer.'),
  'cookie-duration-decreased': rule('decreased', 'review', 'less', 'A cookie is kept shorter.'),
  'cookie-duration-changed': rule(
    'changed',
    'review',
    'neutral',
    'A cookie is kept for a time that cannot be compared with the one before.',
  ),
  'cookie-duration-added': rule('added', 'review', 'less', 'How long a cookie is kept is stated.'),
  'cookie-duration-removed': rule(
    'removed',
    'material',
    'more',
    'How long a cookie is kept is no longer stated.',
  ),
  'cookie-category-widened': rule(
    'widened',
    'material',
    'more',
    'A cookie moves from a category that waits for consent to one that runs until refused.',
  ),
  'cookie-category-narrowed': rule(
    'narrowed',
    'material',
    'less',
    'A cookie moves from a category that runs until refused to one that waits for consent.',
  ),
  'cookie-category-changed': rule('changed', 'material', 'neutral', 'A cookie moves to another category.'),
  'cookie-first-to-third-party': rule('widened', 'material', 'more', 'A cookie becomes third-party.'),
  'cookie-third-to-first-party': rule('narrowed', 'review', 'less', 'A cookie becomes first-party.'),
  'cookie-provider-changed': rule('changed', 'material', 'neutral', 'A cookie is set by somebody else.'),
  'cookie-purpose-changed': rule('changed', 'material', 'neutral', 'A cookie is for something else.'),
  'cookie-domain-widened': rule('widened', 'material', 'more', 'A cookie is sent to more of a domain.'),
  'cookie-domain-narrowed': rule('narrowed', 'review', 'less', 'A cookie is sent to less of a domain.'),
  'cookie-domain-changed': rule('changed', 'review', 'neutral', 'A cookie lives on another domain.'),
  'cookie-access-widened': rule('widened', 'material', 'more', 'Somebody more can read a cookie.'),
  'cookie-access-narrowed': rule(
    'narrowed',
    'review',
    'neutral',
    'Somebody is no longer named as able to read a cookie.',
  ),
  'cookie-trigger-widened': rule('widened', 'material', 'more', 'A cookie is set as the page loads.'),
  'cookie-trigger-narrowed': rule(
    'narrowed',
    'review',
    'less',
    'A cookie is no longer set as the page loads.',
  ),
  'cookie-data-duration-increased': rule(
    'increased',
    'material',
    'more',
    'What a cookie collects is kept longer.',
  ),
  'cookie-data-duration-decreased': rule(
    'decreased',
    'review',
    'less',
    'What a cookie collects is kept shorter.',
  ),
  'cookie-data-duration-added': rule(
    'added',
    'review',
    'less',
    'How long what a cookie collects is kept is stated.',
  ),
  'cookie-data-duration-removed': rule(
    'removed',
    'material',
    'more',
    'How long what a cookie collects is kept is no longer stated.',
  ),
  'cookie-protection-weakened': rule('decreased', 'material', 'more', 'A cookie is less protected.'),
  'cookie-protection-strengthened': rule('increased', 'review', 'less', 'A cookie is better protected.'),
  'cookie-changed': rule('changed', 'review', 'neutral', 'Something else about a cookie is stated.'),

  'consent-manager-added': rule('added', 'review', 'less', 'There is a place to change a choice.'),
  'consent-manager-removed': rule(
    'removed',
    'material',
    'more',
    'There is no place to change a choice any more.',
  ),
  'refusal-strengthened': rule('increased', 'review', 'less', 'It is easier to refuse everything.'),
  'refusal-weakened': rule('decreased', 'material', 'more', 'It is harder to refuse everything.'),
  'consent-choice-changed': rule(
    'changed',
    'review',
    'neutral',
    'A choice is made, changed or kept in another way.',
  ),

  'signal-honoured': rule('increased', 'review', 'less', 'A browser signal is honoured.'),
  'signal-ignored': rule('decreased', 'material', 'more', 'A browser signal is no longer honoured.'),
  'third-party-tracking-added': rule('added', 'material', 'more', 'Others follow people across websites.'),
  'third-party-tracking-removed': rule(
    'removed',
    'review',
    'less',
    'Others no longer follow people across websites.',
  ),
  'signal-changed': rule('changed', 'review', 'neutral', 'Something else is stated about a browser signal.'),

  'audience-added': rule('added', 'review', 'neutral', 'A group of people is new.'),
  'audience-removed': rule('removed', 'review', 'neutral', 'A group of people is gone.'),
  'audience-role-changed': rule('changed', 'material', 'neutral', 'The company has another role for people.'),
  'audience-changed': rule('changed', 'review', 'neutral', 'A group of people is described in another way.'),

  'data-category-added': rule('added', 'material', 'more', 'A kind of data is new.'),
  'data-category-removed': rule('removed', 'review', 'neutral', 'A kind of data is no longer listed.'),
  'special-category-added': rule('added', 'material', 'more', 'Data of a special category is new.'),
  'special-category-removed': rule(
    'removed',
    'review',
    'neutral',
    'Data of a special category is no longer listed.',
  ),
  'data-source-changed': rule('changed', 'material', 'neutral', 'Data comes from another source.'),
  'data-examples-widened': rule('widened', 'material', 'more', 'More belongs to a kind of data.'),
  'data-examples-narrowed': rule(
    'narrowed',
    'review',
    'neutral',
    'Less is named as belonging to a kind of data.',
  ),
  'data-category-changed': rule(
    'changed',
    'review',
    'neutral',
    'A kind of data is described in another way.',
  ),

  'purpose-added': rule('added', 'material', 'more', 'Data is used for something more.'),
  'purpose-removed': rule('removed', 'review', 'neutral', 'A purpose is no longer named.'),
  'purpose-changed': rule('changed', 'material', 'neutral', 'A purpose is stated in other words.'),
  'purpose-data-widened': rule('widened', 'material', 'more', 'More data is used for a purpose.'),
  'purpose-data-narrowed': rule('narrowed', 'review', 'neutral', 'Less data is named for a purpose.'),
  'legal-basis-changed': rule('changed', 'material', 'neutral', 'Data is used on another legal basis.'),
  'purpose-details-changed': rule(
    'changed',
    'review',
    'neutral',
    'Something else about a purpose is stated.',
  ),

  'recipient-category-added': rule('added', 'material', 'more', 'Somebody more receives data.'),
  'recipient-category-removed': rule(
    'removed',
    'review',
    'neutral',
    'Somebody is no longer listed as receiving data.',
  ),
  'recipient-vendor-added': rule('added', 'material', 'more', 'A vendor joins a class of recipients.'),
  'recipient-vendor-removed': rule('removed', 'review', 'neutral', 'A vendor leaves a class of recipients.'),
  'recipient-data-widened': rule('widened', 'material', 'more', 'Recipients receive more data.'),
  'recipient-data-narrowed': rule(
    'narrowed',
    'review',
    'neutral',
    'Less data is named as going to recipients.',
  ),
  'recipient-changed': rule('changed', 'review', 'neutral', 'Recipients are described in another way.'),

  // It may be a limit of what was kept before, or something more that is kept.
  'retention-added': rule('added', 'review', 'neutral', 'How long something is kept is stated.'),
  'retention-removed': rule('removed', 'material', 'more', 'How long something is kept is no longer stated.'),
  'retention-period-added': rule('added', 'review', 'less', 'A period of storage is stated.'),
  'retention-period-removed': rule('removed', 'material', 'more', 'A period of storage is no longer stated.'),
  'retention-increased': rule('increased', 'material', 'more', 'Data is kept longer.'),
  'retention-decreased': rule('decreased', 'review', 'less', 'Data is kept shorter.'),
  'retention-period-changed': rule(
    'changed',
    'review',
    'neutral',
    'Data is kept for a time that cannot be compared with the one before.',
  ),
  'retention-limit-added': rule('added', 'review', 'less', 'A period becomes an upper limit.'),
  'retention-limit-removed': rule('removed', 'material', 'more', 'A period is no upper limit any more.'),
  'retention-criteria-changed': rule(
    'changed',
    'material',
    'neutral',
    'Something else decides how long data is kept.',
  ),
  'retention-changed': rule('changed', 'review', 'neutral', 'Something else about storage is stated.'),

  'right-added': rule('added', 'review', 'less', 'A right is new.'),
  'right-removed': rule('removed', 'material', 'more', 'A right is gone.'),
  'right-changed': rule('changed', 'material', 'neutral', 'A right is stated in other words.'),
  'right-prominence-added': rule('added', 'review', 'less', 'A right is set apart from the others.'),
  'right-prominence-removed': rule(
    'removed',
    'review',
    'more',
    'A right is no longer set apart from the others.',
  ),
  'right-deadline-lengthened': rule('increased', 'material', 'more', 'Requests are answered later.'),
  'right-deadline-shortened': rule('decreased', 'review', 'less', 'Requests are answered sooner.'),
  'right-deadline-added': rule('added', 'review', 'less', 'When requests are answered is stated.'),
  'right-deadline-removed': rule(
    'removed',
    'material',
    'more',
    'When requests are answered is no longer stated.',
  ),
  'right-channel-added': rule('added', 'review', 'less', 'There is one more way to ask.'),
  'right-channel-removed': rule('removed', 'material', 'more', 'There is one way less to ask.'),
  'complaint-channel-added': rule('added', 'review', 'less', 'There is a way to complain.'),
  'complaint-channel-removed': rule('removed', 'material', 'more', 'There is no way to complain any more.'),
  'complaint-deadline-lengthened': rule(
    'increased',
    'material',
    'more',
    'Complaints are acknowledged later.',
  ),
  'complaint-deadline-shortened': rule('decreased', 'review', 'less', 'Complaints are acknowledged sooner.'),
  'complaint-deadline-added': rule('added', 'review', 'less', 'When complaints are acknowledged is stated.'),
  'complaint-deadline-removed': rule(
    'removed',
    'material',
    'more',
    'When complaints are acknowledged is no longer stated.',
  ),
  'right-verification-changed': rule(
    'changed',
    'review',
    'neutral',
    'People who ask are checked in another way.',
  ),
  'right-request-changed': rule(
    'changed',
    'material',
    'neutral',
    'Requests are made or answered in another way.',
  ),

  'transfer-added': rule('added', 'material', 'more', 'Data goes to one more place abroad.'),
  'transfer-removed': rule('removed', 'review', 'neutral', 'A transfer abroad is no longer named.'),
  'transfer-country-changed': rule('changed', 'material', 'neutral', 'Data goes to another country.'),
  'transfer-safeguard-changed': rule(
    'changed',
    'material',
    'neutral',
    'Another safeguard allows a transfer.',
  ),
  'transfer-vendor-added': rule('added', 'material', 'more', 'A vendor abroad receives data.'),
  'transfer-vendor-removed': rule('removed', 'review', 'neutral', 'A vendor abroad is no longer named.'),
  'transfer-changed': rule('changed', 'review', 'neutral', 'A transfer is described in another way.'),

  'security-measure-added': rule('added', 'review', 'less', 'A security measure is new.'),
  'security-measure-removed': rule('removed', 'material', 'more', 'A security measure is gone.'),
  'security-measure-changed': rule(
    'changed',
    'review',
    'neutral',
    'A security measure is stated in other words.',
  ),
  'security-limits-changed': rule('changed', 'review', 'neutral', 'The limits of security are others.'),

  'minimum-age-lowered': rule('decreased', 'material', 'more', 'The service is open to younger people.'),
  'minimum-age-raised': rule('increased', 'material', 'less', 'The service is closed to more young people.'),
  'child-publicity-added': rule('added', 'material', 'more', 'Children can make data public.'),
  'child-publicity-removed': rule('removed', 'review', 'less', 'Children can no longer make data public.'),
  'child-choice-added': rule('added', 'review', 'less', 'Parents or children have one more choice.'),
  'child-choice-removed': rule('removed', 'material', 'more', 'Parents or children have one choice less.'),
  'children-text-changed': rule(
    'changed',
    'review',
    'neutral',
    'What is said about children is stated in other words.',
  ),

  'ai-added': rule('added', 'material', 'more', 'AI models are used.'),
  'ai-removed': rule('removed', 'review', 'less', 'AI models are no longer used.'),
  'ai-use-added': rule('added', 'material', 'more', 'AI models are used for something more.'),
  'ai-use-removed': rule('removed', 'review', 'neutral', 'A use of AI models is no longer named.'),
  'ai-use-changed': rule('changed', 'review', 'neutral', 'A use of AI models is stated in other words.'),
  'ai-vendor-added': rule('added', 'material', 'more', 'Models of another company are used.'),
  'ai-vendor-removed': rule('removed', 'review', 'neutral', 'Models of a company are no longer named.'),
  'ai-automatic-added': rule('added', 'material', 'more', 'Models run by themselves.'),
  'ai-automatic-removed': rule('removed', 'review', 'less', 'Models run only when a person asks.'),
  'ai-training-added': rule('added', 'material', 'more', 'Data trains models.'),
  'ai-training-removed': rule('removed', 'review', 'less', 'Data no longer trains models.'),
  'ai-review-added': rule('added', 'review', 'less', 'A person approves what models produce.'),
  'ai-review-removed': rule('removed', 'material', 'more', 'Nobody approves what models produce any more.'),
  'ai-changed': rule('changed', 'review', 'neutral', 'Something else about AI models is stated.'),

  'automated-decision-added': rule('added', 'material', 'more', 'Machines decide something more.'),
  'automated-decision-removed': rule(
    'removed',
    'review',
    'less',
    'Machines no longer decide something alone.',
  ),
  'automated-decision-changed': rule('changed', 'material', 'neutral', 'A decision of machines is another.'),

  'sale-or-sharing-added': rule(
    'added',
    'material',
    'more',
    'Data is sold, shared, used for targeted advertising, or used beyond need.',
  ),
  'sale-or-sharing-removed': rule(
    'removed',
    'review',
    'less',
    'Data is no longer sold, shared, used for targeted advertising, or used beyond need.',
  ),
  'sale-opt-out-added': rule('added', 'review', 'less', 'There is one more way to opt out of a sale.'),
  'sale-opt-out-removed': rule('removed', 'material', 'more', 'There is one way less to opt out of a sale.'),
  'sensitive-limit-added': rule(
    'added',
    'review',
    'less',
    'There is one more way to limit the use of sensitive data.',
  ),
  'sensitive-limit-removed': rule(
    'removed',
    'material',
    'more',
    'There is one way less to limit the use of sensitive data.',
  ),
  'sale-changed': rule('changed', 'review', 'neutral', 'Something else is stated about selling and sharing.'),

  'vendor-added': rule('added', 'material', 'more', 'A vendor is new.'),
  'vendor-removed': rule('removed', 'review', 'neutral', 'A vendor is no longer named.'),
  'vendor-country-changed': rule('changed', 'material', 'neutral', 'A vendor is in another country.'),
  'vendor-role-changed': rule('changed', 'material', 'neutral', 'A vendor has another role.'),
  'vendor-opt-out-added': rule('added', 'review', 'less', 'There is a place to object to a vendor.'),
  'vendor-opt-out-removed': rule(
    'removed',
    'material',
    'more',
    'There is no place to object to a vendor any more.',
  ),
  'vendor-changed': rule('changed', 'review', 'neutral', 'Something else about a vendor is stated.'),

  'contact-added': rule('added', 'review', 'less', 'A contact is new.'),
  'contact-removed': rule('removed', 'material', 'more', 'A contact is gone.'),
  'contact-changed': rule('changed', 'review', 'neutral', 'A contact is reached in another way.'),
  'controller-identity-changed': rule('changed', 'material', 'neutral', 'Another company is responsible.'),
  'controller-contact-changed': rule(
    'changed',
    'review',
    'neutral',
    'The company is reached in another way.',
  ),

  'section-added': rule('added', 'review', 'neutral', 'A section is new.'),
  'section-removed': rule('removed', 'review', 'neutral', 'A section is gone.'),
  'section-moved': rule('moved', 'editorial', 'neutral', 'A section stands somewhere else.'),
  'section-renamed': rule('changed', 'review', 'neutral', 'A section has another title.'),

  'anchor-added': rule('added', 'editorial', 'neutral', 'Links to one more anchor lead somewhere.'),
  'anchor-removed': rule('removed', 'editorial', 'neutral', 'Links to an anchor lead nowhere.'),

  'block-added': rule('added', 'review', 'neutral', 'A section shows something more.'),
  'block-removed': rule('removed', 'review', 'neutral', 'A section no longer shows something.'),
  'block-moved': rule('moved', 'editorial', 'neutral', 'Another section shows something.'),
  'block-selection-changed': rule(
    'changed',
    'review',
    'neutral',
    'A block shows another part of an inventory.',
  ),
  'block-caption-changed': rule('changed', 'editorial', 'neutral', 'A table has another caption.'),
  'block-column-added': rule('added', 'editorial', 'neutral', 'A table has one more column.'),
  'block-column-removed': rule('removed', 'review', 'neutral', 'A table has one column less.'),
  'callout-changed': rule('changed', 'review', 'neutral', 'A text is set apart in another way.'),
  'order-changed': rule('moved', 'editorial', 'neutral', 'The same things stand in another order.'),

  'definition-added': rule('added', 'review', 'neutral', 'A term is defined.'),
  'definition-removed': rule('removed', 'review', 'neutral', 'A term is no longer defined.'),
  'definition-renamed': rule('changed', 'review', 'neutral', 'A term with the same meaning is another.'),
  'definition-changed': rule('changed', 'material', 'neutral', 'A term means something else.'),

  'prose-obligation-changed': rule(
    'changed',
    'material',
    'neutral',
    'A word such as may, must, not or only came, went or changed.',
  ),
  'prose-number-changed': rule(
    'changed',
    'material',
    'neutral',
    'A number, date, amount or duration changed.',
  ),
  'link-target-changed': rule('changed', 'review', 'neutral', 'A link leads somewhere else.'),
  'prose-added': rule('added', 'review', 'neutral', 'A piece of text is new.'),
  'prose-removed': rule('removed', 'review', 'neutral', 'A piece of text is gone.'),
  'prose-moved': rule('moved', 'review', 'neutral', 'A piece of text stands somewhere else.'),
  'prose-changed': rule('changed', 'review', 'neutral', 'The words of a text changed.'),
  'prose-renamed': rule(
    'changed',
    'review',
    'neutral',
    'The same words stand in the place of others in several texts, or a name in the place of another throughout.',
  ),
  'prose-date-changed': rule(
    'changed',
    'editorial',
    'neutral',
    'A line that dates the text has another date.',
  ),
  'prose-typo': rule('changed', 'editorial', 'neutral', 'One word is spelled in another way.'),
  'prose-wording-changed': rule(
    'changed',
    'editorial',
    'neutral',
    'Only small words changed, or the form of words: an ending, a contraction, a number in figures.',
  ),
  'prose-capitals-changed': rule('changed', 'editorial', 'neutral', 'Only capital letters changed.'),
  'prose-breaks-changed': rule(
    'changed',
    'editorial',
    'neutral',
    'A text is divided into paragraphs or items in another way.',
  ),
  'prose-form-changed': rule(
    'changed',
    'editorial',
    'neutral',
    'The same words stand in a list, in a table or as paragraphs, and stood in another of these.',
  ),
  'prose-depth-changed': rule('changed', 'review', 'neutral', 'An item stands on another level of its list.'),
  'prose-renumbered': rule(
    'changed',
    'editorial',
    'neutral',
    'An item has another number, or a section that is cited.',
  ),
  'prose-punctuation-only': rule('changed', 'editorial', 'neutral', 'Only punctuation changed.'),
  'format-only': rule('changed', 'editorial', 'neutral', 'Only the look of words changed.'),
  'whitespace-only': rule(
    'changed',
    'editorial',
    'neutral',
    'Only the source changed; readers see the same text.',
  ),
} as const satisfies Record<string, Rule>;

export type ChangeRule = keyof typeof changeRules;

/** What is news for those who edit a policy, and none for those who read it: dates that name the version, anchors, source. */
export const forEditors: ReadonlySet<ChangeRule> = new Set([
  'effective-date-changed',
  'anchor-added',
  'anchor-removed',
  'whitespace-only',
]);
