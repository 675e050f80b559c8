import { LedgerError } from './ledger-error.ts'

/** What a database says of a failure may quote data, so it is the cause and not the message. */
export async function available<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LedgerError) throw error
    throw new LedgerError(
      {
        code: 'unavailable',
        path: [],
        expected: 'a database that answers',
        received: 'an error',
        hint: 'The cause of this error has what the database said. Nothing was written.',
      },
      error,
    )
  }
}
