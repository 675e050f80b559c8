import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The hook as users have it, built. */
export const register = join(root, 'dist/instrumentation/node/register.cjs')

export interface Run {
  readonly stdout: string
  readonly stderr: string
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface RunOptions {
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly esm?: boolean
}

/** A folder for applications that finds the packages of this repository. */
export function createAppFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'privity-hook-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  let apps = 0
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true }),
    /** Runs `code` in a process of its own, to its end. */
    run(code: string, { flags = [], env = {}, files = {}, esm = false }: RunOptions = {}): Promise<Run> {
      const app = join(folder, `app-${apps++}.${esm ? 'mjs' : 'cjs'}`)
      writeFileSync(app, code)
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
      return new Promise((resolve) => {
        const child = spawn(process.execPath, [...flags, app], {
          cwd: folder,
          env: { PATH: process.env.PATH, PRIVITY_KEY: testKey, ...env },
        })
        let stdout = ''
        let stderr = ''
        child.stdout.on('data', (text) => (stdout += text))
        child.stderr.on('data', (text) => (stderr += text))
        child.stdin.end()
        child.on('close', (code, signal) => resolve({ stdout, stderr: stderr.replaceAll(app, 'APP'), code, signal }))
      })
    },
  }
}

const testKey = 'dGVzdHMgb2YgdGhlIGhvb2ssIGZvciBub2JvZHkgZWxzZTEyMzQ1Njc4OTA='
