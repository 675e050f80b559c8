import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const flows = ['operations', 'product_analytics', 'company_context', 'cross_company_insights', 'resource_generation']

/** Runs one of the scripts beside this file; `onOutput` sees all that it has written so far. */
async function run(
  args: readonly string[],
  onOutput: (text: string, child: ReturnType<typeof spawn>) => void = () => {},
): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part
    onOutput(text, child)
  })
  const [code] = await once(child, 'close')
  return { code, text }
}

/** The last table of the output: by flow, the numbers of spans, logs and metric points. */
function lastTable(text: string): Record<string, number[]> {
  const table = text.slice(text.lastIndexOf('withheld, and why'))
  return Object.fromEntries(
    flows.map((flow) => {
      const [, numbers = ''] =
        table.match(new RegExp(`^${flow} +(?:anonymous|pseudonymous)((?: +\\d[\\d ]*){3})`, 'm')) ?? []
      return [
        flow,
        numbers
          .trim()
          .split(/ {2,}/)
          .map((number) => Number(number.replace(' ', ''))),
      ]
    }),
  )
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

describe('start.ts', () => {
  it('shows what each flow received and what was withheld, and ends by itself', async () => {
    const { code, text } = await run(['start.ts', '--for', '12', '--pause', '300'])
    expect(code, text).toBe(0)
    const table = lastTable(text)
    for (const flow of flows) expect(table[flow]?.[0], `spans of ${flow} in\n${text}`).toBeGreaterThan(0)
    expect(table.operations?.[1], text).toBeGreaterThan(0)
    expect(table.operations?.[2], text).toBeGreaterThan(0)
    for (const reason of ['unknown_subject', 'no_grant', 'denied']) expect(text).toContain(reason)
    expect(text).toMatch(/ 0 failed/)
    expect(text).toMatch(/class\/\w+ remove/)
    expect(await answers(/http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '')).toBe(false)
  })

  it('ends cleanly on Ctrl-C', async () => {
    let told = false
    const { code, text } = await run(['start.ts'], (soFar, child) => {
      if (told || !soFar.includes('withheld, and why')) return
      told = true
      child.kill('SIGINT')
    })
    expect(code, text).toBe(0)
    expect(text).toContain('ending …')
    expect(await answers(/http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '')).toBe(false)
  })

  it('says how it is used when it is used wrongly', async () => {
    expect((await run(['start.ts', '--for', 'ever'])).code).toBe(2)
  })
})

describe('dev.ts', () => {
  it('shows requests as waterfalls', async () => {
    const { code, text } = await run(['dev.ts', '--for', '12'])
    expect(code, text).toBe(0)
    expect(text).toMatch(/^(GET|POST) .*\| [\d.]+ ms$/m)
    expect(text).toMatch(/^ +.*\|.*█.*\| [\d.]+ ms$/m)
  })
})
