/**
 * What programs left in a text that was copied from them: marks of sources in a chat, what it says of itself and to who asked
 * it, and fields and cells whose target is gone.
 */
export const leftByProgram = new RegExp(
  [
    /:contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|【[^【】\n]{0,40}†[^【】\n]{0,40}】|\bcite(?:turn\d+[a-z]+\d+)+|\[cite(?:_start|_end|: ?[\d, ]+)\]|\bas an AI(?: language)?(?: model| assistant)?,? I\b|\bals KI-?(?:Sprachmodell|Modell|Assistent)\b|\ben tant qu['’](?:IA|intelligence artificielle|modèle de langage)\b|\bError! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid)\.?|\bFehler! (?:Verweisquelle konnte nicht gefunden werden|Textmarke nicht definiert)\.?/,
    /(?<=^|\n)(?:sure|certainly|of course|absolutely|sicher|gerne?|natürlich|selbstverständlich|bien sûr|certainement|¡?claro|¡?por supuesto|certo|certamente|zeker|natuurlijk) ?[!,.] (?:here|below|I['’](?:ve|ll)|I have|I will|hier|nachfolgend|voici|aquí|ecco|di seguito|aqui|abaixo)(?=[\s,'’])[^.!?:\n]*[.!?:]?/,
    /\bI hope (?:this|that) helps\b[.!]?|\blet me know if (?:you['’]d like|you would like|you want|you need) (?:me to|any(?:thing else| changes| adjust| further| other| modif))[^.!?\n]*[.!?]?/,
    /\bfeel free to (?:adjust|modify|customi[sz]e|adapt|edit|tailor) (?:this|it|the (?:text|policy|template|wording|draft))\b[^.!?\n]*[.!?]?/,
    /\bhere(?:['’]s| is| are) [^.\n]{0,80}\byou (?:requested|asked for)\b[.:]?/,
    /\[object Object\]|(?<![\w-])(?:NaN|undefined|null) (?:seconds|minutes|hours|days|weeks|months|years)\b|#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);
