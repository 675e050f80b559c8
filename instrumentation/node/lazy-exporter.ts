import type { ExportResult } from '@opentelemetry/core'

interface Exporter<B> {
  export(batch: B, callback: (result: ExportResult) => void): void
  forceFlush?(): Promise<void>
  shutdown(): Promise<void>
}

/** An exporter that is made when there is something to export: until then its code is not even loaded. */
export function lazyExporter<B>(create: () => Exporter<B>): Required<Exporter<B>> {
  let made: Exporter<B> | undefined
  return {
    export(batch, callback) {
      made ??= create()
      made.export(batch, callback)
    },
    forceFlush: async () => made?.forceFlush?.(),
    shutdown: async () => made?.shutdown(),
  }
}
