import { createRequire } from 'node:module'

/** Whether this Node runs synchronous module hooks right, as import-in-the-middle sees it: from 22.22.3, 24.11.1, 25.1. */
export function supportsSyncHooks(): boolean {
  // it publishes no types for this file
  const support: { supportsSyncHooks(): boolean } = createRequire(import.meta.url)(
    'import-in-the-middle/supports-sync-hooks.mjs',
  )
  return support.supportsSyncHooks()
}
