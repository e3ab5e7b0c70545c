import { baseLanguage } from '../../words/base-language.ts';
import { set } from './guard-words.ts';

// What a page of a site says around a text, in small letters, with a low line between the words of a phrase.

const languages: Record<string, ReadonlySet<string>> = {
  en: set(
    `skip_to_content skip_to_main_content skip_to_main skip_navigation skip_to_navigation main_content share share_to
     share_this share_this_page share_on share_via print print_this_page download download_pdf download_as_pdf pdf
     from_our_blog from_our_blogs from_the_blog latest_news latest_posts recent_posts popular_posts related_posts
     related_articles related_content recommended_articles i_have_a_different_question was_this_helpful
     accept_all_strictly_necessary_cookies accept_necessary_cookies_only only_necessary_cookies necessary_cookies_only was_this_article_helpful
     was_this_page_helpful did_this_help did_this_answer_your_question found_this_helpful out_of yes no submit
     submit_a_request send_feedback log_in login sign_in sign_up sign_out log_out register create_account my_account
     search menu main_menu open_menu close close_menu toggle_navigation home back back_to_top to_top go_back top
     previous next table_of_contents on_this_page in_this_article contents all_collections all_articles help_center other_ways_to_get_help
     accept_all accept_all_cookies accept_cookies reject_all reject_all_cookies allow_all allow_all_cookies
     manage_cookies manage_preferences cookie_settings cookie_preferences got_it ok okay dismiss learn_more read_more
     show_more show_less see_more view_more subscribe follow follow_us contact_us about_us careers twitter facebook
     linkedin instagram youtube email copy_link link all_rights_reserved english select_language loading or and hide
     expand_all collapse_all previous_column next_column hide_password show_password give_feedback
     give_feedback_about_this_article choose_a_section_to_give_feedback_on thanks_for_the_feedback thanks_for_your_feedback
     show edit opens_in_new_window opens_in_a_new_window opens_in_new_tab opens_in_a_new_tab
     opens_in_new_window_or_tab opens_in_a_new_window_or_tab external_link take_our_survey`,
  ),
  de: set(
    `zum_inhalt_springen zum_inhalt zum_hauptinhalt_springen zum_hauptinhalt zur_navigation_springen teilen
     diese_seite_teilen drucken seite_drucken herunterladen als_pdf_herunterladen pdf_herunterladen pdf
     war_dieser_artikel_hilfreich war_diese_seite_hilfreich war_das_hilfreich fanden_dies_hilfreich von ja nein
     absenden anmelden einloggen abmelden registrieren konto_erstellen mein_konto suche suchen menü menü_öffnen
     menü_schließen schließen startseite zurück zurück_zum_anfang zum_seitenanfang nach_oben weiter vorherige nächste
     inhaltsverzeichnis auf_dieser_seite in_diesem_artikel verwandte_artikel ähnliche_artikel verwandte_themen
     alle_akzeptieren alle_cookies_akzeptieren alle_ablehnen alle_cookies_ablehnen cookie-einstellungen hilfe_durchsuchen
     cookie_einstellungen mehr_erfahren mehr_anzeigen weniger_anzeigen mehr_lesen weiterlesen kontakt über_uns
     karriere folgen_sie_uns link_kopieren alle_rechte_vorbehalten sprache_auswählen und oder`,
  ),
  fr: set(
    `aller_au_contenu aller_au_contenu_principal passer_au_contenu passer_au_contenu_principal aller_à_la_navigation
     partager partager_cette_page imprimer imprimer_cette_page télécharger télécharger_le_pdf télécharger_en_pdf pdf
     cet_article_vous_a-t-il_été_utile cette_page_vous_a-t-elle_été_utile oui non envoyer connexion se_connecter
     s'inscrire inscription se_déconnecter déconnexion créer_un_compte mon_compte rechercher recherche menu
     ouvrir_le_menu fermer_le_menu fermer fermer_la_bannière accueil retour retour_en_haut haut_de_page suivant
     précédent sommaire table_des_matières sur_cette_page dans_cet_article articles_associés articles_connexes
     articles_liés tout_déplier tout_replier vous_ne_trouvez_pas_votre_réponse tout_accepter accepter_tous_les_cookies tout_refuser refuser_tous_les_cookies gérer_les_cookies
     gérer_mes_cookies paramètres_des_cookies en_savoir_plus lire_la_suite voir_plus afficher_plus voir_moins
     afficher_moins nous_contacter contactez-nous à_propos suivez-nous copier_le_lien tous_droits_réservés
     choisir_la_langue et ou`,
  ),
  es: set(
    `saltar_al_contenido ir_al_contenido ir_al_contenido_principal saltar_al_contenido_principal compartir
     compartir_esta_página imprimir imprimir_esta_página descargar descargar_pdf descargar_en_pdf pdf
     te_ha_resultado_útil le_ha_resultado_útil fue_útil_este_artículo sí no enviar iniciar_sesión registrarse
     regístrate cerrar_sesión crear_una_cuenta mi_cuenta buscar búsqueda menú abrir_menú abrir_el_menú cerrar_menú
     cerrar_el_menú cerrar inicio volver volver_arriba siguiente anterior índice en_esta_página en_este_artículo
     artículos_relacionados aceptar_todo aceptar_todas aceptar_todas_las_cookies rechazar_todo rechazar_todas
     rechazar_todas_las_cookies configurar_cookies configuración_de_cookies más_información leer_más ver_más
     mostrar_más ver_menos mostrar_menos contacto contáctanos quiénes_somos síguenos copiar_enlace
     todos_los_derechos_reservados seleccionar_idioma y o`,
  ),
  it: set(
    `vai_al_contenuto vai_al_contenuto_principale salta_al_contenuto salta_al_contenuto_principale condividi
     condividi_questa_pagina stampa stampa_questa_pagina scarica scarica_pdf scarica_il_pdf pdf
     questo_articolo_ti_è_stato_utile questa_pagina_ti_è_stata_utile sì no invia accedi registrati iscriviti esci
     crea_un_account il_mio_account cerca ricerca menu menù apri_menu apri_il_menu chiudi_menu chiudi_il_menu chiudi
     home indietro torna_su torna_all'inizio avanti precedente successivo indice in_questa_pagina in_questo_articolo
     articoli_correlati accetta_tutto accetta_tutti accetta_tutti_i_cookie rifiuta_tutto rifiuta_tutti
     rifiuta_tutti_i_cookie impostazioni_cookie impostazioni_dei_cookie gestisci_i_cookie scopri_di_più leggi_di_più
     mostra_di_più mostra_altro mostra_meno contatti contattaci chi_siamo seguici copia_link tutti_i_diritti_riservati
     scegli_la_lingua e o`,
  ),
  nl: set(
    `naar_inhoud naar_de_inhoud ga_naar_inhoud ga_naar_de_inhoud naar_hoofdinhoud ga_naar_hoofdinhoud
     doorgaan_naar_hoofdinhoud delen deel_deze_pagina afdrukken printen pagina_afdrukken downloaden pdf_downloaden pdf
     was_dit_artikel_nuttig was_dit_nuttig was_deze_pagina_nuttig ja nee verzenden inloggen aanmelden registreren
     uitloggen account_aanmaken mijn_account zoeken menu menu_openen open_menu menu_sluiten sluit_menu sluiten home
     terug terug_naar_boven naar_boven volgende vorige inhoudsopgave op_deze_pagina in_dit_artikel
     gerelateerde_artikelen verwante_artikelen alles_accepteren alle_cookies_accepteren alles_weigeren
     alle_cookies_weigeren cookie-instellingen cookie_instellingen cookies_beheren meer_informatie meer_lezen
     lees_meer meer_weergeven minder_weergeven toon_meer toon_minder contact over_ons volg_ons link_kopiëren
     alle_rechten_voorbehouden taal_kiezen en of`,
  ),
  pt: set(
    `ir_para_o_conteúdo ir_para_o_conteúdo_principal pular_para_o_conteúdo saltar_para_o_conteúdo compartilhar
     partilhar compartilhar_esta_página imprimir imprimir_esta_página baixar baixar_pdf transferir_pdf pdf
     este_artigo_foi_útil esta_página_foi_útil isto_foi_útil sim não enviar entrar iniciar_sessão cadastre-se
     registar-se sair criar_conta minha_conta pesquisar buscar menu abrir_menu abrir_o_menu fechar_menu fechar_o_menu
     fechar início voltar voltar_ao_topo próximo anterior índice nesta_página neste_artigo artigos_relacionados
     aceitar_tudo aceitar_todos aceitar_todos_os_cookies rejeitar_tudo rejeitar_todos rejeitar_todos_os_cookies
     configurações_de_cookies definições_de_cookies gerenciar_cookies saiba_mais leia_mais ver_mais mostrar_mais
     ver_menos mostrar_menos contato contacto fale_conosco sobre_nós siga-nos copiar_link todos_os_direitos_reservados
     selecionar_idioma e ou`,
  ),
};

const withEnglish = new Map(
  Object.entries(languages).map(([language, phrases]) => [
    language,
    new Set([...phrases, ...(languages.en ?? [])]),
  ]),
);

/** The languages that are looked for in a choice of languages, by their tags. */
export const languagesOfMenus = set(
  'ar bg ca cs da de el en es et fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sv th tr uk vi zh',
);

/** The phrases that pages in a language say around texts, in English, too; none where there is no list. */
export function chromePhrasesOf(language: string): ReadonlySet<string> | undefined {
  return withEnglish.get(baseLanguage(language));
}
