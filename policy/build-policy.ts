import { builtInPurposeTable } from './built-in-purposes.ts'
import { parseDuration } from './duration.ts'
import { entityTypes } from './entities.ts'
import { resolveHeader } from './header-references.ts'
import { limitBounds } from './limits.ts'
import {
  type ConsentSignals,
  type ConsentTerms,
  type DataClass,
  dataClasses,
  type Flow,
  type Form,
  type Limits,
  type Policy,
  type PropagationPolicy,
  type Purpose,
} from './policy.ts'
import type { FlowFile, PolicyFile } from './schema.ts'

/** What stands in for environment variables where the references in headers are to stay as they are. */
export type PolicyEnvironment = Readonly<Record<string, string | undefined>> | 'keep'

const defaultRetention = '30d'
/** What the policies of the TCF call 13 months: then people are to be asked again. */
const defaultTcfMaxAge = '395d'
const defaultTerms = { validFor: '1y', askAgainAfter: '26w' }

/**
 * Fills in every default and freezes the result. Expects a file that was found right: `parse-policy.ts` calls it after
 * all checks, `default-policy.ts` with an empty file. Loads nothing but tables, as the latter is on the path of every
 * start.
 */
export function buildPolicy(file: PolicyFile, env: PolicyEnvironment): Policy {
  return deepFreeze({
    version: file.version ?? 'default',
    controller: { name: file.controller?.name ?? '', contact: file.controller?.contact ?? '' },
    purposes: buildPurposes(file.purposes ?? {}),
    classification: Object.entries(file.classification ?? {}).map(([pattern, dataClass]) => ({
      pattern,
      class: dataClass,
    })),
    redaction: {
      entities: entityTypes
        .map((entity) => entity.type)
        // no policy can switch off the search for secrets
        .filter((type) => type === 'secret' || (file.redaction?.entities?.includes(type) ?? true)),
      custom: (file.redaction?.custom ?? []).map((custom) => ({
        name: custom.name,
        pattern: custom.pattern,
        class: custom.class ?? 'identifier',
        action: custom.action ?? 'remove',
      })),
      actions: withoutPrototype(file.redaction?.actions ?? {}),
    },
    flows: buildFlows(file.flows ?? {}, env),
    consent: {
      unknownSubject: file.consent?.unknownSubject ?? 'withhold',
      signals: buildSignals(file.consent?.signals ?? {}),
      jurisdictions: buildJurisdictions(file.consent?.jurisdictions ?? {}),
    },
    propagation: file.propagation && buildPropagation(file.propagation),
    limits: buildLimits(file.limits ?? {}),
  })
}

/** The classes that a flow accepts when the policy does not say. */
function defaultAccepts(purposes: readonly string[], form: Form): readonly DataClass[] {
  if (purposes.every((purpose) => purpose === 'operations' || purpose === 'security')) return ['technical']
  if (form === 'raw' || form === 'pseudonymous') return ['technical', 'interaction', 'content', 'identifier']
  return ['technical', 'interaction']
}

function buildPurposes(changes: NonNullable<PolicyFile['purposes']>): Record<string, Purpose> {
  const purposes: Record<string, Purpose> = withoutPrototype({})
  for (const name of new Set([...Object.keys(builtInPurposeTable), ...Object.keys(changes)])) {
    const builtIn = (builtInPurposeTable as Readonly<Record<string, Omit<Purpose, 'name'>>>)[name]
    const change = changes[name]
    const words = name.replaceAll('_', ' ').trim()
    purposes[name] = {
      name,
      basis: change?.basis ?? builtIn?.basis ?? 'consent',
      title: change?.title ?? builtIn?.title ?? words.charAt(0).toUpperCase() + words.slice(1),
      description: change?.description ?? builtIn?.description ?? '',
      recipients: unique(change?.recipients ?? []),
      lockedForChildren: change?.lockedForChildren ?? builtIn?.lockedForChildren ?? false,
    }
  }
  return purposes
}

