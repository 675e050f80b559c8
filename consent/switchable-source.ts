import type { ConsentSource } from './consent-source.ts'
import { createListeners } from './listeners.ts'

export interface SwitchableSource extends Required<ConsentSource> {
  /** From now on `source` answers. */
  use(source: ConsentSource): void
}

/**
 * A source whose answers come from another one that is named later: the hook starts before the application's code can
 * say where its consent is kept. Until then everything is `unset`.
 */
export function createSwitchableSource(): SwitchableSource {
  let current: ConsentSource | undefined
  let stop: (() => void) | undefined
  const listeners = createListeners<string>()
  return {
    read: (subject) => (current === undefined ? unheard : current.read(subject)),
    use(source) {
      stop?.()
      current = source
      stop = source.watch?.(listeners.tell)
    },
    watch: listeners.add,
  }
}

const unheard = { epoch: 0, grants: {}, changedAt: 0, validUntil: Number.POSITIVE_INFINITY }
