import { GppModel, HeaderV1 } from '@iabgpp/cmpapi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gppSectionIds } from './gpp-header.ts'

describe('gppSectionIds', () => {
  it.each([
    // of the specification: Header Examples, and where it shows whole strings
    ['DBABM', [2]],
    ['DBACNY', [2, 6]],
    ['DBACNYA', [2, 6]],
    ['DBABjw', [5, 6]],
    ['DBABLA', [7]],
    ['DBAA', []],
  ])('reads %s', (header, ids) => {
    expect(gppSectionIds(header)).toEqual(ids)
  })

  it('reads what the encoder of IAB Tech Lab writes', () => {
    const sections = fc.uniqueArray(fc.integer({ min: 1, max: 255 }), { maxLength: 40 })
    fc.assert(
      fc.property(sections, (ids) => {
        const sorted = [...ids].sort((a, b) => a - b)
        const header = new HeaderV1()
        header.setFieldValue('SectionIds', sorted)
        expect(gppSectionIds(header.encode())).toEqual(sorted)
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['a TC string', 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA'],
    ['another version', 'DCABM'],
    ['a header that ends early', 'DBA'],
    ['a number that ends early', 'DBABA'],
    ['a letter that is not of Base64url', 'DBAB+'],
  ])('throws for %s', (_name, header) => {
    expect(() => gppSectionIds(header)).toThrow(RangeError)
  })

  it('knows sections up to 255, and unfolds no range beyond', () => {
    const upTo = (id: number) => {
      const header = new HeaderV1()
      header.setFieldValue('SectionIds', [id])
      return gppSectionIds(header.encode())
    }
    expect(upTo(255)).toEqual([255])
    expect(() => upTo(256)).toThrow(RangeError)
    // 1 range, from 1 to some billions
    expect(() => gppSectionIds('DBAB4AAAAAAAAAAAAYA')).toThrow(RangeError)
  })

  it('never throws anything but a RangeError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          expect(gppSectionIds(`DB${text}`).every((id) => id > 0 && id <= 255)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })

  it('agrees with the decoder of IAB Tech Lab on a whole string', () => {
    const model = new GppModel()
    for (const name of ['usca', 'usri', 'usnat', 'usfl']) model.setFieldValue(name, 'SaleOptOut', 1)
    expect(gppSectionIds(model.encode().split('~')[0] ?? '')).toEqual(model.getSectionIds())
  })
})
