import { pathTemplate } from './path-template.ts'

/**
 * A URL as a template: scheme, host and port stay, user information, query and fragment go, and of the path only plain
 * words stay. A path alone is treated as one.
 *
 * @returns `undefined` for what is no `http`, `https`, `ws` or `wss` URL: nothing is known of how others are built
 * @example urlTemplate('https://bob:x@shop.example/orders/4711?from=mail') // 'https://shop.example/orders/{id}'
 */
export function urlTemplate(text: string): string | undefined {
  if (text.startsWith('/') && !text.startsWith('//')) return pathTemplate(text)
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return undefined
  }
  if (!/^(?:https?|wss?):$/u.test(url.protocol) || url.hostname === '') return undefined
  // the URL parser has encoded the braces of a template that came in
  return `${url.protocol}//${url.host}${pathTemplate(url.pathname.replaceAll('%7Bid%7D', '{id}'))}`
}
