import { context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api'
import { vi } from 'vitest'
import type { ConsentSource } from '../consent/consent-source.ts'
import { memoryConsent } from '../consent/memory-consent.ts'
import type { Flow, Policy } from '../policy/policy.ts'
import { spanRecord, testGuard, testPolicy } from '../processors/guard-fixture.ts'
import type { SpanRecord } from '../processors/records.ts'
import { bindSubjects } from '../processors/verdict/bind-subjects.ts'
import { setSubjectAttributes } from '../processors/verdict/bound-attributes.ts'
import { assertAllowed } from './attempt.ts'
import type { Said } from './consent-model-fixture.ts'
import type { ExportResult, FlowExporter } from './destination.ts'
import { GuardedSpanExporter } from './guarded-span-exporter.ts'

/** What may happen in a process, in any order. */
export type Step =
  | ({ readonly kind: 'say' } & Omit<Said, 'at'>)
  /** A request is captured. `early`: it is known from its beginning whom it is about. */
  | { readonly kind: 'capture'; readonly about: readonly string[]; readonly bound?: string; readonly early: boolean }
  /** What the SDK's queue holds is given to the exporter. */
  | { readonly kind: 'export' }
  | { readonly kind: 'flush' }
  /** The network answers the oldest attempt to deliver something. */
  | { readonly kind: 'attempt'; readonly works: boolean }
  | { readonly kind: 'pass'; readonly millis: number }

export interface Captured {
  readonly about: readonly string[]
  readonly bound: string | undefined
  readonly at: number
}

/** One copy that left. */
export interface Left {
  readonly flow: Flow
  readonly captured: Captured
  readonly purposes: readonly string[]
  /** The attributes of `captured.bound` left with it. */
  readonly withBound: boolean
  readonly at: number
}

const accepts = ['technical', 'interaction', 'content'] as const
const common = { form: 'pseudonymous', accepts, to: { otlp: {} }, retentionSeconds: 86_400 } as const

export const flows: Readonly<Record<string, Flow>> = {
  one: { ...common, name: 'one', purposes: ['personalization'] },
  two: { ...common, name: 'two', purposes: ['personalization', 'product_analytics'] },
  partner: { ...common, name: 'partner', purposes: ['personalization'], recipient: 'partner' },
  nameless: { ...common, name: 'nameless', purposes: ['product_analytics'], form: 'anonymous' },
}
const policy: Policy = { ...testPolicy, flows }

/** Does the steps in one process, lets all that still can leave, and tells what left. Needs fake timers and a context manager. */
export async function doSteps(steps: readonly Step[], sourceOf: (truth: ConsentSource) => ConsentSource) {
  const truth = memoryConsent()
  const guard = testGuard(sourceOf(truth), policy)
  const network = createNetwork()
  const destinations = Object.fromEntries(Object.keys(flows).map((name) => [name, network.destination(name)]))
  const exporter = new GuardedSpanExporter({ guard, destinations: destinations as never })
  const history: Said[] = []
  const captured: Captured[] = []
  let queue: SpanRecord[] = []

  const begin = (parent?: SpanRecord) => {
    const attributes: Record<string, string> = { 'app.number': `number ${captured.length}` }
    const span = spanRecord({ attributes })
    guard.stampSpan(span, parent === undefined ? ROOT_CONTEXT : inSpan(parent))
    const setAttributes = (more: object) => Object.assign(attributes, more)
    return { span, live: { ...span, isRecording: () => true, setAttributes } as unknown as Span }
  }
  const capture = ({ about, bound, early }: Extract<Step, { kind: 'capture' }>): void => {
    const server = begin()
    context.with(inSpan(server.span), bindSubjects, undefined, early ? about.map((subject) => ({ subject })) : [])
    const { span, live } = early ? begin(server.span) : server
    context.with(
      inSpan(span),
      bindSubjects,
      undefined,
      about.map((subject) => ({ subject })),
    )
    if (bound !== undefined) setSubjectAttributes(live, { subject: bound }, { 'app.bound': 'of somebody' })
    guard.endSpan(server.span)
    captured.push({ about, bound, at: Date.now() })
    queue.push(span)
  }
  const act = async (step: Step): Promise<void> => {
    if (step.kind === 'say') {
      truth.set({ subject: step.who }, { [step.to]: step.answer })
      history.push({ at: Date.now(), who: step.who, to: step.to, answer: step.answer })
    } else if (step.kind === 'capture') capture(step)
    else if (step.kind === 'export') {
      exporter.export(queue as never, () => {})
      queue = []
    } else if (step.kind === 'flush') void exporter.forceFlush()
    else if (step.kind === 'attempt') network.answer(step.works)
    else await vi.advanceTimersByTimeAsync(step.millis)
  }

  for (const step of [...steps, { kind: 'export' as const }]) {
    await act(step)
    await settled()
    // no two things happen at the same moment
    await vi.advanceTimersByTimeAsync(10)
  }
  for (let round = 0; round < 6; round++) {
    await vi.advanceTimersByTimeAsync(3_000)
    await settled()
    while (network.answer(true)) await settled()
  }
  const left = network.left.map(({ flow, copy, at }): Left => {
    const about = captured[Number(String(copy.attributes['app.number']).slice('number '.length))]
    if (about === undefined || flows[flow] === undefined) throw new Error('something left that nobody captured')
    const purposes = copy.attributes['privity.purposes'] as string[]
    return { flow: flows[flow], captured: about, purposes, withBound: 'app.bound' in copy.attributes, at }
  })
  return { history, captured, left }
}

/** Destinations that try until it works, as OTLP does: each time they ask whether they may. */
function createNetwork() {
  const attempts: ((works: boolean) => void)[] = []
  const left: { readonly flow: string; readonly copy: SpanRecord; readonly at: number }[] = []
  const send = async (flow: string, batch: readonly SpanRecord[]): Promise<ExportResult> => {
    for (;;) {
      assertAllowed()
      // an attempt that works is one whose bytes are on their way now
      const at = Date.now()
      if (await new Promise<boolean>((resolve) => attempts.push(resolve))) {
        left.push(...batch.map((copy) => ({ flow, copy, at })))
        return { code: 0 }
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
  return {
    left,
    destination: (flow: string): FlowExporter<SpanRecord[]> => ({
      export: (batch, callback) =>
        void send(flow, batch).then(callback, (error: Error) => callback({ code: 1, error })),
      shutdown: async () => {},
    }),
    /** @returns whether there was an attempt to answer */
    answer(works: boolean): boolean {
      const oldest = attempts.shift()
      oldest?.(works)
      return oldest !== undefined
    },
  }
}

function inSpan(span: SpanRecord) {
  return trace.setSpanContext(ROOT_CONTEXT, span.spanContext())
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
}
