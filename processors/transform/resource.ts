import type { ResourceRecord, ScopeRecord } from '../records.ts'
import { transformAttributes } from './attributes.ts'
import { codeName } from './code-name.ts'
import { type FlowTransform, type RecordScope, recordlessScope } from './flow-transform.ts'
import { remark } from './remarks.ts'
import { redactText } from './text.ts'

/** A copy of the resource for one flow; the same copy for the same resource. */
export function transformResource(transform: FlowTransform, resource: ResourceRecord): ResourceRecord {
  const known = transform.resources.get(resource)
  if (known !== undefined) return known
  const attributes = transformAttributes(transform, resource.attributes, recordlessScope(), 'attributes')
  const service = attributes['service.name']
  if (typeof service === 'string') attributes['service.name'] = withoutPath(service)
  const copy = {
    attributes,
    schemaUrl: schemaUrl(resource.schemaUrl),
    asyncAttributesPending: false,
    // the rest of the SDK's Resource interface, for exporters that ask
    merge: () => copy,
    getRawAttributes: () => Object.entries(copy.attributes),
  }
  // attributes of detectors may still arrive: such a copy is for this batch only
  if (resource.asyncAttributesPending !== true) transform.resources.set(resource, copy)
  return copy
}

/** A service without a name is called after its program, `unknown_service:/home/ada/bin/node`: the path is somebody's. */
function withoutPath(service: string): string {
  return service.startsWith('unknown_service:') ? service.replace(/:.*[/\\]/u, ':') : service
}

/** A copy of the instrumentation scope for one flow; the same copy for the same scope. */
export function transformScope(transform: FlowTransform, scope: ScopeRecord): ScopeRecord {
  const known = transform.scopes.get(scope)
  if (known !== undefined) return known
  const copy: ScopeRecord = {
    name: transformName(transform, scope.name, recordlessScope()),
    version: version(scope.version),
    schemaUrl: schemaUrl(scope.schemaUrl),
    ...(scope.attributes && {
      attributes: transformAttributes(transform, scope.attributes, recordlessScope(), 'attributes'),
    }),
  }
  transform.scopes.set(scope, copy)
  return copy
}

/** A name of a span, event, metric or scope: code, or a text where the flow takes texts. */
export function transformName(transform: FlowTransform, name: unknown, scope: RecordScope): string {
  if (typeof name !== 'string' || name === '') return ''
  const redacted = redactText(transform, name, scope, 'name')
  const anonymous = transform.flow.form === 'anonymous' || transform.flow.form === 'aggregate'
  if (!anonymous && transform.flow.accepts.includes('content')) return redacted
  const reduced = codeName(redacted)
  if (reduced !== name && reduced !== redacted) remark(scope, 'name', 'name/code', 'mask')
  return reduced
}

function schemaUrl(url: string | undefined): string | undefined {
  return typeof url === 'string' && /^https:\/\/opentelemetry\.io\/schemas\/\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(url)
    ? url
    : undefined
}

/** Semantic versioning with a short pre-release tag of letters; anything else is a text. */
function version(text: string | undefined): string | undefined {
  return typeof text === 'string' && /^v?\d{1,5}(?:\.\d{1,5}){0,3}(?:-[a-z]{1,12}(?:\.\d{1,4})?)?$/u.test(text)
    ? text
    : undefined
}
