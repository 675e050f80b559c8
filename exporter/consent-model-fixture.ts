/** What a person said at one moment, to one thing that can be agreed to. */
export interface Said {
  readonly at: number
  readonly who: string
  readonly to: string
  readonly answer: 'granted' | 'denied' | 'unset'
}

/** The last thing that somebody said by then. */
function answerAt(history: readonly Said[], who: string, to: string, time: number): Said['answer'] {
  return history.findLast((said) => said.who === who && said.to === to && said.at <= time)?.answer ?? 'unset'
}

/** Has the person agreed, at that moment, to this purpose, and to this recipient if there is one? */
function agreesAt(history: readonly Said[], who: string, purpose: string, recipient: string | undefined, time: number) {
  const toPurpose = answerAt(history, who, purpose, time)
  if (recipient === undefined) return toPurpose === 'granted'
  return toPurpose !== 'denied' && answerAt(history, who, `${purpose}@${recipient}`, time) === 'granted'
}

export interface Departure {
  /** All whom the data is about; nobody: nobody knows. */
  readonly people: readonly string[]
  readonly purpose: string
  readonly recipient?: string
  readonly capturedAt: number
  readonly leftAt: number
}

/**
 * The law of the matter, in plain words: data may leave for a purpose that rests on consent if each person whom it is
 * about had agreed when it was captured, and agrees when it leaves, or did at some time within the last `grace`
 * milliseconds (for processes that hear of changes late). Data of nobody knows whom stays.
 */
export function mayLeave(history: readonly Said[], departure: Departure, grace = 0): boolean {
  const { people, purpose, recipient, capturedAt, leftAt } = departure
  const moments = (until: number) => [
    until - grace,
    until,
    ...history.map(({ at }) => at).filter((at) => at > until - grace && at <= until),
  ]
  if (people.length === 0) return false
  return people.every(
    (who) =>
      moments(capturedAt).some((time) => agreesAt(history, who, purpose, recipient, time)) &&
      moments(leftAt).some((time) => agreesAt(history, who, purpose, recipient, time)),
  )
}
