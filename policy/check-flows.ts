import type { PolicyEnvironment } from './build-policy.ts'
import { checkDestination } from './check-destination.ts'
import { checkSignals } from './check-signals.ts'
import { describeValue } from './describe-value.ts'
import { parseDuration } from './duration.ts'
import { policyBounds } from './limits.ts'
import { asMap, asTexts } from './loose-data.ts'
import type { PolicyIssue } from './policy-error.ts'
import { type Bases, purposeBases, unknownPurpose } from './purpose-bases.ts'
import { namePattern } from './schema.ts'
import { invalidName } from './structure-issues.ts'

type Path = readonly (string | number)[]

/**
 * What purposes and flows say to one another. Takes a policy whose shape may be wrong elsewhere, and looks at each part
 * that can be read, so that all problems come out at once.
 */
export function checkFlows(data: unknown, env: PolicyEnvironment): PolicyIssue[] {
  const file = asMap(data)
  const bases = purposeBases(asMap(file.purposes))
  const flows = Object.entries(asMap(file.flows))
  const issues = [
    ...tooMany(['purposes'], bases.size, policyBounds.purposes),
    ...tooMany(['flows'], flows.length, policyBounds.flows),
    ...checkSignals(asMap(file.consent).signals, bases),
  ]
  for (const [name, flow] of flows) {
    const path = ['flows', name]
    if (!namePattern.test(name)) issues.push(invalidName(name, path))
    if (typeof flow !== 'object' || flow === null) continue
    issues.push(...checkFlow(name, asMap(flow), path, bases, env))
    issues.push(...checkRecipient(name, asMap(flow), path, asMap(file.purposes)))
  }
  return issues
}

/** A person agrees to a purpose and a recipient: a recipient that no purpose names could never be agreed to. */
function checkRecipient(
  name: string,
  { recipient, purposes }: Readonly<Record<string, unknown>>,
  path: Path,
  all: Readonly<Record<string, unknown>>,
): PolicyIssue[] {
  if (typeof recipient !== 'string') return []
  const served = purposes === undefined ? [name] : asTexts(purposes).map(({ text }) => text)
  return served
    .filter((purpose) => !asTexts(asMap(all[purpose]).recipients).some(({ text }) => text === recipient))
    .map((purpose) => ({
      code: 'unknown_recipient' as const,
      path: [...path, 'recipient'],
      expected: `a recipient that the purpose ${purpose} names`,
      received: describeValue(recipient, path, true),
      hint: `Add it to \`purposes.${purpose}.recipients\`, so that people can be asked.`,
    }))
}

function checkFlow(
  name: string,
  flow: Readonly<Record<string, unknown>>,
  path: Path,
  bases: Bases,
  env: PolicyEnvironment,
): PolicyIssue[] {
  const issues: PolicyIssue[] = []
  const purposes = flow.purposes === undefined && bases.has(name) ? [{ text: name, index: 0 }] : asTexts(flow.purposes)
  if (flow.purposes === undefined && purposes.length === 0)
    issues.push({
      code: 'missing',
      path: [...path, 'purposes'],
      expected: 'a list of purposes',
      received: 'nothing',
      hint: 'Add `purposes`: only a flow that is named like a purpose can do without.',
    })
  for (const { text, index } of purposes) issues.push(...unknownPurpose(text, [...path, 'purposes', index], bases))
  const names = purposes.map((purpose) => purpose.text)
  issues.push(...checkBasis(flow, names, path, bases), ...checkRetention(flow.retention, path))
  return [...issues, ...checkDestination(asMap(asMap(flow.to).otlp), [...path, 'to', 'otlp'], env)]
}

/** The form and the classes must fit what the purposes rest on. */
function checkBasis(
  flow: Readonly<Record<string, unknown>>,
  purposes: readonly string[],
  path: Path,
  bases: Bases,
): PolicyIssue[] {
  const known = purposes.map((purpose) => bases.get(purpose)).filter((basis) => basis !== undefined)
  const onConsent = known.length > 0 && known.every((basis) => basis === 'consent')
  const withoutConsent = known.length > 0 && known.every((basis) => basis !== 'consent')
  const form = flow.form ?? 'anonymous'
  const nameless = form === 'anonymous' || form === 'aggregate'
  const issues: PolicyIssue[] = []
  if (known.length > 0 && !onConsent && !withoutConsent)
    issues.push({
      code: 'mixed_basis',
      path: [...path, 'purposes'],
      expected: 'purposes that all rest on consent, or none that does',
      received: purposes.map((purpose) => `${purpose} (${bases.get(purpose) ?? 'unknown'})`).join(', '),
      hint: 'Split the flow in two: the answer to one record must be one yes or no.',
    })
  if (purposes.includes('operations') && (form === 'raw' || form === 'pseudonymous'))
    issues.push({
      code: 'form_not_allowed',
      path: [...path, 'form'],
      expected: 'anonymous or aggregate',
      received: describeValue(form, path, true),
      hint: 'Operations does without personal data; give another purpose its own flow.',
    })
  else if (form === 'raw' && known.length > 0 && !onConsent)
    issues.push({
      code: 'form_not_allowed',
      path: [...path, 'form'],
      expected: 'pseudonymous, anonymous or aggregate',
      received: '"raw"',
      hint: 'Raw data leaves only with consent: use pseudonymous, or purposes that rest on consent.',
    })
  for (const { text: dataClass, index } of asTexts(flow.accepts)) {
    if (dataClass !== 'identifier' && dataClass !== 'sensitive') continue
    const refuse = (expected: string, hint: string) =>
      issues.push({
        code: 'class_not_allowed',
        path: [...path, 'accepts', index],
        expected,
        received: describeValue(dataClass, path, true),
        hint,
      })
    if (nameless)
      refuse('technical, interaction or content', `Remove \`${dataClass}\`, or choose the form pseudonymous or raw.`)
    else if (dataClass === 'sensitive' && known.length > 0 && !onConsent)
      refuse('classes below sensitive', 'Remove `sensitive`, or use purposes that rest on consent.')
  }
  return issues
}

function checkRetention(retention: unknown, path: Path): PolicyIssue[] {
  const seconds = typeof retention === 'string' ? parseDuration(retention) : undefined
  const longest = `${policyBounds.retentionYears}y`
  if (seconds === undefined || seconds <= (parseDuration(longest) ?? 0)) return []
  return [
    {
      code: 'invalid_duration',
      path: [...path, 'retention'],
      expected: `at most ${longest}`,
      received: describeValue(retention, path, true),
      hint: `Keep the data for ${longest} or less.`,
    },
  ]
}

function tooMany(path: Path, count: number, most: number): PolicyIssue[] {
  if (count <= most) return []
  return [{ code: 'too_many', path, expected: `at most ${most}`, received: String(count), hint: 'Remove some.' }]
}
