import type { JsonState } from './json-state.ts'
import type { TokenKind } from './plain-text.ts'

/** The members that hold the value of an attribute in OTLP, with how they are written. */
const valueMembers: ReadonlyMap<string, TokenKind> = new Map([
  ['stringValue', 'text'],
  ['intValue', 'number'],
  ['doubleValue', 'number'],
  ['bytesValue', 'bytes'],
])

/** What orders and measures telemetry in OTLP: its ids and numbers mean nothing of their own. */
const structure = new Set(
  [
    'traceId spanId parentSpanId flags kind code severityNumber aggregationTemporality',
    'startTimeUnixNano endTimeUnixNano timeUnixNano observedTimeUnixNano',
    'droppedAttributesCount droppedEventsCount droppedLinksCount',
    'count sum min max scale zeroCount zeroThreshold offset bucketCounts explicitBounds quantile asInt asDouble',
  ].flatMap((names) => names.split(' ')),
)
const structural = /^[\d.eE+a-fA-F-]{0,64}$/u

/** Is what stands under the present name part of the structure, so that nobody need look at it? */
export function isStructure(state: JsonState, value: string): boolean {
  return state.isOtlp && structure.has(state.frames.at(-1)?.member ?? '') && structural.test(value)
}

/** The attribute whose value is being read, if it is one of OTLP. */
export function attributeOf(state: JsonState): string | undefined {
  const frame = state.frames.at(-1)
  return frame === undefined || frame.isArray || !valueMembers.has(frame.member) ? undefined : frame.attribute
}

/** How what is being read is written, whether or not it has quotes. */
export function kindOfString(state: JsonState): TokenKind {
  const member = state.frames.at(-1)?.member ?? ''
  return attributeOf(state) === undefined ? 'text' : (valueMembers.get(member) ?? 'text')
}

/**
 * What to read before the value that begins now, so that it has its name beside it; empty where it has.
 *
 * @param isNameNear the name of the member is on the same line
 */
export function nameToAdd(state: JsonState, isNameNear: boolean): string {
  const frame = state.frames.at(-1)
  if (frame === undefined) return ''
  // `{"name":"authorization","value":"…"}`, too
  const attribute = !frame.isArray && frame.member === 'value' ? frame.attribute : attributeOf(state)
  if (attribute !== undefined && attribute !== '') return `${attribute}=`
  if (frame.isArray) return frame.member === '' ? '' : `${frame.member}=`
  return isNameNear ? '' : `"${frame.member}": `
}
