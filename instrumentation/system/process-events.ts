import { type Attributes, context, SeverityNumber } from '@opentelemetry/api'
import { mayCarry } from '../../processors/capture-port.ts'
import { errorType } from '../service/error-type.ts'
import { exceptionAttributes } from '../service/exception-attributes.ts'
import { emitLog, setPrintingWarning } from './emit-log.ts'

export interface ProcessEvents {
  /**
   * Records that the process ends, once: for whoever flushes at its end. @param signal what ends it, if not itself
   */
  announceStop(signal?: NodeJS.Signals): void
  stop(): void
}

/**
 * Records how the process fares as log events: start, stop, uncaught errors, unhandled rejections, warnings.
 *
 * It only watches: Node decides on the default actions by its listeners of `uncaughtException` and `unhandledRejection`,
 * and gets none from here. A rejection that Node raises comes along as an uncaught error; one that a listener of the
 * application takes is the application's own affair.
 */
export function startProcessEvents(): ProcessEvents {
  process.prependListener('uncaughtExceptionMonitor', onUncaught)
  // Node prints warnings in a listener of its own, which stays, through the console
  process.prependListener('warning', beforeWarning)
  process.on('warning', onWarning)
  let announced = false
  const announce = (attributes: Attributes, severityNumber = SeverityNumber.INFO): void => {
    if (announced) return
    announced = true
    emitLog(() => ({ eventName: 'privity.process.stop', severityNumber, attributes }))
  }
  const onEnd = (code: number): void =>
    announce({ 'process.exit.code': code }, code === 0 ? SeverityNumber.INFO : SeverityNumber.ERROR)
  // first, so that whoever flushes at the end has the event
  process.prependListener('beforeExit', onEnd)
  process.prependListener('exit', onEnd)
  emitLog(() => ({ eventName: 'privity.process.start', severityNumber: SeverityNumber.INFO }))
  return {
    announceStop: (signal) => announce(signal === undefined ? {} : { 'privity.process.signal': signal }),
    stop() {
      process.removeListener('uncaughtExceptionMonitor', onUncaught)
      process.removeListener('warning', beforeWarning)
      process.removeListener('warning', onWarning)
      process.removeListener('beforeExit', onEnd)
      process.removeListener('exit', onEnd)
    },
  }
}

function onUncaught(error: unknown, origin: NodeJS.UncaughtExceptionOrigin): void {
  emitLog(() => {
    const survives = process.listenerCount('uncaughtException') > 0 || process.hasUncaughtExceptionCaptureCallback()
    return {
      eventName: 'exception',
      severityNumber: survives ? SeverityNumber.ERROR : SeverityNumber.FATAL,
      attributes: { ...exceptionAttributes(error), 'privity.exception.origin': origin },
    }
  })
}

function beforeWarning(): void {
  setPrintingWarning(true)
}

function onWarning(warning: Error & { readonly code?: unknown }): void {
  setPrintingWarning(false)
  emitLog(() => {
    const attributes: Attributes = { 'privity.warning.type': errorType(warning) }
    if (typeof warning.code === 'string' && warningCode.test(warning.code)) {
      attributes['privity.warning.code'] = warning.code
    }
    const body = mayCarry('content', context.active()) ? warning.message : undefined
    return { eventName: 'privity.process.warning', severityNumber: SeverityNumber.WARN, body, attributes }
  })
}

/** As in `DEP0005`: anything else may be data. */
const warningCode = /^[A-Z][A-Z0-9_]{2,31}$/
