// What the button says, idle and when the panel could not be loaded.
import type { BiletLocale } from './public.ts'

export const words: Record<BiletLocale, [idle: string, failed: string]> = {
  ru: ['Помощь', 'Не вышло. Повторить'],
  uk: ['Допомога', 'Не вийшло. Повторити'],
  en: ['Help', 'Failed. Retry'],
}
