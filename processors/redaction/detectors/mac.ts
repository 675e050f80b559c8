import type { Detector } from '../detector.ts'
import { trait } from '../traits.ts'

const colons = /(?<![\w:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:]|-\w)/giu
const dots = /(?<![\w.])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![\w]|\.\w)/giu

/** Hardware addresses: `00:1b:44:11:3a:b7`, `00-1B-44-11-3A-B7`, `001b.4411.3ab7`. */
export const mac: Detector = {
  type: 'mac',
  needs: trait.joints,
  find(text, found) {
    for (const pattern of [colons, dots]) {
      for (const match of text.matchAll(pattern)) {
        const digits = match[0].replace(/[^0-9a-f]/giu, '').toLowerCase()
        // nobody's, and everybody's
        if (digits === '000000000000' || digits === 'ffffffffffff') continue
        // a version of three numbers with four digits each
        if (pattern === dots && !/[a-f]/u.test(digits)) continue
        found.push({ type: 'mac', start: match.index, end: match.index + match[0].length, confidence: 0.95 })
      }
    }
  },
}
