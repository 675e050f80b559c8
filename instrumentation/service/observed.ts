import { type Attributes, context } from '@opentelemetry/api'
import { mayCarry } from '../../processors/capture-port.ts'
import { capturedValue } from './captured-value.ts'
import { observeGenerator } from './observe-generator.ts'
import type { Operation } from './operation.ts'
import { runOperation } from './run-operation.ts'

export interface ObservedOptions {
  /** The name of the span and of `code.function.name`. @defaultValue the name of the function */
  readonly name?: string
  /**
   * Names for the arguments to record, by position; an empty name leaves one out. They become
   * `code.function.parameter.NAME`, count as content, and are not even read where no flow may take content.
   */
  readonly capture?: { readonly arguments: readonly string[] }
}

// biome-ignore lint/complexity/noBannedTypes: any function, whatever it takes
type AnyFunction = Function

/**
 * A function that does what `fn` does, and is seen doing it: a span with its name, duration and outcome, and the
 * histogram `privity.function.duration`. Sync and async functions, generators and async generators.
 *
 * `this`, `new`, name, length and properties stay as they are; what `fn` throws is recorded and thrown on. A promise is
 * followed if it is a plain one; any other thenable is handed through, and the span covers the call alone.
 *
 * @example
 * const refund = observed(async function refund(orderId: string) {}, { capture: { arguments: ['orderId'] } })
 */
export function observed<F extends AnyFunction>(fn: F, options: ObservedOptions = {}): F {
  return observedAs(fn, () => options.name ?? (fn.name || 'anonymous'), options)
}

/** @param nameOf gives the name for a call on `self` */
export function observedAs<F extends AnyFunction>(
  fn: F,
  nameOf: (self: unknown) => string,
  options: ObservedOptions,
): F {
  if (typeof fn !== 'function') return fn
  const generates = generatorTags.has(Object.prototype.toString.call(fn))
  // a proxy, as it is the function in all but the call
  return new Proxy(fn, {
    apply(target, self, values) {
      const call = (): unknown => Reflect.apply(target, self, values)
      const describe = (): Operation => describeCall(nameOf(self), values, options)
      return generates ? observeGenerator(call, describe) : runOperation(describe, call)
    },
  })
}

const generatorTags = new Set(['[object GeneratorFunction]', '[object AsyncGeneratorFunction]'])

function describeCall(name: string, values: readonly unknown[], { capture }: ObservedOptions): Operation {
  const attributes: Attributes = { 'code.function.name': name }
  return {
    name,
    attributes: capture === undefined ? attributes : { ...attributes, ...captureArguments(capture.arguments, values) },
    histogram: { name: 'privity.function.duration', description: 'Duration of observed functions.', attributes },
  }
}

function captureArguments(names: readonly string[], values: readonly unknown[]): Attributes {
  const attributes: Attributes = {}
  if (!mayCarry('content', context.active())) return attributes
  names.forEach((name, index) => {
    if (name !== '' && index < values.length) {
      attributes[`code.function.parameter.${name}`] = capturedValue(values[index])
    }
  })
  return attributes
}
