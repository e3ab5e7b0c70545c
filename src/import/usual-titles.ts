import type { PolicyFile } from '../../schemas/policy.ts';

/** The kind of policy that titles name; nothing where none of them does. */
export function kindOf(titles: readonly string[]): PolicyFile['kind'] | undefined {
  for (const title of titles) {
    const found = usualTitles.find(([pattern]) => pattern.test(title));
    if (found) return found[1];
  }
  return undefined;
}

const privacy =
  /privacy|datenschutz|confidentialité|protection des données|privacidad|protección de datos|datos personales|protezione dei dati|gegevensbescherming|prywatności|osobních údajů|конфиденциальност|プライバシー|隐私|隱私|개인정보/i;

const usualTitles: [RegExp, PolicyFile['kind']][] = [
  // "Privacy and cookie policy" is more than one of cookies.
  [new RegExp(String.raw`(${privacy.source})\b.*\bcookies?\b`, 'i'), 'privacy-policy'],
  [/cookie/i, 'cookie-policy'],
  [/sub-?processor|unterauftrag/i, 'sub-processors'],
  [
    /data (processing|protection) (agreement|addendum)|\bDPA\b|auftragsverarbeitung/i,
    'data-processing-agreement',
  ],
  [/acceptable use|use restrictions/i, 'acceptable-use'],
  [/child|kids/i, 'children-notice'],
  [/refund|cancellation/i, 'refund-policy'],
  [/accessibility/i, 'accessibility-statement'],
  [/security/i, 'security-policy'],
  [privacy, 'privacy-policy'],
  [
    /terms|conditions|agb|(geschäfts|nutzungs)bedingungen|t[eé]rminos|condiciones|termini|condizioni|voorwaarden|利用規約|服务条款|服務條款|이용약관/i,
    'terms',
  ],
];
