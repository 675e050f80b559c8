import { fileURLToPath } from 'node:url'
import { nextServer } from './next-build.ts'

export const moduleSystems = ['cjs', 'esm'] as const
export type ModuleSystem = (typeof moduleSystems)[number]

export const frameworks = ['express', 'fastify', 'hono', 'koa', 'nest', 'next'] as const
export type Framework = (typeof frameworks)[number]

/** The file to run: the same small application in each framework and module system. */
export async function applicationFile(framework: Framework, system: ModuleSystem): Promise<string> {
  if (framework === 'next') return nextServer(system)
  const extension = system === 'cjs' ? 'cjs' : 'mjs'
  return fileURLToPath(new URL(`../fixtures/${framework}.${extension}`, import.meta.url))
}
