/** An object or array that has begun. */
interface JsonFrame {
  readonly isArray: boolean
  /** The name of the member that is being read; in an array, of the member that the array is. */
  member: string
  /** What the attribute is called that this is, or is the value of: `key` and `value` of OTLP stand side by side. */
  attribute: string | undefined
}

/** Where reading of a document stands, from one line to the next. */
export interface JsonState {
  frames: JsonFrame[]
  expects: 'value' | 'member' | 'colon' | 'comma'
  /** The string that goes on in the next piece. */
  open: 'value' | 'member' | undefined
  isOtlp: boolean
}

/** Deeper documents are read as text. */
const maxDepth = 512

/** Names of members say little beyond this, and are kept. */
export const maxNameLength = 256

/** Through these the value of an attribute is reached. */
const waysToValue = new Set(['value', 'arrayValue', 'values'])

const signals = new Set(['resourceSpans', 'resourceLogs', 'resourceMetrics'])

export function startOfJson(): JsonState {
  return { frames: [], expects: 'value', open: undefined, isOtlp: false }
}

export function copyJsonState(state: JsonState): JsonState {
  return { ...state, frames: state.frames.map((frame) => ({ ...frame })) }
}

/** @returns `false` if nothing can begin here */
export function beginContainer(state: JsonState, isArray: boolean): boolean {
  const { frames } = state
  if (state.expects !== 'value' || frames.length >= maxDepth) return false
  const parent = frames.at(-1)
  const isOnWay = parent !== undefined && (parent.isArray || waysToValue.has(parent.member))
  const member = isArray ? (parent?.member ?? '') : ''
  frames.push({ isArray, member, attribute: isOnWay ? parent.attribute : undefined })
  state.expects = isArray ? 'value' : 'member'
  return true
}

/** At a colon or a comma. @returns `false` if none can stand here */
export function separate(state: JsonState, isColon: boolean): boolean {
  if (state.expects !== (isColon ? 'colon' : 'comma')) return false
  state.expects = isColon || state.frames.at(-1)?.isArray === true ? 'value' : 'member'
  return true
}

/** A comma before the end is let pass. @returns `false` if nothing can end here */
export function endContainer(state: JsonState, isArray: boolean): boolean {
  const frame = state.frames.at(-1)
  if (frame === undefined || frame.isArray !== isArray) return false
  if (state.expects !== 'comma' && state.expects !== (isArray ? 'value' : 'member')) return false
  state.frames.pop()
  endValue(state)
  return true
}

export function endValue(state: JsonState): void {
  const isTop = state.frames.length === 0
  state.expects = isTop ? 'value' : 'comma'
  if (isTop) state.isOtlp = false
}

export function endMember(state: JsonState, name: string): void {
  const frame = state.frames.at(-1)
  if (frame === undefined) return
  frame.member = name
  state.expects = 'colon'
  if (state.frames.length === 1 && signals.has(name)) state.isOtlp = true
}

/** A string that was read whole may be the name of an attribute: `key`, or `name` as in archives of HTTP. */
export function noteAttribute(state: JsonState, value: string): void {
  const frame = state.frames.at(-1)
  if (frame === undefined || frame.isArray) return
  if (frame.member === 'key' || (frame.member === 'name' && frame.attribute === undefined)) frame.attribute = value
}
