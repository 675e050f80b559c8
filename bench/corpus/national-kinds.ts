import type { EntityKind } from './entity-kind.ts'
import { isIssued } from './is-issued.ts'
import { drawUntil } from './random.ts'

/** By the name of the number in `stdnum`, which knows its check digits: its form, what people call it, the names of its fields. */
const numbers: readonly (readonly [path: string, form: string, called: readonly string[], keys: readonly string[]])[] =
  [
    ['US/ssn', '999-99-9999', ['social security number', 'SSN'], ['ssn', 'social_security_number']],
    ['US/ssn', '999999999', ['social security number', 'SSN', 'social'], ['ssn', 'socialSecurityNumber']],
    ['GB/nino', 'AA 99 99 99 {A|B|C|D}', ['National Insurance number', 'NI number', 'NINO'], ['nino', 'ni_number']],
    [
      'DE/idnr',
      '99999999999',
      ['Steuer-ID', 'steuerliche Identifikationsnummer', 'German tax ID'],
      ['steuer_id', 'steuerId'],
    ],
    [
      'DE/svnr',
      '99{dmy}A999',
      ['Sozialversicherungsnummer', 'Rentenversicherungsnummer'],
      ['sozialversicherungsnummer', 'rvnr'],
    ],
    ['FR/nir', '{1|2}99{01|07|12}{33|75|69}99999999', ['numéro de sécurité sociale', 'NIR'], ['nir', 'numero_secu']],
    ['ES/dni', '99999999A', ['DNI', 'NIF'], ['dni', 'nif']],
    ['ES/nie', '{X|Y|Z}9999999A', ['NIE'], ['nie', 'documento']],
    [
      'IT/codicefiscale',
      'AAAAAA{50|71|85|93}{A|C|E|H|M|P|S}{10|17|25}A999A',
      ['codice fiscale'],
      ['codice_fiscale', 'cf'],
    ],
    ['NL/bsn', '999999999', ['BSN', 'burgerservicenummer'], ['bsn', 'burgerservicenummer']],
    ['PL/pesel', '{ymd}99999', ['PESEL', 'numer PESEL'], ['pesel', 'nr_pesel']],
    ['PT/nif', '{1|2}99999999', ['NIF', 'número de contribuinte'], ['nif', 'contribuinte']],
    ['BE/nn', '{ymd}99999', ['rijksregisternummer', 'numéro national'], ['rijksregisternummer', 'numero_national']],
    ['SE/personnummer', '{ymd}-9999', ['personnummer'], ['personnummer', 'pnr']],
    ['NO/fodselsnummer', '{dmy}{0|1|2|3|4}9999', ['fødselsnummer'], ['fodselsnummer', 'fnr']],
    ['FI/hetu', '{dmy}-999A', ['henkilötunnus', 'hetu'], ['henkilotunnus', 'hetu']],
    ['DK/cpr', '{dmy}-{0|1|2|3}999', ['CPR-nummer', 'CPR'], ['cpr', 'cpr_nummer']],
    ['CH/ssn', '756.9999.9999.99', ['AHV-Nummer', 'numéro AVS'], ['ahv_nummer', 'avs']],
    ['AT/vnr', '9999{dmy}', ['Sozialversicherungsnummer', 'SVNR'], ['svnr', 'sozialversicherungsnummer']],
    ['IE/pps', '9999999A', ['PPS number', 'PPSN'], ['pps_number', 'ppsn']],
    ['CZ/rc', '{ymd}/9999', ['rodné číslo'], ['rodne_cislo', 'rc']],
    ['SK/rc', '{ymd}9999', ['rodné číslo'], ['rodne_cislo']],
    ['RO/cnp', '{1|2}{ymd}999999', ['CNP', 'cod numeric personal'], ['cnp', 'codNumericPersonal']],
    ['BG/egn', '{ymd}9999', ['ЕГН EGN', 'EGN'], ['egn']],
    ['HR/oib', '99999999999', ['OIB'], ['oib']],
    ['GR/amka', '{dmy}99999', ['AMKA'], ['amka']],
    ['TR/tckimlik', '99999999999', ['T.C. kimlik numarası', 'TC Kimlik No'], ['tc_kimlik_no', 'tckn']],
    ['EE/ik', '{3|4}{ymd}9999', ['isikukood'], ['isikukood']],
    ['LT/asmens', '{3|4}{ymd}9999', ['asmens kodas'], ['asmens_kodas']],
    ['IS/kennitala', '{dmy}-999{9}', ['kennitala'], ['kennitala']],
    ['SI/emso', '{0101|1507|2809}{955|972|988}509999', ['EMŠO'], ['emso']],
    ['IN/aadhaar', '9999 9999 9999', ['Aadhaar number', 'Aadhaar'], ['aadhaar', 'aadhaar_number']],
    ['IN/pan', 'AAAPA9999A', ['PAN', 'PAN card number'], ['pan_number', 'panCard']],
    ['BR/cpf', '999.999.999-99', ['CPF'], ['cpf']],
    ['BR/cpf', '99999999999', ['CPF'], ['cpf', 'cpf_cliente']],
    ['AU/tfn', '999999999', ['TFN', 'tax file number'], ['tfn', 'taxFileNumber']],
    ['CA/sin', '999-999-999', ['SIN', 'social insurance number'], ['sin', 'socialInsuranceNumber']],
    ['KR/rrn', '{ymd}-{1|2}999999', ['resident registration number', 'RRN'], ['rrn', 'resident_registration_number']],
    [
      'CN/ric',
      '{110101|310104|440106}{Ymd}9999',
      ['ID card number', 'resident ID', 'shenfenzheng'],
      ['id_card', 'idNumber'],
    ],
    ['ZA/idnr', '{ymd}9999089', ['ID number', 'SA ID'], ['id_number', 'sa_id']],
    ['MX/curp', '{PERJ|GOML|SARA}{ymd}{H|M}{DF|JC|NL}{RZN|MPS|LNT}99', ['CURP'], ['curp']],
    ['AR/cuit', '{20|27|23}-99999999-9', ['CUIT', 'CUIL'], ['cuit', 'cuil']],
    ['CL/run', '{7|9|12|15|17}.999.999-9', ['RUT'], ['rut']],
    ['IL/idnr', '999999999', ['Teudat Zehut', 'Israeli ID number'], ['teudat_zehut', 'id_number']],
  ]

export const nationalKinds: readonly EntityKind[] = numbers.map(([path, form, called, keys]) => ({
  type: 'national_id',
  write: (random) => drawUntil(random, form, (value) => isIssued(path, value)),
  called,
  keys,
}))
