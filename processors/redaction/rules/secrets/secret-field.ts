import type { FieldRule } from '../rule.ts'
import { readSecretValue } from './secret-value.ts'

const facts = {
  kind: 'field',
  type: 'secret',
  source: 'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/',
  confidence: 0.9,
} as const

/** Values that the text itself calls a secret: `password=…`, `"clientSecret": "…"`, `my password is …`. */
export const secretField: FieldRule = {
  ...facts,
  name: 'secret_field',
  title: 'Value of a field that holds a password, a token or a key',
  inWord: true,
  names: [
    'password',
    'passwd',
    'passphrase',
    'pwd',
    'secret',
    'token',
    'api key',
    'access key',
    'secret key',
    'private key',
    'account key',
    'auth key',
    'encryption key',
    'signing key',
    'shared access key',
    'primary key secret',
    'storage key',
    'credential',
    'passwort',
    'kennwort',
    'wachtwoord',
    'contrasena',
    'senha',
    'haslo',
    'heslo',
    'jelszo',
    'salasana',
    'losenord',
    'adgangskode',
    'passord',
    'lozinka',
    'пароль',
    'パスワード',
    '密码',
    '密碼',
    '비밀번호',
  ],
  read(text, value) {
    const before = text.slice(Math.max(0, value.start - 64), value.start)
    if (isCountOfTokens(text, value.start, before) || otherTokens.test(before)) return undefined
    // the working directory, as shells call it
    if (text.charCodeAt(value.start) === 47 && /pwd\W{1,6}(?:(?:is|was)\W{1,4})?$/iu.test(before)) return undefined
    return readSecretValue(text, value)
  },
}

/** Names that are telling only where no longer word ends like that. */
export const secretWordField: FieldRule = {
  ...facts,
  name: 'secret_word_field',
  title: 'Value of a field that holds a password, in short words and other languages',
  names: [
    'pass',
    'pw',
    'psk',
    'mdp',
    'mot de passe',
    'clave de acceso',
    'clave secreta',
    'parola',
    'parola d ordine',
    'sifre',
    'parool',
    'phpsessid',
    'jsessionid',
    'aspsessionid',
    'asp net session id',
    'connect sid',
    'csrf',
    'xsrf',
    'client assertion',
    'refresh jwt',
    'access jwt',
    'id jwt',
    'bind dn password',
    'requirepass',
    'masterauth',
  ],
  read: readSecretValue,
}

/** `max_tokens: 512`, `"prompt_tokens": 17`; what is called tokens is counted, or a list of words. */
function isCountOfTokens(text: string, start: number, before: string): boolean {
  const first = text.charCodeAt(start)
  if (/tokens\W{1,8}(?:(?:is|was|are)\W{1,4})?$/iu.test(before)) return first < 65 || first === 91
  if (first < 48 || first > 57 || !/token\W{1,8}$/iu.test(before)) return false
  return (
    /^\d{1,5}(?![\w-])/u.test(text.slice(start, start + 7)) ||
    /(?:max|min|num|total|count|per)[a-z_-]{0,16}token\W{1,8}$/iu.test(before)
  )
}

/** Tokens of a page of results, of a parser, of a task or of a language model. */
const otherTokens =
  /(?:next|page|continuation|sync|cursor|cancellation|cancel|unexpected|illegal|expected|unknown|unrecognized|invalid syntax|eos|bos|eot|pad|mask|stop|special|public[\s_-]?key)[\s_-]{0,2}(?:page[\s_-]?)?tokens?\W{1,8}(?:(?:is|was|are)\W{1,4})?$/iu
