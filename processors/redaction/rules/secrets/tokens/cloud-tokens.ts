import { formatLists } from './format-lists.ts'
import * as written from './token-format.ts'

const {
  base32,
  base62,
  base64,
  base64url,
  digits,
  format,
  hex,
  joined,
  padded,
  provider,
  upper36,
  uuid,
  withDigit,
  withMixedUnits,
} = written
const { gitHub, gitleaks, trufflehog } = formatLists

/** Clouds, and those that run or deliver what others build. */
export const cloudTokens: readonly written.TokenProvider[] = [
  provider(
    'AWS',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    // the other prefixes of this page are of users, roles and groups: identifiers, not keys
    format('AKIA ASIA ABIA ACCA', base32(16)),
    // access keys from before 2010
    withDigit(format('A3T', upper36(17))),
  ),
  provider('Amazon Bedrock', gitleaks, format('ABSK', base64(109, 269)), format('bedrock-api-key-', base64(40, 4096))),
  provider('Amazon MWS', gitHub, format('amzn.mws.', ...uuid)),
  provider(
    'Google Cloud',
    'https://cloud.google.com/docs/authentication/api-keys',
    format('AIza', base64url(35)),
    format('ya29.', joined(20, 2048)),
    format('GOCSPX-', base64url(28)),
    format('1//0', base64url(40, 120)),
  ),
  provider('Firebase', gitHub, format('AAAA', base64url(7), ':', base64url(140))),
  provider(
    'Alibaba Cloud',
    'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair',
    withDigit(format('LTAI', base62(12, 30))),
  ),
  provider('Tencent Cloud', gitHub, withMixedUnits(format('AKID', base62(32)))),
  provider(
    'Yandex Cloud',
    gitleaks,
    format('AQVN', base64url(35, 38)),
    format('t1.', padded(30, 400), '.', padded(86, 88)),
  ),
  provider(
    'DigitalOcean',
    'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    format('dop_v1_ doo_v1_ dor_v1_', hex(64)),
  ),
  provider(
    'Cloudflare',
    'https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/',
    format('cfk_ cfut_ cfat_', base62(40), hex(8)),
    format('v1.0-', hex(24), '-', hex(146)),
  ),
  provider('Heroku', gitleaks, format('HRKU-AA', base64url(58)), format('HRKU-', ...uuid)),
  provider(
    'Fly.io',
    'https://fly.io/docs/security/tokens/',
    format('fo1_', base64url(43)),
    format('fm1r_ fm1a_ fm2_', base64(60, 4096)),
  ),
  provider(
    'Vercel',
    gitHub,
    format('vcp_ vci_ vca_ vcr_ vck_', base62(24, 80)),
    format('vercel_blob_rw_', base62(16), '_', base62(30)),
  ),
  provider('Netlify', gitHub, format('nfp_ nfc_ nfu_ nfb_', base62(36))),
  provider('Render', 'https://render.com/docs/api', format('rnd_', base62(28, 40))),
  provider('Scalingo', gitleaks, format('tk-us-', base64url(48))),
  provider(
    'Pulumi',
    'https://www.pulumi.com/docs/administration/access-identity/access-tokens/',
    format('pul-', hex(40)),
  ),
  provider('Deno Deploy', trufflehog, format('ddp_ ddw_', base62(36))),
  provider(
    'Tailscale',
    'https://tailscale.com/kb/1277/key-prefixes',
    format('tskey-', base62(2, 16), '-', base64url(15, 80)),
  ),
  provider('Defined Networking', gitleaks, format('dnkey-', base64url(79))),
  provider('SaladCloud', trufflehog, format('salad_cloud_', base62(1, 7), '_', base62(7, 235))),
  provider('Octopus Deploy', gitleaks, withDigit(format('API-', upper36(25, 32)))),
  provider('Gitpod', gitHub, format('gitpod_pat_', joined(40, 120))),
  provider(
    'OpenShift',
    'https://docs.openshift.com/container-platform/latest/authentication/understanding-authentication.html',
    format('sha256~', base64url(43)),
  ),
  provider('Harness', gitleaks, format('pat. sat.', base64url(22), '.', base62(24), '.', base62(20))),
  provider(
    'Trigger.dev',
    'https://trigger.dev/docs/apikeys',
    format('tr_dev_ tr_prod_ tr_stg_ tr_pat_', base62(20, 60)),
  ),
  provider('Inngest', gitHub, format('signkey-prod- signkey-test- signkey-branch-', hex(32, 64))),
  provider('Prefect', gitleaks, format('pnu_ pnb_', base62(36))),
  provider('RunPod', 'https://docs.runpod.io/get-started/api-keys', withDigit(format('rpa_ rps_', base62(38, 50)))),
  provider('Apify', trufflehog, format('apify_api_', base62(36))),
  provider('Infracost', gitleaks, format('ico-', base62(32))),
  provider('Twitch stream', gitHub, format('live_', digits(6, 12), '_', base62(28, 32))),
]
