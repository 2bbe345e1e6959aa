/** The one file of a form. */
export type UploadedFile = { name: string; bytes: Uint8Array<ArrayBuffer>; sha256: string }
