import { entryOf, isIn, menu } from './menu.ts'
import { path } from './router.ts'
import { personaNames, session } from './session.ts'
import { Icon } from './ui/icon.tsx'

export function Sidebar({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const current = entryOf(path())
  const { owner, persona } = session.value
  return (
    <>
      {isOpen && <button type="button" class="curtain" aria-label="Закрыть меню" onClick={close} />}
      <aside class={isOpen ? 'sidebar open' : 'sidebar'}>
        <a class="brand" href="/" onClick={close}>
          <img src="/assets/favicon.svg" alt="" width="26" height="26" />
          Prem-site
        </a>
        <nav aria-label="Разделы">
          {menu.map((top) => (
            <div key={top.path}>
              <a href={top.path} class="group" aria-current={isIn(top, current)} onClick={close}>
                <Icon name={top.icon} />
                {top.title}
              </a>
              {isIn(top, current) &&
                top.children.map((child) => (
                  <a
                    key={child.path}
                    href={child.path}
                    aria-current={child === current ? 'page' : false}
                    onClick={close}
                  >
                    {child.title}
                  </a>
                ))}
            </div>
          ))}
        </nav>
        <div class="me">
          <strong>{owner?.name ?? 'Гость'}</strong>
          <span>{owner ? `Тариф ${personaNames[persona]}` : 'Вход не выполнен'}</span>
        </div>
      </aside>
    </>
  )
}
