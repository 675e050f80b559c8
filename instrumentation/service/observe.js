import { observed, observedAs } from './observed.ts';
/**
 * `observed` as a decorator: for a method, or for a class and all methods of its own prototype. The name is
 * `Class.method`; `options` are for methods.
 *
 * @example
 * class Orders {
 *   \@observe({ capture: { arguments: ['orderId'] } })
 *   async refund(orderId: string) {}
 * }
 */
export function observe(options = {}) {
    const decorate = (target, where, descriptor) => {
        if (descriptor !== undefined)
            return observeLegacyMethod(target, String(where), descriptor, options);
        if (isMethodContext(where))
            return observeMethod(target, where, options);
        if (typeof target === 'function')
            observePrototype(target);
        return undefined;
    };
    return decorate;
}
function isMethodContext(where) {
    return typeof where === 'object' && where !== null && 'kind' in where && where.kind === 'method';
}
function observeMethod(method, { name, static: isStatic }, options) {
    // the class is not made yet: it is known from the object that the method is called on
    const nameOf = (self) => options.name ?? qualified(isStatic ? self : self?.constructor, String(name));
    return observedAs(method, nameOf, options);
}
function observeLegacyMethod(owner, key, descriptor, options) {
    if (typeof descriptor.value !== 'function')
        return;
    const ownerClass = typeof owner === 'function' ? owner : owner.constructor;
    descriptor.value = observed(descriptor.value, { ...options, name: options.name ?? qualified(ownerClass, key) });
}
function observePrototype(target) {
    const prototype = target.prototype;
    for (const key of Reflect.ownKeys(prototype)) {
        const property = Object.getOwnPropertyDescriptor(prototype, key);
        if (key === 'constructor' || typeof property?.value !== 'function' || property.configurable !== true)
            continue;
        const value = observed(property.value, { name: qualified(target, String(key)) });
        Object.defineProperty(prototype, key, { ...property, value });
    }
}
function qualified(owner, method) {
    return typeof owner === 'function' && owner.name !== '' ? `${owner.name}.${method}` : method;
}
