import { availableParallelism, cpus } from 'node:os'

/** What a figure depends on, beside the code. */
export function environment(settings: Record<string, number | string>): Record<string, number | string> {
  return {
    node: process.version,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    ...settings,
  }
}
