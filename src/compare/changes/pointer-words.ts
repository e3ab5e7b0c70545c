import { baseLanguage } from '../../words/base-language.ts';
import { set } from './guard-words.ts';

/** The words of sentences that only lead on: to another text, or to what became of this one. */
export type PointerWords = {
  /** What one begins with that first says what it is about, up to a comma. */
  openings: ReadonlySet<string>;
  /** What stands in such a beginning. */
  topics: ReadonlySet<string>;
  /** What may stand before the verb. */
  fillers: ReadonlySet<string>;
  /** What one does there that needs nobody else. */
  reads: ReadonlySet<string>;
  /** What is said of more information, where a sentence begins with that: two words with a low line between them. */
  found: ReadonlySet<string>;
  /** What a text calls itself, or another such text. */
  texts: ReadonlySet<string>;
  /** Whose it is, and who made it anew. */
  own: ReadonlySet<string>;
  /** That it is a new one. */
  news: ReadonlySet<string>;
  /** What was done to it by those who say "we are" or "we have". */
  recast: ReadonlySet<string>;
};

const languages: Record<string, PointerWords> = {
  en: {
    openings: set('for to if should in'),
    topics: set(
      `information info details detail more further additional question questions query queries learn read find see view
       help about`,
    ),
    fillers: set("please also you can may will you'll always and"),
    reads: set('see read learn find visit view refer review consult click check'),
    found: set('be_found be_viewed be_read be_seen be_accessed is_found available_here available_at'),
    texts: set('policy terms notice statement agreement guidelines conditions version changes updates'),
    own: set('we ve are re have our'),
    news: set(
      'updated updating update updates revised revising changed changes new version effective effect',
    ),
    recast: set('updated updating revised revising changed changing making made moved moving'),
  },
  de: {
    openings: set('für um bei'),
    topics: set('informationen info infos details einzelheiten fragen hinweise mehr'),
    fillers: set(
      'bitte weitere nähere mehr ausführliche zusätzliche informationen info infos details einzelheiten dazu hierzu auch',
    ),
    reads: set('finden findest lesen lies siehe sehen besuchen beachten klicken'),
    found: set('finden_sie findest_du erhalten_sie'),
    texts: set(
      `richtlinie datenschutzerklärung datenschutzhinweise erklärung bedingungen nutzungsbedingungen agb geschäftsbedingungen
       hinweise fassung version änderungen`,
    ),
    own: set('wir haben unsere unseren unser am'),
    news: set(
      'aktualisiert aktualisieren aktualisierte überarbeitet geändert änderungen neue fassung version gültig gültigen gültige',
    ),
    recast: set('aktualisiert geändert überarbeitet'),
  },
  fr: {
    openings: set('pour'),
    topics: set(
      "informations d'informations information d'information savoir détails questions question plus",
    ),
    fillers: set('veuillez merci vous pouvez également aussi de'),
    reads: set('consulter consultez voir voyez lire lisez visiter visitez cliquer cliquez rendez-vous'),
    found: set('disponibles_ici disponible_ici'),
    texts: set('politique conditions charte déclaration cgu cgv version modifications'),
    own: set('nous avons notre nos'),
    news: set(
      'mis mise modifié modifiée modifiées actualisé actualisée révisé révisée nouvelle nouvelles version modifications',
    ),
    recast: set('actualisé modifié révisé mis'),
  },
  es: {
    openings: set('para si'),
    topics: set('información detalles preguntas duda dudas más'),
    fillers: set('por favor puede puedes también le te'),
    reads: set('consulte consulta consultar lea lee leer vea ver visite visita visitar haga haz'),
    found: set('disponible_aquí'),
    texts: set('política condiciones términos aviso versión cambios'),
    own: set('hemos nuestra nuestro nuestras nuestros'),
    news: set(
      'actualizado actualizada actualizadas actualizamos modificado revisado nueva nuevos versión cambios',
    ),
    recast: set('actualizado modificado revisado'),
  },
  it: {
    openings: set('per se'),
    topics: set('informazioni dettagli domande saperne più'),
    fillers: set('si prega di può puoi è possibile anche ti invitiamo a'),
    reads: set(
      'consultare consulta consultate leggere leggi leggete visitare visita visitate vedere vedi clicca cliccare',
    ),
    found: set('disponibili_qui disponibile_qui'),
    texts: set('informativa condizioni termini policy dichiarazione versione modifiche'),
    own: set('abbiamo la nostra i nostri le nostre'),
    news: set(
      'aggiornato aggiornata aggiornati aggiornate modificato modificata rivisto rivista nuova nuovi versione modifiche',
    ),
    recast: set('aggiornato modificato rivisto'),
  },
  nl: {
    openings: set('voor als'),
    topics: set('informatie details vragen meer'),
    fillers: set('u kunt je ook meer'),
    reads: set('zie lees lezen bekijk bekijken bezoek bezoeken raadpleeg raadplegen klik'),
    found: set('vindt_u vind_je'),
    texts: set('beleid verklaring privacyverklaring voorwaarden kennisgeving versie wijzigingen'),
    own: set('we wij hebben onze ons'),
    news: set('bijgewerkt gewijzigd aangepast herzien nieuwe versie wijzigingen'),
    recast: set('bijgewerkt gewijzigd aangepast herzien'),
  },
  pt: {
    openings: set('para se'),
    topics: set('informações informação detalhes perguntas dúvidas mais saber'),
    fillers: set('por favor você pode também'),
    reads: set('consulte consultar leia ler veja ver visite visitar acesse clique'),
    found: set('disponível_aqui disponíveis_aqui'),
    texts: set('política termos condições aviso versão alterações'),
    own: set('atualizamos a nossa o nosso os nossos as nossas'),
    news: set('atualizado atualizada atualizados atualizamos alterado revisado nova novos versão alterações'),
    recast: set('atualizado alterado revisto'),
  },
};

/** The words of a language, where there is a list. */
export function pointerWordsOf(language: string): PointerWords | undefined {
  return languages[baseLanguage(language)];
}
