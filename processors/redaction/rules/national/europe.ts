import type { CodeRule } from '../rule.ts'
import { atRules } from './at.ts'
import { beRules } from './be.ts'
import { bgRules } from './bg.ts'
import { chRules } from './ch.ts'
import { cyRules } from './cy.ts'
import { czRules } from './cz.ts'
import { deRules } from './de.ts'
import { dkRules } from './dk.ts'
import { eeRules } from './ee.ts'
import { esRules } from './es.ts'
import { euRules } from './eu.ts'
import { fiRules } from './fi.ts'
import { frRules } from './fr.ts'
import { gbRules } from './gb.ts'
import { grRules } from './gr.ts'
import { hrRules } from './hr.ts'
import { huRules } from './hu.ts'
import { ieRules } from './ie.ts'
import { isRules } from './is.ts'
import { itRules } from './it.ts'
import { ltRules } from './lt.ts'
import { luRules } from './lu.ts'
import { lvRules } from './lv.ts'
import { mtRules } from './mt.ts'
import { nlRules } from './nl.ts'
import { noRules } from './no.ts'
import { plRules } from './pl.ts'
import { ptRules } from './pt.ts'
import { roRules } from './ro.ts'
import { rsRules } from './rs.ts'
import { seRules } from './se.ts'
import { siRules } from './si.ts'
import { skRules } from './sk.ts'
import { trRules } from './tr.ts'
import { uaRules } from './ua.ts'

/** The identity and tax numbers of European countries; the one without a check comes last. */
export const europeRules: readonly CodeRule[] = [
  ...atRules,
  ...beRules,
  ...bgRules,
  ...chRules,
  ...cyRules,
  ...czRules,
  ...deRules,
  ...dkRules,
  ...eeRules,
  ...esRules,
  ...fiRules,
  ...frRules,
  ...gbRules,
  ...grRules,
  ...hrRules,
  ...huRules,
  ...ieRules,
  ...isRules,
  ...itRules,
  ...ltRules,
  ...luRules,
  ...lvRules,
  ...mtRules,
  ...nlRules,
  ...noRules,
  ...plRules,
  ...ptRules,
  ...roRules,
  ...rsRules,
  ...seRules,
  ...siRules,
  ...skRules,
  ...trRules,
  ...uaRules,
  ...euRules,
]
