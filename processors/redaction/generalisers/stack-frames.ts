/**
 * The frames of a V8 stack trace, without the message in front of them. Of a file's path only what follows
 * `node_modules/` stays, or its base name: the rest tells whose machine it is.
 *
 * A message can hold lines that look like frames, so everything up to the last line that is none is dropped, and a
 * frame must be made of a program's words.
 *
 * @returns `undefined` if no frame is at the end
 * @example
 * stackFrames('Error: no bob@example.com\n    at find (/home/bob/app/users.js:3:9)') // '    at find (users.js:3:9)'
 */
export function stackFrames(text: string): string | undefined {
  const lines = text.trimEnd().split('\n')
  const frames: string[] = []
  // from the end, so that a long message costs nothing
  for (let index = lines.length - 1; index >= 0 && frames.length < maxFrames; index--) {
    const frame = reduceFrame(lines[index] ?? '')
    if (frame === undefined) break
    frames.push(frame)
  }
  return frames.length === 0 ? undefined : frames.reverse().join('\n')
}

const maxFrames = 128
const maxLineLength = 1_024

/** `name (location)`, `async name (location)`, or a location alone. */
function reduceFrame(line: string): string | undefined {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  if (text.length > maxLineLength || !/^\s{2,16}at /u.test(text)) return undefined
  const call = text.trimStart().slice(3)
  const open = call.endsWith(')') ? call.lastIndexOf(' (') : -1
  if (open === -1) {
    const isAsync = call.startsWith('async ')
    const location = reduceLocation(isAsync ? call.slice(6) : call)
    return location && `    at ${isAsync ? 'async ' : ''}${location}`
  }
  const name = call.slice(0, open)
  const location = reduceLocation(call.slice(open + 2, -1))
  return functionName.test(name) && location !== undefined ? `    at ${name} (${location})` : undefined
}

/** `new Store.find [as get]`, `Object.<anonymous>`, `Promise.all`: words of a program. A long number is an id. */
const functionName =
  /^(?:async )?(?:new )?(?:[A-Za-z_$#][\w$#]{0,80}|<[a-z]{1,20}>)(?:\.(?:[A-Za-z_$#][\w$#]{0,80}|<[a-z]{1,20}>|\[[\w.$]{1,60}\])){0,8}(?: \[as [\w$.[\]]{1,80}\])?$/u

function reduceLocation(location: string): string | undefined {
  if (/^(?:native|<anonymous>|unknown location|index \d{1,6}|wasm:\/\/.{0,40})$/u.test(location)) {
    return location.startsWith('wasm:') ? 'wasm' : location
  }
  const place = /^(.{1,900}?)((?::\d{1,9}){0,2})$/u.exec(location)
  const path = place?.[1]
  if (path === undefined) return undefined
  const file = reducePath(path.replace(/^file:\/\//u, '').split(/[?#]/u)[0] ?? '')
  return file && `${file}${place?.[2] ?? ''}`
}

function reducePath(path: string): string | undefined {
  if (/^node:[\w/]{1,80}$/u.test(path)) return path
  const slashes = path.replaceAll('\\', '/')
  const modules = slashes.lastIndexOf('node_modules/')
  const file = modules === -1 ? slashes.slice(slashes.lastIndexOf('/') + 1) : slashes.slice(modules)
  return fileName.test(file) ? file : undefined
}

const fileName =
  /^(?:[\w.@+$-]{1,100}\/){0,24}(?:[\w.+$[\]-]{1,100}\.[a-z]{1,5}|\[eval\](?:-[a-z]{1,20})?|\[worker eval\])$/u
