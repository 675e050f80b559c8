const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** `23 Nov 2026, 10:22 UTC`: a server does not know the reader's time zone, so it says its own. */
export function formatDate(date: Date): string {
  return `${format.format(date)} UTC`
}
