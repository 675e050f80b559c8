import { formatLists } from './format-lists.ts'
import { crcOfGrafana } from './token-checksums.ts'
import {
  base36,
  base62,
  base64,
  base64url,
  format,
  hex,
  provider,
  type TokenProvider,
  upper36,
  uuid,
} from './token-format.ts'

const { gitHub, gitleaks, trufflehog } = formatLists

/** Where telemetry, errors and alerts go. Keys that a page hands to its visitors are none of them: `NRJS-`, `phc_`, the DSN of Sentry. */
export const observabilityTokens: readonly TokenProvider[] = [
  provider('Grafana', 'https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen.go', {
    ...format('glsa_', base62(32), '_', hex(8)),
    checksum: crcOfGrafana,
  }),
  provider('Grafana Cloud', gitleaks, format('glc_', base64(32, 400)), format('eyJrIjoi', base64(60, 400))),
  provider(
    'Sentry',
    'https://docs.sentry.io/account/auth-tokens/',
    format('sntrys_eyJ', base64(40, 400), '_', base64(40, 48)),
    format('sntryu_ sntrya_ sntryi_', hex(64)),
  ),
  provider(
    'New Relic',
    'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    format('NRAK- NRAA-', upper36(27)),
    format('NRII- NRIQ-', base64url(25, 32)),
    format('NRRA-', hex(42)),
  ),
  provider(
    'Dynatrace',
    'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients',
    format(
      'dt0a01. dt0c01. dt0c02. dt0e01. dt0i02. dt0s01. dt0s02. dt0s03. dt0s04. dt0s06. dt0s08. dt0s09. dt0s12. dt0s16.',
      upper36(24),
      '.',
      upper36(64),
    ),
  ),
  provider(
    'Honeycomb',
    'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    format('hcaik_ hcalk_ hcbik_ hcxik_ hcxlk_', base36(40, 70)),
  ),
  provider('Axiom', 'https://axiom.co/docs/reference/tokens', format('xaat- xapt- xait-', ...uuid)),
  provider('Honeybadger', gitHub, format('hbp_', base62(30, 50))),
  provider('PostHog', 'https://posthog.com/docs/api', format('phx_ phs_', base62(32, 64))),
  provider(
    'PagerDuty',
    'https://developer.pagerduty.com/docs/authentication',
    format('pdus+ pdeu+', base64url(20, 80)),
  ),
  provider('Checkly', 'https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/', format('cu_', hex(32))),
  provider('Healthchecks.io', 'https://healthchecks.io/docs/api/', format('hcw_ hcr_', base62(28))),
  provider(
    'Coralogix',
    'https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/',
    format('cxtp_ cxup_', base62(30)),
  ),
  provider('FullStory', trufflehog, format('na1. eu1.', base64(100))),
]
