import { afterEach, describe, expect, it } from 'vitest'
import { createNameModel, type NameModel, type NameModelOptions } from './name-model.ts'

/** A worker of these lines, with the thread's port as `port`. */
function workerOf(lines: string): URL {
  const source = `import { parentPort as port } from 'node:worker_threads'\n${lines}`
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}

/** Knows one name. */
const toy = workerOf(`
  port.on('message', ({ id, texts }) => {
    const spans = texts.map((text) => Array.from(text.matchAll(/Ada/g), ({ index }) => ({ start: index, end: index + 3 })))
    port.postMessage({ id, spans })
  })
`)

const open: NameModel[] = []

function modelOf(options: NameModelOptions): NameModel {
  const model = createNameModel({ timeoutMillis: 5_000, loadMillis: 10_000, ...options })
  open.push(model)
  return model
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((model) => model.close()))
})

describe('a model for names on a thread of its own', () => {
  it('finds names, text by text', async () => {
    const model = modelOf({ worker: toy })
    expect(await model.find(['ask Ada', 'nobody', 'Ada, Ada'])).toEqual([
      [{ start: 4, end: 7 }],
      [],
      [
        { start: 0, end: 3 },
        { start: 5, end: 8 },
      ],
    ])
  })

  it('gives each question its own answer', async () => {
    const model = modelOf({ worker: toy })
    const texts = Array.from({ length: 20 }, (_, index) => `${' '.repeat(index)}Ada`)
    const found = await Promise.all(texts.map((text) => model.find([text])))
    expect(found.map(([spans]) => spans?.[0]?.start)).toEqual(texts.map((_, index) => index))
  })

  it('does not see texts that are too long, and keeps the order of the others', async () => {
    const model = modelOf({ worker: toy, maxTextLength: 5 })
    expect(await model.find(['Ada', 'too long Ada', '', ' Ada'])).toEqual([
      [{ start: 0, end: 3 }],
      [],
      [],
      [{ start: 1, end: 4 }],
    ])
  })

  it('has no answer for more questions than may wait', async () => {
    const model = modelOf({ worker: toy, maxQueued: 2 })
    const found = await Promise.all([model.find(['Ada']), model.find(['Ada']), model.find(['Ada'])])
    expect(found.map(([spans]) => spans?.length)).toEqual([1, 1, 0])
    expect(await model.find(['Ada'])).toEqual([[{ start: 0, end: 3 }]])
  })

  it('is stopped when it hangs, and started again for the next question', async () => {
    const worker = workerOf(`
      port.on('message', ({ id, texts }) => {
        if (texts[0] === 'hang') for (;;);
        port.postMessage({ id, spans: texts.map(() => [{ start: 0, end: 1 }]) })
      })
    `)
    const model = modelOf({ worker, timeoutMillis: 300 })
    expect(await model.find(['Ada'])).toEqual([[{ start: 0, end: 1 }]])
    expect(await model.find(['hang'])).toEqual([[]])
    expect(await model.find(['Ada'])).toEqual([[{ start: 0, end: 1 }]])
  })

  it('is stopped when it does not get ready', async () => {
    const model = modelOf({ worker: workerOf('for (;;);'), loadMillis: 300 })
    expect(await model.find(['Ada'])).toEqual([[]])
  })

  it.each([
    ['throws when it loads', `throw new Error('no model')`],
    ['throws at a question', `port.on('message', () => { throw new Error('no idea') })`],
    ['ends at a question', `port.on('message', () => process.exit(1))`],
    ['is no module', `this is none`],
  ])('finds nothing where it %s', async (_, lines) => {
    const model = modelOf({ worker: workerOf(lines) })
    for (let question = 0; question < 5; question++) expect(await model.find(['Ada'])).toEqual([[]])
  })

  it('finds nothing where its file is missing', async () => {
    const model = modelOf({ worker: new URL('./no-such-worker.js', import.meta.url) })
    expect(await model.find(['Ada'])).toEqual([[]])
  })

  it.each([
    ['no list', `'Ada'`],
    ['no lists in the list', `[7]`],
    ['spans outside of the text', `[[{ start: -1, end: 2 }, { start: 2, end: 99 }, { start: 2, end: 2 }]]`],
    ['numbers that count nothing', `[[{ start: 0.5, end: 2 }, { start: '0', end: 2 }, null, { start: 0 }]]`],
  ])('leaves out what does not fit: %s', async (_, spans) => {
    const model = modelOf({
      worker: workerOf(`port.on('message', ({ id }) => port.postMessage({ id, spans: ${spans} }))`),
    })
    expect(await model.find(['Ada'])).toEqual([[]])
  })

  it('answers what waits when it is closed, and nothing afterwards', async () => {
    const model = modelOf({ worker: workerOf(`port.on('message', () => {})`) })
    const waiting = model.find(['Ada'])
    await model.close()
    expect(await waiting).toEqual([[]])
    expect(await model.find(['Ada'])).toEqual([[]])
  })
})
