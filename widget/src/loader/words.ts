// What the button says, idle and when the panel could not be loaded.
export const words: Record<string, [idle: string, failed: string]> & Record<'ru', [idle: string, failed: string]> = {
  ru: ['Помощь', 'Повторить'],
  uk: ['Допомога', 'Повторити'],
  en: ['Help', 'Retry'],
}
