import { formatLists } from './format-lists.ts'
import { crcInBase62, crcOfAtlassian } from './token-checksums.ts'
import {
  base36,
  base62,
  base64url,
  format,
  hex,
  hexOfAnyCase,
  joined,
  padded,
  provider,
  type TokenProvider,
  upper36,
  uuid,
  withDigit,
  withMixedUnits,
} from './token-format.ts'

const { gitHub, gitleaks, kingfisher, trufflehog } = formatLists

/** Where code is kept, built, tested and published. */
export const codeTokens: readonly TokenProvider[] = [
  provider(
    'GitHub',
    'https://github.blog/engineering/behind-githubs-new-authentication-token-formats/',
    { ...format('ghp_ gho_ ghu_ ghs_ ghr_', base62(36)), checksum: crcInBase62 },
    format('ghp_ gho_ ghu_ ghs_ ghr_', base62(37, 255)),
    format('github_pat_', base64url(22, 255)),
  ),
  provider(
    'GitLab',
    'https://docs.gitlab.com/security/tokens/#token-prefixes',
    format(
      'glpat- gloas- gldt- glrt- glrtr- glcbt- glptt- glft- glimt- glagent- glwt- glsoat- glffct-',
      joined(20, 320),
    ),
    format('GR1348941', base64url(20)),
    format('_gitlab_session=', hex(32)),
  ),
  provider(
    'Atlassian',
    'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    { ...format('ATATT3', padded(60, 400)), checksum: crcOfAtlassian },
    format('ATCTT3', padded(60, 400)),
    format('ATTA', base62(64, 80)),
  ),
  provider('Bitbucket', trufflehog, format('ATBB', joined(24, 120))),
  provider('npm', 'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/', {
    ...format('npm_', base62(36)),
    checksum: crcInBase62,
  }),
  // `AgE` is how a macaroon of version 2 begins
  provider(
    'PyPI',
    'https://docs.pypi.org/api/secrets/',
    format('pypi-AgE', base64url(50, 1_000)),
    format('pypi-', base64url(80, 1_000)),
  ),
  provider('RubyGems', 'https://guides.rubygems.org/api-key-scopes/', format('rubygems_', hex(48))),
  provider('crates.io', kingfisher, withMixedUnits(format('cio', base62(32)))),
  provider('NuGet', kingfisher, withDigit(format('oy2', base36(43)))),
  provider('Clojars', 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens', format('CLOJARS_', base36(60))),
  provider(
    'Docker',
    'https://docs.docker.com/security/for-developers/access-tokens/',
    format('dckr_pat_ dckr_oat_', base64url(20, 80)),
  ),
  provider('JFrog', gitleaks, format('AKCp', base62(60, 80)), format('cmVmdGtu', base62(56))),
  provider(
    'Buildkite',
    'https://buildkite.com/docs/apis/managing-api-tokens',
    format('bkua_ bkaj_ bkct_ bkpi_ bkpt_', base36(40)),
  ),
  provider('CircleCI', gitHub, format('CCIPAT_ CCIPRJ_', base62(22), '_', hexOfAnyCase(40))),
  provider(
    'Sourcegraph',
    gitleaks,
    format('sgp_', base62(5, 16), '_', hex(40)),
    format('sgp_', hex(40)),
    format('slk_', hex(64)),
  ),
  provider('SonarQube', gitleaks, format('squ_ sqp_ sqa_', hex(40))),
  provider('SonarCloud', trufflehog, format('sqco_', base62(59))),
  provider(
    'Snyk',
    'https://docs.snyk.io/snyk-api/authentication-for-api',
    format('snyk_uat. snyk_sat.', joined(30, 400)),
  ),
  provider('StackHawk', kingfisher, format('hawk.', base64url(20), '.', base64url(20))),
  provider(
    'Postman',
    'https://learning.postman.com/docs/developer/postman-api/authentication/',
    format('PMAK-', base62(24), '-', base62(34)),
    format('PMAT-', upper36(26)),
  ),
  provider('ReadMe', gitleaks, format('rdme_', base36(70))),
  provider(
    'LaunchDarkly',
    'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
    format('sdk-', ...uuid),
  ),
  provider('Statsig', 'https://docs.statsig.com/access-management/api-keys', format('secret-', base62(40, 50))),
  provider('WakaTime', 'https://wakatime.com/developers', format('waka_', ...uuid)),
  provider('Dependency-Track', kingfisher, format('odt_', base62(32, 255))),
  provider('SettleMint', gitleaks, format('sm_aat_ sm_pat_ sm_sat_', base62(16))),
  provider('42 Intra', gitleaks, format('s-s4t2ud- s-s4t2af-', hex(64))),
  provider('Private secret URI', 'https://www.rfc-editor.org/rfc/rfc8959', format('secret-token:', joined(16, 400))),
]
