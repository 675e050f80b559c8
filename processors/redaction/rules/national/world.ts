import type { Rule } from '../rule.ts'
import { arRules } from './ar.ts'
import { auRules } from './au.ts'
import { brRules } from './br.ts'
import { caRules } from './ca.ts'
import { clRules } from './cl.ts'
import { cnRules } from './cn.ts'
import { coRules } from './co.ts'
import { ecRules } from './ec.ts'
import { hkRules } from './hk.ts'
import { idRules } from './id.ts'
import { ilRules } from './il.ts'
import { inRules } from './in.ts'
import { jpRules } from './jp.ts'
import { krRules } from './kr.ts'
import { kzRules } from './kz.ts'
import { mxRules } from './mx.ts'
import { myRules } from './my.ts'
import { nzRules } from './nz.ts'
import { peRules } from './pe.ts'
import { ruRules } from './ru.ts'
import { sgRules } from './sg.ts'
import { thRules } from './th.ts'
import { twRules } from './tw.ts'
import { usRules } from './us.ts'
import { usMedicareBeneficiary } from './us-medicare-beneficiary.ts'
import { uyRules } from './uy.ts'
import { zaRules } from './za.ts'

/** The identity and tax numbers of countries outside of Europe. */
export const worldRules: readonly Rule[] = [
  ...arRules,
  ...auRules,
  ...brRules,
  ...caRules,
  ...clRules,
  ...cnRules,
  ...coRules,
  ...ecRules,
  ...hkRules,
  ...idRules,
  ...ilRules,
  ...inRules,
  ...jpRules,
  ...krRules,
  ...kzRules,
  ...mxRules,
  ...myRules,
  ...nzRules,
  ...peRules,
  ...ruRules,
  ...sgRules,
  ...thRules,
  ...twRules,
  ...usRules,
  usMedicareBeneficiary,
  ...uyRules,
  ...zaRules,
]
