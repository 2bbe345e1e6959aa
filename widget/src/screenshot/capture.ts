// One still of a screen, window or tab that the owner picks. A chunk of its own: most tickets never need it.

/** `cancelled`: the owner changed their mind. `forbidden`: the page or the system does not allow it. */
export type CaptureFailure = 'cancelled' | 'forbidden' | 'blank' | 'offline'

export type Captured = { file: File } | { failure: CaptureFailure }

/** A tab in the background gives no frame until it is shown; nothing is waited for longer than this, in milliseconds. */
const patience = 5_000

/** This very tab is what most owners want to show; browsers leave it out unless asked. */
const wanted = { video: true, audio: false, selfBrowserSurface: 'include', surfaceSwitching: 'exclude' }

/** Never throws. `hide` takes the panel out of the picture, for as long as that is taken: never for as long as the owner picks. */
export async function captureScreen(hide: (isAway: boolean) => void): Promise<Captured> {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getDisplayMedia(wanted)
  } catch (error) {
    return { failure: isCancelled(error) ? 'cancelled' : 'forbidden' }
  }
  hide(true)
  try {
    const blob = await still(stream)
    return blob ? { file: new File([blob], 'screen.png', { type: blob.type }) } : { failure: 'blank' }
  } catch {
    return { failure: 'blank' }
  } finally {
    hide(false)
    for (const track of stream.getTracks()) track.stop()
  }
}

/** Refused by a policy the browser says the same as cancelled by the owner, but for its words. */
const isCancelled = (error: unknown) =>
  error instanceof DOMException &&
  (error.name === 'AbortError' || (error.name === 'NotAllowedError' && !/polic|system/i.test(error.message)))

/** The first whole frame; null when none comes in time. */
async function still(stream: MediaStream): Promise<Blob | null> {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = stream
  await within(patience, video.play())
  await within(patience, frameOf(video))
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** The first frames may still show the dialog where the owner picked. */
const afterDialog = 300

async function frameOf(video: HTMLVideoElement) {
  await new Promise((resolve) => setTimeout(resolve, afterDialog))
  if (video.videoWidth === 0) await new Promise((resolve) => video.addEventListener('resize', resolve, { once: true }))
}

const within = (ms: number, promise: Promise<unknown>) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(reject, ms, new Error('no frame')))])
