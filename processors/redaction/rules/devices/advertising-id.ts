import type { FieldRule, Span, ValueStart } from '../rule.ts'

const facts = { kind: 'field', type: 'device_id', loose: true, confidence: 0.95 } as const

/**
 * Identifiers that apps and advertisers know a device by. They are UUIDs, as are those of requests and rows: only the name
 * of the field tells.
 */
export const advertisingId: FieldRule = {
  ...facts,
  name: 'advertising_id',
  title: 'Advertising identifier, identifier of a device or for its vendor (UUID)',
  source:
    'Apple: ASIdentifierManager, UIDevice.identifierForVendor; Google: AdvertisingIdClient; IAB Tech Lab: IFA guidelines',
  names: [
    ...['idfa', 'idfv', 'gaid', 'aaid', 'adid', 'oaid', 'maid', 'rdid', 'ifa'],
    ...['advertising id', 'advertising identifier', 'advertiser id', 'ad identifier', 'identifier for advertising'],
    ...['google ad id', 'google advertising id', 'apple advertising id', 'mobile ad id', 'mobile advertising id'],
    ...['identifier for vendor', 'vendor identifier', 'device id', 'device uuid', 'device identifier', 'udid'],
  ],
  read: (text, value) => readValue(text, value, uuid),
}

/** Identifiers of one device in hexadecimal, where the name says whose they are. */
export const androidId: FieldRule = {
  ...facts,
  name: 'android_id',
  title: 'Android ID (SSAID), or UDID of an iPhone',
  source: 'Android: Settings.Secure.ANDROID_ID, a number of 64 bits; Apple: unique device identifier',
  names: ['android id', 'android device id', 'ssaid', 'secure android id', 'udid'],
  read: (text, value) => readValue(text, value, hexadecimal),
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\p{L}\p{N}_-])/iu
const hexadecimal = /^(?:[0-9a-f]{16}|[0-9a-f]{40}|[0-9a-f]{8}-[0-9a-f]{16})(?![\p{L}\p{N}_-])/iu
/** Who does not want to be followed has zeros. */
const nobodys = /^[0-]+$/u

/** One unit more than the longest value: what comes behind it tells whether it ends there. */
const maxLength = 41

function readValue(text: string, { start }: ValueStart, form: RegExp): Span | undefined {
  const written = form.exec(text.slice(start, start + maxLength))?.[0]
  return written === undefined || nobodys.test(written) ? undefined : { start, end: start + written.length }
}
