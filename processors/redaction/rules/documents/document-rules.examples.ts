import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  passport_number: {
    found: [
      'passport ⟦963545637⟧',
      'Passport No: ⟦X12345678⟧',
      '{"passportNumber":"⟦L8369854⟧"}',
      'passport_no=⟦AB123456⟧',
      'passeport ⟦12AB34567⟧',
      'paspoort: ⟦SPECI2014⟧',
      'Reisepass ⟦C01XY1239⟧',
      'número de pasaporte ⟦AAA123456⟧',
      'passportnumber ⟦tk1234567⟧',
      'pasport ⟦45 08 123456⟧',
      'travel document no ⟦E1234567H⟧',
    ],
    notFound: [
      'order 963545637',
      'passport expires 20310115',
      'passport 000000000',
      'passport-jwt 4.0.1 took 1250 ms',
      'passport strategy loaded in 1234567 ns',
      'passport check 1795430178123',
      'bypassport 963545637',
    ],
  },
  passport_field: {
    found: ['Reisepass ⟦C01X00T47⟧', 'passport number: ⟦C01X0006H⟧', 'passport_no=⟦XR1001R58⟧'],
    notFound: [
      'passport C01X',
      'passport ABCDEFGH',
      'passport c01x00t47',
      'order C01X00T47',
      'passport C01X00T47-beta',
    ],
  },
  driving_licence_field: {
    found: ["driver's license ⟦WDLABCD456DG⟧", 'Führerschein: ⟦B0Z9E1D2F3⟧'],
    notFound: ['driving licence EXPIRED', 'build WDLABCD456DG', 'dln=WDL4'],
  },
  mrz_numbers: {
    found: [
      '⟦L898902C<3UTO6908061F9406236ZE184226B<<<<<14⟧',
      'scan: ⟦D231458907UTO7408122F1204159<<<<<<<6⟧ ok',
      '"mrz":"⟦I<UTOD231458907<<<<<<<<<<<<<<<⟧"',
      'zone ⟦7408122F1204159UTO<<<<<<<<<<<6⟧',
      'line 2 ⟦C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4⟧',
    ],
    notFound: [
      'L898902C<3UTO6908061F9406236ZE184226B<<<<<15',
      'D231458907UTO7413122F1204159<<<<<<<6',
      'x = 1 << 20 | FLAG_1234567<<7',
      '<td>7408122</td>',
    ],
  },
  mrz_names: {
    found: [
      '⟦P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<⟧\n⟦L898902C<3UTO6908061F9406236ZE184226B<<<<<14⟧',
      '⟦P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<⟧\n⟦L898902C36UTO7408122F1204159ZE184226B<<<<<10⟧',
      '⟦I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<⟧\r\n',
      '⟦ERIKSSON<<ANNA<MARIA<<<<<<<<<<⟧\nend',
    ],
    notFound: [
      'std::cout<<MESSAGE<<\n',
      'cat <<EOF<<\n',
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<\n',
      'P<UTO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<\n',
    ],
  },
  mrz_long: {
    found: ['⟦L898902C36UTO7408122F1204159ZE184226B⟧<<<<<10', 'two ⟦XI85935F86NLD7208148F1108268999999990⟧<<<<<80'],
    notFound: [
      'L898902C46UTO7408122F1204159ZE184226B<<<<<10',
      'L898902C36UTO7413122F1204159ZE184226B',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
    ],
  },
  gb_driving_licence: {
    found: [
      'driver ⟦MORGA657054SM9IJ⟧',
      'licence number: ⟦MORGA753116SM9IJ 35⟧',
      'driving licence ⟦fo999 512208 a99ly⟧',
    ],
    notFound: ['MORGA677054SM9IJ', 'MORGA607004SM9IJ', 'build morga657054sm9ij', 'M9RGA657054SM9IJ'],
  },
  us_driver_license: {
    found: [
      "driver's license ⟦D1234567⟧",
      'DL No: ⟦S514-172-80-844-0⟧',
      'drivers_license=⟦123 456 789⟧',
      'license number ⟦J525-4209-0465-05⟧',
      '{"driverLicenseNumber":"⟦A12345678901234⟧"}',
      'DLN ⟦WDLABCD4567G⟧',
      'dl_number: ⟦99999998⟧',
    ],
    notFound: [
      'D1234567',
      'license expires 20310115, number to follow',
      'dl 12345678 bytes',
      'driver 12345678',
      'license Apache-2.0',
      "driver's license 00000000",
    ],
  },
  ca_driver_licence: {
    found: ["driver's licence ⟦A1234-56789-01234⟧", 'permis de conduire ⟦A1234-567890-12⟧', 'licence no ⟦123456-789⟧'],
    notFound: ['A1234-56789-01234', 'part A1234-567890-12', 'licence no A1234_56789'],
  },
  in_driving_licence: {
    found: ['DL No. ⟦MH12 20080001234⟧', 'driving licence: ⟦DL-0420110149646⟧', 'dln=⟦ka0120150001234⟧'],
    notFound: ['MH12 20080001234', 'DL No. XX12 20080001234', 'DL No. MH12 18080001234'],
  },
  de_fuehrerschein: {
    found: ['Führerschein ⟦B072RRE2I55⟧', 'Führerscheinnummer: ⟦b072rre2i55⟧', 'Fahrerlaubnis Nr. ⟦J010000SD51⟧'],
    notFound: ['Führerschein B072RRE2I65', 'artifact B072RRE2I55', 'Führerschein Klasse B'],
  },
  driving_licence_number: {
    found: [
      'permis de conduire ⟦13AA00002⟧',
      'carnet de conducir ⟦12345678Z⟧',
      'patente di guida ⟦U1H84P712L⟧',
      'prawo jazdy ⟦00001/15/0001⟧',
      'rijbewijsnummer ⟦5123456789⟧',
      'CNH ⟦12345678900⟧',
    ],
    notFound: ['13AA00002', 'patente 20310115 di guida', 'rijbewijs B sinds 2015'],
  },
  vin: {
    found: ['VIN ⟦WVWZZZ1KZ6W000001⟧', 'chassis no. ⟦SAJEA51C53WA12345⟧', 'Fahrgestellnummer: ⟦wba3a5c50cf256651⟧'],
    notFound: ['id WVWZZZ1KZ6W000001', 'VIN WVWZZZ1KZ6W00000', 'vin WVWZZZ1KZ6WO00001', 'vineyard WVWZZZ1KZ6W000001'],
  },
  vin_checked: {
    found: ['⟦1M8GDM9AXKP042788⟧', 'car ⟦5GZCZ43D13S812715⟧ sold', '"⟦1FTFW1ET9DFC10312⟧"'],
    notFound: [
      '1M8GDM9A1KP042788',
      '1m8gdm9axkp042788',
      '11111111111111111',
      '5GZCZ43D13S81271A',
      'key=x1M8GDM9AXKP042788',
      '1M8GDM9AXKP042788-a',
    ],
  },
}
