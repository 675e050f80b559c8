import validator from 'validator'
import { describe, expect, it } from 'vitest'
import { isOneDigitOnly, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { accepts, type Comparison, expectAgreement, stdnumSays } from './oracle-fixture.ts'
import { worldRules } from './world.ts'

const rules: readonly CodeRule[] = worldRules.filter((rule) => rule.kind === 'code')

const validatorSays =
  (locale: validator.IdentityCardLocale) =>
  (code: string): boolean =>
    validator.isIdentityCard(code, locale)

const tenIsNoDigit = {
  because: 'a number whose check is ten is not given out; there it is 9',
  on: (code: string) => weightedSum(code, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 === 1,
}
const krishIsNoStatus = {
  because: 'the list of the Income Tax Department has no K',
  on: (code: string) => code.charAt(3) === 'K',
}

/** The check digit with a table that lacks `&`, so that all letters behind N and the space before a name rank one lower. */
const fitsTableWithoutSign = {
  because: 'there a table without the sign & is right, too',
  on: (code: string) => {
    const ranks = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ '
    const sum = [...` ${code.slice(0, 11)}`].reduce(
      (total, unit, index) => total + ranks.indexOf(unit) * (13 - index),
      0,
    )
    return '0A987654321'.charAt(sum % 11) === code.charAt(11)
  },
}

const comparisons: readonly Comparison[] = [
  {
    rule: 'ar_cuil',
    oracle: stdnumSays('AR/cuit'),
    code: (draw) => `2${draw.oneOf('0', '3', '4', '7')}${draw.digits(8)}?`,
    differ: tenIsNoDigit,
  },
  {
    rule: 'ar_cuit',
    oracle: stdnumSays('AR/cuit'),
    code: (draw) => `3${draw.oneOf('0', '3', '4')}${draw.digits(8)}?`,
    differ: tenIsNoDigit,
  },
  { rule: 'au_tfn', oracle: stdnumSays('AU/tfn'), code: (draw) => `${draw.digits(8)}?` },
  { rule: 'au_abn', oracle: stdnumSays('AU/abn'), code: (draw) => `??${draw.digits(9)}` },
  { rule: 'au_acn', oracle: stdnumSays('AU/acn'), code: (draw) => `${draw.digits(8)}?` },
  {
    rule: 'br_cpf',
    oracle: stdnumSays('BR/cpf'),
    code: (draw) => `${draw.digits(9)}??`,
    differ: { because: 'there one digit may stand in all places', on: isOneDigitOnly },
  },
  {
    rule: 'br_cpf',
    oracle: (code) => validator.isTaxID(code, 'pt-BR'),
    code: (draw) => `${draw.digits(9)}??`,
    differ: { because: 'there one digit may stand in all places', on: isOneDigitOnly },
  },
  { rule: 'br_cnpj', oracle: stdnumSays('BR/cnpj'), code: (draw) => `${draw.digits(8)}000${draw.oneOf('1', '2')}??` },
  {
    rule: 'ca_sin',
    oracle: stdnumSays('CA/sin'),
    code: (draw) => `${draw.oneOf('1', '4', '5', '7')}${draw.digits(7)}?`,
  },
  { rule: 'ca_bn', oracle: stdnumSays('CA/bn'), code: (draw) => `${draw.digits(8)}?` },
  {
    rule: 'ca_program_account',
    oracle: stdnumSays('CA/bn'),
    code: (draw) => `${draw.digits(8)}?R${draw.oneOf('C', 'M', 'P', 'T')}0001`,
  },
  { rule: 'cl_rut', oracle: stdnumSays('CL/rut'), code: (draw) => `${draw.oneOf('7', '12', '23')}${draw.digits(6)}?` },
  { rule: 'cl_rut', oracle: stdnumSays('CL/run'), code: (draw) => `${draw.oneOf('7', '12', '23')}${draw.digits(6)}K` },
  {
    rule: 'cn_resident_id',
    oracle: stdnumSays('CN/ric'),
    code: (draw) =>
      `${draw.oneOf('110101', '310104', '440106', '513436')}${draw.date('Ymd')}${draw.digits(3)}${draw.oneOf('?', 'X')}`,
  },
  {
    rule: 'cn_resident_id',
    oracle: validatorSays('zh-CN'),
    code: (draw) =>
      `${draw.oneOf('110101', '310104', '440106')}${draw.date('Ymd')}${draw.digits(3)}${draw.oneOf('?', 'X')}`,
  },
  {
    rule: 'cn_uscc',
    oracle: stdnumSays('CN/uscc'),
    code: (draw) =>
      `91${draw.oneOf('110000', '310115', '440300')}${draw.digits(8)}${draw.oneOf('?', 'X', 'A')}${draw.oneOf('?', '@')}`,
    differ: { because: 'a rest of zero is written as 0; there it is nothing', on: (code) => code.endsWith('0') },
  },
  {
    rule: 'in_aadhaar',
    oracle: stdnumSays('IN/aadhaar'),
    code: (draw) => `${draw.oneOf('2', '5', '9')}${draw.digits(10)}?`,
  },
  {
    rule: 'in_aadhaar',
    oracle: validatorSays('IN'),
    code: (draw) => `${draw.oneOf('2', '5', '9')}${draw.digits(10)}?`,
    differ: { because: 'there it may read the same from behind', on: (code) => code === [...code].reverse().join('') },
  },
  { rule: 'in_vid', oracle: stdnumSays('IN/vid'), code: (draw) => `${draw.oneOf('2', '5', '9')}${draw.digits(14)}?` },
  {
    rule: 'in_pan',
    oracle: stdnumSays('IN/pan'),
    code: (draw) => `${draw.letters(3)}@${draw.letters(1)}${draw.digits(4)}${draw.letters(1)}`,
    differ: krishIsNoStatus,
  },
  {
    rule: 'in_gstin',
    oracle: stdnumSays('IN/gstin'),
    code: (draw) =>
      `${draw.oneOf('07', '27', '33')}${draw.letters(3)}P${draw.letters(1)}${draw.digits(4)}${draw.letters(1)}1Z${draw.oneOf('?', '@')}`,
  },
  { rule: 'in_epic', oracle: stdnumSays('IN/epic'), code: (draw) => `${draw.letters(3)}${draw.digits(6)}?` },
  { rule: 'il_teudat_zehut', oracle: stdnumSays('IL/idnr'), code: (draw) => `${draw.digits(8)}?` },
  { rule: 'il_teudat_zehut', oracle: validatorSays('he-IL'), code: (draw) => `${draw.digits(8)}?` },
  { rule: 'il_company', oracle: stdnumSays('IL/hp'), code: (draw) => `5${draw.digits(7)}?` },
  { rule: 'jp_corporate_number', oracle: stdnumSays('JP/cn'), code: (draw) => `?${draw.digits(12)}` },
  {
    rule: 'kr_rrn',
    oracle: stdnumSays('KR/rrn'),
    code: (draw) => `${draw.date('ymd')}${draw.oneOf('1', '2')}${draw.digits(5)}?`,
    differ: { because: 'since October 2020 there is no check digit', on: (code) => !stdnumSays('KR/rrn')(code) },
  },
  { rule: 'kr_brn', oracle: stdnumSays('KR/brn'), code: (draw) => `${draw.oneOf('1', '2', '6')}${draw.digits(8)}?` },
  {
    rule: 'mx_curp',
    oracle: stdnumSays('MX/curp'),
    code: (draw) =>
      `BOX${draw.oneOf('W', 'L')}${draw.date('ymd')}${draw.oneOf('H', 'M')}${draw.oneOf('CL', 'DF', 'NE', 'XX')}NSN0?`,
  },
  {
    rule: 'mx_rfc_company',
    oracle: stdnumSays('MX/rfc'),
    code: (draw) => `${draw.letters(3)}${draw.date('ymd')}${draw.letters(1)}${draw.digits(1)}${draw.oneOf('?', 'A')}`,
    differ: fitsTableWithoutSign,
  },
  { rule: 'sg_uen', oracle: stdnumSays('SG/uen'), code: (draw) => `${draw.digits(8)}@` },
  { rule: 'sg_uen', oracle: stdnumSays('SG/uen'), code: (draw) => `${draw.oneOf('1998', '2012')}${draw.digits(5)}@` },
  {
    rule: 'sg_uen',
    oracle: stdnumSays('SG/uen'),
    code: (draw) => `${draw.oneOf('S', 'T')}${draw.digits(2)}${draw.oneOf('FC', 'LP', 'SS')}${draw.digits(4)}@`,
    differ: { because: 'there no year is in the future', on: (code) => /^T[2-9]/u.test(code) },
  },
  {
    rule: 'us_ssn',
    oracle: stdnumSays('US/ssn'),
    code: (draw) => `${draw.oneOf('0', '4', '6', '8', '9')}${draw.digits(7)}?`,
    differ: { because: 'there the serial may be zero', on: (code) => code.endsWith('0000') },
  },
  { rule: 'us_ein', oracle: stdnumSays('US/ein'), code: (draw) => `??${draw.digits(7)}` },
  {
    rule: 'za_id',
    oracle: stdnumSays('ZA/idnr'),
    code: (draw) => `${draw.date('ymd')}${draw.digits(4)}${draw.oneOf('0', '1')}8?`,
  },
  {
    rule: 'za_tax',
    oracle: stdnumSays('ZA/tin'),
    code: (draw) => `${draw.oneOf('0', '1', '2', '3', '9')}${draw.digits(8)}?`,
  },
  {
    rule: 'nz_ird',
    oracle: stdnumSays('NZ/ird'),
    code: (draw) => `${draw.oneOf('1', '4', '9')}${draw.digits(6)}?`,
    differ: { because: 'no number above 150-000-000 is given out yet', on: (code) => Number(code) > 150_000_000 },
  },
  {
    rule: 'nz_ird',
    oracle: stdnumSays('NZ/ird'),
    code: (draw) => `1${draw.digits(7)}?`,
    differ: { because: 'no number above 150-000-000 is given out yet', on: (code) => Number(code) > 150_000_000 },
  },
  {
    rule: 'tw_national_id',
    oracle: stdnumSays('TW/natid'),
    code: (draw) => `@${draw.oneOf('1', '2', '8')}${draw.digits(7)}?`,
  },
  {
    rule: 'tw_national_id',
    oracle: stdnumSays('TW/ui'),
    code: (draw) => `${draw.letters(1)}${draw.oneOf('A', 'B', 'C', 'D')}${draw.digits(7)}?`,
  },
  {
    rule: 'tw_ubn',
    oracle: stdnumSays('TW/ubn'),
    code: (draw) => `${draw.digits(6)}??`,
    differ: {
      because: 'since April 2023 five divides the sum; there ten does',
      on: (code) => !stdnumSays('TW/ubn')(code),
    },
  },
  {
    rule: 'hk_id',
    oracle: stdnumSays('HK/hkid'),
    code: (draw) => `${draw.letters(1)}${draw.digits(6)}${draw.oneOf('?', 'A')}`,
    differ: { because: 'there no card has an O', on: (code) => code.includes('O') },
  },
  {
    rule: 'hk_id',
    oracle: stdnumSays('HK/hkid'),
    code: (draw) => `${draw.letters(2)}${draw.digits(6)}?`,
    differ: { because: 'there no card has an O', on: (code) => code.includes('O') },
  },
  {
    rule: 'th_citizen_id',
    oracle: stdnumSays('TH/idnr'),
    code: (draw) => `${draw.oneOf('1', '3', '5', '8')}${draw.digits(11)}?`,
  },
  {
    rule: 'id_npwp',
    oracle: stdnumSays('ID/npwp'),
    code: (draw) => `0${draw.oneOf('1', '2')}${draw.digits(6)}?091000`,
  },
  {
    rule: 'my_nric',
    oracle: stdnumSays('MY/nric'),
    code: (draw) => `${draw.date('ymd')}??${draw.digits(4)}`,
    differ: {
      because: 'there are more places',
      on: (code) => /^\d{6}(?:00|1[7-9]|20|69|70|73|8[01]|9[4-7])/u.test(code),
    },
  },
  { rule: 'co_nit', oracle: stdnumSays('CO/nit'), code: (draw) => `${draw.oneOf('8', '9')}${draw.digits(8)}?` },
  {
    rule: 'pe_dni',
    oracle: stdnumSays('PE/cui'),
    code: (draw) => `${draw.digits(8)}${draw.oneOf('?', '@')}`,
    differ: { because: 'letters are only described there', on: (code) => /[A-Z]$/u.test(code) },
  },
  {
    rule: 'pe_ruc',
    oracle: stdnumSays('PE/ruc'),
    code: (draw) => `${draw.oneOf('10', '15', '17', '20')}${draw.digits(8)}?`,
  },
  { rule: 'uy_cedula', oracle: stdnumSays('UY/cedula'), code: (draw) => `${draw.digits(7)}?` },
  {
    rule: 'uy_rut',
    oracle: stdnumSays('UY/rut'),
    code: (draw) => `??${draw.digits(6)}001?`,
    differ: { because: 'what begins with 22 is newer', on: (code) => code.startsWith('22') },
  },
  {
    rule: 'ec_cedula',
    oracle: stdnumSays('EC/ci'),
    code: (draw) => `${draw.oneOf('01', '17', '24', '30')}${draw.digits(7)}?`,
  },
  {
    rule: 'ec_ruc',
    oracle: stdnumSays('EC/ruc'),
    code: (draw) => `${draw.oneOf('09', '17')}${draw.oneOf('0', '5', '6', '9')}${draw.digits(6)}?001`,
  },
  {
    rule: 'ru_inn_person',
    oracle: stdnumSays('RU/inn'),
    code: (draw) => `${draw.oneOf('50', '77')}${draw.digits(8)}??`,
  },
  {
    rule: 'ru_inn_company',
    oracle: stdnumSays('RU/inn'),
    code: (draw) => `${draw.oneOf('50', '77')}${draw.digits(7)}?`,
  },
]

/** Specimens of specifications and forms, and numbers that public bodies and companies print of themselves. */
const published: readonly (readonly [rule: string, ...numbers: string[]])[] = [
  ['ar_cuit', '30-50001091-2', '33-69345023-9'],
  ['au_tfn', '123 456 782'],
  ['au_abn', '51 824 753 556', '53 004 085 616'],
  ['au_acn', '004 085 616', '010 499 966'],
  ['br_cpf', '111.444.777-35'],
  ['br_cnpj', '12.ABC.345/01DE-35', '33.000.167/0001-01'],
  ['ca_sin', '046 454 286'],
  ['cl_rut', '60.803.000-K'],
  ['cn_resident_id', '11010519491231002X'],
  ['il_teudat_zehut', '123456782'],
  ['in_gstin', '27AAPFU0939F1ZV'],
  ['jp_my_number', '123456789018'],
  ['jp_corporate_number', '7000012050002'],
  ['kr_brn', '124-81-00998'],
  ['mx_curp', 'BOXW310820HNERXN09', 'HEGG560427MVZRRL04'],
  ['sg_nric', 'S1234567D'],
  ['us_npi', '1234567893'],
  ['co_nit', '213.123.432-1'],
  ['ec_cedula', '171430710-3'],
  ['hk_id', 'A1234563', 'AB9876543'],
  ['nz_ird', '49-091-850', '136410132'],
  ['nz_nhi', 'ZZZ0016', 'JBX3656', 'ZBN77VL', 'ALU18KZ'],
  ['pe_dni', '10117410-2'],
  ['pe_ruc', '20512333797', '20100070970'],
  ['ru_inn_company', '7707083893'],
  ['ru_snils', '112-233-445 95', '087-654-303 00'],
  ['th_citizen_id', '1-2345-67890-12-1'],
  ['tw_national_id', 'A123456789', 'A800014349', 'AC01234567'],
  ['uy_rut', '211003420017'],
  ['za_id', '8001015009087'],
]

describe('numbers of the world that are printed in public are right', () => {
  it.each(published)('%s', (name, ...numbers) => {
    const rule = rules.find((candidate) => candidate.name === name)
    expect(numbers.filter((number) => rule === undefined || !accepts(rule, number))).toEqual([])
  })
})

describe('numbers of the world are right where other implementations say so', () => {
  it.each(comparisons)('$rule', (comparison) => {
    expectAgreement(rules, comparison)
  })
})
