import { asMap, asTexts } from './loose-data.ts'
import type { PolicyIssue } from './policy-error.ts'
import { type Bases, unknownPurpose } from './purpose-bases.ts'

const section = ['consent', 'signals'] as const

/** What signals say about purposes that do not exist. Takes data whose shape may be wrong elsewhere. */
export function checkSignals(data: unknown, bases: Bases): PolicyIssue[] {
  const { gpc, tcf, gpp } = asMap(data)
  const { purposes, specialFeatures } = asMap(tcf)
  const maps = [
    { names: asMap(purposes), path: [...section, 'tcf', 'purposes'] },
    { names: asMap(specialFeatures), path: [...section, 'tcf', 'specialFeatures'] },
    { names: asMap(asMap(gpp).purposes), path: [...section, 'gpp', 'purposes'] },
  ]
  return [
    ...asTexts(asMap(gpc).denies).flatMap(({ text, index }) =>
      unknownPurpose(text, [...section, 'gpc', 'denies', index], bases),
    ),
    ...maps.flatMap(({ names, path }) =>
      Object.keys(names).flatMap((name) => unknownPurpose(name, [...path, name], bases)),
    ),
    ...lonelyFeatures(asMap(specialFeatures), asMap(purposes)),
  ]
}

/** Opting in to a special feature is no legal basis: a purpose needs one of the TCF's purposes, too. */
function lonelyFeatures(
  features: Readonly<Record<string, unknown>>,
  purposes: Readonly<Record<string, unknown>>,
): PolicyIssue[] {
  return Object.keys(features)
    .filter((name) => !Object.hasOwn(purposes, name))
    .map((name) => ({
      code: 'missing' as const,
      path: [...section, 'tcf', 'specialFeatures', name],
      expected: `purposes of the TCF for ${name}, too`,
      received: 'nothing',
      hint: `Add \`${name}\` to \`consent.signals.tcf.purposes\`: a special feature is no legal basis.`,
    }))
}
