import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { policyBounds } from './limits.ts'
import type { PolicyIssue } from './policy-error.ts'

type Path = readonly (string | number)[]

export interface ParsedYaml {
  readonly value: unknown
  readonly issues: readonly PolicyIssue[]
  /** Where a path stands in the text, or its nearest ancestor that is there. */
  readonly locate: (path: Path) => { line: number; column: number }
}

/** Reads YAML 1.2 (and so JSON), with every syntax error. The text itself is never quoted: it may hold a secret. */
export function parseYaml(text: string): ParsedYaml {
  const start = { line: 1, column: 1 }
  // in UTF-16 units, which are never more than the bytes
  if (text.length > policyBounds.fileBytes)
    return { value: undefined, issues: [{ ...tooLarge(), ...start }], locate: () => start }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, stringKeys: true })
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const issues = [...document.errors, ...document.warnings].slice(0, policyBounds.issues).map((error) => ({
    ...badYaml(hints[error.code] ?? 'Check the indentation, quotes and brackets around this place.'),
    ...position(error.pos[0]),
  }))
  if (issues.length > 0) return { value: undefined, issues, locate: () => start }
  try {
    const locate = (path: Path) => position(offsetOf(document, path))
    return { value: document.toJS({ maxAliasCount: 100 }), issues, locate }
  } catch {
    // the one thing left that throws: aliases that multiply, or that point to nothing
    const issue = { ...badYaml('Write values out instead of using anchors and aliases.'), ...start }
    return { value: undefined, issues: [issue], locate: () => start }
  }
}

const hints: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'The key is there twice; keep one.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  BAD_INDENT: 'Line up the keys of one map, and close every bracket.',
  MULTIPLE_DOCS: 'Keep one document; remove the second `---`.',
  NON_STRING_KEY: 'Put the key in quotes.',
  TAG_RESOLVE_FAILED: 'Remove the tag that begins with `!`.',
  MISSING_CHAR: 'Close the quote or bracket that begins here.',
  BAD_ALIAS: 'Put text that begins with `*` in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Write the key on one line, followed by a colon.',
}

function badYaml(hint: string): PolicyIssue {
  return { code: 'bad_yaml', path: [], expected: 'YAML 1.2 or JSON', received: 'text that is neither', hint }
}

function tooLarge(): PolicyIssue {
  return {
    code: 'too_large',
    path: [],
    expected: `at most ${policyBounds.fileBytes} characters`,
    received: 'more',
    hint: 'Is this the right file? A policy is a page or two.',
  }
}

function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = (node as Node | null)?.range?.[0] ?? 0
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (pair === undefined) return offset
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key]
      offset = (node as Node | undefined)?.range?.[0] ?? offset
    } else return offset
  }
  return offset
}
