import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { harmless } from './harmless.ts';
import { inOperation, startOperation } from './operation.ts';
import { whenSettled } from './when-settled.ts';
const steps = ['next', 'return', 'throw'];
/**
 * Observes a generator from its first step to its end, each step in the context of the operation. The generator stays the
 * same object: only its steps are replaced. One that is never run leaves no trace.
 */
export function observeGenerator(call, describe) {
    const generator = call();
    // that of the call: the first step may come from elsewhere
    const parent = harmless(() => context.active()) ?? ROOT_CONTEXT;
    let operation;
    let started = false;
    for (const step of steps) {
        const original = generator[step];
        const observedStep = (...sent) => {
            const take = () => Reflect.apply(original, generator, sent);
            if (!started) {
                started = true;
                operation = startOperation(() => ({ ...context.with(parent, describe), parent }));
            }
            return operation === undefined ? take() : observeStep(operation, take);
        };
        Object.defineProperty(generator, step, { value: observedStep, configurable: true, writable: true });
    }
    return generator;
}
function observeStep(operation, take) {
    const onResult = (result) => {
        if (result.done === true)
            operation.succeed();
    };
    let result;
    try {
        result = inOperation(operation, take);
    }
    catch (error) {
        operation.fail(error);
        throw error;
    }
    return whenSettled(result, onResult, operation.fail);
}
