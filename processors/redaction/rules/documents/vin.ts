import type { CodeRule } from '../rule.ts'

/** Vehicle identification numbers. */
export const vin: CodeRule = {
  kind: 'code',
  name: 'vin',
  type: 'vin',
  title: 'Vehicle identification number (VIN)',
  source: 'ISO 3779 and ISO 3780; the check digit of 49 CFR 565.15(c), which North America and China ask for',
  lengths: [17],
  alphabet: 'mixed',
  shape: /^[A-HJ-NPR-Z\d]{17}$/iu,
  // makers in Europe write what they like where the check digit is
  bare: false,
  words: vinWords(),
}

/** The same where no word says so: the check digit, the letter of a year, and the four digits of a serial must be there. */
export const vinWithCheckDigit: CodeRule = {
  ...vin,
  name: 'vin_checked',
  title: 'Vehicle identification number with check digit',
  source: '49 CFR 565.15: check digit, model year, and a serial that ends with four digits',
  alphabet: 'letters',
  // the maker has a letter; in lower case it may be a piece of any id
  shape: /^(?=\d{0,2}[A-HJ-NPR-Z])[A-HJ-NPR-Z1-9][A-HJ-NPR-Z\d]{7}[\dX][A-HJ-NPR-TV-Y1-9][A-HJ-NPR-Z\d]{3}\d{4}$/u,
  check: hasCheckDigit,
  bare: true,
}

function vinWords(): readonly string[] {
  return [
    'vin',
    'vin no',
    'vin code',
    'vin number',
    'vehicle identification',
    'vehicle identification number',
    'vehicle id',
    'chassis',
    'chassis no',
    'chassis number',
    'frame number',
    'fahrgestell',
    'fahrgestell nr',
    'fahrgestell nummer',
    'fahrzeug ident nr',
    'fahrzeug ident nummer',
    'fahrzeug identifikations nummer',
    'fahrzeug identifizierungs nummer',
    'numero de chassis',
    'numero de serie du vehicule',
    'numero de bastidor',
    'bastidor',
    'chassi',
    'telaio',
    'chassis nummer',
    'numer nadwozia',
  ]
}

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const values = '12345678123457923456789'

/** Letters count as in EBCDIC: the lower half of their code. */
function hasCheckDigit(number: string): boolean {
  const sum = weights.reduce((total, weight, index) => {
    const unit = number.charAt(index)
    const letter = letters.indexOf(unit)
    return total + weight * Number(letter < 0 ? unit : values.charAt(letter))
  }, 0)
  return '0123456789X'.charAt(sum % 11) === number.charAt(8)
}
