import { describe, expect, it } from 'vitest'
import { noRemarks, remark, remarkTexts } from './remarks.ts'

describe('remark', () => {
  it('counts equal remarks', () => {
    const scope = { remarks: noRemarks }
    remark(scope, 'attributes', 'class/identifier', 'remove')
    remark(scope, 'body', 'entity/email', 'mask')
    remark(scope, 'attributes', 'class/identifier', 'remove')
    expect(remarkTexts(scope.remarks)).toEqual(['attributes:class/identifier:remove:2', 'body:entity/email:mask:1'])
  })

  it.each([31, 32])('stays bounded with %i distinct remarks', (distinct) => {
    const scope = { remarks: noRemarks }
    for (let index = 0; index < distinct; index++) remark(scope, 'attributes', `entity/custom_${index}`, 'mask')
    expect(remarkTexts(scope.remarks)).toHaveLength(Math.min(distinct, 32))
    expect(remarkTexts(scope.remarks).some((remark) => remark.startsWith('attributes:limit/remarks'))).toBe(
      distinct > 31,
    )
  })
})
