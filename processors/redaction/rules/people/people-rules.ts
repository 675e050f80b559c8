import type { Rule } from '../rule.ts'
import { dateOfBirth } from './date-of-birth.ts'
import { givenName } from './given-name.ts'
import { homeFolder } from './home-folder.ts'
import { personField } from './person-field.ts'
import { personIntroduction } from './person-introduction.ts'
import { personMailName } from './person-mail-name.ts'
import { personMention } from './person-mention.ts'
import { personRoleField } from './person-role-field.ts'
import { personSalutation } from './person-salutation.ts'
import { personSignature } from './person-signature.ts'
import { personTitle } from './person-title.ts'
import { userField } from './user-field.ts'

/** Who somebody is, and when they were born. */
export const peopleRules: readonly Rule[] = [
  personField,
  personRoleField,
  userField,
  personTitle,
  personSalutation,
  personIntroduction,
  personSignature,
  personMailName,
  personMention,
  homeFolder,
  givenName,
  dateOfBirth,
]
