import { isPromise } from 'node:util/types';
/**
 * Watches how a result ends, without changing what the caller sees: a plain promise is continued, so that a rejection
 * that nobody handles stays one; everything else counts as done, and is handed through as it is.
 *
 * Not followed are promises with something more to them (a subclass, own properties), as a continuation would lack it,
 * and other thenables, as `then` may be what starts them.
 *
 * @returns what to give to the caller in place of `result`
 */
export function whenSettled(result, done, failed) {
    if (!isPlainPromise(result)) {
        done(result);
        return result;
    }
    return result.then((value) => {
        done(value);
        return value;
    }, (error) => {
        failed(error);
        throw error;
    });
}
function isPlainPromise(value) {
    return isPromise(value) && Object.getPrototypeOf(value) === Promise.prototype && Reflect.ownKeys(value).length === 0;
}
