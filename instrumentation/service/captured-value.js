import { isProxy } from 'node:util/types';
/** Values of one captured structure; what is beyond stays out. */
const maxValues = 256;
const maxDepth = 5;
/**
 * A copy of a value of the application, in the shape of a telemetry attribute. The structure is kept, so that the guard
 * can judge each key. Runs no code of the application: no getter, no `toJSON`, no proxy trap.
 *
 * @example capturedValue({ order: 7, at: new Date(0) }) // { order: 7, at: '1970-01-01T00:00:00.000Z' }
 */
export function capturedValue(value) {
    return capture(value, 1, { left: maxValues });
}
function capture(value, depth, budget) {
    budget.left--;
    switch (typeof value) {
        case 'string':
        case 'number':
        case 'boolean':
            return value;
        case 'undefined':
            return undefined;
        case 'object':
            return value === null ? null : captureObject(value, depth, budget);
        case 'function':
            return '[Function]';
        default:
            return String(value);
    }
}
function captureObject(value, depth, budget) {
    if (isProxy(value))
        return '[Proxy]';
    const prototype = Object.getPrototypeOf(value);
    if (value instanceof Date)
        return Number.isNaN(value.getTime()) ? 'Invalid Date' : Date.prototype.toISOString.call(value);
    if (value instanceof Error)
        return `${dataOf(value, 'name') ?? nameOf(prototype)}: ${dataOf(value, 'message') ?? ''}`;
    // bytes, maps, promises: their content is not in their properties
    if (!Array.isArray(value) && isExotic(value))
        return `[${nameOf(prototype)}]`;
    if (depth > maxDepth)
        return Array.isArray(value) ? '[Array]' : '[Object]';
    return Array.isArray(value) ? captureArray(value, depth, budget) : captureMap(value, depth, budget);
}
function captureArray(items, depth, budget) {
    const copy = [];
    for (let index = 0; index < items.length && budget.left > 0; index++) {
        copy.push(capture(dataOf(items, index), depth + 1, budget));
    }
    return copy;
}
function captureMap(map, depth, budget) {
    const copy = {};
    for (const key of Object.keys(map)) {
        if (budget.left <= 0)
            break;
        // defined, as `__proto__` may be a key
        Object.defineProperty(copy, key, {
            value: capture(dataOf(map, key), depth + 1, budget),
            enumerable: true,
            configurable: true,
            writable: true,
        });
    }
    return copy;
}
function dataOf(owner, key) {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    return property !== undefined && 'value' in property ? property.value : undefined;
}
function nameOf(prototype) {
    const maker = prototype === null ? undefined : dataOf(prototype, 'constructor');
    const name = typeof maker === 'function' ? dataOf(maker, 'name') : undefined;
    return typeof name === 'string' && name !== '' ? name : 'Object';
}
function isExotic(value) {
    return (ArrayBuffer.isView(value) ||
        value instanceof ArrayBuffer ||
        value instanceof Map ||
        value instanceof Set ||
        value instanceof WeakMap ||
        value instanceof WeakSet ||
        value instanceof Promise ||
        value instanceof RegExp);
}
