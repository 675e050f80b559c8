import { formatLists } from './format-lists.ts'
import {
  base62,
  base64url,
  digits,
  format,
  hex,
  joined,
  padded,
  provider,
  type TokenProvider,
  upper36,
} from './token-format.ts'

const { gitHub, gitleaks, trufflehog } = formatLists

/** What teams work with all day. */
export const saasTokens: readonly TokenProvider[] = [
  provider(
    'Airtable',
    'https://airtable.com/developers/web/guides/personal-access-tokens',
    format('pat', base62(14), '.', hex(64)),
  ),
  provider(
    'Notion',
    'https://developers.notion.com/reference/authentication',
    format('ntn_', base62(40, 60)),
    format('secret_', base62(43)),
  ),
  provider(
    'Linear',
    'https://linear.app/developers',
    format('lin_api_ lin_oauth_', base62(40, 80)),
    format('lin_wh_', base62(20, 60)),
  ),
  provider(
    'ClickUp',
    'https://developer.clickup.com/docs/authentication',
    format('pk_', digits(5, 10), '_', upper36(32)),
  ),
  provider(
    'Figma',
    'https://developers.figma.com/docs/rest-api/authentication/',
    format('figd_ figo_ figu_ figr_ figp_ figoh_ figor_', padded(38, 60)),
  ),
  provider('Typeform', gitleaks, format('tfp_', joined(40, 64))),
  provider(
    'Contentful',
    'https://www.contentful.com/developers/docs/references/authentication/',
    format('CFPAT-', base64url(43)),
  ),
  provider('Salesforce', gitHub, format('5Aep861', joined(80, 200))),
  provider(
    'Mapbox',
    'https://docs.mapbox.com/help/glossary/access-token/',
    format('sk.eyJ tk.eyJ', base64url(30, 200), '.', base64url(20, 30)),
  ),
  provider('Adobe', gitleaks, format('p8e-', base64url(32))),
  provider('Adafruit', 'https://learn.adafruit.com/welcome-to-adafruit-io', format('aio_', base62(28))),
  provider('Ubidots', trufflehog, format('BBFF- BBUS-', base62(30))),
  provider('Frame.io', gitleaks, format('fio-u-', padded(64))),
]
