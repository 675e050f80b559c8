/**
 * The path of a URL with everything that may name somebody or something as `{id}`. The query and the fragment go.
 *
 * Only plain words stay: lower-case letters without digits, not too long, and not right behind a word that is followed by
 * a name (`/users/ada`).
 *
 * @returns `undefined` if `text` is no absolute path
 * @example pathTemplate('/tickets/4711/comments?page=2') // '/tickets/{id}/comments'
 */
export function pathTemplate(text: string): string | undefined {
  if (!text.startsWith('/')) return text === '*' ? text : undefined
  const end = text.search(/[?#]/u)
  const path = end === -1 ? text : text.slice(0, end)
  const segments = path.split('/').slice(1)
  const kept = segments.slice(0, maxSegments).map((segment, index) => {
    if (segment === '' || segment === '{id}') return segment
    return isPlainWord(segment) && !isNamed(segments[index - 1], segment) ? segment : '{id}'
  })
  return `/${kept.join('/')}${segments.length > maxSegments ? '/{id}' : ''}`
}

const maxSegments = 16

/** `tickets`, `sign-in`, `index.html`, and the version of an interface: `v2`. */
function isPlainWord(segment: string): boolean {
  return /^(?:[a-z]{1,20}(?:[-_][a-z]{1,20}){0,2}(?:\.(?:html?|js|css|json|xml|php|txt|ico|png|svg))?|v[0-9]{1,2})$/u.test(
    segment,
  )
}

/** Collections of people, and places where a search word or a name comes next. */
const namesFollow = new Set(
  `user users u customer customers client clients account accounts member members people person persons profile profiles
  author authors owner owners employee employees patient patients student students contact contacts agent agents team
  teams org orgs organization organizations organisation organisations company companies tenant tenants workspace
  workspaces group groups name names username email emails mail search find q query tag tags topic topics token tokens
  key keys secret secrets session sessions invite invites reset verify unsubscribe file files download downloads upload
  uploads share shares`.split(/\s+/u),
)

/** Words that are an operation wherever they stand. */
const operations = new Set(
  `me self new edit create update delete remove list all search find count export import login logout signin signup
  register settings profile password preferences avatar invite invites roles permissions status active archive bulk
  batch summary stats health current verify reset confirm callback`.split(/\s+/u),
)

function isNamed(before: string | undefined, segment: string): boolean {
  return before !== undefined && namesFollow.has(before) && !operations.has(segment)
}
