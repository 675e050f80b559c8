/**
 * The names of a receipt, written out: nothing has to be fetched to read it.
 *
 * @see https://w3id.org/dpv/guides/consent-27560, section 3
 */
export const receiptContext = {
  dpv: 'https://w3id.org/dpv#',
  'dpv-27560': 'https://w3id.org/dpv/schema/dpv-27560#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  privity: 'urn:privity:',
} as const
