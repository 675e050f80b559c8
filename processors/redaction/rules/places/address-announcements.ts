/** What is said before an address, and before little else. */
export const announcements: readonly string[] = [
  // English
  ...['lives at', 'live at', 'lived at', 'living at', 'lives in', 'live in', 'lived in', 'living in', 'lives on'],
  ...[
    'resides at',
    'reside at',
    'resided at',
    'residing at',
    'resides in',
    'residing in',
    'domiciled at',
    'domiciled in',
  ],
  ...['home is at', 'house is at', 'office is at', 'offices are at', 'shop is at', 'store is at', 'restaurant is at'],
  ...['home at', 'house at', 'apartment at', 'flat at', 'property at', 'premises at', 'my place at'],
  ...['ship to', 'ship it to', 'shipped to', 'ship them to', 'deliver to', 'deliver it to', 'mail it to', 'mailed to'],
  ...[
    'meet me at',
    'meet you at',
    'meet us at',
    'meet at',
    'pick me up at',
    'picked up at',
    'visit us at',
    'find us at',
  ],
  ...['drop me off at', 'drops you off at', 'dropped off at', 'drop off at', 'taxi to', 'cab to'],
  // German
  ...['wohnt in', 'wohnt in der', 'wohnt am', 'wohne in', 'wohne in der', 'wohnhaft', 'wohnhaft in', 'gemeldet in'],
  ...['adresse lautet', 'adresse ist', 'geliefert an', 'lieferung an', 'schicken an', 'senden an'],
  // French
  ...['habite', 'habite au', 'habite à', 'demeurant', 'demeurant au', 'domicilié', 'domicilié au', 'domiciliée au'],
  ...['réside au', 'adresse est', 'livré au', 'livrer au', 'envoyer au', 'situé au'],
  // Spanish, Italian, Portuguese
  ...[
    'vive en',
    'vivo en',
    'vivía en',
    'reside en',
    'residente en',
    'domiciliado en',
    'domiciliada en',
    'domicilio en',
  ],
  ...[
    'dirección es',
    'enviar a',
    'ubicado en',
    'abita in',
    'abito in',
    'residente in',
    'domiciliato in',
    'indirizzo è',
  ],
  ...['mora na', 'mora em', 'moro na', 'moro em', 'reside na', 'residente na', 'residente em', 'endereço é'],
  // Dutch, Polish, Czech
  ...['woont aan', 'woont aan de', 'woont in', 'woont op', 'woon in', 'wonende te', 'adres is', 'gevestigd aan'],
  ...['mieszka przy', 'mieszka na', 'mieszkam przy', 'zamieszkały przy', 'zamieszkała przy', 'bydlí v', 'bytem'],
  // Nordic and Baltic
  ...['bor på', 'bor i', 'bosatt på', 'bosat på', 'adressen är', 'adressen er', 'asuu osoitteessa', 'osoite on'],
  ...['elab aadressil', 'aadress on', 'lakcíme', 'lakik a', 'ikamet adresi'],
]

/** What is also said before names of servers, and counts: something besides a number and a name has to be there. */
export const doubtfulAnnouncements: readonly string[] = [
  ...['located at', 'situated at', 'is at', 'arrived at', 'sent to', 'send it to', 'send to', 'moved to', 'moving to'],
  ...[
    'return to',
    'returned to',
    'delivered to',
    'new one to',
    'located in',
    'station is on',

    'directions to',
  ],
  ...['resident of', 'near', 'opposite'],
]
