import { describe, it } from 'vitest'
import { weightedSum } from '../../checksums.ts'
import { europeRules } from './europe.ts'
import { type Comparison, expectAgreement, stdnumSays } from './oracle-fixture.ts'

const anyKindOfCheck = {
  because: 'there each kind of company may have a letter or a digit',
  on: (code: string) => (/\d$/u.test(code) ? /^(?:ES)?[NPQRSW]/u : /^(?:ES)?[ABEH]/u).test(code),
}
const elevenIsNoDigit = {
  because: 'a number whose check is 11 is not given out; there it is 1',
  on: (code: string) => weightedSum(code.slice(-8), [8, 7, 6, 5, 4, 3, 2]) % 11 === 0,
}

const comparisons: readonly Comparison[] = [
  { rule: 'gb_vat', oracle: stdnumSays('GB/vat'), code: (draw) => `GB${draw.digits(7)}??` },
  {
    rule: 'gb_vat_without_prefix',
    oracle: stdnumSays('GB/vat'),
    code: (draw) => `${draw.digits(7)}??${draw.oneOf('', '001')}`,
  },
  {
    rule: 'de_identity_card',
    oracle: stdnumSays('DE/passport'),
    code: (draw) => `${draw.oneOf('C', 'F', 'K')}${draw.digits(2)}X${draw.digits(3)}TK?`,
  },
  { rule: 'de_vat', oracle: stdnumSays('DE/vat'), code: (draw) => `DE${draw.oneOf('1', '2', '8')}${draw.digits(7)}?` },
  {
    rule: 'fr_siren',
    oracle: stdnumSays('FR/siren'),
    code: (draw) => `${draw.oneOf('3', '4', '5', '8')}${draw.digits(7)}?`,
  },
  {
    rule: 'fr_siret',
    oracle: stdnumSays('FR/siret'),
    code: (draw) => `${draw.oneOf('3', '4', '5', '8')}${draw.digits(12)}?`,
  },
  { rule: 'fr_siret', oracle: stdnumSays('FR/siret'), code: (draw) => `356000000${draw.digits(4)}?` },
  {
    rule: 'fr_vat',
    oracle: stdnumSays('FR/tva'),
    code: (draw) => `FR??${draw.oneOf('732829320', '552081317', '303265045', '000000001')}`,
  },
  {
    rule: 'fr_vat',
    oracle: stdnumSays('FR/tva'),
    code: (draw) => `FR@?${draw.oneOf('732829320', '399859412', '303265045')}`,
  },
  {
    rule: 'fr_vat',
    oracle: stdnumSays('FR/tva'),
    code: (draw) => `FR?@${draw.oneOf('732829320', '399859412', '303265045')}`,
  },
  { rule: 'es_cif', oracle: stdnumSays('ES/cif'), code: (draw) => `@${draw.digits(7)}?`, differ: anyKindOfCheck },
  {
    rule: 'es_cif',
    oracle: stdnumSays('ES/cif'),
    code: (draw) => `@${draw.digits(7)}${draw.letters(1)}`,
    differ: anyKindOfCheck,
  },
  { rule: 'es_vat', oracle: stdnumSays('ES/nif'), code: (draw) => `ES@${draw.digits(7)}?`, differ: anyKindOfCheck },
  {
    rule: 'it_partita_iva',
    oracle: stdnumSays('IT/iva'),
    code: (draw) => `${draw.digits(7)}${draw.oneOf('001', '058', '100', '101', '120', '121', '122')}?`,
  },
  { rule: 'it_vat', oracle: stdnumSays('IT/iva'), code: (draw) => `IT${draw.digits(7)}015?` },
  { rule: 'nl_vat', oracle: stdnumSays('NL/btw'), code: (draw) => `NL${draw.digits(8)}?B??` },
  { rule: 'pl_nip', oracle: stdnumSays('PL/nip'), code: (draw) => `${draw.oneOf('1', '5', '8')}${draw.digits(8)}?` },
  { rule: 'pl_vat', oracle: stdnumSays('PL/nip'), code: (draw) => `PL${draw.oneOf('1', '5', '8')}${draw.digits(8)}?` },
  { rule: 'pl_regon', oracle: stdnumSays('PL/regon'), code: (draw) => `${draw.digits(8)}?` },
  { rule: 'pl_regon', oracle: stdnumSays('PL/regon'), code: (draw) => `${draw.digits(8)}?${draw.digits(4)}?` },
  { rule: 'pt_nipc', oracle: stdnumSays('PT/nif'), code: (draw) => `${draw.oneOf('5', '6', '9')}${draw.digits(7)}?` },
  { rule: 'pt_vat', oracle: stdnumSays('PT/nif'), code: (draw) => `PT5${draw.digits(7)}?` },
  {
    rule: 'be_ondernemingsnummer',
    oracle: stdnumSays('BE/vat'),
    code: (draw) => `${draw.oneOf('0', '1')}${draw.digits(7)}??`,
  },
  { rule: 'be_vat', oracle: stdnumSays('BE/vat'), code: (draw) => `BE0${draw.digits(7)}??` },
  {
    rule: 'se_organisationsnummer',
    oracle: stdnumSays('SE/orgnr'),
    code: (draw) => `${draw.oneOf('1', '2', '5', '9')}${draw.digits(1)}6${draw.digits(6)}?`,
  },
  { rule: 'se_vat', oracle: stdnumSays('SE/vat'), code: (draw) => `SE${draw.digits(9)}?01` },
  {
    rule: 'no_organisasjonsnummer',
    oracle: stdnumSays('NO/orgnr'),
    code: (draw) => `${draw.oneOf('8', '9')}${draw.digits(7)}?`,
  },
  { rule: 'no_mva', oracle: stdnumSays('NO/mva'), code: (draw) => `NO ${draw.oneOf('8', '9')}${draw.digits(7)}?MVA` },
  { rule: 'fi_y_tunnus', oracle: stdnumSays('FI/ytunnus'), code: (draw) => `${draw.digits(7)}-?` },
  { rule: 'fi_vat', oracle: stdnumSays('FI/alv'), code: (draw) => `FI${draw.digits(7)}?` },
  { rule: 'dk_cvr', oracle: stdnumSays('DK/cvr'), code: (draw) => `${draw.oneOf('1', '3', '4')}${draw.digits(6)}?` },
  { rule: 'dk_vat', oracle: stdnumSays('DK/cvr'), code: (draw) => `DK${draw.oneOf('1', '3', '4')}${draw.digits(6)}?` },
  { rule: 'ch_uid', oracle: stdnumSays('CH/uid'), code: (draw) => `CHE${draw.digits(8)}?` },
  {
    rule: 'ch_uid',
    oracle: stdnumSays('CH/vat'),
    code: (draw) => `CHE${draw.digits(8)}? ${draw.oneOf('MWST', 'TVA', 'IVA')}`,
  },
  { rule: 'at_steuernummer', oracle: stdnumSays('AT/tin'), code: (draw) => `59${draw.digits(6)}?` },
  { rule: 'at_vat', oracle: stdnumSays('AT/uid'), code: (draw) => `ATU${draw.digits(7)}?` },
  {
    rule: 'ie_vat',
    oracle: stdnumSays('IE/vat'),
    code: (draw) => `IE${draw.digits(7)}@${draw.oneOf('', 'A', 'H', 'I')}`,
  },
  {
    rule: 'ie_vat',
    oracle: stdnumSays('IE/vat'),
    code: (draw) => `IE${draw.digits(1)}${draw.letters(1)}${draw.digits(5)}@`,
  },
  {
    rule: 'cz_ico',
    oracle: stdnumSays('CZ/dic'),
    code: (draw) => `${draw.digits(7)}?`,
    differ: {
      because: 'what is no tax number with a 9 first may be a company’s number',
      on: (code) => code.startsWith('9'),
    },
  },
  { rule: 'cz_vat', oracle: stdnumSays('CZ/dic'), code: (draw) => `CZ${draw.oneOf('1', '2', '6')}${draw.digits(6)}?` },
  {
    rule: 'cz_vat',
    oracle: stdnumSays('CZ/dic'),
    code: (draw) => `CZ${draw.day('ymd')}${draw.digits(3)}?`,
    differ: { because: 'of 1985, too, a rest of ten is written as 0', on: (code) => /^(?:CZ)?85.*0$/u.test(code) },
  },
  { rule: 'sk_dic', oracle: stdnumSays('SK/dph'), code: (draw) => `202${draw.digits(6)}?` },
  { rule: 'sk_vat', oracle: stdnumSays('SK/dph'), code: (draw) => `SK207${draw.digits(6)}?` },
  {
    rule: 'ro_cui',
    oracle: stdnumSays('RO/cui'),
    code: (draw) => `${draw.oneOf('1', '18', '9999', '43210')}${draw.digits(4)}?`,
  },
  { rule: 'ro_vat', oracle: stdnumSays('RO/cui'), code: (draw) => `RO1${draw.digits(6)}?` },
  { rule: 'bg_vat', oracle: stdnumSays('BG/vat'), code: (draw) => `BG${draw.oneOf('1', '2')}${draw.digits(7)}?` },
  { rule: 'bg_eik', oracle: stdnumSays('BG/vat'), code: (draw) => `${draw.oneOf('1', '2')}${draw.digits(7)}?` },
  { rule: 'hr_vat', oracle: stdnumSays('HR/oib'), code: (draw) => `HR${draw.digits(10)}?` },
  { rule: 'gr_afm', oracle: stdnumSays('GR/vat'), code: (draw) => `${draw.digits(8)}?` },
  { rule: 'gr_vat', oracle: stdnumSays('GR/vat'), code: (draw) => `EL${draw.digits(8)}?` },
  { rule: 'hu_vat', oracle: stdnumSays('HU/anum'), code: (draw) => `HU${draw.digits(7)}?` },
  { rule: 'ee_vat', oracle: stdnumSays('EE/kmkr'), code: (draw) => `EE10${draw.digits(6)}?` },
  { rule: 'ee_registrikood', oracle: stdnumSays('EE/registrikood'), code: (draw) => `${draw.digits(7)}?` },
  { rule: 'lt_vat', oracle: stdnumSays('LT/pvm'), code: (draw) => `LT${draw.digits(7)}1?` },
  { rule: 'lt_vat', oracle: stdnumSays('LT/pvm'), code: (draw) => `LT${draw.digits(10)}1?` },
  { rule: 'lv_vat', oracle: stdnumSays('LV/pvn'), code: (draw) => `LV${draw.oneOf('4', '5', '9')}${draw.digits(9)}?` },
  {
    rule: 'lv_registracijas_numurs',
    oracle: stdnumSays('LV/pvn'),
    code: (draw) => `${draw.oneOf('4', '5', '9')}${draw.digits(9)}?`,
  },
  {
    rule: 'si_vat',
    oracle: stdnumSays('SI/ddv'),
    code: (draw) => `SI${draw.oneOf('1', '5', '9')}${draw.digits(6)}?`,
    differ: elevenIsNoDigit,
  },
  {
    rule: 'si_davcna_stevilka',
    oracle: stdnumSays('SI/ddv'),
    code: (draw) => `${draw.oneOf('1', '5', '9')}${draw.digits(6)}?`,
    differ: elevenIsNoDigit,
  },
  { rule: 'rs_pib', oracle: stdnumSays('RS/pib'), code: (draw) => `${draw.oneOf('1', '5')}${draw.digits(7)}?` },
  { rule: 'lu_vat', oracle: stdnumSays('LU/tva'), code: (draw) => `LU${draw.digits(6)}??` },
  {
    rule: 'is_kennitala_of_company',
    oracle: stdnumSays('IS/kennitala'),
    code: (draw) => `${draw.date('dmy', { day: 40 })}${draw.digits(2)}?9`,
  },
  {
    rule: 'mt_vat',
    oracle: stdnumSays('MT/vat'),
    code: (draw) => `MT${draw.oneOf('1', '2')}${draw.digits(5)}??`,
    differ: {
      because: 'the check is a remainder of 37, and never more',
      on: (code) => Number(code.slice(-2)) > 37 || code.endsWith('00'),
    },
  },
  { rule: 'ua_edrpou', oracle: stdnumSays('UA/edrpou'), code: (draw) => `${draw.digits(7)}?` },
  { rule: 'tr_vkn', oracle: stdnumSays('TR/vkn'), code: (draw) => `${draw.digits(9)}?` },
  {
    rule: 'cy_vat',
    oracle: stdnumSays('CY/vat'),
    code: (draw) => `CY${draw.oneOf('10', '99', '00')}${draw.digits(6)}@`,
  },
]

describe('numbers of businesses are right where another implementation says so', () => {
  it.each(comparisons)('$rule', (comparison) => {
    expectAgreement(europeRules, comparison)
  })
})
