import { saleClaims } from '../../disclosures/sale/page.ts';
import { fact, words as say } from '../cell.ts';
import { type GlanceContext, inWords, type Line, lines, linkTo, row } from './line.ts';

const deniable = ['cookies', 'data', 'recipients', 'transfers', 'ai', 'automatedDecisions', 'sale'] as const;

/** What is not done, where the authors wrote `none` or `false`, in the sentences the page says it in. */
export function denialLine({ policy, words, places }: GlanceContext): Line {
  const { facts } = policy;
  const href = (of: string) => places.section(of)?.href;
  const denied = deniable.filter((name) => facts[name] === 'none');
  const untrained = typeof facts.ai === 'object' && facts.ai.training === false;
  const said = denied.map((name) => say(words.none[name], href(name)));
  return [
    words.glances.not,
    lines([...said, untrained ? fact('ai.training', `${words.ai.doesNotTrain}.`, href('ai')) : undefined]),
  ];
}

/** Whether data is sold or shared: in the authors' words where they have put it in words, for ours might claim more. */
export function saleLine(context: GlanceContext): Line {
  const { policy, words, places } = context;
  const { sale } = policy.facts;
  if (typeof sale !== 'object') return [words.glances.sale, undefined];
  const place = places.section('sale');
  if (sale.text === undefined)
    return [
      words.glances.sale,
      lines(saleClaims(sale, words).map(({ path, text }) => fact(path, text, place?.href))),
    ];
  const own = inWords('sale.text', sale.text, context);
  return [words.glances.sale, own && row([own, linkTo(place)])];
}
