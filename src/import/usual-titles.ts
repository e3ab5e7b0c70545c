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

/** What a policy of a kind is called where its text has no title, in its language; in English where that is not known. */
export function titleOf(kind: PolicyFile['kind'], language = 'en'): string {
  const english = kind.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return titlesIn[language.split('-')[0] ?? '']?.[kind] ?? english;
}

const titlesIn: Record<string, Partial<Record<PolicyFile['kind'], string>>> = {
  de: titles('Datenschutzerklärung', 'Cookie-Richtlinie', 'Nutzungsbedingungen', 'Hinweise'),
  fr: titles(
    'Politique de confidentialité',
    'Politique de cookies',
    'Conditions d’utilisation',
    'Informations',
  ),
  es: titles('Política de privacidad', 'Política de cookies', 'Condiciones de uso', 'Información'),
  it: titles('Informativa sulla privacy', 'Informativa sui cookie', 'Condizioni d’uso', 'Informazioni'),
  nl: titles('Privacyverklaring', 'Cookieverklaring', 'Gebruiksvoorwaarden', 'Informatie'),
  pt: titles('Política de privacidade', 'Política de cookies', 'Termos de uso', 'Informações'),
  pl: titles('Polityka prywatności', 'Polityka cookies', 'Regulamin', 'Informacje'),
};

function titles(privacy: string, cookies: string, terms: string, notice: string) {
  return { 'privacy-policy': privacy, 'cookie-policy': cookies, terms, notice };
}
