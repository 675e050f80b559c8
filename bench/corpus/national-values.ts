import { isIssued } from './is-issued.ts'
import { passesLuhn } from './passes-luhn.ts'
import { drawUntil } from './random.ts'
import { weightedSum } from './weighted-sum.ts'
import type { Value } from './write-text.ts'

/** By the name in `stdnum`, which knows their check digits: how people of the country write their numbers. */
const known: Readonly<Record<string, string>> = {
  'AR/dni': '{27|31|40}.999.999',
  'AT/vnr': '9999 {dmy}',
  'AU/tfn': '999 999 999',
  'BE/nn': '{71.05.14|85.11.30|92.02.07}-999.99',
  'BG/egn': '{ymd}9999',
  'BR/cpf': '999.999.999-99',
  'CA/sin': '{1|4|5|7}99 999 999',
  'CH/ssn': '756.9999.9999.99',
  'CL/run': '{9|12|15|18}.999.999-9',
  'CN/ric': '{330106|510104|120101}{Ymd}9999',
  'CZ/rc': '{ymd}/9999',
  'DE/idnr': '99 999 999 999',
  'DE/svnr': '{15|53|65} {dmy} A 999',
  'DK/cpr': '{dmy}-{0|1|2|3}999',
  'EC/ci': '{17|09|01}{0|1|2}9999999',
  'EE/ik': '{3|4}{ymd}9999',
  'ES/dni': '99999999-A',
  'ES/nie': '{X|Y}-9999999-A',
  'FI/hetu': '{dmy}-999A',
  'FR/nir': '{1|2} 8{4|7} {03|11} {13|38|92} 999 999 99',
  'GB/nino': '{AB|JG|KM|PR}999999{A|B|C|D}',
  'GB/utr': '9999999999',
  'GR/amka': '{dmy}99999',
  'HR/oib': '99999999999',
  'HK/hkid': '{A|K|Z}999999(9)',
  'IE/pps': '9999999{A|B|C|D|E|F|G|H|J|K|L|M|N|P|R|S|T|W}',
  'IL/idnr': '{0|2|3}99999999',
  'IN/aadhaar': '{2|4|7}999 9999 9999',
  'IN/pan': 'AAAPA9999A',
  'IS/kennitala': '{dmy}-9999',
  'IT/codicefiscale': '{BNCLRA|FRRMTT|SPSGNN}{64|78|91}{B|D|L|R|T}{06|19|58}{F205|H501|L219}A',
  'KR/rrn': '{ymd}-{1|2}999999',
  'LT/asmens': '{3|4}{ymd}9999',
  'LV/pvn': '{dmy}-{1|2}9999',
  'MX/curp': '{HEGM|ROSL|VAPA}{ymd}{H|M}{DF|JC|NL}{RRN|LSC|ZTR}0{1|2|3|4|5|6|7|8|9}',
  'MY/nric': '{ymd}-{08|10|14}-9999',
  'NL/bsn': '999999999',
  'NO/fodselsnummer': '{dmy} {0|1|2|3|4}9999',
  'NZ/ird': '{49|83|101}-999-999',
  'PE/cui': '{10|41|70}999999-9',
  'PL/pesel': '{ymd}99999',
  'PT/nif': '{1|2}99 999 999',
  'RO/cnp': '{1|2}{ymd}{12|40|22}9999',
  'RS/jmbg': '{0101|1507|2809}{955|972|988}719999',
  'SE/personnummer': '{Ymd}-9999',
  'SI/emso': '{0101|1507|2809}{955|972|988}509999',
  'SK/rc': '{ymd}/9999',
  'TH/idnr': '{1|3}-9999-99999-99-9',
  'TR/tckimlik': '{1|2|4}9999999999',
  'TW/natid': '{A|F|H}{1|2}99999999',
  'UA/rntrc': '{2|3}999999999',
  'US/ssn': '999-99-9999',
  'US/ssn-spaced': '999 99 9999',
  'UY/cedula': '{1|3|4}.999.999-9',
  'ZA/idnr': '{ymd}9999089',
}

/** Those that `stdnum` does not have, with a check of their own. */
const ours: Readonly<Record<string, readonly [form: string, isRight: (digits: string) => boolean]>> = {
  // NHS Data Dictionary: modulus 11, weights 10 to 2
  'GB/nhs': [
    '{4|6|7}99 999 9999',
    (digits) => (11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(digits[9]),
  ],
  // Services Australia: weights 1, 3, 7, 9 modulo 10, then the issue and the person
  'AU/medicare': [
    '{2|3|4|5}999 99999 {1|2}',
    (digits) => weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === Number(digits[8]),
  ],
  // Ministry of Internal Affairs and Communications: modulus 11
  'JP/my-number': ['9999 9999 9999', isMyNumber],
  // the letters of the series S; those of T are four further on
  'SG/nric': ['{S}{6|7|8|9}999999{A|B|C|D|E|F|G|H|I|Z|J}', isNric],
  'HU/taj': ['{0|1}99 999 999', (digits) => weightedSum(digits, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(digits[8])],
  // 45 CFR 162.406: Luhn with the prefix 80840
  'US/npi': ['{1|2}999999999', (digits) => passesLuhn(`80840${digits}`)],
  'US/itin': ['{912|934|987}-{71|78|85}-9999', () => true],
}

function isMyNumber(digits: string): boolean {
  const rest = weightedSum(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return (rest <= 1 ? 0 : 11 - rest) === Number(digits[11])
}

function isNric(number: string): boolean {
  return 'JZIHGFEDCBA'.charAt(weightedSum(number.slice(1), [2, 7, 6, 5, 4, 3, 2]) % 11) === number.charAt(8)
}

/** Numbers of persons, by country and name. */
export const nationalValues: Readonly<Record<string, Value>> = {
  ...Object.fromEntries(
    Object.entries(known).map(([path, form]): [string, Value] => [
      path,
      {
        type: 'national_id',
        write: (random) => drawUntil(random, form, (value) => isIssued(path.replace('-spaced', ''), value)),
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(ours).map(([path, [form, isRight]]): [string, Value] => [
      path,
      {
        type: 'national_id',
        write: (random) => drawUntil(random, form, (value) => isRight(value.replaceAll(/[ -]/gu, ''))),
      },
    ]),
  ),
}
