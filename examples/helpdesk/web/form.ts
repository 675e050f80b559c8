import { z } from 'zod'

interface FormErrors {
  /** By field, in words for the visitor. */
  readonly errors: Readonly<Record<string, string>>
}

export type ParsedForm<T> = { readonly data: T } | FormErrors

/** Checks a submitted form. On errors the page is shown again, with the values as they were sent. */
export function parseForm<T>(schema: z.ZodType<T>, body: unknown): ParsedForm<T> {
  const result = schema.safeParse(body ?? {})
  if (result.success) return { data: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return { errors }
}

/** A line or a text that has to be there. */
export function requiredText(what: string, longest: number): z.ZodType<string> {
  return z
    .string(`Please enter ${what}.`)
    .trim()
    .min(1, `Please enter ${what}.`)
    .max(longest, `Please use at most ${longest} characters.`)
}

/** A checkbox: browsers send `on` or nothing. */
export const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** What was typed, for showing the form again: strings only, whatever was sent. */
export function typedValues(body: unknown): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [field, value] of Object.entries(body ?? {})) if (typeof value === 'string') values[field] = value
  return values
}

/** The number in a path such as /tickets/12, or nothing: for anything that no row can have as its number. */
export function pathNumber(text: unknown): number | undefined {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
