/**
 * The `error.type` of what was thrown: the name of the error, where it looks like the name of a class, as people also put
 * data there.
 *
 * @example errorType(new TypeError('x')) // 'TypeError'
 */
export function errorType(error) {
    try {
        const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : typeof error;
        return typeof name === 'string' && className.test(name) ? name : unknownType;
    }
    catch {
        return unknownType;
    }
}
const className = /^[A-Za-z_$][\w$.]{0,63}$/;
/** As the semantic conventions call it. */
const unknownType = '_OTHER';
