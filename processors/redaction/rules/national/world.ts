import type { Rule } from '../rule.ts'
import { arRules } from './ar.ts'
import { auRules } from './au.ts'
import { brRules } from './br.ts'
import { caRules } from './ca.ts'
import { clRules } from './cl.ts'
import { cnRules } from './cn.ts'
import { ilRules } from './il.ts'
import { inRules } from './in.ts'
import { jpRules } from './jp.ts'
import { krRules } from './kr.ts'
import { mxRules } from './mx.ts'
import { sgRules } from './sg.ts'
import { usRules } from './us.ts'
import { usMedicareBeneficiary } from './us-medicare-beneficiary.ts'
import { zaRules } from './za.ts'

/** The identity and tax numbers of countries outside of Europe. */
export const worldRules: readonly Rule[] = [
  ...arRules,
  ...auRules,
  ...brRules,
  ...caRules,
  ...clRules,
  ...cnRules,
  ...ilRules,
  ...inRules,
  ...jpRules,
  ...krRules,
  ...mxRules,
  ...sgRules,
  ...usRules,
  usMedicareBeneficiary,
  ...zaRules,
]
