/**
 * Is it what programs count, or call so, rather than a part of the name of a street: `3 Google Drive files`, `2 Hard Drive`,
 * `404 Not Found Page Close`, `took 12 May`?
 *
 * @param word in any case
 */
export function isWordOfPrograms(word: string): boolean {
  return words.has(word.toLowerCase()) || (word.length < 4 && capitals.has(word))
}

/** Is one of the words between `start` and `end`, with a blank between them each? */
export function hasWordOfPrograms(text: string, start: number, end: number): boolean {
  let position = start
  while (position < end) {
    const blank = text.indexOf(' ', position)
    const wordEnd = blank < 0 || blank > end ? end : blank
    if (isWordOfPrograms(text.slice(position, wordEnd))) return true
    position = wordEnd + 1
  }
  return false
}

/** `am` is a word of streets: `Am Markt`. */
const capitals = new Set(['AM', 'PM', 'EST'])

const words = new Set(
  `google hard disk usb one flash network shared team food supreme solid state external error errors step http https
  status code page open file files test tests cpu gpu core cores thread threads request requests response version job
  build task stage phase level item items row rows node nodes port ports pod pods event events user users data time
  message messages byte bytes first last next previous new old every each retry retries attempt attempts check health
  entry starting stopped mount mounted device cloud tape boot virtual zip and or not found in on at to for from with by
  via is are was per min max avg total count sec secs ms minutes hours days weeks months years begin start run api key
  public private jan feb mar apr may jun jul aug sep oct nov dec info warn debug got end
  server servers client clients service services replica replicas instance instances worker workers process processes
  object objects element elements record records connection connections session sessions partition partitions segment
  segments block blocks bucket buckets broker brokers consumer consumers topic topics packet packets kafka redis
  kubernetes cluster proxy queue queues byte kb mb gb tb kib mib gib utc gmt cet pst edt pdt monday tuesday
  wednesday thursday friday saturday sunday january february march april june july august september october november
  december o'clock euro euros dollar dollars usd eur percent people guests tickets orders items km miles meters metres
  address interface bytes unknown null none true false
  integration regression smoke acceptance conformance benchmark microbenchmark`.split(/\s+/u),
)
