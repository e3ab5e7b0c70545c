import { isLifetimeWord } from '../../schemas/values.ts';

/**
 * What is publicly known of cookies and local storage that many sites have: who makes them, what for and for how long,
 * as far as that is certain. A name may have * where a part of it varies.
 */
export type KnownCookie = {
  name: string;
  /** Completes "set … to". */
  to: string;
  /** Left out where it depends on settings, or is not certain. */
  expires?: string;
  kind: 'necessary' | 'preferences' | 'analytics' | 'marketing' | 'security';
};

const byCompany = {
  'Google Analytics': [
    { name: '_ga', to: 'tell visitors apart', expires: '2 years', kind: 'analytics' },
    { name: '_ga_*', to: 'keep the state of a visit', expires: '2 years', kind: 'analytics' },
    { name: '_gid', to: 'tell visitors apart', expires: '1 day', kind: 'analytics' },
    { name: '_gat', to: 'limit the rate of requests', expires: '1 minute', kind: 'analytics' },
    { name: '_gat_*', to: 'limit the rate of requests', expires: '1 minute', kind: 'analytics' },
    { name: '_dc_gtm_*', to: 'limit the rate of requests', expires: '1 minute', kind: 'analytics' },
    { name: '__utma', to: 'tell visitors and visits apart', expires: '2 years', kind: 'analytics' },
    { name: '__utmb', to: 'tell when a visit starts', expires: '30 minutes', kind: 'analytics' },
    { name: '__utmc', to: 'tell when a visit ends', expires: 'session', kind: 'analytics' },
    { name: '__utmt', to: 'limit the rate of requests', expires: '10 minutes', kind: 'analytics' },
    { name: '__utmv', to: 'keep values a site gives its visitors', expires: '2 years', kind: 'analytics' },
    { name: '__utmz', to: 'remember how a visitor came to the site', expires: '6 months', kind: 'analytics' },
    { name: 'AMP_TOKEN', to: 'fetch an identifier of visitors on AMP pages', kind: 'analytics' },
    { name: 'FPID', to: 'tell visitors apart, from a server', expires: '2 years', kind: 'analytics' },
  ],
  'Google Ads': [
    { name: '_gcl_au', to: 'measure conversions', expires: '90 days', kind: 'marketing' },
    { name: '_gcl_aw', to: 'remember a click on an advertisement', expires: '90 days', kind: 'marketing' },
    { name: '_gcl_dc', to: 'remember a click on an advertisement', expires: '90 days', kind: 'marketing' },
    { name: '_gcl_gb', to: 'remember a click on an advertisement', expires: '90 days', kind: 'marketing' },
    { name: '_gac_*', to: 'keep information on a campaign', expires: '90 days', kind: 'marketing' },
  ],
  'Google Ad Manager': [
    { name: '__gads', to: 'show and measure advertisements', expires: '13 months', kind: 'marketing' },
    { name: '__gpi', to: 'show and measure advertisements', expires: '13 months', kind: 'marketing' },
  ],
  'Google (DoubleClick)': [
    { name: 'IDE', to: 'show and measure advertisements', kind: 'marketing' },
    { name: 'test_cookie', to: 'test whether cookies can be set', expires: '15 minutes', kind: 'marketing' },
  ],
  Google: [
    {
      name: 'NID',
      to: 'remember preferences and show advertisements',
      expires: '6 months',
      kind: 'marketing',
    },
    { name: '1P_JAR', to: 'show advertisements', expires: '30 days', kind: 'marketing' },
    { name: 'SOCS', to: 'remember a choice about cookies', expires: '13 months', kind: 'necessary' },
    { name: 'HSID', to: 'guard a Google account', expires: '2 years', kind: 'security' },
  ],
  'Google reCAPTCHA': [
    { name: '_GRECAPTCHA', to: 'tell people from bots', expires: '6 months', kind: 'security' },
    { name: '_grecaptcha', to: 'tell people from bots', expires: 'until deleted', kind: 'security' },
    { name: 'rc::a', to: 'tell people from bots', expires: 'until deleted', kind: 'security' },
    { name: 'rc::b', to: 'tell people from bots', expires: 'session', kind: 'security' },
    { name: 'rc::c', to: 'tell people from bots', expires: 'session', kind: 'security' },
  ],
  YouTube: [
    { name: 'YSC', to: 'check that requests come from the viewer', expires: 'session', kind: 'security' },
    { name: 'VISITOR_INFO1_LIVE', to: 'recognise a viewer', expires: '6 months', kind: 'preferences' },
    { name: 'VISITOR_PRIVACY_METADATA', to: 'remember a choice', expires: '6 months', kind: 'preferences' },
    { name: 'yt-remote-device-id', to: 'recognise a player', expires: 'until deleted', kind: 'preferences' },
    {
      name: 'yt-remote-session-app',
      to: 'keep settings of the player',
      expires: 'session',
      kind: 'preferences',
    },
  ],
  Meta: [
    { name: '_fbp', to: 'recognise a browser for advertising', expires: '90 days', kind: 'marketing' },
    { name: '_fbc', to: 'remember a click on an advertisement', expires: '90 days', kind: 'marketing' },
    { name: 'datr', to: 'recognise a browser', kind: 'security' },
    { name: 'c_user', to: 'recognise a Facebook account', expires: '1 year', kind: 'necessary' },
    { name: 'fbsr_*', to: 'sign in with Facebook', expires: 'session', kind: 'necessary' },
    { name: 'fblo_*', to: 'remember that somebody signed out of Facebook', kind: 'necessary' },
    { name: 'lastExternalReferrer', to: 'remember where a visitor came from', kind: 'marketing' },
  ],
  LinkedIn: [
    { name: 'bcookie', to: 'recognise a browser and detect abuse', expires: '1 year', kind: 'security' },
    { name: 'bscookie', to: 'recognise a browser that signed in', expires: '1 year', kind: 'security' },
    { name: 'lidc', to: 'choose a data centre', expires: '1 day', kind: 'necessary' },
    { name: 'li_gc', to: 'remember a choice about cookies', expires: '6 months', kind: 'necessary' },
    { name: 'li_sugr', to: 'match visitors with members', expires: '90 days', kind: 'marketing' },
    { name: 'li_fat_id', to: 'measure conversions', expires: '30 days', kind: 'marketing' },
    { name: 'UserMatchHistory', to: 'match visitors with members', expires: '30 days', kind: 'marketing' },
    { name: 'AnalyticsSyncHistory', to: 'match identifiers', expires: '30 days', kind: 'marketing' },
    { name: 'lms_ads', to: 'recognise members for advertising', expires: '30 days', kind: 'marketing' },
    { name: 'lms_analytics', to: 'recognise members for statistics', expires: '30 days', kind: 'analytics' },
  ],
  'X (Twitter)': [
    { name: 'guest_id', to: 'recognise a browser', kind: 'preferences' },
    { name: 'guest_id_ads', to: 'show advertisements', kind: 'marketing' },
    { name: 'guest_id_marketing', to: 'show advertisements', kind: 'marketing' },
    { name: 'personalization_id', to: 'show advertisements', kind: 'marketing' },
    { name: 'muc_ads', to: 'show and measure advertisements', kind: 'marketing' },
  ],
  TikTok: [
    { name: '_ttp', to: 'measure campaigns', expires: '13 months', kind: 'marketing' },
    {
      name: '_tt_enable_cookie',
      to: 'test whether cookies can be set',
      expires: '13 months',
      kind: 'marketing',
    },
    { name: 'tt_appInfo', to: 'measure campaigns', expires: 'session', kind: 'marketing' },
    { name: 'tt_sessionId', to: 'measure campaigns', expires: 'session', kind: 'marketing' },
  ],
  Pinterest: [
    {
      name: '_pin_unauth',
      to: 'recognise a visitor who is not signed in',
      expires: '1 year',
      kind: 'marketing',
    },
    { name: '_pinterest_ct_ua', to: 'measure conversions', expires: '1 year', kind: 'marketing' },
    { name: '_pinterest_sess', to: 'keep a member signed in', expires: '1 year', kind: 'necessary' },
    {
      name: '_derived_epik',
      to: 'remember a click on an advertisement',
      expires: '1 year',
      kind: 'marketing',
    },
  ],
  Snap: [
    { name: '_scid', to: 'recognise a browser for advertising', expires: '13 months', kind: 'marketing' },
    { name: '_scid_r', to: 'recognise a browser for advertising', expires: '13 months', kind: 'marketing' },
    { name: 'sc_at', to: 'recognise a browser for advertising', kind: 'marketing' },
  ],
  Reddit: [{ name: '_rdt_uuid', to: 'measure conversions', expires: '90 days', kind: 'marketing' }],
  'Microsoft Advertising': [
    { name: '_uetsid', to: 'tell visits apart for advertising', expires: '1 day', kind: 'marketing' },
    { name: '_uetvid', to: 'tell visitors apart for advertising', expires: '13 months', kind: 'marketing' },
    {
      name: '_uetmsclkid',
      to: 'remember a click on an advertisement',
      expires: '90 days',
      kind: 'marketing',
    },
    { name: 'MUID', to: 'recognise a browser across Microsoft sites', kind: 'marketing' },
  ],
  'Microsoft Clarity': [
    { name: '_clck', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: '_clsk', to: 'join page views to one recording', expires: '1 day', kind: 'analytics' },
    { name: 'CLID', to: 'tell visitors apart across sites', expires: '1 year', kind: 'analytics' },
    { name: 'ANONCHK', to: 'tell whether identifiers are shared', expires: '10 minutes', kind: 'marketing' },
  ],
  'Microsoft Azure': [
    { name: 'ARRAffinity', to: 'keep a visit on one server', expires: 'session', kind: 'necessary' },
    { name: 'ARRAffinitySameSite', to: 'keep a visit on one server', expires: 'session', kind: 'necessary' },
    {
      name: 'ApplicationGatewayAffinity*',
      to: 'keep a visit on one server',
      expires: 'session',
      kind: 'necessary',
    },
    { name: 'ai_user', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: 'ai_session', to: 'tell visits apart', expires: '30 minutes', kind: 'analytics' },
  ],
  Hotjar: [
    { name: '_hjSessionUser_*', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: '_hjSession_*', to: 'keep the state of a visit', expires: '30 minutes', kind: 'analytics' },
    { name: '_hjid', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: '_hjFirstSeen', to: 'tell a first visit from a later one', kind: 'analytics' },
    {
      name: '_hjAbsoluteSessionInProgress',
      to: 'tell a first page view from a later one',
      expires: '30 minutes',
      kind: 'analytics',
    },
    {
      name: '_hjTLDTest',
      to: 'find out on which domain cookies can be set',
      expires: 'session',
      kind: 'analytics',
    },
    { name: '_hjDonePolls', to: 'not ask the same question twice', expires: '1 year', kind: 'analytics' },
  ],
  Mixpanel: [{ name: 'mp_*_mixpanel', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' }],
  Amplitude: [
    { name: 'AMP_*', to: 'tell visitors and visits apart', expires: '1 year', kind: 'analytics' },
    {
      name: 'AMP_MKTG_*',
      to: 'remember how a visitor came to the site',
      expires: '1 year',
      kind: 'analytics',
    },
    { name: 'amplitude_id_*', to: 'tell visitors apart', kind: 'analytics' },
  ],
  Segment: [
    { name: 'ajs_anonymous_id', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: 'ajs_user_id', to: 'recognise people who are signed in', expires: '1 year', kind: 'analytics' },
    { name: 'ajs_group_id', to: 'tell organisations apart', expires: '1 year', kind: 'analytics' },
  ],
  RudderStack: [
    { name: 'rl_anonymous_id', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: 'rl_user_id', to: 'recognise people who are signed in', expires: '1 year', kind: 'analytics' },
  ],
  Heap: [
    { name: '_hp2_id.*', to: 'tell visitors apart', expires: '13 months', kind: 'analytics' },
    { name: '_hp2_ses_props.*', to: 'keep the state of a visit', expires: '30 minutes', kind: 'analytics' },
    {
      name: '_hp2_props.*',
      to: 'keep values a site gives its visitors',
      expires: '13 months',
      kind: 'analytics',
    },
  ],
  PostHog: [{ name: 'ph_*_posthog', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' }],
  Matomo: [
    { name: '_pk_id.*', to: 'tell visitors apart', expires: '13 months', kind: 'analytics' },
    { name: '_pk_ses.*', to: 'keep the state of a visit', expires: '30 minutes', kind: 'analytics' },
    {
      name: '_pk_ref.*',
      to: 'remember how a visitor came to the site',
      expires: '6 months',
      kind: 'analytics',
    },
    { name: '_pk_cvar.*', to: 'keep values a site gives a visit', expires: '30 minutes', kind: 'analytics' },
    { name: '_pk_hsr.*', to: 'record heatmaps and visits', expires: '30 minutes', kind: 'analytics' },
  ],
  // Plausible counts without cookies; this is what a person sets to be left out.
  Plausible: [
    {
      name: 'plausible_ignore',
      to: 'leave a browser uncounted',
      expires: 'until deleted',
      kind: 'preferences',
    },
  ],
  Snowplow: [
    { name: '_sp_id.*', to: 'tell visitors apart', expires: '2 years', kind: 'analytics' },
    { name: '_sp_ses.*', to: 'keep the state of a visit', expires: '30 minutes', kind: 'analytics' },
  ],
  'Adobe Experience Cloud': [
    { name: 'AMCV_*', to: 'tell visitors apart', expires: '2 years', kind: 'analytics' },
    { name: 'AMCVS_*', to: 'tell when a visit starts', expires: 'session', kind: 'analytics' },
    { name: 's_ecid', to: 'tell visitors apart', expires: '2 years', kind: 'analytics' },
    { name: 's_vi', to: 'tell visitors apart', expires: '2 years', kind: 'analytics' },
    { name: 's_cc', to: 'test whether cookies can be set', expires: 'session', kind: 'analytics' },
    { name: 's_sq', to: 'measure which links are clicked', expires: 'session', kind: 'analytics' },
    { name: 'kndctr_*_identity', to: 'tell visitors apart', expires: '13 months', kind: 'analytics' },
    { name: 'kndctr_*_cluster', to: 'choose a data centre', expires: '30 minutes', kind: 'analytics' },
    { name: 'demdex', to: 'recognise a browser across sites', expires: '6 months', kind: 'marketing' },
  ],
  'Adobe Target': [
    { name: 'mbox', to: 'show variants of a page', expires: '2 years', kind: 'analytics' },
    { name: 'at_check', to: 'test whether cookies can be set', expires: 'session', kind: 'analytics' },
  ],
  Optimizely: [
    { name: 'optimizelyEndUserId', to: 'show variants of a page', expires: '6 months', kind: 'analytics' },
    { name: 'optimizelyOptOut', to: 'leave a browser out of tests', kind: 'preferences' },
  ],
  VWO: [
    { name: '_vwo_uuid', to: 'show variants of a page', kind: 'analytics' },
    { name: '_vwo_uuid_v2', to: 'count visitors of variants', expires: '1 year', kind: 'analytics' },
    { name: '_vis_opt_s', to: 'tell visits apart', expires: '100 days', kind: 'analytics' },
    {
      name: '_vis_opt_test_cookie',
      to: 'test whether cookies can be set',
      expires: 'session',
      kind: 'analytics',
    },
    {
      name: '_vis_opt_exp_*_combi',
      to: 'remember which variant was shown',
      expires: '100 days',
      kind: 'analytics',
    },
  ],
  'AB Tasty': [
    { name: 'ABTasty', to: 'show variants of a page', expires: '13 months', kind: 'analytics' },
    { name: 'ABTastySession', to: 'keep the state of a visit', expires: '30 minutes', kind: 'analytics' },
  ],
  Contentsquare: [
    { name: '_cs_id', to: 'tell visitors apart', expires: '13 months', kind: 'analytics' },
    { name: '_cs_s', to: 'count the pages of a visit', expires: '30 minutes', kind: 'analytics' },
  ],
  FullStory: [
    { name: 'fs_uid', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: 'fs_lua', to: 'keep the state of a visit', expires: '30 minutes', kind: 'analytics' },
  ],
  HubSpot: [
    { name: '__hstc', to: 'tell visitors apart', expires: '6 months', kind: 'analytics' },
    { name: '__hssc', to: 'count the pages of a visit', expires: '30 minutes', kind: 'analytics' },
    { name: '__hssrc', to: 'tell when the browser was restarted', expires: 'session', kind: 'analytics' },
    {
      name: 'hubspotutk',
      to: 'recognise a visitor who sends a form',
      expires: '6 months',
      kind: 'marketing',
    },
    { name: 'messagesUtk', to: 'recognise a visitor in the chat', expires: '6 months', kind: 'preferences' },
    { name: '__hs_opt_out', to: 'remember a choice about cookies', expires: '6 months', kind: 'necessary' },
  ],
  Marketo: [
    { name: '_mkto_trk', to: 'recognise a visitor for marketing', expires: '2 years', kind: 'marketing' },
  ],
  Klaviyo: [
    { name: '__kla_id', to: 'recognise a visitor for marketing', expires: '2 years', kind: 'marketing' },
  ],
  Intercom: [
    {
      name: 'intercom-id-*',
      to: 'recognise a visitor in the chat',
      expires: '9 months',
      kind: 'preferences',
    },
    { name: 'intercom-session-*', to: 'keep a conversation', expires: '7 days', kind: 'preferences' },
    { name: 'intercom-device-id-*', to: 'recognise a device', expires: '9 months', kind: 'preferences' },
  ],
  Zendesk: [
    { name: '__zlcmid', to: 'recognise a visitor in the chat', expires: '1 year', kind: 'preferences' },
    { name: 'ZD-buid', to: 'recognise a device', kind: 'preferences' },
    { name: 'ZD-suid', to: 'tell visits apart', kind: 'preferences' },
  ],
  Drift: [
    { name: 'driftt_aid', to: 'recognise a visitor in the chat', expires: '2 years', kind: 'preferences' },
    { name: 'drift_aid', to: 'recognise a visitor in the chat', expires: '2 years', kind: 'preferences' },
    {
      name: 'drift_campaign_refresh',
      to: 'not show a message twice',
      expires: '30 minutes',
      kind: 'preferences',
    },
  ],
  Crisp: [
    { name: 'crisp-client/session/*', to: 'keep a conversation', expires: '6 months', kind: 'preferences' },
  ],
  'tawk.to': [
    { name: 'twk_uuid_*', to: 'recognise a visitor in the chat', expires: '6 months', kind: 'preferences' },
    { name: 'twk_idm_key', to: 'keep the chat connected', expires: 'session', kind: 'preferences' },
    { name: 'TawkConnectionTime', to: 'keep the chat connected', expires: 'session', kind: 'preferences' },
  ],
  LiveChat: [
    { name: '__lc_cid', to: 'recognise a visitor in the chat', kind: 'preferences' },
    { name: '__lc_cst', to: 'keep a conversation', kind: 'preferences' },
  ],
  Stripe: [
    { name: '__stripe_mid', to: 'detect fraud', expires: '1 year', kind: 'security' },
    { name: '__stripe_sid', to: 'detect fraud', expires: '30 minutes', kind: 'security' },
  ],
  PayPal: [
    { name: 'ts_c', to: 'detect fraud', kind: 'security' },
    { name: 'x-pp-s', to: 'keep the state of a payment', expires: 'session', kind: 'necessary' },
    { name: 'tsrce', to: 'take a payment', expires: '3 days', kind: 'necessary' },
  ],
  Cloudflare: [
    { name: '__cf_bm', to: 'tell people from bots', expires: '30 minutes', kind: 'security' },
    { name: 'cf_clearance', to: 'remember that a visitor passed a check', kind: 'security' },
    { name: '_cfuvid', to: 'limit the rate of requests', expires: 'session', kind: 'security' },
    { name: '__cfruid', to: 'limit the rate of requests', expires: 'session', kind: 'security' },
    { name: '__cflb', to: 'keep a visit on one server', kind: 'necessary' },
    {
      name: '__cfduid',
      to: 'recognise a browser behind a shared address',
      expires: '30 days',
      kind: 'security',
    },
  ],
  Akamai: [
    { name: '_abck', to: 'tell people from bots', expires: '1 year', kind: 'security' },
    { name: 'bm_sz', to: 'tell people from bots', expires: '4 hours', kind: 'security' },
    { name: 'bm_sv', to: 'tell people from bots', expires: '2 hours', kind: 'security' },
    { name: 'bm_mi', to: 'tell people from bots', expires: '2 hours', kind: 'security' },
    { name: 'ak_bmsc', to: 'tell people from bots', expires: '2 hours', kind: 'security' },
  ],
  Imperva: [
    { name: 'visid_incap_*', to: 'recognise a browser', expires: '1 year', kind: 'security' },
    { name: 'incap_ses_*', to: 'join requests to one visit', expires: 'session', kind: 'security' },
    { name: 'nlbi_*', to: 'keep a visit on one server', expires: 'session', kind: 'necessary' },
  ],
  DataDome: [{ name: 'datadome', to: 'tell people from bots', expires: '1 year', kind: 'security' }],
  F5: [{ name: 'BIGipServer*', to: 'keep a visit on one server', expires: 'session', kind: 'necessary' }],
  'Amazon Web Services': [
    { name: 'AWSALB', to: 'keep a visit on one server', expires: '7 days', kind: 'necessary' },
    { name: 'AWSALBCORS', to: 'keep a visit on one server', expires: '7 days', kind: 'necessary' },
    { name: 'AWSALBTG', to: 'keep a visit on one server', expires: '7 days', kind: 'necessary' },
    { name: 'AWSALBTGCORS', to: 'keep a visit on one server', expires: '7 days', kind: 'necessary' },
    { name: 'AWSELB', to: 'keep a visit on one server', kind: 'necessary' },
  ],
  PHP: [{ name: 'PHPSESSID', to: 'keep a session', expires: 'session', kind: 'necessary' }],
  Java: [{ name: 'JSESSIONID', to: 'keep a session', expires: 'session', kind: 'necessary' }],
  'ASP.NET': [
    { name: 'ASP.NET_SessionId', to: 'keep a session', expires: 'session', kind: 'necessary' },
    { name: '.AspNetCore.Session', to: 'keep a session', expires: 'session', kind: 'necessary' },
    { name: '.AspNetCore.Antiforgery.*', to: 'guard forms', expires: 'session', kind: 'security' },
    { name: '__RequestVerificationToken', to: 'guard forms', expires: 'session', kind: 'security' },
    { name: '.ASPXAUTH', to: 'keep somebody signed in', kind: 'necessary' },
  ],
  Express: [{ name: 'connect.sid', to: 'keep a session', kind: 'necessary' }],
  Laravel: [{ name: 'laravel_session', to: 'keep a session', expires: '2 hours', kind: 'necessary' }],
  'Laravel, Angular and other frameworks': [{ name: 'XSRF-TOKEN', to: 'guard forms', kind: 'security' }],
  Django: [{ name: 'csrftoken', to: 'guard forms', expires: '1 year', kind: 'security' }],
  'Ruby on Rails': [{ name: '_session_id', to: 'keep a session', kind: 'necessary' }],
  'Auth.js': [
    { name: 'next-auth.session-token', to: 'keep somebody signed in', expires: '30 days', kind: 'necessary' },
    {
      name: '__Secure-next-auth.session-token',
      to: 'keep somebody signed in',
      expires: '30 days',
      kind: 'necessary',
    },
    { name: 'next-auth.csrf-token', to: 'guard forms', expires: 'session', kind: 'security' },
    { name: '__Host-next-auth.csrf-token', to: 'guard forms', expires: 'session', kind: 'security' },
    {
      name: 'next-auth.callback-url',
      to: 'lead back after signing in',
      expires: 'session',
      kind: 'necessary',
    },
  ],
  Supabase: [{ name: 'sb-*-auth-token', to: 'keep somebody signed in', kind: 'necessary' }],
  WordPress: [
    { name: 'wordpress_logged_in_*', to: 'keep somebody signed in', kind: 'necessary' },
    { name: 'wordpress_sec_*', to: 'keep somebody signed in', kind: 'necessary' },
    {
      name: 'wordpress_test_cookie',
      to: 'test whether cookies can be set',
      expires: 'session',
      kind: 'necessary',
    },
    { name: 'wp-settings-*', to: 'keep settings of the editor', expires: '1 year', kind: 'preferences' },
    { name: 'comment_author_*', to: 'fill in a comment form', expires: '347 days', kind: 'preferences' },
    { name: 'wp-postpass_*', to: 'open a page with a password', expires: '10 days', kind: 'necessary' },
  ],
  WooCommerce: [
    {
      name: 'woocommerce_cart_hash',
      to: 'notice changes of the cart',
      expires: 'session',
      kind: 'necessary',
    },
    {
      name: 'woocommerce_items_in_cart',
      to: 'notice changes of the cart',
      expires: 'session',
      kind: 'necessary',
    },
    {
      name: 'wp_woocommerce_session_*',
      to: 'find the cart of a visitor',
      expires: '2 days',
      kind: 'necessary',
    },
    {
      name: 'woocommerce_recently_viewed',
      to: 'show what was looked at',
      expires: 'session',
      kind: 'preferences',
    },
    { name: 'sbjs_*', to: 'remember how a visitor came to the shop', kind: 'analytics' },
  ],
  Shopify: [
    { name: '_shopify_y', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: '_shopify_s', to: 'tell visits apart', expires: '30 minutes', kind: 'analytics' },
    { name: '_shopify_sa_t', to: 'measure marketing', expires: '30 minutes', kind: 'analytics' },
    { name: '_shopify_sa_p', to: 'measure marketing', expires: '30 minutes', kind: 'analytics' },
    {
      name: '_tracking_consent',
      to: 'remember a choice about cookies',
      expires: '1 year',
      kind: 'necessary',
    },
    { name: 'cart_currency', to: 'keep the currency of the cart', expires: '14 days', kind: 'necessary' },
    {
      name: '_orig_referrer',
      to: 'remember how a visitor came to the shop',
      expires: '14 days',
      kind: 'analytics',
    },
    { name: '_landing_page', to: 'remember the page of arrival', expires: '14 days', kind: 'analytics' },
  ],
  Drupal: [
    { name: 'SSESS*', to: 'keep a session', expires: '23 days', kind: 'necessary' },
    { name: 'Drupal.visitor.*', to: 'keep what a visitor entered', kind: 'preferences' },
  ],
  Squarespace: [
    { name: 'ss_cvr', to: 'tell visitors apart', expires: '2 years', kind: 'analytics' },
    { name: 'ss_cvt', to: 'tell visits apart', expires: '30 minutes', kind: 'analytics' },
  ],
  CookieYes: [
    {
      name: 'cookieyes-consent',
      to: 'remember a choice about cookies',
      expires: '1 year',
      kind: 'necessary',
    },
  ],
  OneTrust: [
    { name: 'OptanonConsent', to: 'remember a choice about cookies', expires: '1 year', kind: 'necessary' },
    {
      name: 'OptanonAlertBoxClosed',
      to: 'not ask about cookies again',
      expires: '1 year',
      kind: 'necessary',
    },
  ],
  Cookiebot: [
    { name: 'CookieConsent', to: 'remember a choice about cookies', expires: '1 year', kind: 'necessary' },
  ],
  Usercentrics: [
    {
      name: 'uc_settings',
      to: 'remember a choice about cookies',
      expires: 'until deleted',
      kind: 'necessary',
    },
    {
      name: 'uc_user_interaction',
      to: 'not ask about cookies again',
      expires: 'until deleted',
      kind: 'necessary',
    },
  ],
  Klaro: [{ name: 'klaro', to: 'remember a choice about cookies', expires: '120 days', kind: 'necessary' }],
  Didomi: [
    { name: 'didomi_token', to: 'remember a choice about cookies', expires: '1 year', kind: 'necessary' },
  ],
  Osano: [
    {
      name: 'osano_consentmanager',
      to: 'remember a choice about cookies',
      expires: '1 year',
      kind: 'necessary',
    },
  ],
  iubenda: [
    { name: '_iub_cs-*', to: 'remember a choice about cookies', expires: '1 year', kind: 'necessary' },
  ],
  Complianz: [
    { name: 'cmplz_*', to: 'remember a choice about cookies', expires: '1 year', kind: 'necessary' },
  ],
  Vimeo: [{ name: 'vuid', to: 'measure how videos are watched', kind: 'analytics' }],
  Spotify: [
    { name: 'sp_t', to: 'play embedded sound', kind: 'preferences' },
    { name: 'sp_landing', to: 'play embedded sound', expires: '1 day', kind: 'preferences' },
  ],
  'Yandex Metrica': [
    { name: '_ym_uid', to: 'tell visitors apart', expires: '1 year', kind: 'analytics' },
    { name: '_ym_d', to: 'keep the day of the first visit', expires: '1 year', kind: 'analytics' },
    { name: '_ym_isad', to: 'notice blockers of advertisements', kind: 'analytics' },
    { name: '_ym_visorc*', to: 'record visits', expires: '30 minutes', kind: 'analytics' },
  ],
  Criteo: [
    { name: 'cto_bundle', to: 'show advertisements', expires: '13 months', kind: 'marketing' },
    {
      name: 'cto_tld_test',
      to: 'find out on which domain cookies can be set',
      expires: 'session',
      kind: 'marketing',
    },
  ],
  Taboola: [
    { name: 't_gid', to: 'recommend content', expires: '1 year', kind: 'marketing' },
    { name: 'taboola_session_id', to: 'recommend content', expires: 'session', kind: 'marketing' },
  ],
  Outbrain: [
    { name: 'obuid', to: 'recommend content', expires: '90 days', kind: 'marketing' },
    { name: 'outbrain_cid_fetch', to: 'recommend content', expires: '5 minutes', kind: 'marketing' },
  ],
  Quantcast: [{ name: '__qca', to: 'measure audiences', expires: '13 months', kind: 'marketing' }],
  comScore: [{ name: '_scor_uid', to: 'measure audiences', kind: 'analytics' }],
  'Parse.ly': [
    { name: '_parsely_visitor', to: 'tell visitors apart', expires: '13 months', kind: 'analytics' },
    { name: '_parsely_session', to: 'tell visits apart', expires: '30 minutes', kind: 'analytics' },
  ],
  AdRoll: [
    { name: '__adroll_fpc', to: 'show advertisements', expires: '1 year', kind: 'marketing' },
    { name: '__ar_v4', to: 'measure conversions', expires: '1 year', kind: 'marketing' },
  ],
  'The Trade Desk': [{ name: 'TDID', to: 'show advertisements', expires: '1 year', kind: 'marketing' }],
  'Microsoft (Xandr)': [{ name: 'uuid2', to: 'show advertisements', expires: '90 days', kind: 'marketing' }],
  'New Relic': [
    { name: 'NREUM', to: 'measure how long pages take', expires: 'session', kind: 'analytics' },
    { name: 'NRBA_SESSION', to: 'join measurements to one visit', kind: 'analytics' },
  ],
  Datadog: [
    { name: '_dd_s', to: 'join measurements to one visit', expires: '15 minutes', kind: 'analytics' },
  ],
  Sentry: [
    {
      name: 'sentryReplaySession',
      to: 'record visits that meet errors',
      expires: 'session',
      kind: 'analytics',
    },
  ],
  Dynatrace: [
    { name: 'dtCookie', to: 'join measurements to one visit', expires: 'session', kind: 'analytics' },
    { name: 'rxVisitor', to: 'tell visitors apart', kind: 'analytics' },
  ],
} as const satisfies Record<string, readonly KnownCookie[]>;

/** Every known cookie with the company or the software it comes from. */
export const knownCookies: readonly (KnownCookie & { company: string })[] = Object.entries(byCompany).flatMap(
  ([company, cookies]: [string, readonly KnownCookie[]]) => cookies.map((cookie) => ({ ...cookie, company })),
);

// The more of a name is spelled out, the better it is known.
const patterns = knownCookies
  .map((cookie) => ({ cookie, pattern: patternOf(cookie.name) }))
  .sort((a, b) => b.cookie.name.length - a.cookie.name.length);

function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}

/** What is known of a cookie by its name, or of those a name with * stands for. */
export function knownCookie(name: string): (KnownCookie & { company: string }) | undefined {
  return patterns.find(({ cookie, pattern }) => cookie.name === name || pattern.test(name))?.cookie;
}

/** A known cookie in a sentence: `_ga` as set by Google Analytics to tell visitors apart, for 2 years. */
export function describeKnown(
  name: string,
  { company, to, expires }: KnownCookie & { company: string },
): string {
  return `\`${name}\` as set by ${company} to ${to}${expires === undefined ? '' : `, ${staying(expires)}`}`;
}

function staying(expires: string): string {
  if (expires === 'session') return 'until the browser closes';
  return isLifetimeWord(expires) ? 'until it is deleted' : `for ${expires}`;
}
