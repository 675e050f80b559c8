import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  address_field: {
    found: [
      '{"shipping_address":"⟦123 Main St, Springfield, IL 62704⟧"}',
      'Anschrift: ⟦Am Markt 1, 10115 Berlin⟧',
      'street="⟦12 rue de la Paix⟧"',
      'Address: ⟦7 Privet Hollow⟧ and more',
    ],
    notFound: [
      'address: 0x7ffe1234',
      'listen EADDRINUSE: address already in use :::3000',
      'server.address=10 Main Server',
      'ip address: 10.0.0.1',
      'bind address 0.0.0.0:80',
      'email address: ada@example.com',
      '"address": "node 3"',
      'address: localhost:8080',
      'address must not be empty',
    ],
  },
  address_postal_code_field: {
    found: [
      'zip: ⟦62704⟧',
      '{"postalCode":"⟦K1A 0B1⟧"}',
      'PLZ: ⟦10115⟧',
      'postcode=⟦SW1A1AA⟧',
      'zip_code=⟦62704-1234⟧',
    ],
    notFound: ['zip=true', 'zip: 12.5 MB', 'zip: archive.zip', 'postal code: required', 'zip: 512kB'],
  },
  address_english_street: {
    found: [
      'ship to ⟦123 Main St, Springfield, IL 62704⟧, please',
      '⟦12B Baker Street, Flat 3, London NW1 6XE⟧',
      'lives at ⟦42 Oak Drive⟧ since 2010',
      '⟦508 Joseph Flat Suite 304⟧',
      '⟦221 N 5th Ave. Apt 4B, New York, NY 10001⟧',
      'send it to ⟦123 main street⟧',
      '⟦8394 Kim Meadows⟧, as before',
      '⟦1600 Pennsylvania Avenue NW, Washington, DC 20500⟧',
      '⟦10 Downing St⟧',
    ],
    notFound: [
      '3 Google Drive files',
      '2 Hard Drive errors',
      'HTTP 404 Not Found Page Close',
      'found 12 rows on road',
      'step 3 of the way',
      'version 1.2 Main St',
      'Starting 5 Stream',
      'took 250 Message Stream',
      '2026-11-23 10:36:18 Main Street',
    ],
  },
  address_number_behind_street: {
    found: [
      'wohnt in ⟦Hauptstraße 12a, 10115 Berlin⟧',
      '⟦Musterweg 3⟧',
      '⟦Berliner Str. 7, 12345 Musterstadt⟧.',
      '⟦Keizersgracht 12, 1015 CN Amsterdam⟧',
      '⟦Willy-Brandt-Straße 1⟧',
      '⟦Storgatan 5, 111 22 Stockholm⟧',
      'An: ⟦Am Alten Platz 5⟧',
    ],
    notFound: [
      'Arbeitsplatz 3',
      'Speicherplatz 5 GB',
      'Verkäufer 3',
      'brigade 5',
      'substr 12',
      'Umweg 3',
      'str. 5',
      'Parkplatz 12',
      'auf dem weg 3 mal',
    ],
  },
  address_romance_street: {
    found: [
      'habite ⟦12 rue de la Paix, 75002 Paris⟧',
      '⟦8 bis avenue Victor Hugo⟧',
      '⟦Calle Mayor 5, 28013 Madrid⟧',
      '⟦Via Roma 10, 00184 Roma (RM)⟧',
      '⟦Rua Augusta, 1500⟧',
      '⟦ul. Marszałkowska 12/5, 00-001 Warszawa⟧',
      '⟦3 place de la République⟧',
    ],
    notFound: [
      'sent via Kafka 3',
      'Via Proxy 3',
      'Via: HTTP/1.1 proxy',
      '3 place Holders',
      '5 route Handlers',
      'Via HTTP 2',
      'route 53',
      'calle 5',
    ],
  },
  address_po_box: {
    found: ['⟦PO Box 123, Springfield, IL 62704⟧', '⟦P.O. Box 4711⟧', '⟦Postfach 10 01 23⟧'],
    notFound: ['po box', 'Postfach voll', 'depo box 12'],
  },
  address_us_town: {
    found: ['from ⟦Springfield, IL 62704⟧', '⟦New York, NY 10001-1234⟧.'],
    notFound: ['Springfield, IL 92704', 'ID 12345', 'code, OR 97201', 'Error, IN 12345'],
  },
  address_uk_postcode: {
    found: ['postcode ⟦SW1A 1AA⟧', 'at ⟦M1 1AE⟧ now', '(⟦EC1A 1BB⟧)', '⟦B33 8TH⟧'],
    notFound: ['M1 8GB', 'XX1 1AA', 'sw1a 1aa', 'SW1A 1AAB', 'M1 1CK', 'v-M1 1AE'],
  },
  address_ca_postal_code: {
    found: ['⟦K1A 0B1⟧', 'Toronto ⟦M5V 2T6⟧.'],
    notFound: ['D1A 0B1', 'K1A 0O1', 'K1A-0B1', 'AK1A 0B1', 'k1a 0b1'],
  },
  coordinate_field: {
    found: ['{"latitude":⟦52.52⟧,"longitude":⟦-13.405⟧}', 'latitude ⟦52.520008⟧', 'GPSLatitude: ⟦52.5⟧'],
    notFound: ['latitude: 52', 'latitude: 252.5', 'latitude: high'],
  },
  coordinate_short_field: {
    found: ['lat=⟦52.5200⟧&lng=⟦13.4050⟧', '{"lat":⟦52.52001⟧,"lon":⟦13.40495⟧}'],
    notFound: ['lat=1.25', 'lat 12.345 ms', 'long: 13', 'lat: avg=3.215', 'flat=52.5200'],
  },
  coordinate_pair_field: {
    found: [
      'location: ⟦52.52, 13.405⟧',
      '"coordinates":[⟦13.4050,52.5200⟧]',
      'geo:⟦52.5,13.4⟧',
      'gps ⟦52.5200 13.4050⟧',
      'll=⟦52.52,13.405⟧',
    ],
    notFound: ['location: 10, 20', 'position: 3.5', 'center: 640.5, 480.5', 'location: /var/log', 'position: 1.0, 2.0'],
  },
  coordinate_pair: {
    found: ['at ⟦52.52000, 13.40495⟧ now', '(⟦-33.8688, 151.2093⟧)', 'maps/@⟦52.5200066,13.404954⟧,17z'],
    notFound: [
      '0.1234, 0.5678',
      '[12.12345, 13.12345, 14.12345]',
      '95.12345, 13.40495',
      '52.52, 13.40',
      '12.3456, 78.9012 ms',
      '1.5.20000, 13.40495',
    ],
  },
  coordinate_degree_signs: {
    found: ['at ⟦52°31\'12"N 13°24\'18"E⟧', '⟦52.5200° N, 13.4050° E⟧', "⟦N 52° 31.200'⟧"],
    notFound: ['21.5°C', 'turn 90° now', '20 °F', '360° view'],
  },
  coordinate_wkt_point: {
    found: ['POINT(⟦13.4 52.5⟧)', 'ST_GeomFromText("SRID=4326;POINT (⟦13.405 52.52⟧)")'],
    notFound: ['POINT(3 4)', 'point (see 3.1 4.1)', 'Point(640.5 480.5)', 'checkpoint 3.4 5.6'],
  },
  coordinate_plus_code: {
    found: ['⟦8FVC9G8F+6X⟧', 'meet at ⟦9G8F+6X Berlin⟧'],
    notFound: ['8FVC9G8F+6', 'ABCD+EF', '9G8F+6X', 'xx8FVC9G8F+6X==', '8FVC9G8F+6X.js'],
  },
}
