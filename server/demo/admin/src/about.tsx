// «О демо»: what the page is and where an integrator goes next.
import { signal, useSignal } from '@preact/signals'
import { session } from './session.ts'
import { Modal } from './ui/modal.tsx'

export const aboutIsOpen = signal(false)

function Copyable({ label, value }: { label: string; value: string }) {
  const isCopied = useSignal(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    isCopied.value = true
  }
  return (
    <div class="copyable">
      <span>{label}</span>
      <pre>{value}</pre>
      <button type="button" onClick={() => void copy()}>
        {isCopied.value ? 'Скопировано' : 'Копировать'}
      </button>
    </div>
  )
}

export function About() {
  if (!aboutIsOpen.value) return null
  const { apiUrl, staffToken } = session.value.developer
  return (
    <Modal title="О демо" close={() => (aboutIsOpen.value = false)}>
      <p>
        Панель магазина нужна, чтобы показать виджет поддержки в работе. Она открыта с отдельного адреса под строгой
        политикой безопасности (CSP и Trusted Types), а виджет подключён одним тегом. Переключатель вверху входит
        владельцем магазина на выбранном тарифе: сервер панели подписывает для виджета токен.
      </p>
      <p>
        Описание API: <a href={`${apiUrl}/docs`} target="_blank" rel="noreferrer">{`${apiUrl}/docs`}</a>, схема OpenAPI:{' '}
        <a href={`${apiUrl}/openapi.json`} target="_blank" rel="noreferrer">
          /openapi.json
        </a>
      </p>
      <Copyable
        label="Билеты глазами сотрудника"
        value={`curl -H 'Authorization: Bearer ${staffToken}' ${apiUrl}/v1/staff/tickets`}
      />
      <Copyable label="Токен сотрудника" value={staffToken} />
    </Modal>
  )
}
