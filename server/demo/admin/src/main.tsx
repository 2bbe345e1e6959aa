import { render } from 'preact'
import { App } from './app.tsx'
import { followLinks } from './router.ts'
import { loadSession } from './session.ts'
import { applyTheme } from './theme.ts'

applyTheme()
followLinks()
await loadSession()
const root = document.querySelector('#admin')
if (root) render(<App />, root)
