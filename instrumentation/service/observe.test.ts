import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { observe } from './observe.ts'

const telemetry = startTelemetry()
const folder = mkdtempSync(join(tmpdir(), 'privity-observe-'))
beforeEach(() => telemetry.reset())
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await telemetry.stop()
})

const source = `
import type { observe as Observe } from '${fileURLToPath(new URL('./observe.ts', import.meta.url))}'
declare const globalThis: { observe: typeof Observe }
const { observe } = globalThis

export class Orders {
  #taxes = 2
  @observe() total(price: number) { return price * this.#taxes }
  @observe({ name: 'give back', capture: { arguments: ['orderId'] } }) async refund(orderId: string) { return orderId }
  @observe() static count() { return 3 }
  @observe() *lines() { yield 'a' }
  plain() { return 'not observed' }
}

@observe()
export class Tickets {
  constructor(readonly size: number) {}
  open() { return this.size }
  get half() { return this.size / 2 }
}
`

const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc')

const typeRoots = fileURLToPath(new URL('../../node_modules/@types', import.meta.url))

/** Compiled by the real compiler: Node itself runs no decorators. */
async function compile(dialect: string, ...flags: string[]) {
  const file = join(folder, `${dialect}.mts`)
  writeFileSync(file, source)
  const common = [
    '--ignoreConfig',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--strict',
    '--skipLibCheck',
    '--types',
    'node',
    '--typeRoots',
    typeRoots,
    ...flags,
    file,
  ]
  try {
    execFileSync(process.execPath, [tsc, '--noEmit', '--allowImportingTsExtensions', ...common])
    execFileSync(process.execPath, [tsc, '--noCheck', '--noResolve', '--outDir', folder, ...common])
  } catch (error) {
    throw new Error(String((error as { stdout?: Buffer }).stdout))
  }
  Object.assign(globalThis, { observe })
  return import(pathToFileURL(file.replace('.mts', '.mjs')).href)
}

describe.each([
  ['standard', []],
  ['legacy', ['--experimentalDecorators']],
])('@observe() in the %s dialect', (dialect, flags) => {
  it('observes methods, static ones and generators, and whole classes', async () => {
    const { Orders, Tickets } = await compile(dialect, ...flags)
    const names = () => telemetry.spans().map((span) => span.attributes['code.function.name'])
    const orders = new Orders()
    expect(orders.total(21)).toBe(42)
    expect(await orders.refund('o-1')).toBe('o-1')
    expect(Orders.count()).toBe(3)
    expect([...orders.lines()]).toEqual(['a'])
    expect(orders.plain()).toBe('not observed')
    expect(names()).toEqual(['Orders.total', 'give back', 'Orders.count', 'Orders.lines'])
    telemetry.reset()
    const tickets = new Tickets(4)
    expect([tickets.open(), tickets.half, tickets.constructor]).toEqual([4, 2, Tickets])
    expect(names()).toEqual(['Tickets.open'])
  }, 30_000)
})
