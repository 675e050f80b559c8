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
  upper36,
  uuid,
  withMixedUnits,
} from './token-format.ts'

const { gitHub, gitleaks, kingfisher, trufflehog } = formatLists

/** Databases, warehouses, and where secrets themselves are kept. */
export const dataTokens: readonly TokenProvider[] = [
  provider(
    'Databricks',
    'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    format('dapi dose', hex(32), '-', digits(1)),
    format('dapi dose', hex(32)),
  ),
  provider(
    'Supabase',
    'https://supabase.com/docs/guides/api/api-keys',
    format('sbp_ sbp_oauth_', hex(40)),
    format('sb_secret_', base64url(20, 60)),
  ),
  provider('Neon', 'https://neon.com/docs/manage/api-keys', format('napi_', base36(64))),
  provider('PlanetScale', gitleaks, format('pscale_tkn_ pscale_pw_ pscale_oauth_', joined(32, 64))),
  provider('MongoDB Atlas', kingfisher, format('mdb_sa_sk_', base64url(40))),
  provider(
    'CockroachDB Cloud',
    'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access',
    format('CCDB1_', base62(22), '_', base62(40)),
  ),
  provider('Aiven', gitHub, format('AVNS_', base64url(19))),
  provider('ClickHouse Cloud', gitleaks, withMixedUnits(format('4b1d', base62(38)))),
  provider(
    'Confluent Cloud',
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/',
    format('cflt', base64(60)),
  ),
  provider('Xata', gitHub, format('xau_', base62(36, 50))),
  provider('Segment', 'https://segment.com/docs/api/public-api/', format('sgp_', base62(64))),
  provider(
    'dbt Cloud',
    'https://docs.getdbt.com/docs/dbt-cloud-apis/authentication',
    format('dbtc_ dbtu_ dbts_', base64url(36, 80)),
  ),
  provider(
    'HashiCorp Vault',
    'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    format('hvs. hvb. hvr.', base64url(20, 400)),
  ),
  provider(
    'Doppler',
    'https://docs.doppler.com/reference/auth-token-formats',
    format('dp.pt. dp.st. dp.ct. dp.sa. dp.said. dp.scim. dp.audit.', joined(40, 120)),
  ),
  provider(
    '1Password',
    'https://developer.1password.com/docs/service-accounts/security/',
    format('ops_eyJ', base64(100, 2_000)),
    format('A3-', upper36(6), '-', upper36(11), '-', upper36(5), '-', upper36(5), '-', upper36(5)),
    format('A3-', upper36(6), '-', upper36(6), '-', upper36(5), '-', upper36(5), '-', upper36(5), '-', upper36(5)),
  ),
  provider(
    'age',
    'https://age-encryption.org/v1',
    format('AGE-SECRET-KEY-1', upper36(58)),
    format('AGE-PLUGIN-', upper36(2, 20), '-1', upper36(20, 200)),
  ),
  provider('Unkey', 'https://www.unkey.com/docs/', format('unkey_', base62(20, 40))),
  provider('Stytch', 'https://stytch.com/docs/api', format('secret-live- secret-test-', base64url(30, 60))),
  provider('Nightfall', kingfisher, format('NF-', base62(32))),
  provider(
    'Plaid',
    'https://plaid.com/docs/api/tokens/',
    ...['access', 'public', 'link'].map((kind) =>
      format(`${kind}-sandbox- ${kind}-development- ${kind}-production-`, ...uuid),
    ),
  ),
  provider('Rootly', trufflehog, format('rootly_', hex(64))),
]
