import type { Rule } from '../rule.ts'
import { advertisingId, androidId } from './advertising-id.ts'
import { eid } from './eid.ts'
import { iccid } from './iccid.ts'
import { imei } from './imei.ts'
import { imsi } from './imsi.ts'

/** Telephones, their SIM cards, and what apps know them by. */
export const deviceRules: readonly Rule[] = [imei, imsi, iccid, eid, advertisingId, androidId]
