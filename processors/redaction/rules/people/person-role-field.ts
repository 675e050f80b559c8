import type { FieldRule } from '../rule.ts'
import { isGivenName } from './given-names.ts'
import { readNameValue } from './read-name-value.ts'

/** Values of fields that mostly hold the name of a person: `author`, `Patient`, `nom`, where the value looks like one. */
export const personRoleField: FieldRule = {
  kind: 'field',
  name: 'person_role_field',
  type: 'person',
  title: 'Value of a field for a person, or for a name, that looks like the name of a person',
  source: 'https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill',
  confidence: 0.8,
  names: [
    ...[
      'name',
      'names',
      'display name',
      'author',
      'assignee',
      'assigned to',
      'recipient',
      'attn',
      'attention',
      'patient',
    ],
    ...['customer', 'passenger', 'employee', 'applicant', 'claimant', 'beneficiary', 'borrower', 'insured', 'payee'],
    ...[
      'physician',
      'doctor',
      'attorney',
      'signed by',
      'signed off by',
      'co authored by',
      'reviewed by',
      'reported by',
    ],
    ...[
      'requested by',
      'approved by',
      'created by',
      'updated by',
      'modified by',
      'prepared by',
      'submitted by',
      'caller',
    ],
    ...['reporter', 'contact', 'sender', 'addressee', 'spouse', 'guardian', 'witness', 'signature', 'participant'],
    ...[
      'attendee',
      'holder',
      'manager',
      'supervisor',
      'interviewer',
      'teacher',
      'student',
      'tenant name',
      'client name',
    ],
    ...['account name', 'profile name', 'screen name', 'username', 'user', 'kunde', 'kundin', 'patientin', 'empfanger'],
    ...['absender', 'nom', 'nombre', 'nombres', 'nome', 'naam', 'imie', 'namn', 'navn', 'nimi', 'jmeno', 'nev', 'nume'],
    ...['ime', 'destinataire', 'destinatario', 'destinatario'],
  ],
  read(text, value) {
    const span = readNameValue(text, value)
    if (span === undefined) return undefined
    const before = text.slice(Math.max(0, value.start - 32), value.start)
    if (otherNames.test(before)) return undefined
    const words = text.slice(span.start, span.end).split(/[\s,+-]+/u)
    if (words.some((word) => things.test(word))) return undefined
    const isKnown = words.some((word) => isGivenName(word))
    if (isKnown) return span
    // `author: Ngaio Marsh`; one word that is not known, or none with a capital, may be anything
    const isFullName =
      words.length > 1 && words.length < 4 && words.every((word) => /^\p{Lu}[\p{L}\p{M}'’]{0,30}\.?$/u.test(word))
    return isFullName && roles.test(before) ? span : undefined
  },
}

/** `service.name`, `hostName`, `file_name`, `<tag name=`: what comes before a name says whose it is. */
const otherNames =
  /(?:(?<!display|screen|profile|user|account)(?<=[\p{L}\p{N}])[._-]|\p{Ll}(?=N)|(?:host|file|path|tag|key|app|pod|job|task|class|event|service|server|node|image|table|column|product|brand|company|domain|queue|topic|step|plan|bucket|module|package|project|input|param|meta|field|metric|span|db) ?)names?\W{1,8}$/iu

/** A person is meant: not so behind `name`, which anything can have. */
const roles =
  /(?:author|assign\w{2,3}(?:[ _]?to)?|recipient|attn|attention|patient|customer|passenger|employee|applicant|claimant|beneficiary|borrower|insured|payee|physician|doctor|attorney|[a-z]{4,10}[ _-]?by|caller|reporter|addressee|spouse|guardian|witness|signature|attendee|supervisor|interviewer|teacher|student|kund(?:e|in)|patientin|empf[aä]nger|absender|imi[eę]|user[._ -]?name|destinat\w{4,5})\W{1,8}(?:(?:is|was|ist|war|est|es)\W{1,3})?$/iu

/** Companies and what they make. */
const things =
  /^(?:inc|llc|ltd|gmbh|ag|corp|corporation|company|co|plc|bank|group|holding|holdings|solutions|technologies|systems|labs|store|shop|foundation|university|hospital|school|institute|test|api|portal|engine|manager|handler|factory|provider|template|widget|dashboard|report|project|search|data|cloud|web|main|primary|secondary|internal|external|global|local|automated|automatic|auto|unit|integration)$/iu
