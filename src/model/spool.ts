/** What is made early in a build and needed late, on disk meanwhile: in memory it would grow with the archive. */
export interface Spool {
  /** Puts bytes aside. @returns the number by which they are taken back */
  put(bytes: Uint8Array): number;
  /** The bytes that were put aside; null where they could not be kept. */
  take(number: number): Uint8Array | null;
}
