/** No redactor: it says what the machine can do. */
export const tablePassName = 'one bare pass over a table'

const classes = new Uint8Array(65_536).map((_, unit) => (unit >= 48 && unit <= 57 ? 1 : unit === 64 ? 2 : 0))

/** Looks each character up in a table and does nothing more: what no reader of every character can be faster than. */
export function tablePass(text: string): string {
  let seen = 0
  for (let index = 0; index < text.length; index++) seen |= classes[text.charCodeAt(index)] ?? 0
  // what is never looked at would not be computed
  return seen > 3 ? '' : text
}
