import { describe, expect, it } from 'vitest'
import { stackFrames } from './stack-frames.ts'

describe('stackFrames', () => {
  it('keeps the frames of a real error, and nothing of its message', () => {
    const stack = new Error('no bob@example.com\nin two lines').stack ?? ''
    const frames = stackFrames(stack)
    expect(frames).toMatch(/^ {4}at .*stack-frames\.test\.ts:\d+:\d+/u)
    expect(frames).not.toMatch(/bob|two lines|Error/u)
  })

  it.each([
    ['    at find (/home/bob/app/users.js:3:9)', '    at find (users.js:3:9)'],
    [
      '    at async Store.find [as get] (file:///srv/app/store.mjs:1:2)',
      '    at async Store.find [as get] (store.mjs:1:2)',
    ],
    ['    at Object.<anonymous> (C:\\Users\\bob\\app.cjs:1:2)', '    at Object.<anonymous> (app.cjs:1:2)'],
    ['    at /home/bob/app/node_modules/express/lib/router.js:1:2', '    at node_modules/express/lib/router.js:1:2'],
    ['    at new Promise (<anonymous>)', '    at new Promise (<anonymous>)'],
    [
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
    ],
    ['    at async Promise.all (index 0)', '    at async Promise.all (index 0)'],
  ])('keeps the base name of a file, or what follows node_modules: %s', (frame, reduced) => {
    expect(stackFrames(`Error: x\n${frame}`)).toBe(reduced)
    expect(stackFrames(reduced)).toBe(reduced)
  })

  it('drops a message that imitates frames, up to the last line that is none', () => {
    const stack = 'Error: x\n    at bob (secret.js:1:1)\nreally\n    at find (users.js:3:9)'
    expect(stackFrames(stack)).toBe('    at find (users.js:3:9)')
  })

  it.each([
    '    at Bob Smith (x.js:1:1)',
    '    at bob@example.com (x.js:1:1)',
    '    at find (for bob)',
    '    at 4111111111111111',
    '    at the office of Bob',
  ])('takes no line for a frame that is not made of a program’s words: %s', (line) => {
    expect(stackFrames(`Error: x\n${line}`)).toBeUndefined()
  })

  it('gives nothing where no frame is', () => {
    expect(stackFrames('')).toBeUndefined()
    expect(stackFrames('Error: bob')).toBeUndefined()
  })

  it('keeps at most 128 frames', () => {
    const frames = Array.from({ length: 200 }, (_, line) => `    at f (a.js:${line}:1)`)
    expect(stackFrames(frames.join('\n'))?.split('\n')).toEqual(frames.slice(-128))
  })
})
