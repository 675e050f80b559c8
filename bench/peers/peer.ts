/** A way to take personal data out of a text. */
export type Redact = (text: string) => string | Promise<string>

/** Loads one, which takes its time and its memory. */
export type LoadPeer = () => Redact | Promise<Redact>
