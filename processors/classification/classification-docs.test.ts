import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { generalise } from '../redaction/generalise.ts'
import { createClassifier } from './classify.ts'

const page = readFileSync(new URL('../../docs/classification.md', import.meta.url), 'utf8')

/** The cells of every table row, without the heads. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

const inCode = (cell: string): string[] => Array.from(cell.matchAll(/`([^`]+)`/gu), ([, code = '']) => code)

const yaml = /```yaml\n([\s\S]*?)```/u.exec(page)?.[1] ?? ''
const classify = createClassifier(parsePolicy(yaml))

describe('docs/classification.md', () => {
  it('gives examples that have the class', () => {
    const classes = rows.filter(
      (cells) => cells.length === 3 && !cells[2]?.match(/^`(?:policy|semconv|pattern|unknown|reserved)/u),
    )
    expect(classes).toHaveLength(7)
    for (const [dataClass = '', , examples = ''] of classes) {
      for (const key of inCode(examples)) expect([key, classify(key).class]).toEqual([key, inCode(dataClass)[0]])
    }
  })

  it('names the rules that decide', () => {
    const decided = rows.filter((cells) => cells[2]?.match(/^`(?:policy|semconv|pattern|unknown|reserved)/u))
    expect(decided).toHaveLength(8)
    for (const cells of decided) {
      const [key = '', dataClass, rule] = cells.flatMap(inCode)
      expect([key, classify(key)]).toEqual([key, expect.objectContaining({ class: dataClass, rule })])
    }
  })

  it('shows what the generalisers do', () => {
    const general = rows.filter((cells) => cells.length === 4)
    expect(general).toHaveLength(6)
    for (const [key = '', action = '', dataClass = '', example = ''] of general) {
      const { generalise: form } = classify(inCode(key)[0] ?? '')
      expect(form).toEqual({ action: inCode(action)[0], class: inCode(dataClass)[0] })
      const [from, to] = inCode(example)
      if (form !== undefined && from !== undefined) expect(generalise(form.action, from)).toBe(to)
    }
  })
})
