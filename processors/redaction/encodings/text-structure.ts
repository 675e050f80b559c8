import type { Span } from '../rules/rule.ts'
import { type JsonToken, jsonTokens } from './json-tokens.ts'
import { readableViews } from './readable-views.ts'
import { spansTouching } from './sorted-spans.ts'
import { sourceSpan, type TextView, viewSpan } from './text-view.ts'
import { type UrlHost, urlHosts } from './url-hosts.ts'

/** What in a text must stay parseable, in the text as it is and below each layer of escapes, by place in the text. */
export interface TextStructure {
  /** A part of the text as it reads. */
  read(span: Span): string
  /** The values in JSON that `span` touches, if it is not inside of one string; of the outermost JSON. */
  jsonAcross(span: Span): readonly JsonToken[]
  /** The URL of which `span` touches what stands before the path. */
  urlAround(span: Span): UrlHost | undefined
}

/** @param spans the parts of the text that will be asked for, sorted and apart */
export function textStructure(text: string, spans: readonly Span[]): TextStructure {
  const views: readonly TextView[] = [{ text }, ...(readableViews(text)?.views ?? [])]
  const innermost = views.at(-1) ?? { text }
  const layers = views.map((view) => layerOf(view, spans))
  return {
    read(span) {
      const { start, end } = viewSpan(innermost, span)
      return innermost.text.slice(start, end)
    },
    jsonAcross(span) {
      for (const { json } of layers) {
        const touched = spansTouching(json, span)
        const [first] = touched
        if (first !== undefined && (first.isNumber || !covers(first, span))) return touched
      }
      return []
    },
    urlAround(span) {
      for (const { hosts } of layers) {
        const touched = spansTouching(hosts, span)
        if (touched.length > 0) return touched[0]
      }
      return undefined
    },
  }
}

interface Layer {
  readonly json: readonly JsonToken[]
  readonly hosts: readonly UrlHost[]
}

function layerOf(view: TextView, spans: readonly Span[]): Layer {
  const viewed = spans.map((span) => viewSpan(view, span))
  return {
    json: jsonTokens(view.text, viewed).map((token) => ({ ...token, ...sourceSpan(view, token.start, token.end) })),
    hosts: urlHosts(view.text, viewed).map((url) => hostInSource(url, view)),
  }
}

function hostInSource({ start, end, authorityStart, host }: UrlHost, view: TextView): UrlHost {
  return {
    ...sourceSpan(view, start, end),
    authorityStart: sourceSpan(view, authorityStart, end).start,
    host: sourceSpan(view, host.start, host.end),
  }
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}
