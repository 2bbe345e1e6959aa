// One still of a screen, window or tab that the owner picks. A chunk of its own: most tickets never need it.

const fileName = 'screen.png'

/** The picture as PNG; null when the owner changes their mind or the page may not capture. */
export async function captureScreen(): Promise<File | null> {
  let stream: MediaStream | undefined
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false })
    const blob = await still(stream)
    return blob && new File([blob], fileName, { type: blob.type })
  } catch {
    return null
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
}

async function still(stream: MediaStream) {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = stream
  await video.play()
  // The first frames may still show the dialog where the owner picked.
  await new Promise((resolve) => setTimeout(resolve, 300))
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
}
