import type { Detector } from '../detector.ts'
import { trait } from '../traits.ts'

/**
 * Names of people, where something says that a name comes: a title (`Dr. Lovelace`), the name of a field
 * (`firstName: Ada`), a greeting (`Dear Ada`), or the folder of a user (`/home/ada/`). Names in free prose are not found.
 */
export const person: Detector = {
  type: 'person',
  needs: trait.letter,
  find(text, found) {
    for (const { pattern, confidence, hints } of patterns) {
      if (!hints.some((hint) => text.includes(hint))) continue
      for (const match of text.matchAll(pattern)) {
        const name = match.groups?.name
        const at = match.indices?.groups?.name?.[0]
        if (name === undefined || at === undefined || notNames.has(name.toLowerCase())) continue
        found.push({ type: 'person', start: at, end: at + name.length, confidence })
      }
    }
  },
}

const capitalised = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}`

/** `first` as `first`, `First` and `FIRST`: the value after it must keep its case, so the pattern cannot ignore case. */
function anyCase(words: string): string {
  return words
    .split(' ')
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
    .join('|')
}

/** `hints`: one of them is in every text that the pattern can match; looking for them costs next to nothing. */
const patterns = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Herr|Frau|Mme|Mlle|Señora?|Sra?)\.? (?<name>${capitalised}(?: ${capitalised}){0,2})`,
      'dgu',
    ),
    hints: ['Mr', 'Ms', 'Miss', 'Dr', 'Prof', 'Sir', 'Herr', 'Frau', 'Mme', 'Mlle', 'Señor', 'Sr'],
    confidence: 0.8,
  },
  {
    // `"firstName": "Ada"`, `full_name=Ada Lovelace`, `Cardholder: Ada`, `user=ada`
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:(?:${anyCase('first last full given family middle maiden sur nick customer patient contact employee display cardholder card account user')})(?:[ _-]?(?:${anyCase('holder')}))?[ _-]?(?:${anyCase('name')})|${anyCase('cardholder')}|(?:${anyCase('user login')})(?==))\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?(?<name>\p{L}[\p{L}\p{M}'’.-]{0,30}(?: ${capitalised}){0,3})`,
      'dgu',
    ),
    hints: ['ame', 'AME', 'older', 'OLDER', 'ser=', 'SER=', 'ogin=', 'OGIN='],
    confidence: 0.8,
  },
  {
    // `Dear Ada,`, `my name is Ada Lovelace`, `Hi Ada,`, and what stands below a greeting at the end
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:Dear|[Mm]y name is|(?:[Rr]egards|[Ss]incerely|[Cc]heers),?\s{1,3}|(?:Hi|Hello|Hey)(?= \p{Lu}[\p{L}'’-]{1,30},)) ?(?<name>${capitalised}(?: ${capitalised}){0,2})`,
      'dgu',
    ),
    hints: ['Dear', 'y name is', 'egards', 'incerely', 'heers', 'Hi ', 'Hello ', 'Hey '],
    confidence: 0.7,
  },
  {
    hints: ['/home', 'Users'],
    pattern:
      /(?<![\p{L}\p{N}.])(?:\/home|\/Users|[A-Za-z]:[\\/]{1,2}Users)[\\/]{1,2}(?<name>[\p{L}\p{N}._-]{1,40})(?=[\\/\s"'),:;]|$)/dgu,
    confidence: 0.8,
  },
] as const

/** What stands in these places and names nobody. */
const notNames = new Set(
  `null undefined none nil true false unknown anonymous guest shared public default node app ubuntu runner root admin
  administrator user users www-data nobody service system string name value required missing invalid empty id number
  email ftp mail mysql postgres redis git sshd daemon bin uucp nginx apache www backup test not is must should vscode codespace circleci jenkins gitlab-runner ec2-user customer team sir madam all everyone support world folks colleague colleagues mr mrs ms dr`.split(
    /\s+/u,
  ),
)
