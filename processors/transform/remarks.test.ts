import { describe, expect, it } from 'vitest'
import { type Remark, remark, remarkTexts } from './remarks.ts'

describe('remark', () => {
  it('counts equal remarks', () => {
    const remarks: Remark[] = []
    remark({ remarks }, 'attributes', 'class/identifier', 'remove')
    remark({ remarks }, 'body', 'entity/email', 'mask')
    remark({ remarks }, 'attributes', 'class/identifier', 'remove')
    expect(remarkTexts(remarks)).toEqual(['attributes:class/identifier:remove:2', 'body:entity/email:mask:1'])
  })

  it.each([31, 32])('stays bounded with %i distinct remarks', (distinct) => {
    const remarks: Remark[] = []
    for (let index = 0; index < distinct; index++) remark({ remarks }, 'attributes', `entity/custom_${index}`, 'mask')
    expect(remarkTexts(remarks)).toHaveLength(Math.min(distinct, 32))
    expect(remarkTexts(remarks).some((remark) => remark.startsWith('attributes:limit/remarks'))).toBe(distinct > 31)
  })
})
