import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'

/** A file to scan, or standard input. */
export interface Input {
  /** As it is called in reports. */
  readonly name: string
  /** `undefined`: standard input. */
  readonly path: string | undefined
  /** Where its clean copy goes in a directory of copies: as with `cp -r`. */
  readonly copyName: string
  readonly stats: Stats | undefined
}

/** What could not be scanned, and why. */
export interface Problem {
  readonly name: string
  readonly message: string
}

export interface FoundInputs {
  readonly inputs: readonly Input[]
  readonly problems: readonly Problem[]
}

/**
 * The inputs that the arguments stand for: files, directories with all that is in them, `-` for standard input.
 * Links to files are followed, links to directories only where they are arguments.
 *
 * @param except a directory that is left out: that of the clean copies
 */
export async function findInputs(
  names: readonly string[],
  cwd: string,
  except: string | undefined,
): Promise<FoundInputs> {
  const inputs: Input[] = []
  const problems: Problem[] = []
  const excepted = except === undefined ? undefined : await realpath(except).catch(() => except)

  const addFile = async (name: string, path: string, copyName: string, isNamed: boolean): Promise<void> => {
    try {
      const stats = await stat(path)
      if (stats.isDirectory()) {
        // a directory behind a link may lead back to where it stands
        if (isNamed) await addDirectory(name, path, copyName)
      } else if (isNamed || stats.isFile()) inputs.push({ name, path, copyName, stats })
    } catch (error) {
      problems.push({ name, message: messageOf(error) })
    }
  }

  const addDirectory = async (name: string, path: string, copyName: string): Promise<void> => {
    if (excepted !== undefined && (await realpath(path)) === excepted) return
    const entries = await readdir(path, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      const inner = join(path, entry.name)
      await addFile(join(name, entry.name), inner, join(copyName, entry.name), entry.isDirectory())
    }
  }

  for (const name of names) {
    if (name === '-') inputs.push({ name: '-', path: undefined, copyName: 'stdin', stats: undefined })
    else {
      const path = resolve(cwd, name)
      // `.` and `..` have no name of their own
      await addFile(name, path, relative(path, cwd) === '' ? '' : basename(path), true)
    }
  }
  return { inputs, problems }
}

/** Without the name of the file, which stands before it, and the call that failed. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return plainMessages[code] ?? error.message
}

const plainMessages: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  Z_BUF_ERROR: 'ends in the middle of its compressed data',
  Z_DATA_ERROR: 'is not what gzip writes',
}
