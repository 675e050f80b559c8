import { context, ROOT_CONTEXT } from '@opentelemetry/api'
import { harmless } from './harmless.ts'
import { inOperation, type Operation, type RunningOperation, startOperation } from './operation.ts'
import { whenSettled } from './when-settled.ts'

const steps = ['next', 'return', 'throw'] as const

/**
 * Observes a generator from its first step to its end, each step in the context of the operation. The generator stays the
 * same object: only its steps are replaced. One that is never run leaves no trace.
 */
export function observeGenerator(call: () => unknown, describe: () => Operation): unknown {
  const generator = call() as Record<(typeof steps)[number], (...sent: unknown[]) => unknown>
  // that of the call: the first step may come from elsewhere
  const parent = harmless(() => context.active()) ?? ROOT_CONTEXT
  let operation: RunningOperation | undefined
  let started = false
  for (const step of steps) {
    const original = generator[step]
    const observedStep = (...sent: unknown[]): unknown => {
      const take = (): unknown => Reflect.apply(original, generator, sent)
      if (!started) {
        started = true
        operation = startOperation(() => ({ ...context.with(parent, describe), parent }))
      }
      return operation === undefined ? take() : observeStep(operation, take)
    }
    Object.defineProperty(generator, step, { value: observedStep, configurable: true, writable: true })
  }
  return generator
}

function observeStep(operation: RunningOperation, take: () => unknown): unknown {
  const onResult = (result: unknown): void => {
    if ((result as IteratorResult<unknown>).done === true) operation.succeed()
  }
  let result: unknown
  try {
    result = inOperation(operation, take)
  } catch (error) {
    operation.fail(error)
    throw error
  }
  return whenSettled(result, onResult, operation.fail)
}
