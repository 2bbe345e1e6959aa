import { signal } from '@preact/signals'
import { About, aboutIsOpen } from './about.tsx'
import { entryOf } from './menu.ts'
import { pageOf } from './pages.tsx'
import { path } from './router.ts'
import { personaNames, session, shopDomain, shopName, signInAs } from './session.ts'
import { Sidebar } from './sidebar.tsx'
import { switchTheme } from './theme.ts'
import { Dialog } from './ui/dialog.tsx'
import { Icon } from './ui/icon.tsx'
import { Toasts } from './ui/toasts.tsx'

const menuIsOpen = signal(false)

export function App() {
  const here = path()
  document.title = `${entryOf(here)?.title ?? 'Страница не найдена'} · ${shopName()}`
  return (
    <div class="layout">
      <Sidebar isOpen={menuIsOpen.value} close={() => (menuIsOpen.value = false)} />
      <Header />
      <main key={`${here} ${session.value.persona}`}>{pageOf(here)}</main>
      <footer>
        Это демонстрационная панель: данные вымышлены, изменения живут до перезагрузки страницы.{' '}
        <button type="button" class="link" onClick={() => (aboutIsOpen.value = true)}>
          О демо и API
        </button>
      </footer>
      <About />
      <Dialog />
      <Toasts />
    </div>
  )
}

const Header = () => (
  <header class="top">
    <button type="button" class="plain burger" aria-label="Меню" onClick={() => (menuIsOpen.value = true)}>
      <Icon name="menu" />
    </button>
    <div class="shop">
      <strong>{shopName()}</strong>
      <span>{shopDomain()}</span>
    </div>
    <PersonaSwitch />
    <button type="button" class="plain" aria-label="Сменить тему" title="Светлая или тёмная тема" onClick={switchTheme}>
      <Icon name="theme" />
    </button>
    <button type="button" onClick={() => (aboutIsOpen.value = true)}>
      О демо
    </button>
  </header>
)

const personas = ['free', 'standard', 'premium', 'guest'] as const

const PersonaSwitch = () => (
  <fieldset class="personas">
    <legend>Вы вошли как:</legend>
    {personas.map((persona) => (
      <button
        key={persona}
        type="button"
        aria-pressed={persona === session.value.persona}
        onClick={() => void signInAs(persona)}
      >
        {personaNames[persona]}
      </button>
    ))}
  </fieldset>
)
