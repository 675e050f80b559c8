import { realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Input } from './find-inputs.ts'

/** Is `--redact` a directory? It is if it is one already, ends in a slash, or several inputs have to go there. */
export async function isCopyDirectory(target: string, cwd: string, names: readonly string[]): Promise<boolean> {
  if (/[/\\]$/u.test(target) || names.length > 1) return true
  const paths = [target, ...names.filter((name) => name !== '-')].map((name) => resolve(cwd, name))
  const known = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)))
  return known.some((stats) => stats?.isDirectory() === true)
}

/**
 * Where the copies go.
 *
 * @throws Error that says which two would be in one place, or which copy would replace an original
 */
export async function copyTargets(
  inputs: readonly Input[],
  target: string,
  cwd: string,
  isDirectory: boolean,
): Promise<ReadonlyMap<Input, string>> {
  const originals = new Map<string, string>()
  for (const { name, path } of inputs) {
    if (path !== undefined) for (const identity of await identitiesOf(path)) originals.set(identity, name)
  }
  const paths = new Map<Input, string>()
  const taken = new Map<string, string>()
  for (const input of inputs) {
    const path = isDirectory ? join(resolve(cwd, target), input.copyName) : resolve(cwd, target)
    const other = taken.get(path)
    if (other !== undefined) throw new Error(`the copies of ${other} and ${input.name} would both be ${path}`)
    const original = (await identitiesOf(path)).map((identity) => originals.get(identity)).find(Boolean)
    if (original !== undefined) throw new Error(`the copy of ${input.name} would replace ${original}`)
    taken.set(path, input.name)
    paths.set(input, path)
  }
  return paths
}

/** A file is the same under another name: through links, or on a file system that knows no case. */
async function identitiesOf(path: string): Promise<string[]> {
  const [real, stats] = await Promise.all([realpath(path).catch(() => path), stat(path).catch(() => undefined)])
  return stats === undefined ? [real] : [real, `${stats.dev}:${stats.ino}`]
}
