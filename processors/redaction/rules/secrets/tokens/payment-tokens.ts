import { formatLists } from './format-lists.ts'
import {
  base36,
  base62,
  base64,
  base64url,
  digits,
  format,
  hex,
  hexOfAnyCase,
  joined,
  provider,
  type TokenProvider,
  withMixedUnits,
} from './token-format.ts'

const { gitHub, gitleaks, kingfisher, trufflehog } = formatLists

/** Payments, banking, shops and parcels. Publishable keys such as `pk_live_` are none of them. */
export const paymentTokens: readonly TokenProvider[] = [
  provider(
    'Stripe',
    'https://docs.stripe.com/keys',
    // Paystack, Clerk, WorkOS and others write theirs like that, too
    format('sk_live_ sk_test_ sk_prod_ sk_org_ rk_live_ rk_test_ rk_prod_', base64url(10, 255)),
    format('whsec_', base64(20, 255)),
  ),
  provider(
    'Square',
    'https://developer.squareup.com/docs/build-basics/access-tokens',
    format('EAAA', base64url(56, 64)),
    format('sq0atp-', base64url(22)),
    format('sq0csp-', base64url(43)),
  ),
  provider(
    'PayPal',
    gitHub,
    format('access_token$production$ access_token$sandbox$', base36(16), '$', hex(32)),
    format('A21AA', base64url(80, 120)),
  ),
  provider(
    'Shopify',
    'https://shopify.dev/docs/apps/build/authentication-authorization',
    format('shpat_ shpca_ shppa_ shpss_ shptka_ shpua_', hexOfAnyCase(32)),
  ),
  provider('Razorpay', 'https://razorpay.com/docs/api/authentication/', format('rzp_live_ rzp_test_', base62(14))),
  provider(
    'Flutterwave',
    'https://developer.flutterwave.com/docs/authentication',
    format('FLWSECK- FLWSECK_TEST-', base62(12, 40), '-X'),
    format('FLWSECK_TEST-', base62(12)),
  ),
  provider('Mollie, GoCardless and Lob', gitleaks, withMixedUnits(format('live_', base64url(30, 44)))),
  provider('Duffel', gitleaks, format('duffel_live_ duffel_test_', base64url(43))),
  provider('EasyPost', 'https://docs.easypost.com/docs/authentication', format('EZAK EZTK', base62(54))),
  provider(
    'Shippo',
    'https://docs.goshippo.com/docs/guides_general/authentication/',
    format('shippo_live_ shippo_test_', hexOfAnyCase(40)),
  ),
  provider('Ramp', trufflehog, format('ramp_sec_', base62(48)), format('ramp_tok_', base62(30, 80))),
  provider('Brex', 'https://developer.brex.com/docs/authentication/', format('bxt_', base62(28, 60))),
  provider(
    'Paddle',
    'https://developer.paddle.com/api-reference/about/api-keys',
    format('pdl_live_apikey_ pdl_sdbx_apikey_', base36(26), '_', base62(22), '_', base62(3)),
  ),
  provider('Pagar.me', trufflehog, format('ak_live_', base62(30))),
  provider(
    'Mercado Pago',
    gitHub,
    format('APP_USR-', digits(12, 20), '-', digits(6), '-', hex(32), '-', digits(4, 12)),
  ),
  provider(
    'Xendit',
    'https://docs.xendit.co/docs/api-keys',
    format('xnd_production_ xnd_development_', base62(40, 80)),
  ),
  provider(
    'Midtrans',
    'https://docs.midtrans.com/docs/api-authorization-headers',
    format('Mid-server-', base64url(20, 32)),
  ),
  provider('Omise', 'https://docs.omise.co/api-authentication', format('skey_ skey_test_', base36(19))),
  provider('Klarna', 'https://docs.klarna.com/', format('klarna_live_api_ klarna_test_api_', base64(30, 400))),
  provider('SumUp', 'https://developer.sumup.com/api', format('sup_sk_', base62(20, 60))),
  provider(
    'Polar',
    'https://docs.polar.sh/',
    format('polar_oat_ polar_pat_ polar_at_u_ polar_at_o_ polar_rt_u_ polar_rt_o_', base62(30, 60)),
  ),
  provider('Flexport', kingfisher, format('shltm_', base64url(40))),
  provider('Fleetbase', kingfisher, format('flb_live_', base62(20))),
  provider('Alchemy', gitHub, format('alcht_', base62(30))),
  provider('QuickNode', gitHub, format('QN_', hex(32))),
  provider(
    'Onfido',
    'https://documentation.onfido.com/',
    format('api_live. api_sandbox. api_live_us. api_live_ca.', base64url(11), '.', base64url(32)),
  ),
  provider('Persona', 'https://docs.withpersona.com/', format('persona_production_ persona_sandbox_', joined(20, 80))),
]
