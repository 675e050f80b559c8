/** What people write into the redaction processor of a Collector: e-mail, SSN, card, IPv4, IBAN, telephone, JWT, AWS key, bearer token. */
const patterns = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\b\d{3}-\d{2}-\d{4}\b/g,
  /\b(?:\d[ -]?){13,16}\b/g,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
  /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g,
  /\+?\d{1,3}[ -]?\(?\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]+\b/g,
  /\bAKIA[0-9A-Z]{16}\b/g,
  /[Bb]earer\s+[\w.~+/-]+=*/g,
]

export function redactByNinePatterns(text: string): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, '****'), text)
}
