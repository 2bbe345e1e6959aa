// Who is signed in. The demo host keeps it in a cookie; the widget hears of a switch through window.Bilet.
import { signal } from '@preact/signals'
import type { DemoSession, Persona } from '../../host/owners.ts'
import { toast } from './ui/toasts.tsx'

declare global {
  interface Window {
    Bilet?: { identify(identity: { token: string } | null): void }
  }
}

const guest: DemoSession = { persona: 'guest', owner: null, developer: { apiUrl: '', staffToken: '' } }

export const session = signal<DemoSession>(guest)

export const personaNames: Record<Persona, string> = {
  free: 'Free',
  standard: 'Standard',
  premium: 'Premium',
  guest: 'Гость',
}

/** What the shop's name is in the panel; a guest looks at a shop of nobody. */
export const shopName = () => session.value.owner?.shopName ?? 'Демо-магазин'
export const shopDomain = () => session.value.owner?.domain ?? 'demo.prem-site.example'

async function ask<Answer>(address: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(address, init)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

export async function loadSession() {
  session.value = await ask<DemoSession>('/demo/session')
}

/** Signs in as somebody else and hands the widget the new identity. */
export async function signInAs(persona: Persona) {
  try {
    session.value = await ask<DemoSession>(`/demo/session/${persona}`, { method: 'PUT' })
    const { token } = await ask<{ token: string | null }>('/demo/token')
    window.Bilet?.identify(token === null ? null : { token })
    toast(session.value.owner ? `Вы вошли как ${session.value.owner.name}` : 'Вы вышли и смотрите панель как гость')
  } catch {
    toast('Не получилось сменить пользователя: демо-сервер не ответил')
  }
}
