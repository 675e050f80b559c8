const shortest = 16

/** Does it look as if drawn at random: of units of keys, with digits and letters, and with few that repeat? */
export function isRandom(value: string): boolean {
  if (value.length < shortest || !/^[\w+/=.~%:-]{16,2048}$/u.test(value)) return false
  if (!/\d/u.test(value) || !/[A-Za-z]/u.test(value)) return false
  return entropyOf(value) >= minEntropy
}

/** Half-random: 16 hexadecimal digits have about 3.1 bits each, words and paths with their repeated letters less for their length. */
const minEntropy = 3

/** In bits for each unit. */
function entropyOf(value: string): number {
  const counts = new Map<string, number>()
  for (const unit of value) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  let entropy = 0
  for (const count of counts.values()) {
    const share = count / value.length
    entropy -= share * Math.log2(share)
  }
  return entropy
}