function buildFlows(files: NonNullable<PolicyFile['flows']>, env: PolicyEnvironment): Record<string, Flow> {
  const flows: Record<string, Flow> = withoutPrototype({})
  const { operations = {}, ...others } = files
  if (operations !== false) flows.operations = buildFlow('operations', operations, env)
  for (const [name, file] of Object.entries(others)) flows[name] = buildFlow(name, file as FlowFile, env)
  return flows
}

function buildFlow(name: string, file: FlowFile, env: PolicyEnvironment): Flow {
  const purposes = unique(file.purposes ?? [name])
  const form = file.form ?? 'anonymous'
  const accepts = file.accepts ?? defaultAccepts(purposes, form)
  const { headers, ...otlp } = file.to?.otlp ?? {}
  return {
    name,
    purposes,
    form,
    accepts: dataClasses.filter((dataClass) => (accepts as readonly DataClass[]).includes(dataClass)),
    to: { otlp: headers === undefined ? otlp : { ...otlp, headers: buildHeaders(headers, env) } },
    retentionSeconds: parseDuration(file.retention ?? defaultRetention) ?? 0,
    recipient: file.recipient,
  }
}

type SignalsFile = NonNullable<NonNullable<PolicyFile['consent']>['signals']>

function buildSignals({ gpc, tcf, gpp }: SignalsFile): ConsentSignals {
  return {
    gpc: { denies: unique(gpc?.denies ?? ['cross_company_insights', 'model_training']) },
    tcf: {
      purposes: uniqueLists(tcf?.purposes),
      specialFeatures: uniqueLists(tcf?.specialFeatures),
      maxAgeSeconds: parseDuration(tcf?.maxAge ?? defaultTcfMaxAge) ?? 0,
      vendor: tcf?.vendor,
    },
    gpp: { purposes: uniqueLists(gpp?.purposes) },
  }
}

type TermsFile = { readonly validFor?: string; readonly askAgainAfter?: string }

function buildJurisdictions(files: Readonly<Record<string, TermsFile>>): Record<string, ConsentTerms> {
  const terms: Record<string, ConsentTerms> = withoutPrototype({})
  const { validFor, askAgainAfter } = { ...defaultTerms, ...files.default }
  for (const [name, file] of Object.entries<TermsFile>({ default: {}, ...files })) {
    terms[name] = {
      validSeconds: parseDuration(file.validFor ?? validFor) ?? 0,
      askAgainSeconds: parseDuration(file.askAgainAfter ?? askAgainAfter) ?? 0,
    }
  }
  return terms
}

function buildPropagation(file: NonNullable<PolicyFile['propagation']>): PropagationPolicy {
  return {
    trustDomain: file.trustDomain,
    to: unique(file.to ?? []),
    carry: unique(file.carry ?? []),
    tokenSeconds: file.tokenSeconds ?? 60,
  }
}

function buildHeaders(headers: Readonly<Record<string, string>>, env: PolicyEnvironment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      env === 'keep' ? value : resolveHeader(value, env),
    ]),
  )
}

function buildLimits(file: NonNullable<PolicyFile['limits']>): Limits {
  const defaults = Object.entries(limitBounds).map(([key, bound]) => [key, file[key as keyof Limits] ?? bound.default])
  return Object.fromEntries(defaults) as Limits
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)]
}

function uniqueLists<Item>(lists: Readonly<Record<string, readonly Item[]>> = {}): Record<string, Item[]> {
  return withoutPrototype(Object.fromEntries(Object.entries(lists).map(([name, items]) => [name, unique(items)])))
}

/** Looking up a name that comes from outside must not find what every object inherits (`constructor`). */
function withoutPrototype<T extends object>(fields: T): T {
  return Object.assign(Object.create(null), fields)
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const field of Object.values(value)) deepFreeze(field)
  return Object.freeze(value)
}
