import { describe, expect, it } from 'vitest'
import { crc32 } from './crc32.ts'
import { crcInBase62, crcOfAtlassian, crcOfGrafana } from './token-checksums.ts'

describe('checksums of tokens', () => {
  it('CRC-32 gives the check value of its catalogue', () => {
    // https://reveng.sourceforge.io/crc-catalogue/17plus.htm#crc.cat.crc-32-iso-hdlc
    expect(crc32('123456789')).toBe(0xcbf43926)
    expect(crc32('')).toBe(0)
  })

  it('GitHub and npm write it in base 62', () => {
    // a revoked token that was published as an example of the format
    expect(crcInBase62.of(`npm_${'qkJaB6MffYVzZXWq'}${'mcoF49yrUxP3wf'}`, 'npm_')).toBe('0LsakP')
    expect(crcInBase62.of(`ghp_${'zQWBuTSOoRi4A9sp'}${'HcVY5ncnsDkxkJ'}`, 'ghp_')).toBe('0mLq17')
  })

  it('Grafana turns its bytes around, and leaves out the joint', () => {
    const token = `glsa_${'x'.repeat(32)}_`
    const expected = crc32(token.slice(0, -1)).toString(16).padStart(8, '0').match(/../gu)?.reverse().join('')
    expect(crcOfGrafana.of(token, 'glsa_')).toBe(expected)
  })

  it('Atlassian takes all that stands before', () => {
    expect(crcOfAtlassian.of('123456789', '')).toBe('CBF43926')
  })
})
