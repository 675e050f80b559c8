import { describe, expect, it } from 'vitest'
import { hostileParts } from '../../bench/hostile-parts.ts'
import { entityTypes } from '../../policy/entities.ts'
import { createDetector } from './create-detector.ts'

const detect = createDetector({ entities: entityTypes.map(({ type }) => type), custom: [], actions: {} })

describe('hostile texts', () => {
  const length = 200_000
  it.each(hostileParts)('are read to the end in good time: %j over and over', { timeout: 20_000 }, (part) => {
    const text = `${part.repeat(Math.ceil(length / part.length))} bob@example.com`
    const entities = detect(text)
    const last = entities.at(-1)
    expect(last && text.length - last.end).toBe(0)
  })
})
