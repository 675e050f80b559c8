#!/usr/bin/env node
import { runCommand } from './run-command.ts'

// not process.exit: what is printed into a pipe must arrive
process.exitCode = runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
})
