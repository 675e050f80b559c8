import { type GeneraliserName, generalise } from '../redaction/generalise.ts'
import { createTextCache, type TextCache } from './text-cache.ts'

/** Values that are remembered for each action, in each of two generations. */
const maxGeneralised = 1_024

/** Generalises as `generalise` does, the same text once. */
export function createGeneralForms(): typeof generalise {
  const forms = new Map<GeneraliserName, TextCache<unknown>>()
  return (action, value) => {
    if (typeof value !== 'string') return generalise(action, value)
    let known = forms.get(action)
    if (known === undefined) {
      known = createTextCache(maxGeneralised)
      forms.set(action, known)
    }
    const form = known.get(value)
    if (form !== undefined) return form === none ? undefined : form
    const general = generalise(action, value)
    known.set(value, general ?? none)
    return general
  }
}

/** There is no more general form. */
const none = Symbol('none')
