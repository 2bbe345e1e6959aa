// WebKitGTK as Debian has it, over WebDriver (W3C): `WebKitWebDriver` of the package webkit2gtk-driver.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../support/server.ts'
import type { Driver } from './driver.ts'

/** How WebDriver names an element in JSON. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** Starts the driver and a browser of its own; needs a display. */
export async function launchWebkit(): Promise<Driver> {
  const port = await freePort()
  const process = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore' })
  const base = `http://127.0.0.1:${port}/session`

  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value }: { value: T & { error?: string; message?: string } } = await response.json()
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`)
    return value
  }
  const begin = async () => {
    for (let tries = 0; ; tries++)
      try {
        return await ask<{ sessionId: string }>('POST', '', { capabilities: {} })
      } catch (error) {
        if (tries > 50) throw error
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
  }
  const { sessionId } = await begin()
  const run = <T>(script: string) => ask<T>('POST', `/${sessionId}/execute/sync`, { script, args: [] })
  const find = async (expression: string) => {
    const found = await run<Record<string, string> | null>(`return ${expression}`)
    if (!found?.[elementKey]) throw new Error(`nothing is ${expression}`)
    return found[elementKey]
  }
  return {
    open: async (url) => void (await ask('POST', `/${sessionId}/url`, { url })),
    run,
    // By its place, not by its element: the driver takes the host of a shadow root for something that stands before it.
    click: async (expression) => {
      const point = `{ const it = ${expression}; it.scrollIntoView({ block: 'center' }); const box = it.getBoundingClientRect();
        return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) } }`
      const move = { type: 'pointerMove', duration: 0, ...(await run<{ x: number; y: number }>(point)) }
      const steps = [move, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]
      const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: steps }
      await ask('POST', `/${sessionId}/actions`, { actions: [mouse] })
    },
    type: async (text) => {
      const keys = Array.from(text).flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
      await ask('POST', `/${sessionId}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions: keys }] })
    },
    upload: async (expression, path) =>
      void (await ask('POST', `/${sessionId}/element/${await find(expression)}/value`, { text: path })),
    async close() {
      await ask('DELETE', `/${sessionId}`).catch(() => undefined)
      process.kill()
      await once(process, 'exit')
    },
  }
}
