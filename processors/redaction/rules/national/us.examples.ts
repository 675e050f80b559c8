import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  us_ssn: {
    found: [
      'SSN ⟦078-05-1120⟧',
      'applicant ⟦219-09-9999⟧ called',
      '{"ssn":"⟦078051120⟧"}',
      'social security ⟦078 05 1120⟧',
    ],
    notFound: [
      'ssn 000-12-3456',
      '666-12-3456',
      '078-00-1120',
      '078-05-0000',
      'offset 078051120',
      'part 1-078-05-1120',
    ],
  },
  us_itin: {
    found: ['ITIN ⟦900-70-0000⟧', 'itin=⟦987651234⟧', 'filed by ⟦987-65-4321⟧'],
    notFound: ['ITIN 900-69-0000', 'count 987651234', 'ITIN 800-70-000'],
  },
  us_npi: {
    found: ['NPI ⟦1234567893⟧', '{"npi":"⟦1245319599⟧"}', 'national provider identifier: ⟦1234567893⟧'],
    notFound: ['NPI 1234567890', 'epoch 1234567893', 'NPI 3234567893'],
  },
  us_dea: {
    found: ['DEA ⟦AB1234563⟧', 'prescriber DEA number: ⟦F91234563⟧'],
    notFound: ['DEA AB1234560', 'ticket AB1234563'],
  },
  us_ein: {
    found: ['employer identification number ⟦12-3456789⟧', '{"fein":"⟦123456789⟧"}', 'federal tax id ⟦20-0123456⟧'],
    notFound: ['employer id 07-1234567', 'range 12-3456789', 'ein Wert 123456789'],
  },
  us_ein_dashed: {
    found: ['EIN ⟦12-3456789⟧', 'IRS: ⟦98-7654321⟧'],
    notFound: ['EIN 07-1234567', 'ein Fehler 123456789', 'rows 12-3456789'],
  },
}
