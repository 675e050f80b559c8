const reference = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g

/** The environment variables that a header value refers to, as in `Bearer ${env:OTLP_TOKEN}`. */
export function headerReferences(value: string): string[] {
  return [...value.matchAll(reference)].map((match) => match[1] ?? '')
}

/** The header value with the variables filled in; one that is not set stays as it is (`parsePolicy` has refused it). */
export function resolveHeader(value: string, env: Readonly<Record<string, string | undefined>>): string {
  return value.replaceAll(reference, (text, name: string) => env[name] ?? text)
}
