import { describe, expect, it } from 'vitest'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { examples } from './document-rules.examples.ts'
import { documentRules } from './document-rules.ts'

const scan = createScanner(compileRules(documentRules))
