import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BenchResult, Goal } from '../bench/bench-result.ts'
import { build } from './build.ts'

// npm run bench -- NAME [--json]

const folder = new URL('../bench/', import.meta.url)
const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
const [name] = positionals
const known = readdirSync(folder).flatMap((file) => {
  const [, bench] = /^(consent|detection|guard|overhead|redaction|startup)\.ts$/u.exec(file) ?? []
  return bench === undefined ? [] : [bench]
})

if (name === undefined || !known.includes(name)) {
  console.error(`npm run bench -- NAME [--json], where NAME is one of: ${known.join(', ')}`)
  process.exitCode = name === undefined ? 0 : 2
} else {
  await build()
  const { run } = (await import(new URL(`${name}.ts`, folder).href)) as { run(): Promise<BenchResult> }
  const result = await run()
  if (values.json === true) console.log(JSON.stringify(result))
  else print(result)
}

function print({ bench, goals, peers, environment }: BenchResult): void {
  console.log(`${bench}: ${JSON.stringify(environment)}`)
  console.table(peers)
  for (const goal of goals) {
    const sign = goal.better === 'lower' ? '<=' : '>='
    console.log(
      `${met(goal) ? 'met   ' : 'missed'} ${goal.name}: ${goal.value} ${goal.unit} (goal ${sign} ${goal.goal})`,
    )
  }
}

function met({ value, goal, better }: Goal): boolean {
  return better === 'lower' ? value <= goal : value >= goal
}
