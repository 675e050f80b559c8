import { formatLists } from './format-lists.ts'
import {
  base36,
  base62,
  base64,
  base64url,
  digits,
  format,
  hex,
  joined,
  provider,
  type TokenProvider,
  uuid,
  withDigit,
  withMixedUnits,
} from './token-format.ts'

const { gitHub, gitleaks, kingfisher, trufflehog } = formatLists

/** Mail, chat, telephony, social networks, and addresses that take what anybody sends. */
export const messagingTokens: readonly TokenProvider[] = [
  provider(
    'Slack',
    'https://docs.slack.dev/authentication/tokens/',
    format('xoxa- xoxb- xoxc- xoxd- xoxe- xoxo- xoxp- xoxr- xoxs- xapp- xwfp-', base64url(10, 255)),
    format(
      'hooks.slack.com/services/ hooks.slack.com/triggers/',
      base62(8, 14),
      '/',
      base62(8, 16),
      '/',
      base62(20, 40),
    ),
    format('hooks.slack.com/workflows/', base62(8, 14), '/', base62(8, 16), '/', digits(10, 20), '/', base62(20, 40)),
  ),
  provider(
    'Discord webhook',
    'https://docs.discord.com/developers/resources/webhook',
    ...['discord.com', 'discordapp.com'].map((host) =>
      format(`${host}/api/webhooks/`, digits(16, 20), '/', base64url(40, 120)),
    ),
  ),
  provider(
    'SendGrid',
    'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
    format('SG.', base64url(16, 32), '.', base64url(16, 64)),
  ),
  provider('Mailgun', gitleaks, format('key-', hex(32))),
  provider('Mandrill', gitHub, withMixedUnits(format('md-', base64url(22)))),
  provider(
    'Brevo',
    'https://developers.brevo.com/docs/getting-started',
    format('xkeysib- xsmtpsib-', hex(64), '-', base62(16)),
  ),
  provider(
    'Resend',
    'https://resend.com/docs/dashboard/api-keys/introduction',
    format('re_', base62(8), '_', base62(20, 40)),
  ),
  provider(
    'Klaviyo',
    'https://developers.klaviyo.com/en/docs/authenticate_',
    format('pk_', hex(34)),
    format('pk_', base62(6), '_', hex(34)),
  ),
  provider(
    'OneSignal',
    'https://documentation.onesignal.com/docs/keys-and-ids',
    format('os_v2_app_ os_v2_org_', base36(80, 120)),
  ),
  provider('PubNub', 'https://www.pubnub.com/docs/', format('sec-c-', base64(40, 60))),
  provider('Telnyx', gitHub, format('KEY', base62(32), '_', base62(22))),
  provider(
    'Microsoft Teams webhook',
    gitleaks,
    format('webhook.office.com/webhookb2/', ...uuid, '@', ...uuid, '/IncomingWebhook/', hex(32), '/', ...uuid),
    format('outlook.office.com/webhook/', ...uuid, '@', ...uuid, '/IncomingWebhook/', hex(32), '/', ...uuid),
  ),
  provider('Zapier webhook', kingfisher, format('hooks.zapier.com/hooks/catch/', digits(4, 12), '/', base36(5, 12))),
  provider(
    'Make webhook',
    'https://www.make.com/en/help/tools/webhooks',
    ...['eu1', 'eu2', 'us1', 'us2'].map((zone) => format(`hook.${zone}.make.com/`, base36(32))),
  ),
  provider(
    'IFTTT webhook',
    'https://help.ifttt.com/hc/en-us/articles/115010230347',
    format('/with/key/', base64url(20, 50)),
  ),
  provider(
    'Intercom',
    'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
    format('dG9rOg dG9rOj dG9rOm', base64(50, 80)),
  ),
  provider(
    'HubSpot',
    'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
    format('pat-na1- pat-na2- pat-na3- pat-eu1- pat-ap1-', ...uuid),
  ),
  provider(
    'Facebook',
    'https://developers.facebook.com/docs/facebook-login/guides/access-tokens',
    withMixedUnits(format('EAA', base62(80, 400))),
  ),
  provider('Instagram', gitHub, withMixedUnits(format('IGQV IGAA', base64url(80, 400)))),
  // sixteen zero bytes begin the same: what follows is as mixed as a key
  provider('X', gitleaks, {
    ...format('AAAAAAAAAAAAAAAAAAAAA', base64(60, 120)),
    isToken: (token) => new Set(token).size > 24,
  }),
  provider('LinkedIn', gitHub, format('WPL_AP1. WPL_AP0.', base62(14, 20), '.', base64(6, 12))),
  provider('Pinterest', gitHub, format('pina_', base62(60, 120))),
  provider('Cal.com', 'https://cal.com/docs/api-reference/v2/introduction', format('cal_live_ cal_test_', hex(32))),
  provider('Mattermost webhook', trufflehog, withDigit(format('/hooks/', base36(26)))),
  provider('Dropbox', gitleaks, format('sl. sl.u.', base64url(120, 2_048))),
  provider('Lichess', gitHub, format('lip_ lio_', base62(20))),
  provider('Riot Games', gitHub, format('RGAPI-', ...uuid)),
  provider(
    'Roblox',
    gitHub,
    format(
      '_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_',
      joined(40, 2_000),
    ),
  ),
]
