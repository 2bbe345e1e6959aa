// Pictures drawn and read by the browser itself: real encoders, real decoders.
import type { Page } from 'playwright-core'

type Drawn = { width: number; height: number; type: 'image/png' | 'image/jpeg'; square?: string }

/**
 * A screen full of small letters, as dense as a screen of that width would have them; with a square in the middle half
 * where one is asked for.
 */
export async function makePicture(page: Page, drawn: Drawn): Promise<Buffer> {
  const base64 = await page.evaluate(async ({ width, height, type, square }) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    // Twice as dense as the page where it is large, as such screens are: letters of 13 pixels.
    const dense = width > 2500 ? 2 : 1
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.fillStyle = '#222'
    context.font = `${13 * dense}px sans-serif`
    for (let y = 20; y < height; y += 26 * dense)
      for (let x = 10; x < width; x += 340 * dense)
        context.fillText(`Заказ № ${x + y}: оплата не прошла, корзина`, x, y)
    if (square) {
      context.fillStyle = square
      context.fillRect(width / 4, height / 4, width / 2, height / 2)
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.92))
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    let text = ''
    for (let at = 0; at < bytes.length; at += 30_000) text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
    return btoa(text)
  }, drawn)
  return Buffer.from(base64, 'base64')
}

type Pixels = { width: number; height: number; contrast: number; green: number; red: number }

/** What a file shows: its size, how dark its darkest hundredth is beside its lightest (0 to 1), how much of it is pure green, or the red that the editor draws with. */
export function pixelsOf(page: Page, bytes: Buffer): Promise<Pixels> {
  return page.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))])
    const bitmap = await createImageBitmap(blob)
    const { width, height } = bitmap
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height: Math.min(height, 1000) })
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(bitmap, 0, 0)
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() }
    const lights: number[] = []
    let green = 0
    let red = 0
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3)
      lights.push((r + g + b) / 3)
      if (g > 200 && r < 60 && b < 60) green++
      if (r > 200 && g < 60 && b < 60) red++
    }
    const sorted = Float32Array.from(lights).toSorted()
    const dark = sorted[Math.floor(sorted.length / 100)] ?? 0
    const light = sorted[Math.floor(sorted.length / 2)] ?? 0
    return { width, height, contrast: (light - dark) / 255, green, red }
  }, bytes.toString('base64'))
}
