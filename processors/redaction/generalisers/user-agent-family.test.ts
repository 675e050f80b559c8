import { describe, expect, it } from 'vitest'
import { userAgentFamily } from './user-agent-family.ts'

const mozilla = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

describe('userAgentFamily', () => {
  it.each([
    [`${mozilla} Chrome/128.0.6613.84 Safari/537.36`, 'Chrome 128'],
    [`${mozilla} Chrome/128.0.0.0 Safari/537.36 Edg/128.0.2739.42`, 'Edge 128'],
    [`${mozilla} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`, 'Opera 112'],
    [`${mozilla} HeadlessChrome/128.0.0.0 Safari/537.36`, 'HeadlessChrome 128'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox 130'],
    [`${iphone} Version/18.0 Mobile/15E148 Safari/604.1`, 'Safari 18'],
    [`${iphone} CriOS/128.0.6613.98 Mobile/15E148 Safari/604.1`, 'Chrome 128'],
    [`${mozilla} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`, 'Samsung Internet 25'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'Googlebot 2'],
    ['curl/8.5.0', 'curl 8'],
    ['python-requests/2.31.0', 'python-requests 2'],
    ['Go-http-client/1.1', 'Go-http-client 1'],
    ['undici', 'undici'],
    ['node', 'Node.js'],
    ['kube-probe/1.29', 'kube-probe 1'],
  ])('keeps family and major version of %s', (text, family) => {
    expect(userAgentFamily(text)).toBe(family)
  })

  it.each(['Chrome 128', 'Samsung Internet 25', 'Node.js', 'curl 8'])('is idempotent on %s', (family) => {
    expect(userAgentFamily(family)).toBe(family)
  })

  it.each(['', 'BobsScript/1.0', 'bob@example.com', 'my-curly-client/1', 'x'.repeat(1_025), 'ChromeChrome'])(
    'gives nothing for what it does not know, so that the caller removes it: %s',
    (text) => {
      expect(userAgentFamily(text)).toBeUndefined()
    },
  )
})
