/** One shape of the forms that countries give a document, in capitals or not. */
export function anyOf(forms: readonly string[]): RegExp {
  return new RegExp(`^(?:${forms.join('|')})$`, 'iu')
}
