import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
const commands = [...readme.matchAll(/^```sh\n([^`]+)^```/gm)].flatMap(([, block = '']) => block.trim().split('\n'))

describe('README.md', () => {
  it.each(commands)('tells the truth: %s', async (command) => {
    // `privity` is the bin of this very package
    const [program, ...args] = command.replace(/^privity /, 'node dist/cli/main.js ').split(' ')
    const child = spawn(program === 'node' ? process.execPath : String(program), args, {
      cwd: root,
      env: { ...process.env, PORT: '0', DATABASE_URL: '' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const [code] = await once(child, 'close')
    expect(code).toBe(0)
  })

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(existsSync(new URL(link, import.meta.url)), link).toBe(true)
  })
})
