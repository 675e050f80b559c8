/**
 * The family and the major version of a user agent: what millions have in common.
 *
 * @returns `undefined` for what is not in the list below: an unknown product may be one person's script
 * @example
 * userAgentFamily('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36') // 'Chrome 128'
 */
export function userAgentFamily(text: string): string | undefined {
  if (text.length > maxLength) return undefined
  // what came out of here goes in again where records are redacted twice
  const again = /^([A-Za-z][A-Za-z .-]{0,30}?)(?: \d{1,4})?$/u.exec(text)
  if (again?.[1] !== undefined && familyNames.has(again[1])) return text
  for (const [product, family] of products) {
    const at = text.indexOf(product)
    if (at === -1 || (at > 0 && /[A-Za-z0-9]/u.test(text.charAt(at - 1)))) continue
    if (/^[A-Za-z]/u.test(text.slice(at + product.length))) continue
    const major = /^[/ ]?v?(\d{1,4})(?![\d])/u.exec(text.slice(at + product.length))?.[1]
    if (family === 'Safari') return safari(text)
    return major === undefined ? family : `${family} ${major}`
  }
  return undefined
}

const maxLength = 1_024

/** Safari says its own version under another name, and many others say Safari. */
function safari(text: string): string {
  const major = /Version\/(\d{1,4})/u.exec(text)?.[1]
  return major === undefined ? 'Safari' : `Safari ${major}`
}

/** Product to family. The order counts: most browsers also name those that they want to be taken for. */
const products: readonly (readonly [string, string])[] = [
  // robots and monitors
  ['Googlebot', 'Googlebot'],
  ['AdsBot-Google', 'AdsBot-Google'],
  ['bingbot', 'bingbot'],
  ['DuckDuckBot', 'DuckDuckBot'],
  ['YandexBot', 'YandexBot'],
  ['Baiduspider', 'Baiduspider'],
  ['Applebot', 'Applebot'],
  ['AhrefsBot', 'AhrefsBot'],
  ['SemrushBot', 'SemrushBot'],
  ['facebookexternalhit', 'facebookexternalhit'],
  ['Twitterbot', 'Twitterbot'],
  ['LinkedInBot', 'LinkedInBot'],
  ['Slackbot', 'Slackbot'],
  ['GPTBot', 'GPTBot'],
  ['ClaudeBot', 'ClaudeBot'],
  ['PerplexityBot', 'PerplexityBot'],
  ['CCBot', 'CCBot'],
  ['Bytespider', 'Bytespider'],
  ['kube-probe', 'kube-probe'],
  ['ELB-HealthChecker', 'ELB-HealthChecker'],
  ['GoogleHC', 'GoogleHC'],
  ['Prometheus', 'Prometheus'],
  ['UptimeRobot', 'UptimeRobot'],
  ['Pingdom', 'Pingdom'],
  ['Datadog', 'Datadog'],
  ['k6', 'k6'],
  // programs and libraries
  ['curl', 'curl'],
  ['Wget', 'Wget'],
  ['HTTPie', 'HTTPie'],
  ['PostmanRuntime', 'PostmanRuntime'],
  ['insomnia', 'insomnia'],
  ['python-requests', 'python-requests'],
  ['python-httpx', 'python-httpx'],
  ['Python-urllib', 'Python-urllib'],
  ['aiohttp', 'aiohttp'],
  ['axios', 'axios'],
  ['node-fetch', 'node-fetch'],
  ['undici', 'undici'],
  ['got', 'got'],
  ['Deno', 'Deno'],
  ['Bun', 'Bun'],
  ['Go-http-client', 'Go-http-client'],
  ['okhttp', 'okhttp'],
  ['Apache-HttpClient', 'Apache-HttpClient'],
  ['Java', 'Java'],
  ['Dart', 'Dart'],
  ['CFNetwork', 'CFNetwork'],
  ['grpc-node-js', 'grpc-node-js'],
  ['grpc-go', 'grpc-go'],
  ['grpc-java-netty', 'grpc-java-netty'],
  ['grpc-python', 'grpc-python'],
  ['autocannon', 'autocannon'],
  ['ApacheBench', 'ApacheBench'],
  ['wrk', 'wrk'],
  // browsers: the disguised ones first
  ['EdgiOS', 'Edge'],
  ['EdgA', 'Edge'],
  ['Edge', 'Edge'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Opera', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Vivaldi', 'Vivaldi'],
  ['YaBrowser', 'Yandex Browser'],
  ['UCBrowser', 'UC Browser'],
  ['FxiOS', 'Firefox'],
  ['Firefox', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['HeadlessChrome', 'HeadlessChrome'],
  ['Electron', 'Electron'],
  ['Chromium', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['MSIE', 'Internet Explorer'],
  ['Trident', 'Internet Explorer'],
  ['Safari', 'Safari'],
  ['node', 'Node.js'],
]

const familyNames: ReadonlySet<string> = new Set(products.map(([, family]) => family))
