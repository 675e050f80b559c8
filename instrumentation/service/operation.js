import { context, metrics, SpanStatusCode, trace, } from '@opentelemetry/api';
import { mayCarry } from '../../processors/capture-port.ts';
import { errorType } from './error-type.ts';
import { harmless } from './harmless.ts';
/**
 * Starts the span of an operation. Nothing in it throws: without telemetry the work goes on alone.
 *
 * @returns `undefined` where no span could be started
 */
export function startOperation(describe) {
    return harmless(() => {
        const operation = describe();
        const parent = operation.parent ?? context.active();
        const { kind, attributes, links } = operation;
        const span = trace.getTracer(scope).startSpan(operation.name, { kind, attributes, links }, parent);
        const active = trace.setSpan(parent, span);
        const start = performance.now();
        let ended = false;
        const end = (outcome) => {
            if (ended)
                return;
            ended = true;
            const seconds = (performance.now() - start) / 1000;
            harmless(() => close(span, outcome));
            harmless(() => measure(operation, outcome, seconds, active));
        };
        return {
            context: active,
            succeed: (judge) => end((judge && harmless(judge)) ?? {}),
            fail(error) {
                const type = errorType(error);
                harmless(() => recordError(span, error, type, active));
                end({ errorType: type });
            },
        };
    });
}
/** Runs `call` in the context of the operation, exactly once, whatever becomes of ours. */
export function inOperation(operation, call) {
    const attempt = () => {
        try {
            const value = call();
            return () => value;
        }
        catch (error) {
            return () => {
                throw error;
            };
        }
    };
    let done;
    harmless(() => context.with(operation.context, () => {
        done = attempt();
    }));
    return (done ?? attempt())();
}
/** The instrumentation scope of everything that the application marks itself. */
const scope = 'privity';
function close(span, { attributes, errorType }) {
    if (attributes !== undefined)
        span.setAttributes(attributes);
    if (errorType !== undefined) {
        span.setAttribute('error.type', errorType);
        // without the message: it is content, and the exception event has it where content may be read
        span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end();
}
function recordError(span, error, type, active) {
    const readable = error instanceof Error && mayCarry('content', active);
    if (readable)
        span.recordException(error);
    else
        span.addEvent('exception', { 'exception.type': type });
}
function measure(operation, outcome, seconds, active) {
    if (operation.histogram === undefined)
        return;
    const { name, description, attributes } = operation.histogram;
    const result = { ...attributes, ...outcome.attributes };
    if (outcome.errorType !== undefined)
        result['error.type'] = outcome.errorType;
    histogramOf(name, description).record(seconds, result, active);
}
let provider;
const histograms = new Map();
/** Made anew for a new provider: the instruments of the API do not follow it, unlike its tracers. */
function histogramOf(name, description) {
    const present = metrics.getMeterProvider();
    if (present !== provider)
        histograms.clear();
    provider = present;
    let histogram = histograms.get(name);
    if (histogram === undefined) {
        const advice = { explicitBucketBoundaries };
        histogram = present.getMeter(scope).createHistogram(name, { description, unit: 's', advice });
        histograms.set(name, histogram);
    }
    return histogram;
}
/** As the semantic conventions advise for `http.server.request.duration`. */
const explicitBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
