import { inOperation, startOperation } from './operation.ts';
import { whenSettled } from './when-settled.ts';
/**
 * Runs `call` as an operation, from its start until its promise settles.
 *
 * @param judge tells what the result says of the outcome
 * @returns what `call` returns; it throws what `call` throws
 */
export function runOperation(describe, call, judge = () => undefined) {
    const operation = startOperation(describe);
    if (operation === undefined)
        return call();
    let result;
    try {
        result = inOperation(operation, call);
    }
    catch (error) {
        operation.fail(error);
        throw error;
    }
    return whenSettled(result, (value) => operation.succeed(() => judge(value)), operation.fail);
}
