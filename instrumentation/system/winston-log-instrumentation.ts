import {
  InstrumentationBase,
  InstrumentationNodeModuleDefinition,
  InstrumentationNodeModuleFile,
} from '@opentelemetry/instrumentation'
import { patchWinstonLogger, type WinstonLogger } from './winston-logs.ts'

const versions = ['>=3 <4']

/**
 * Records the lines of every Winston logger as soon as Winston is loaded. It takes the place of
 * `@opentelemetry/instrumentation-winston`, which sends lines only with a further package, and adds a transport that the
 * application can see.
 */
export class WinstonLogInstrumentation extends InstrumentationBase {
  constructor() {
    super('privity', '', {})
  }

  protected override init(): InstrumentationNodeModuleDefinition {
    let unpatch = (): void => {}
    const loggerFile = new InstrumentationNodeModuleFile(
      'winston/lib/winston/logger.js',
      versions,
      (Logger: { prototype: WinstonLogger }) => {
        unpatch()
        unpatch = patchWinstonLogger(Logger.prototype)
        return Logger
      },
      () => unpatch(),
    )
    return new InstrumentationNodeModuleDefinition('winston', versions, undefined, undefined, [loggerFile])
  }
}
