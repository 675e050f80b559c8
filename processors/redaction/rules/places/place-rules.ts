import type { Rule } from '../rule.ts'
import { addressField } from './address-field.ts'
import { announcedAddress } from './announced-address.ts'
import { caPostalCode } from './ca-postal-code.ts'
import { coordinateField, shortCoordinateField } from './coordinate-field.ts'
import { coordinatePair } from './coordinate-pair.ts'
import { coordinatePairField } from './coordinate-pair-field.ts'
import { degreeSigns } from './degree-signs.ts'
import { englishStreet } from './english-street.ts'
import { flatBehindStreet } from './flat-behind-street.ts'
import { kindBetween } from './kind-between.ts'
import { militaryMail } from './military-mail.ts'
import { numberBehindStreet } from './number-behind-street.ts'
import { plusCode } from './plus-code.ts'
import { poBox } from './po-box.ts'
import { postalCodeField } from './postal-code-field.ts'
import { romanceStreet } from './romance-street.ts'
import { streetCorner } from './street-corner.ts'
import { ukPostcode } from './uk-postcode.ts'
import { usTown } from './us-town.ts'
import { wktPoint } from './wkt-point.ts'

/** Where somebody lives, and where somebody is. */
export const placeRules: readonly Rule[] = [
  addressField,
  postalCodeField,
  englishStreet,
  flatBehindStreet,
  announcedAddress,
  streetCorner,
  numberBehindStreet,
  romanceStreet,
  kindBetween,
  poBox,
  militaryMail,
  usTown,
  ukPostcode,
  caPostalCode,
  coordinateField,
  shortCoordinateField,
  coordinatePairField,
  coordinatePair,
  degreeSigns,
  wktPoint,
  plusCode,
]
