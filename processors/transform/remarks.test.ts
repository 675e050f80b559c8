import { describe, expect, it } from 'vitest'
import { createRemarks } from './remarks.ts'

describe('createRemarks', () => {
  it('counts equal remarks', () => {
    const remarks = createRemarks()
    remarks.add('attributes', 'class/identifier', 'remove')
    remarks.add('body', 'entity/email', 'mask')
    remarks.add('attributes', 'class/identifier', 'remove')
    expect(remarks.list()).toEqual(['attributes:class/identifier:remove:2', 'body:entity/email:mask:1'])
  })

  it.each([31, 32])('stays bounded with %i distinct remarks', (distinct) => {
    const remarks = createRemarks()
    for (let index = 0; index < distinct; index++) remarks.add('attributes', `entity/custom_${index}`, 'mask')
    expect(remarks.list()).toHaveLength(Math.min(distinct, 32))
    expect(remarks.list().some((remark) => remark.startsWith('attributes:limit/remarks'))).toBe(distinct > 31)
  })
})
