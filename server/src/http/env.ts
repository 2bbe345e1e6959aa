// What the middleware leaves on a request's context.
import type { Caller } from '@bilet/shared/caller'
import type { Log } from '../log.ts'
import type { StaffToken } from '../staff/staff-tokens.ts'
import type { UploadedFile } from './uploaded-file.ts'

export type AppEnv = {
  Variables: {
    requestId: string
    log: Log
    /** The address the request came from, behind trusted proxies the client's own. */
    address: string
    caller: Caller
    /** What of the identity token was not taken, where answers may tell it. */
    identityNotes: readonly string[]
    staff: StaffToken
    /** What was uploaded. */
    file: UploadedFile
    /** The code that the request was refused with, for the log. */
    refusal: string
  }
}
