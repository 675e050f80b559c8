import type { Entity } from '../../processors/redaction/detect.ts'
import { redactText } from '../../processors/redaction/redact-text.ts'
import type { Finding } from './finding.ts'
import { readJsonEscapes } from './json-escapes.ts'
import type { JsonToken, TokenPart } from './plain-text.ts'

/** A part of a text without what was found there. */
export interface CleanPart {
  readonly clean: string
  /** Where the part ends in the text: what begins in it is replaced as a whole. */
  readonly end: number
}

const mark = ({ type }: Entity): string => `[${type}]`

/** Replaces what was found in a text between `from` and `to`. */
export function cleanText(text: string, findings: readonly Finding[], from: number, to: number): CleanPart {
  const entities = findings.flatMap(({ entity }) => entity ?? [])
  const end = Math.max(to, entities.at(-1)?.end ?? 0)
  const redacted = redactText(text, entities, mark)
  return { clean: redacted.slice(from, redacted.length - (text.length - end)), end }
}

/** Replaces what was found in a piece of a JSON document between `from` and `to`; it stays one. */
export function cleanJson(raw: string, findings: readonly Finding[], from: number, to: number): CleanPart {
  let clean = ''
  let position = from
  const replace = (start: number, end: number, by: string): void => {
    clean += raw.slice(position, start) + by
    position = end
  }
  for (const [token, parts] of byToken(findings)) {
    // of one that goes on in another window, each does its part
    const isWhole = token.start >= from && token.end <= to && !token.isContinued
    if (token.kind === 'text' && isWhole && parts.every(({ finding }) => finding.entity !== undefined)) {
      const by = cleanString(raw, token, parts)
      if (by !== undefined) {
        replace(token.start, token.end, by)
        continue
      }
    }
    for (const { start, end, finding } of parts) {
      if (end <= position || start >= to) continue
      const begin = Math.max(start, position)
      const stop = finding.entity === undefined ? Math.min(end, to) : end
      if (token.kind === 'number') replace(begin, token.end, '0')
      // zeros in Base64: any part of it may be replaced so
      else if (token.kind === 'bytes') replace(begin, stop, raw.slice(begin, stop).replace(/[^=]/gu, 'A'))
      else replace(begin, stop, markOf(finding, begin === start && !token.isContinued))
    }
  }
  const end = Math.max(position, to)
  return { clean: clean + raw.slice(position, end), end }
}

interface FoundPart extends TokenPart {
  readonly finding: Finding
}

function byToken(findings: readonly Finding[]): Map<JsonToken, FoundPart[]> {
  const found = new Map<JsonToken, FoundPart[]>()
  for (const finding of findings) {
    for (const part of finding.parts) {
      const parts = found.get(part.token)
      if (parts === undefined) found.set(part.token, [{ ...part, finding }])
      else parts.push({ ...part, finding })
    }
  }
  return found
}

/** A whole string, redacted as the text that it reads: so what is in it, such as a URL, stays what it is. */
function cleanString(raw: string, token: JsonToken, parts: readonly FoundPart[]): string | undefined {
  const text = readJsonEscapes(raw.slice(token.start, token.end))
  // what is no UTF-8 must come out as it went in
  if (!text.isWellFormed()) return undefined
  let units = 0
  let position = token.start
  const unitsUpTo = (index: number): number => {
    units += readJsonEscapes(raw.slice(position, index)).length
    position = index
    return units
  }
  const entities = parts.flatMap(({ start, end, finding: { entity } }): Entity[] =>
    entity === undefined ? [] : [{ ...entity, start: unitsUpTo(start), end: unitsUpTo(end) }],
  )
  return JSON.stringify(redactText(text, entities, mark)).slice(1, -1)
}

function markOf({ entity }: Finding, isStart: boolean): string {
  if (entity !== undefined) return mark(entity)
  // of a value that began in another window nothing is left but the mark in the place where it began
  return isStart ? '[removed]' : ''
}
