import type { ScanReport } from './tally.ts'

/** The report for people: a table of what was found, never the data itself. */
export function formatReport({ types, findings, files, lines, bytes, seconds }: ScanReport): string {
  const total = `${count(lines, 'line')}, ${formatBytes(bytes)}, ${seconds.toFixed(1)} s`
  if (findings === 0) return `Nothing found in ${count(files.length, 'file')}; ${total}`
  const hit = files.filter((file) => Object.keys(file.findings).length > 0).length
  const rows = [
    ['type', 'findings', 'lines', 'files'],
    ...Object.entries(types).map(([type, row]) => [type, ...[row.findings, row.lines, row.files].map(grouped)]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const table = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  )
  return [
    ...table,
    '',
    `${count(findings, 'finding')} in ${grouped(hit)} of ${count(files.length, 'file')}; ${total}`,
  ].join('\n')
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  return `${power === 0 ? bytes : (bytes / 1024 ** power).toFixed(1)} ${units[power]}`
}

function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`
}

export function grouped(number: number): string {
  return number.toLocaleString('en')
}
