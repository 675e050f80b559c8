/** A colon with another one or a hexadecimal digit behind it: those of JSON and of sentences are never looked at. */
export const colonsInAddresses: readonly string[] = ['::', ':0', ':a', ':b', ':c', ':d', ':e', ':f']
