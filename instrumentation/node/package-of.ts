/**
 * The package that a module specifier leads into: `pg` for `pg`, `pg/lib/client` and `/app/node_modules/pg/lib/index.js`.
 *
 * @param specifier what was passed to `require` or `import`
 * @returns the name of the package or of the built-in module, without `node:`; `undefined` for files of one's own package
 * @example packageOf('@nestjs/core/router') // '@nestjs/core'
 * @example packageOf('node:dns/promises') // 'dns'
 */
export function packageOf(specifier: string): string | undefined {
  const first = specifier.charCodeAt(0)
  if (first === dot || first === hash) return undefined
  if (specifier.startsWith('node:')) return firstSegments(specifier, 5, 1)
  if (first === slash || specifier.includes(':')) {
    const folder = specifier.replaceAll('\\', '/').lastIndexOf('/node_modules/')
    if (folder === -1) return undefined
    return packageOf(specifier.replaceAll('\\', '/').slice(folder + '/node_modules/'.length))
  }
  return firstSegments(specifier, 0, first === at ? 2 : 1)
}

function firstSegments(text: string, start: number, count: number): string {
  let end = start - 1
  for (let found = 0; found < count; found++) {
    end = text.indexOf('/', end + 1)
    if (end === -1) return text.slice(start)
  }
  return text.slice(start, end)
}

const dot = 46
const hash = 35
const slash = 47
const at = 64
