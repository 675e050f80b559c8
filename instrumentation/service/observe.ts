import { type ObservedOptions, observed, observedAs } from './observed.ts'

type Method = (...values: never[]) => unknown
type Class = abstract new (...values: never[]) => object

/** A decorator for methods and classes, both of the standard and of TypeScript's `experimentalDecorators`. */
export interface ObserveDecorator {
  <M extends Method>(method: M, context: ClassMethodDecoratorContext): M
  <C extends Class>(target: C, context: ClassDecoratorContext): void
  (target: object, key: string | symbol, descriptor: PropertyDescriptor): void
  <C extends Class>(target: C): void
}

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
export function observe(options: ObservedOptions = {}): ObserveDecorator {
  const decorate = (target: unknown, where?: unknown, descriptor?: PropertyDescriptor): unknown => {
    if (descriptor !== undefined) return observeLegacyMethod(target as object, String(where), descriptor, options)
    if (isMethodContext(where)) return observeMethod(target as Method, where, options)
    if (typeof target === 'function') observePrototype(target as Class)
    return undefined
  }
  return decorate as ObserveDecorator
}

function isMethodContext(where: unknown): where is ClassMethodDecoratorContext {
  return typeof where === 'object' && where !== null && 'kind' in where && where.kind === 'method'
}

function observeMethod(
  method: Method,
  { name, static: isStatic }: ClassMethodDecoratorContext,
  options: ObservedOptions,
) {
  // the class is not made yet: it is known from the object that the method is called on
  const nameOf = (self: unknown): string =>
    options.name ?? qualified(isStatic ? self : (self as object | undefined)?.constructor, String(name))
  return observedAs(method, nameOf, options)
}

function observeLegacyMethod(
  owner: object,
  key: string,
  descriptor: PropertyDescriptor,
  options: ObservedOptions,
): void {
  if (typeof descriptor.value !== 'function') return
  const ownerClass = typeof owner === 'function' ? owner : owner.constructor
  descriptor.value = observed(descriptor.value, { ...options, name: options.name ?? qualified(ownerClass, key) })
}

function observePrototype(target: Class): void {
  const prototype: object = target.prototype
  for (const key of Reflect.ownKeys(prototype)) {
    const property = Object.getOwnPropertyDescriptor(prototype, key)
    if (key === 'constructor' || typeof property?.value !== 'function' || property.configurable !== true) continue
    const value = observed(property.value, { name: qualified(target, String(key)) })
    Object.defineProperty(prototype, key, { ...property, value })
  }
}

function qualified(owner: unknown, method: string): string {
  return typeof owner === 'function' && owner.name !== '' ? `${owner.name}.${method}` : method
}
