// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know the protocol, and has to be told that it is too old
// biome-ignore-all lint/correctness/useImportExtensions: copied to dist/ as it is, where start-node.js lies beside it
var threads = require('worker_threads')
var version = process.versions.node.split('.')
var major = Number(version[0])
var supported = major > 22 || (major === 22 && Number(version[1]) >= 15)

if (!supported) {
  if (threads.isMainThread) {
    process.stderr.write(
      `privity error: Node ${process.versions.node} is not supported, telemetry stays off. Run on Node 22.15 or later, or remove the privity/register flag.\n`,
    )
  }
} else if (!threads.isInternalThread) {
  // not in Node's own loader thread, which preloads as well, but runs no application code
  try {
    require('./start-node.js').startNode()
  } catch (error) {
    process.stderr.write(`privity error: ${error}. Telemetry stays off.\n`)
  }
}
