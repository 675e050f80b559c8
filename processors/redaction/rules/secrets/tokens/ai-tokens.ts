import { formatLists } from './format-lists.ts'
import {
  base62,
  base64url,
  format,
  hex,
  joined,
  provider,
  type TokenProvider,
  uuid,
  withMixedUnits,
} from './token-format.ts'

const { gitHub, gitleaks, kingfisher, trufflehog } = formatLists

/** Models, and what is built around them. */
export const aiTokens: readonly TokenProvider[] = [
  provider(
    'OpenAI',
    gitleaks,
    // those of today have `T3BlbkFJ` in their midst, `OpenAI` in Base64; the lengths have changed often
    format('sk-proj- sk-svcacct- sk-service- sk-admin- sk-None-', base64url(20, 255)),
    // of the many that offer its interface, too
    { ...format('sk-', base62(20, 255)), isToken: isMixed },
  ),
  provider(
    'Anthropic',
    'https://docs.anthropic.com/en/api/overview',
    format('sk-ant-', base62(3, 8), '-', base64url(20, 255)),
  ),
  provider(
    'OpenRouter',
    'https://openrouter.ai/docs/api-reference/authentication',
    format('sk-or-', base64url(20, 120)),
  ),
  provider('Langfuse', gitHub, format('sk-lf-', ...uuid)),
  provider('Helicone', 'https://docs.helicone.ai/', format('sk-helicone-', base64url(20, 120))),
  provider('Hugging Face', 'https://huggingface.co/docs/hub/security-tokens', format('hf_ api_org_', base62(30, 60))),
  provider('Groq', 'https://console.groq.com/docs/quickstart', format('gsk_', base62(40, 80))),
  provider('xAI', 'https://docs.x.ai/docs/overview', format('xai-', base64url(40, 120))),
  provider('Perplexity', 'https://docs.perplexity.ai/', format('pplx-', base62(40, 80))),
  provider('Replicate', 'https://replicate.com/docs/reference/http', format('r8_', base64url(30, 60))),
  provider('Together', gitHub, format('tgp_v1_', base64url(40, 60))),
  provider('Fireworks', kingfisher, withMixedUnits(format('fw_ fpk_', base62(20, 40)))),
  provider('NVIDIA', 'https://docs.nvidia.com/nim/', format('nvapi-', base64url(60, 70))),
  provider(
    'Pinecone',
    'https://docs.pinecone.io/guides/projects/manage-api-keys',
    format('pcsk_', base62(4, 8), '_', base62(50, 70)),
  ),
  provider('Tavily', 'https://docs.tavily.com/', format('tvly- tvly-dev- tvly-prod-', base62(16, 60))),
  provider(
    'LangSmith',
    'https://docs.smith.langchain.com/',
    format('lsv2_pt_ lsv2_sk_', hex(32), '_', hex(10)),
    format('ls__', hex(32)),
  ),
  provider('ElevenLabs', 'https://elevenlabs.io/docs/api-reference/authentication', format('sk_', hex(48))),
  provider('Firecrawl', 'https://docs.firecrawl.dev/', format('fc-', hex(32))),
  provider('Cerebras', 'https://inference-docs.cerebras.ai/', format('csk-', base62(40, 60))),
  provider('Jina', 'https://jina.ai/reader', format('jina_', base64url(50, 70))),
  provider('FriendliAI', gitHub, format('flp_', base62(30, 60))),
  provider('LlamaCloud', 'https://docs.cloud.llamaindex.ai/', format('llx-', base62(40, 60))),
  provider('E2B', 'https://e2b.dev/docs/api-key', format('e2b_', hex(40))),
  provider('Browserbase', 'https://docs.browserbase.com/', format('bb_live_ bb_test_', base64url(20, 60))),
  provider('Voiceflow', trufflehog, format('VF.DM. VF.WS. VF.', hex(24), '.', base62(16))),
  provider('n8n', 'https://docs.n8n.io/api/authentication/', format('n8n_api_', joined(40, 400))),
  provider('Retool', 'https://docs.retool.com/', format('retool_01', base62(20, 40))),
]

/** `sk-` may begin a name; keys are neither all letters nor all digits. */
function isMixed(key: string): boolean {
  return /\d/u.test(key) && /[A-Za-z]/u.test(key.slice(3))
}
