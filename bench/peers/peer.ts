/** Another way to take personal data out of a text. */
export interface Peer {
  readonly name: string
  readonly redact: (text: string) => string | Promise<string>
}

/** Loads a peer, which takes its time and its memory: a bench has each in a process of its own. */
export type LoadPeer = () => Peer | Promise<Peer>
