import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  imei: {
    found: [
      'IMEI ⟦490154203237518⟧',
      'imei: ⟦35-209900-176148-1⟧',
      '{"deviceImei":"⟦352099001761481⟧"}',
      'IMEISV=⟦3520990017614823⟧',
      'imei1 ⟦490154-20-323751-8⟧',
    ],
    notFound: ['490154203237518', 'imei 490154203237519', 'imei 000000000000000', 'span 352099001761481 us'],
  },
  imsi: {
    found: ['IMSI ⟦310150123456789⟧', 'imsi=⟦262011234567890⟧', 'subscriber identity: ⟦234-15-1234567890⟧'],
    notFound: ['310150123456789', 'imsi 199150123456789', 'imsi 31015012345678901', 'time 262011234567890'],
  },
  iccid: {
    found: [
      'ICCID ⟦8944110068256270054⟧',
      'sim_card_number: ⟦89014103211118510720⟧',
      'chip ⟦8944 1100 6825 6270 054⟧ activated',
      'SIM ⟦8944-1100-6825-6270-054⟧',
    ],
    notFound: [
      '8944110068256270054',
      'ICCID 8944110068256270055',
      'iccid 8844110068256270054',
      'offset 89014103211118510720',
    ],
  },
  esim_eid: {
    found: ['EID ⟦89001012012341234012345678901224⟧', 'chip ⟦8904 9032 0012 3451 2345 1234 5678 9003⟧'],
    notFound: ['EID 89001012012341234012345678901225', '12001012012341234012345678901224'],
  },
  advertising_id: {
    found: [
      'IDFA: ⟦EA7583CD-A667-48BC-B806-42ECB2B48606⟧',
      'gaid=⟦38400000-8cf0-11bd-b23e-10b96e40000d⟧&os=android',
      '{"advertisingId":"⟦38400000-8cf0-11bd-b23e-10b96e40000d⟧"}',
      'device.id ⟦38400000-8cf0-11bd-b23e-10b96e40000d⟧',
    ],
    notFound: [
      'request 38400000-8cf0-11bd-b23e-10b96e40000d',
      'id=38400000-8cf0-11bd-b23e-10b96e40000d',
      'idfa=00000000-0000-0000-0000-000000000000',
      'device_id=0x2204',
      'device.id=GPU-38400000-8cf0-11bd-b23e-10b96e40000d',
      'volume_device_id=38400000-8cf0-11bd-b23e',
    ],
  },
  android_id: {
    found: [
      'android_id=⟦9774d56d682e549c⟧',
      '"androidId":"⟦9774D56D682E549C⟧"',
      'udid ⟦2b6f0cc904d137be2e1730235f5664094b831186⟧',
      'UDID: ⟦00008030-001c2d3e4f50602e⟧',
    ],
    notFound: [
      'span_id=9774d56d682e549c',
      'device_id=9774d56d682e549c',
      'android_id=9774d56d682e549c0',
      'android 2b6f0cc904d137be2e1730235f5664094b831186',
    ],
  },
}
