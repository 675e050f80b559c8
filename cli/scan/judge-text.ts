import type { Policy } from '../../policy/policy.ts'
import { createClassifier } from '../../processors/classification/classify.ts'
import { createDetector } from '../../processors/redaction/create-detector.ts'
import type { Entity } from '../../processors/redaction/detect.ts'
import { createMarkFilter } from '../../processors/redaction/marks.ts'
import type { Finding } from './finding.ts'
import type { JsonToken, PlainText } from './plain-text.ts'

export interface JudgeOptions {
  readonly policy: Policy
  /** `email`, `class/identifier`; without it, all. */
  readonly types?: ReadonlySet<string> | undefined
  readonly minConfidence?: number | undefined
}

/** Finds what a text tells about people. Findings come in the order of the text. */
export interface Judge {
  readonly text: (text: string) => readonly Finding[]
  /** @param plain what `raw` reads; the positions of the findings are those in `raw` */
  readonly json: (raw: string, plain: PlainText) => readonly Finding[]
}

/** Classes whose values tell about a person, whatever they look like. */
export const reportedClasses = ['identifier', 'sensitive', 'secret'] as const

/**
 * Makes the functions that judge: by the guard's own detector, and in OTLP also by the classes of the attributes.
 *
 * @example
 * createJudge({ policy }).text('ask bob@example.com') // [{ type: 'email', start: 4, end: 19, … }]
 */
export function createJudge({ policy, types, minConfidence = 0 }: JudgeOptions): Judge {
  const { redaction } = policy
  const entities = redaction.entities.filter((type) => types?.has(type) ?? true)
  const detector = createDetector({ ...redaction, entities })
  const isWanted = ({ type, confidence }: Entity) => confidence >= minConfidence && (types?.has(type) ?? true)
  const classOf = createClassOf(policy, types)

  const inJson = (raw: string, plain: PlainText): Finding[] => {
    const findings: Finding[] = []
    for (const entity of detector(plain.text).filter(isWanted)) {
      const parts = plain.partsOf(entity.start, entity.end).filter(({ token }) => !isZero(raw, token))
      const [first] = parts
      const last = parts.at(-1)
      // between the values, in a name that was added, or what redaction put there
      if (first === undefined || last === undefined) continue
      findings.push({ ...described(entity), start: first.start, end: last.end, entity, parts })
    }
    return findings
  }

  /** A value is found once: an entity says more than a class. */
  const byClass = (raw: string, tokens: readonly JsonToken[], others: readonly Finding[]): Finding[] => {
    const findings: Finding[] = []
    let next = 0
    for (const token of tokens) {
      const { start, end } = token
      while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
      if ((others[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue
      const found = classOf(token, raw)
      if (found !== undefined) findings.push({ ...found, confidence: 1, start, end, parts: [{ start, end, token }] })
    }
    return findings
  }

  return {
    text: (text) =>
      detector(text)
        .filter(isWanted)
        .map((entity) => ({ ...described(entity), start: entity.start, end: entity.end, entity, parts: [] })),
    json(raw, plain) {
      const found = inJson(raw, plain)
      const classified = byClass(raw, plain.tokens, found)
      return classified.length === 0 ? found : [...found, ...classified].sort((a, b) => a.start - b.start)
    },
  }
}

function described({ type, rule, confidence }: Entity): Pick<Finding, 'type' | 'rule' | 'confidence'> {
  return rule === undefined ? { type, confidence } : { type, rule, confidence }
}

/** Redaction leaves `0` of a number. */
function isZero(raw: string, { kind, start, end }: JsonToken): boolean {
  return kind === 'number' && /^-?[0.]+$/u.test(raw.slice(start, end))
}

/** Makes the function that says which class the value of an attribute has, if it is to be reported, and by which rule. */
function createClassOf(policy: Policy, types: ReadonlySet<string> | undefined) {
  const classify = createClassifier(policy)
  const withoutMarks = createMarkFilter(policy.redaction.custom.map(({ name }) => name))

  const isGone = (raw: string, token: JsonToken, type: string): boolean => {
    if (isZero(raw, token)) return true
    const value = raw.slice(token.start, token.end)
    if (token.kind === 'bytes') return /^A*=*$/u.test(value)
    return withoutMarks(value, [{ type, start: 0, end: value.length, confidence: 1 }]).length === 0
  }

  return (token: JsonToken, raw: string): { type: string; rule: string } | undefined => {
    if (token.attribute === undefined) return undefined
    const { class: dataClass, rule } = classify(token.attribute)
    if (!reportedClasses.some((reported) => reported === dataClass)) return undefined
    const type = `class/${dataClass}`
    if (types !== undefined && !types.has(type)) return undefined
    return isGone(raw, token, type) ? undefined : { type, rule }
  }
}
