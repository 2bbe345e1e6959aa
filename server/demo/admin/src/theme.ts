// Light or dark: the system's choice until the switch is used. The colours themselves follow `color-scheme` in CSS.
const storageKey = 'demo-theme'

const isDark = () =>
  (document.documentElement.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : '')) ===
  'dark'

export function applyTheme() {
  const chosen = localStorage.getItem(storageKey)
  if (chosen) document.documentElement.dataset['theme'] = chosen
}

export function switchTheme() {
  localStorage.setItem(storageKey, isDark() ? 'light' : 'dark')
  applyTheme()
}
