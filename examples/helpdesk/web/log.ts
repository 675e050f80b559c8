import pino from 'pino'

/** One JSON object a line on standard output; `LOG_LEVEL=silent` turns it off. */
export const log = pino({ name: 'helpdesk', level: process.env.LOG_LEVEL ?? 'info' })
