import { type GppField, gppFields } from '../../policy/policy.ts'
import { bitReader } from './bit-reader.ts'
import { usPrivacySection, usSections } from './gpp-sections.ts'
import type { SignalProblem } from './signal-result.ts'

/** What a section for the United States says no to. */
export interface UsSection {
  readonly denied: ReadonlySet<GppField>
  /** Its GPC sub-section says that the browser sent the signal. */
  readonly gpc: boolean
}

/**
 * Reads one section of a GPP string. A field denies unless it says "not applicable" (0) or "did not opt out", "consent"
 * (2); a list denies if one of its items does.
 *
 * @param id one of `usSections`, or `usPrivacySection`
 */
export async function readUsSection(
  id: number,
  text: string,
): Promise<UsSection | { readonly problem: SignalProblem }> {
  if (id === usPrivacySection) return readUsPrivacy(text)
  const section = usSections[id]
  if (section === undefined) return { problem: malformed('') }
  try {
    const version = bitReader(text.slice(0, 1)).bits(6)
    const coreBits = section.coreBits[version]
    if (coreBits === undefined) return { problem: unsupported(section.name, section.coreBits, version) }
    const whole = withoutPadding(text, Math.ceil(coreBits / 6))
    if (whole === undefined) return { problem: malformed(section.name) }
    const fields = await decodeSection(id, section.name, whole)
    return { denied: new Set(gppFields.filter((field) => saysNo(fields[field]))), gpc: fields.Gpc === true }
  } catch {
    // its message quotes the string
    return { problem: malformed(section.name) }
  }
}

type Fields = Readonly<Record<string, unknown>>

async function decodeSection(id: number, name: string, text: string): Promise<Fields> {
  const { GppModel } = await import('@iabgpp/cmpapi')
  const model = new GppModel()
  model.decodeSectionById(id, text)
  const fields: Fields = model.getSection(name)
  const second = text.split('.')[1]
  // some sections have one for GPC, whose type is 1, some one of 16 bits for sensitive data, some none
  const known = 'Gpc' in fields ? fields.GpcSegmentType === 1 : 'MspaVersion' in fields && (second?.length ?? 0) >= 3
  if (second !== undefined && !known) throw new RangeError('unknown sub-section')
  return fields
}

/**
 * The section with as many letters of core as its version has; encoders fill up with zeros to bytes or to groups of four
 * letters. The decoder takes defaults for what is missing, so that an opt-out that was cut off would go unseen, and it
 * tells the versions of `usnat` apart by their length.
 *
 * @returns `undefined` where something is missing, or there is more than can be read
 */
function withoutPadding(text: string, letters: number): string | undefined {
  const [core = '', ...others] = text.split('.')
  if (core.length < letters || !/^A*$/.test(core.slice(letters)) || others.length > 1 || others[0] === '')
    return undefined
  return [core.slice(0, letters), ...others].join('.')
}

function saysNo(value: unknown): boolean {
  if (value === undefined) return false
  if (Array.isArray(value)) return value.some(saysNo)
  return value !== 0 && value !== 2
}

/** The US Privacy String: version, notice, opt-out of sale, covered by the LSPA. Each of the last three is Y, N or -. */
function readUsPrivacy(text: string): UsSection | { readonly problem: SignalProblem } {
  if (!/^1[YN-]{3}$/.test(text)) return { problem: malformed('uspv1') }
  return { denied: new Set(text[2] === 'Y' ? (['SaleOptOut'] as const) : []), gpc: false }
}

function malformed(section: string): SignalProblem {
  return {
    code: 'malformed',
    path: [section],
    expected: 'a section as its specification describes it, whole',
    received: 'one that cannot be read',
    hint: 'Hand over the string as the consent manager made it, whole and unchanged.',
  }
}

function unsupported(section: string, versions: object, version: number): SignalProblem {
  return {
    code: 'unsupported_version',
    path: [section, 'Version'],
    expected: Object.keys(versions).join(' or '),
    received: String(version),
    hint: 'Fields may have moved: update Privity, or the consent manager.',
  }
}
