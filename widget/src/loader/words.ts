// What the button says, idle and when the panel could not be loaded.
import type { BiletLocale } from './public.ts'

export const words: Record<BiletLocale, [idle: string, failed: string]> = {
  ru: ['Помощь', 'Повторить'],
  uk: ['Допомога', 'Повторити'],
  en: ['Help', 'Retry'],
}
