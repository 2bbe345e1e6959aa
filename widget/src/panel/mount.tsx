import type { PanelHost } from '../loader/bridge.ts'
export async function mount(host: PanelHost) {
  return { host }
}
