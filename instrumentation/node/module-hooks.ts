import Module, { createRequire, register, registerHooks } from 'node:module'
import { packageOf } from './package-of.ts'
import { supportsSyncHooks } from './sync-hooks.ts'

export interface ModuleHooksOptions {
  /** Packages and built-in modules (without `node:`) to watch. */
  readonly modules: ReadonlySet<string>
  /** Those of them to make patchable where they are ES modules. */
  readonly patched: ReadonlySet<string>
  /** Told of each load of one of `modules`, before its code runs. */
  onLoad(module: string, parent: string | undefined): void
  /** Told once, before the first of `modules` is required: the time to patch `require` itself. */
  onFirstRequire(): void
}

/**
 * Watches which modules the application loads, with `require` and `import` alike.
 *
 * What is required can be patched in place. ES modules cannot, so those of `modules` are loaded through
 * import-in-the-middle: with its synchronous hooks where this Node runs them right, and then only once one of them is
 * imported; else with its loader thread.
 */
export function hookModules({ modules, patched, onLoad, onFirstRequire }: ModuleHooksOptions): void {
  const synchronous = supportsSyncHooks()
  if (!synchronous)
    register('import-in-the-middle/hook.mjs', import.meta.url, { data: { include: includeList(patched) } })

  let esmHooks: EsmHooks | undefined
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const module = isOwnLookUp(context.parentURL) ? undefined : packageOf(specifier)
      const watched = module !== undefined && modules.has(module)
      const imported = synchronous && (watched || esmHooks !== undefined) && isImport(context)
      if (watched && imported) esmHooks ??= createEsmHooks(patched)
      // what is required is not theirs, and they would go on to resolve imports as if they were required
      const resolved =
        esmHooks !== undefined && imported
          ? esmHooks.resolveSync(specifier, context, nextResolve)
          : nextResolve(specifier, context)
      // after it was found: to look for an optional dependency that is not there loads nothing
      if (watched) onLoad(module, context.parentURL)
      else if (module !== undefined) {
        // Next.js calls `pg` by `pg-587764f78a6c7a9c`, and npm has aliases
        const aliased = packageOf(resolved.url)
        if (aliased !== undefined && modules.has(aliased)) onLoad(aliased, context.parentURL)
      }
      return resolved
    },
  })
  hookFirstRequire(modules, onFirstRequire)
}

type ResolveHook = NonNullable<Parameters<typeof registerHooks>[0]['resolve']>
type LoadHook = NonNullable<Parameters<typeof registerHooks>[0]['load']>

function isImport(context: Parameters<ResolveHook>[1]): boolean {
  // an array or, in some versions of Node, a set; the entry point has no parent, and is nobody's library
  return context.parentURL !== undefined && ![...context.conditions].includes('require')
}

/** The hook of OpenTelemetry looks up the main file of each package that is required. */
function isOwnLookUp(parent: string | undefined): boolean {
  return parent !== undefined && packageOf(parent) === 'require-in-the-middle'
}

const require = createRequire(import.meta.url)

/** import-in-the-middle publishes no types for this file. */
interface EsmHooks {
  readonly resolveSync: ResolveHook
  readonly loadSync: LoadHook
  applyOptions(options: { readonly include: readonly string[] }): void
}

function createEsmHooks(modules: ReadonlySet<string>): EsmHooks {
  const { createHook } = require('import-in-the-middle/create-hook.mjs') as {
    createHook(meta: { readonly url: string }): EsmHooks
  }
  const hooks = createHook({ url: import.meta.resolve('import-in-the-middle/hook.mjs') })
  hooks.applyOptions({ include: includeList(modules) })
  registerHooks({ load: hooks.loadSync })
  return hooks
}

/** Built-in modules resolve to `node:` URLs, whatever they were called by. */
function includeList(modules: ReadonlySet<string>): string[] {
  return [...modules].flatMap((module) => [module, `node:${module}`])
}

function hookFirstRequire(modules: ReadonlySet<string>, onFirstRequire: () => void): void {
  const prototype = Module.prototype as unknown as { require: (this: unknown, ...args: unknown[]) => unknown }
  const original = prototype.require
  let waiting = true
  const first = function (this: unknown, ...args: unknown[]): unknown {
    const [specifier] = args
    const module = waiting && typeof specifier === 'string' ? packageOf(specifier) : undefined
    if (module === undefined || !modules.has(module)) return Reflect.apply(original, this, args)
    waiting = false
    if (prototype.require === first) prototype.require = original
    onFirstRequire()
    // anew, through what `require` has become
    return Reflect.apply(prototype.require, this, args)
  }
  prototype.require = first
}
