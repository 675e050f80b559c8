import { defineConfig } from 'vitest/config'

/** CI reads the counts from a file; people read the terminal. */
const report = process.env.PRIVITY_TEST_REPORT

const unit =
  '{policy,consent,processors,exporter,instrumentation,collector-config,testing,cli,scripts,bench}/**/*.test.ts'

export default defineConfig({
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      { test: { name: 'unit', include: [unit], testTimeout: 20_000 } },
      {
        test: {
          name: 'e2e',
          include: ['{e2e,examples,docs}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '.cache/**'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // processes are measured against each other here
          fileParallelism: false,
          maxConcurrency: 2,
        },
      },
    ],
  },
})
