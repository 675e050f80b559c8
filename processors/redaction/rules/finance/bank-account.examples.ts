import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  us_routing_number: {
    found: ['routing number ⟦021000021⟧', 'ABA: ⟦111000025⟧', '{"routingNumber":"⟦122105155⟧"}', 'RTN ⟦0210-0002-1⟧'],
    notFound: ['routing 021000022', 'order 021000021', 'routing 971000021', 'routing key 12345'],
  },
  gb_sort_code: {
    found: [
      'sort code ⟦12-34-56⟧',
      'Sort Code: ⟦20-00-00⟧, account ⟦55779911⟧',
      'sort_code=⟦089999⟧',
      'sortcode ⟦08-99-99 66374958⟧',
    ],
    notFound: ['12-34-56', 'sort code 000000', 'sort by code 20260101', 'sort code since 20260101'],
  },
  in_ifsc: {
    found: ['IFSC ⟦SBIN0001234⟧', 'ifsc_code: ⟦HDFC0000053⟧', 'NEFT to ⟦ICIC0006242⟧'],
    notFound: ['TASK0001234', 'IFSC SBIN1001234', 'IFSC SBIN00012345'],
  },
  au_bsb: {
    found: ['BSB ⟦062-000⟧', 'bsb: ⟦733123⟧', 'BSB number ⟦082 902⟧'],
    notFound: ['062-000', 'bsb 010-000', 'bsbx 062-000'],
  },
  ca_transit_number: {
    found: ['transit number ⟦12345-003⟧', 'institution number and transit: ⟦000312345⟧', 'transit ⟦10009-001-1234567⟧'],
    notFound: ['12345-003', 'transit 12345-903', 'in transit 123456'],
  },
  mx_clabe: {
    found: ['CLABE ⟦032180000118359719⟧', 'clabe: ⟦002 010 07777777777 1⟧', 'cuenta_clabe=⟦002010077777777771⟧'],
    notFound: ['032180000118359719', 'CLABE 032180000118359718', 'offset 002010077777777771'],
  },
  bank_account_number: {
    found: [
      'account number ⟦12345678⟧',
      'Acct No. ⟦000123456789⟧',
      '{"bankAccount":"⟦4015-2003-71⟧"}',
      'a/c ⟦50100123456789⟧',
      'Kontonummer: ⟦1234567890⟧',
      'routing number ⟦021000021⟧, account ⟦000987654321⟧',
    ],
    notFound: [
      'account 12345678',
      'accountId=12345678',
      'account number valid from 20260101',
      'account number 00000000',
      'account number 12345',
      'accounts loaded in 123456 us',
    ],
  },
  bic: {
    found: [
      'BIC ⟦DEUTDEFF⟧',
      'SWIFT: ⟦DEUTDEFF500⟧',
      '{"bic":"⟦NEDSZAJJXXX⟧"}',
      'swift_code=⟦CHASUS33⟧',
      'BIC/SWIFT: ⟦BNPA FR PP XXX⟧',
      'bic/swift ⟦DEUTDEFF⟧',
      'SWIFT ⟦DEUTDEFFXXX⟧',
    ],
    notFound: [
      'DEUTDEFF',
      'BIC DEUTXXFF',
      'swift DEVELOPMENT',
      'SWIFT COMPILER REQUIRED',
      'swift 5.10 SNAPSHOT',
      'bic deutdeff',
      'SWIFT: INTERNAL',
    ],
  },
}
