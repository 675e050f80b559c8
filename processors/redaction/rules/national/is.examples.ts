import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  is_kennitala: {
    found: ['kennitala ⟦120174-3399⟧', 'viðskiptavinur ⟦010203-2280⟧', 'kt. ⟦1201743399⟧'],
    notFound: ['kennitala 120174-3339', '121374-3399', 'seq 1201743399'],
  },
  is_kennitala_of_company: {
    found: ['kt. ⟦530269-7529⟧', 'reikningur ⟦450401-3150⟧', 'kennitala=⟦5302697529⟧'],
    notFound: ['kt. 530269-7539', 'seq 5302697529'],
  },
}
