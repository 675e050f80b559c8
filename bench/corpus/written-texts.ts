import { cleanCode } from './clean-code.ts'
import { cleanIdentifiers } from './clean-identifiers.ts'
import { cleanLogs } from './clean-logs.ts'
import { cleanLookAlikes } from './clean-look-alikes.ts'
import { cleanMachines } from './clean-machines.ts'
import { cleanParts } from './clean-parts.ts'
import { cleanTalk } from './clean-talk.ts'
import { cleanTraces } from './clean-traces.ts'
import { companyValues } from './company-values.ts'
import { contactValues } from './contact-values.ts'
import { deviceTexts } from './device-texts.ts'
import { deviceValues } from './device-values.ts'
import { financeValues } from './finance-values.ts'
import type { LabelledText } from './labelled-text.ts'
import { moneyTexts } from './money-texts.ts'
import { nationalTexts } from './national-texts.ts'
import { nationalValues } from './national-values.ts'
import { peopleValues } from './people-values.ts'
import { placeTexts } from './place-texts.ts'
import { programTexts } from './program-texts.ts'
import type { Random } from './random.ts'
import { secretTexts } from './secret-texts.ts'
import { secretValues } from './secret-values.ts'
import { talkTexts } from './talk-texts.ts'
import { createWriter, type Value } from './write-text.ts'

/** All values that forms of texts may name. */
export const values: Readonly<Record<string, Value>> = {
  ...contactValues,
  ...peopleValues,
  ...financeValues,
  ...companyValues,
  ...nationalValues,
  ...deviceValues,
  ...secretValues,
}

const texts = [talkTexts, programTexts, moneyTexts, nationalTexts, deviceTexts, placeTexts, secretTexts]
const clean = [cleanLogs, cleanTraces, cleanIdentifiers, cleanCode, cleanTalk, cleanLookAlikes, cleanMachines]

/** Each form as often as this, with other values. */
const rounds = { texts: 3, clean: 6 }

const write = createWriter(values, cleanParts)

/** Texts in the words of many people and programs: every form of them, three times with values, six times without. */
export function writtenTexts(random: Random): readonly LabelledText[] {
  const fill = (families: readonly Readonly<Record<string, readonly string[]>>[], times: number): LabelledText[] =>
    families
      .flatMap((family) => Object.entries(family))
      .flatMap(([source, forms]) =>
        forms.flatMap((form) => Array.from({ length: times }, () => write(random, source, form))),
      )
  return [...fill(texts, rounds.texts), ...fill(clean, rounds.clean)]
}
