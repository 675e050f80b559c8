/** A form of key that shows by its beginning. */
export interface ProviderKey {
  readonly provider: string
  /** How it may begin, with spaces between. */
  readonly prefixes: string
  /** What must follow, as a regular expression. */
  readonly rest: string
}

/** A form of key that shows by something inside. */
export interface EmbeddedKey {
  readonly provider: string
  /** In every key of this form. */
  readonly inside: string
  /** The whole key, as a regular expression. */
  readonly whole: string
}

function key(provider: string, prefixes: string, rest: string): ProviderKey {
  return { provider, prefixes, rest }
}

/** Forms that the providers document, or that their own keys show. */
export const providerKeys: readonly ProviderKey[] = [
  key('AWS', 'AKIA ASIA ABIA ACCA AGPA AIDA AIPA ANPA ANVA AROA', '[A-Z0-9]{16}'),
  key('GitHub', 'ghp_ gho_ ghu_ ghs_ ghr_', '[A-Za-z0-9]{36,255}'),
  key('GitHub', 'github_pat_', '[A-Za-z0-9_]{22,255}'),
  key('GitLab', 'glpat- gldt- glft- glrt- glsoat- glcbt- glptt- glimt- glagent- gloas- glffct-', '[\\w.-]{20,255}'),
  key('Slack', 'xoxa- xoxb- xoxe- xoxo- xoxp- xoxr- xoxs- xoxe.xoxb- xoxe.xoxp- xapp-', '[A-Za-z0-9-]{10,255}'),
  key('Slack', 'hooks.slack.com/services/ hooks.slack.com/workflows/', '[A-Za-z0-9/_-]{20,120}'),
  key('Stripe', 'sk_live_ sk_test_ rk_live_ rk_test_', '[A-Za-z0-9]{10,255}'),
  key('Stripe', 'whsec_', '[A-Za-z0-9+/=]{20,255}'),
  key('Google', 'AIza', '[\\w-]{35}'),
  key('Google', 'ya29.', '[\\w-]{20,2048}'),
  key('Google', 'GOCSPX-', '[\\w-]{20,40}'),
  key('Anthropic, OpenAI, OpenRouter', 'sk-ant- sk-proj- sk-svcacct- sk-admin- sk-None- sk-or-', '[\\w-]{16,255}'),
  key('OpenAI, and those with its interface', 'sk-', '[A-Za-z0-9]{20,255}'),
  key('Hugging Face', 'hf_ api_org_', '[A-Za-z0-9]{30,60}'),
  key('Groq', 'gsk_', '[A-Za-z0-9]{40,80}'),
  key('xAI', 'xai-', '[A-Za-z0-9]{40,120}'),
  key('Perplexity', 'pplx-', '[A-Za-z0-9]{40,80}'),
  key('Replicate', 'r8_', '[A-Za-z0-9]{30,60}'),
  key('npm', 'npm_', '[A-Za-z0-9]{36}'),
  key('PyPI', 'pypi-', '[\\w-]{50,512}'),
  key('RubyGems', 'rubygems_', '[0-9a-f]{48}'),
  key('Docker', 'dckr_pat_ dckr_oat_', '[\\w-]{20,80}'),
  key('Twilio', 'SK AC', '[0-9a-f]{32}'),
  key('SendGrid', 'SG.', '[\\w-]{16,32}\\.[\\w-]{16,64}'),
  key('Mailgun', 'key-', '[0-9a-f]{32}'),
  key('Brevo', 'xkeysib-', '[0-9a-f]{64}-[A-Za-z0-9]{16}'),
  key('Resend', 're_', '[A-Za-z0-9]{8}_[A-Za-z0-9]{20,40}'),
  key('Discord', 'discord.com/api/webhooks/ discordapp.com/api/webhooks/', '\\d{16,20}/[\\w-]{40,120}'),
  key('Shopify', 'shpat_ shpca_ shppa_ shpss_ shptka_', '[0-9a-fA-F]{32}'),
  key('Square', 'sq0atp- sq0csp- sq0idp-', '[\\w-]{22,60}'),
  key('Square', 'EAAA', '[\\w-]{56,64}'),
  key('Facebook', 'EAA', '[A-Za-z0-9]{80,300}'),
  key('DigitalOcean', 'dop_v1_ doo_v1_ dor_v1_', '[0-9a-f]{64}'),
  key('Databricks', 'dapi', '[0-9a-f]{32}(?:-\\d)?'),
  key('HashiCorp Vault', 'hvs. hvb. hvr.', '[\\w-]{20,300}'),
  key('Doppler', 'dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.', '[\\w.-]{40,120}'),
  key('Grafana', 'glsa_ glc_', '[A-Za-z0-9_+/=]{32,255}'),
  key('New Relic', 'NRAK- NRAA- NRAI- NRAL-', '[A-Za-z0-9-]{27,50}'),
  key('Sentry', 'sntrys_ sntryu_', '[A-Za-z0-9+/=_]{40,300}'),
  key('Postman', 'PMAK-', '[0-9a-f]{24}-[0-9a-f]{34}'),
  key('Linear', 'lin_api_ lin_oauth_', '[A-Za-z0-9]{40,80}'),
  key('Notion', 'ntn_', '[A-Za-z0-9]{40,60}'),
  key('Atlassian', 'ATATT3', '[\\w=-]{60,255}'),
  key('Airtable', 'pat', '[A-Za-z0-9]{14}\\.[0-9a-f]{64}'),
  key('Figma', 'figd_ figo_ figu_ figr_', '[\\w-]{38,60}'),
  key('PlanetScale', 'pscale_tkn_ pscale_pw_ pscale_oauth_', '[\\w.-]{32,64}'),
  key('Supabase', 'sbp_', '[0-9a-f]{40}'),
  key('Supabase', 'sb_secret_', '[\\w-]{20,60}'),
  key('Heroku', 'HRKU-', '[\\w-]{36,70}'),
  key('Fly.io', 'fm1_ fm1r_ fm1a_ fm2_', '[A-Za-z0-9+/=_-]{60,2048}'),
  key('Buildkite', 'bkua_ bkaj_ bkct_', '[0-9a-f]{40}'),
  key('Alibaba Cloud', 'LTAI', '[A-Za-z0-9]{12,30}'),
  key('age', 'AGE-SECRET-KEY-1', '[0-9A-Z]{58}'),
  key('Dropbox', 'sl. sl.u.', '[\\w-]{120,2048}'),
]

export const embeddedKeys: readonly EmbeddedKey[] = [
  { provider: 'Azure', inside: 'Q~', whole: '[\\w~.-]{3}[78]Q~[\\w~.-]{31,34}' },
  { provider: 'Telegram', inside: ':AA', whole: '\\d{8,10}:AA[\\w-]{32,34}' },
  { provider: 'Mailchimp', inside: '-us', whole: '[0-9a-f]{32}-us\\d{1,2}' },
  { provider: 'Discord', inside: '.', whole: '[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}' },
  { provider: 'HashiCorp Terraform', inside: '.atlasv1.', whole: '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{60,80}' },
]
