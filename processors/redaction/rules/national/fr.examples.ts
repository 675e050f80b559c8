import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  fr_nir: {
    found: [
      'NIR ⟦2 69 05 49 588 157 80⟧',
      'numéro de sécurité sociale : ⟦185057800608491⟧',
      'assuré ⟦2 84 11 2A 004 112 65⟧',
    ],
    notFound: ['NIR 2 69 05 49 588 157 38', '2 69 13 49 588 157 80', 'imei 490154203237518'],
  },
  fr_spi: {
    found: ['numéro fiscal ⟦30 23 217 600 053⟧', 'SPI: ⟦1234567890066⟧'],
    notFound: ['numéro fiscal 30 23 217 600 634', 'ts=1700000001091', 'numero fiscal 4023217600053'],
  },
  fr_siren: {
    found: ['SIREN ⟦732 829 320⟧', 'RCS Paris ⟦552081317⟧'],
    notFound: ['SIREN 732 829 326', 'size=732829320'],
  },
  fr_siret: {
    found: ['SIRET ⟦732 829 320 00074⟧', 'établissement ⟦35600000012346⟧'],
    notFound: ['SIRET 732 829 320 00076', 'stamp 20240709153009'],
  },
  fr_vat: {
    found: ['TVA intracommunautaire ⟦FR 40 303 265 045⟧', 'facture ⟦FR44732829320⟧', 'n° TVA ⟦FR K5399859883⟧'],
    notFound: ['facture FR43303265045', 'FR 99 732829320'],
  },
}
