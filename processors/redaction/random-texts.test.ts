import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../policy/entities.ts'
import { createDetector } from './create-detector.ts'
import { allRules } from './rules/all-rules.ts'
import { allExamples } from './rules/examples-fixture.ts'

const detect = createDetector({ entities: entityTypes.map(({ type }) => type), custom: [], actions: {} })
const seed = 20_261_123
const texts = 1_000_000
const batch = 50_000

/** Marsaglia's xorshift, 32 bits: the same texts on every machine. */
function createRandom(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Words and anchors of the rules, pieces of what they find, and whatever may stand between. */
const pieces: readonly string[] = [
  ...allRules.flatMap((rule) => {
    if (rule.kind === 'anchor') return rule.anchors
    if (rule.kind === 'field') return rule.names
    return 'words' in rule ? rule.words : []
  }),
  ...Object.values(allExamples).flatMap(({ found, notFound }) =>
    [...found, ...notFound].flatMap((example) => example.split(/(?=[⟦⟧ :=@.-])/u)),
  ),
  ...' \t\n:=@.-_/\\"\'%&?#+()[]{}<>|,;~$!0123456789abcdefABCDEF',
  '\u00a0',
  '\u200b',
  '🙂',
  '\ud800',
  '\udc00',
  '\u0000',
  'é',
  '１',
  '＠',
  '%40',
  '\\u0040',
  '&#64;',
  '://',
  'eyJ',
]

describe('one million random texts', () => {
  it(`are read without an exception, and what is found is sorted, apart and inside (seed ${seed})`, {
    timeout: 300_000,
  }, async () => {
    const random = createRandom(seed)
    for (let done = 0; done < texts; done += batch) {
      for (let count = 0; count < batch; count++) {
        let text = ''
        for (let parts = random(12); parts >= 0; parts--) text += pieces[random(pieces.length)]
        expectOrdered(text)
      }
      // the runner must be heard between the batches
      await new Promise((resolve) => setImmediate(resolve))
    }
  })
})

/** Plain comparisons: a million expectations would take longer than the texts. */
function expectOrdered(text: string): void {
  let last = 0
  for (const { type, start, end } of detect(text)) {
    if (start < last || end <= start || end > text.length) {
      expect.fail(`${type} from ${start} to ${end}, after ${last}, in ${JSON.stringify(text)}`)
    }
    last = end
  }
}
