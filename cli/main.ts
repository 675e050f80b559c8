#!/usr/bin/env node
import { runCommand } from './run-command.ts'

const stop = new AbortController()
let interruption: NodeJS.Signals | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // once: who asks a second time does not want to wait
  process.once(signal, () => {
    interruption = signal
    stop.abort()
  })
}
// what reads us has enough, as `head` does; anything else is a fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  stop.abort()
})

const code = await runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
  stdin: process.stdin,
  stdout: process.stdout,
  showProgress: process.stderr.isTTY ? (text) => process.stderr.write(text) : undefined,
  signal: stop.signal,
})
// not process.exit: what is printed into a pipe must arrive
process.exitCode = code
// a shell that runs us must see that we were interrupted
if (interruption !== undefined) process.kill(process.pid, interruption)
