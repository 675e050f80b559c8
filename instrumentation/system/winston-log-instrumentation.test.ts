import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'privity-winston-'))
symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, { recursive: true }))

const url = (file: string) => new URL(file, import.meta.url).href
const preload = join(folder, 'preload.mjs')
writeFileSync(
  preload,
  `import '${url('./child-fixture.ts')}'
   import { WinstonLogInstrumentation } from '${url('./winston-log-instrumentation.ts')}'
   new WinstonLogInstrumentation()`,
)

const body = `
  const logger = winston.createLogger({ transports: [new winston.transports.Console()] })
  logger.info('hello', { id: 7 })
  console.log(logger.transports.length)`

it.each([
  ['cjs', `const winston = require('winston');${body}`],
  ['mjs', `import winston from 'winston';${body}`],
  ['mjs', `import * as winston from 'winston';${body}`],
])(
  'records what an application in .%s logs, once, without changing what it writes',
  (extension, code) => {
    const app = join(folder, `app.${extension}`)
    const records = join(folder, 'records.json')
    writeFileSync(app, code)
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      PRIVITY_TEST_RECORDS: records,
      PRIVITY_TEST_CLASSES: 'technical,content',
    }
    const run = (...flags: string[]) => execFileSync(process.execPath, [...flags, app], { env, encoding: 'utf8' })
    expect(run('--import', preload)).toBe(run())
    const { records: made } = JSON.parse(readFileSync(records, 'utf8')) as {
      records: { body?: unknown; attributes: object }[]
    }
    expect(made.filter((record) => record.body === 'hello')).toMatchObject([{ attributes: { id: 7 } }])
  },
  30_000,
)
