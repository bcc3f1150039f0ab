/** Made by `scripts/vite/export-fonts.ts`. */
declare module 'virtual:export-fonts' {
  export interface Face {
    readonly family: string;
    readonly weight: string;
    readonly style: string;
    /** The woff2 file in base64. */
    readonly data: string;
  }
  /** What they were cut down to. */
  export const characters: string;
  export const faces: readonly Face[];
}
