import { entityTypes } from 'privity/policy'
import { carry } from './carriers.ts'
import { cleanLine } from './clean-lines.ts'
import { contactKinds } from './contact-kinds.ts'
import { deviceKinds } from './device-kinds.ts'
import type { EntityKind } from './entity-kind.ts'
import { financeKinds } from './finance-kinds.ts'
import type { LabelledText } from './labelled-text.ts'
import { nationalKinds } from './national-kinds.ts'
import { peopleKinds } from './people-kinds.ts'
import { createRandom } from './random.ts'
import { secretKinds } from './secret-kinds.ts'
import { writtenTexts } from './written-texts.ts'

const kinds: readonly EntityKind[] = [
  ...contactKinds,
  ...financeKinds,
  ...nationalKinds,
  ...deviceKinds,
  ...secretKinds,
  ...peopleKinds,
]

/** Texts with one value in a carrier, and lines of telemetry. */
const half = 1_500

/** Types whose values follow a form; names and addresses are language. */
export const structuredTypes: ReadonlySet<string> = new Set(
  entityTypes.map(({ type }) => type).filter((type) => type !== 'person' && type !== 'address'),
)

/**
 * Thousands of texts, no two of them the same: fewer than half have values in them, of every type, in the carriers of telemetry
 * and in the words of people; the others are telemetry that tells about nobody. Values have the check digits of their kind, from
 * other implementations than ours.
 *
 * @param seed the same gives the same texts
 */
export function corpus(seed = 20_261_123): readonly LabelledText[] {
  const random = createRandom(seed)
  const byType = Map.groupBy(kinds, ({ type }) => type)
  const types = [...byType.keys()]
  const carried = Array.from({ length: half }, (_, index) => {
    const type = types[index % types.length]
    return carry(random, random.pick(byType.get(type as EntityKind['type']) ?? kinds))
  })
  const lines = Array.from({ length: half }, () => cleanLine(random))
  const all = [...carried, ...lines, ...writtenTexts(random)]
  return [...new Map(all.map((labelled) => [labelled.text, labelled])).values()]
}
