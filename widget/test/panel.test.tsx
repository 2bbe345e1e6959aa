import { render, screen, waitFor } from '@testing-library/preact'
import { userEvent } from '@testing-library/user-event'
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import kazakh from '../../docs/words.kk.json?raw'
import { PanelContext } from '../src/panel/ui/context.ts'
import { writingOf } from '../src/panel/models/writing.ts'
import { Shell } from '../src/panel/views/shell.tsx'
import { openDesk } from './open-desk.ts'
import { answered, createSupportDesk } from './support-desk.ts'

async function openPanel(options: Parameters<typeof openDesk>[0] = {}) {
  const opened = await openDesk(options)
  const { desk, front, behind } = opened
  const { isOpen } = desk
  isOpen.value = true
  const panel = {
    isOpen,
    isWide: signal(false),
    side: 'right' as const,
    close: () => void (isOpen.value = false),
    toggleWide: () => undefined,
  }
  render(
    <PanelContext.Provider value={{ front, behind, adopt: () => undefined }}>
      <Shell panel={panel} />
    </PanelContext.Provider>,
  )
  await screen.findByText(/Поддержка на связи|жұмыс істейді|Support is open/)
  return { ...opened, isOpen, owner: userEvent.setup() }
}

const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function openTicket(options: Parameters<typeof openDesk>[0] = {}) {
  const opened = await openPanel(options)
  await opened.owner.click(await button('Написать в поддержку'))
  await screen.findByRole('textbox', { name: 'Что произошло' })
  return opened
}

test('the panel opens with the question, and the cursor in its field', async () => {
  await openPanel()
  expect(screen.getByRole('textbox', { name: 'Чем помочь?' })).toBe(document.activeElement)
  expect(screen.getByText(/до 20:00 по Москве \(19:00 у вас\)/)).toBeTruthy()
})

test('before a word is written, what is asked on this page is one press away', async () => {
  const server = createSupportDesk()
  server.askedHere = [{ articleId: 'mail', title: 'Письма о заказах', excerpt: '', marks: [], url: '', score: 1 }]
  const { owner } = await openPanel({ server })
  await screen.findByText('Спрашивают на этой странице')
  await owner.click(await button('Письма о заказах'))
  await screen.findByText('Проверьте папку «Спам».')
})

test.each([
  ['/admin/orders?tab=import&token=SECRET#access_token=abc', '/admin/orders?tab=import'],
  ['/reset/9f86d081884c7d659a2feaa0c55ad015/new', '/reset/…/new'],
  ['/admin/#/customers/anna@shop.example/orders?sid=1', '/admin/#/customers/…/orders'],
])('the desk is told of the page where it is asked, and no secret of its address: %s', async (path, told) => {
  history.replaceState(null, '', path)
  const { server } = await openPanel()
  history.replaceState(null, '', '/')
  await waitFor(() => expect(server.pages).toEqual([location.origin + told]))
})

test('an article that answers ends without a ticket', async () => {
  const { owner, server, desk, events } = await openPanel()
  await owner.keyboard('не приходят письма')
  await owner.click(await button(/Письма о заказах/))
  await screen.findByText('Проверьте папку «Спам».')
  await owner.click(await button('Да, вопрос решён'))
  await screen.findByText('Хорошо, что разобрались')
  expect(events).toContain('solved')
  expect(desk.draft.hasWords.value).toBe(false)
  await waitFor(() => expect(server.feedback).toEqual(['mail solved']))
})

test('an article tells which of several questions it answers, and leads back to the draft as it was', async () => {
  const { owner, desk } = await openPanel()
  await owner.keyboard('не приходят письма')
  await button(/Письма о заказах.*почему не приходят письма$/u)
  await owner.keyboard('{ArrowDown}{Enter}')
  await screen.findByText('Проверьте папку «Спам».')
  await owner.click(await button('Нет, написать в поддержку'))
  await screen.findByRole('textbox', { name: 'Что произошло' })
  expect(screen.getByRole('textbox', { name: 'Ваш вопрос' })).toHaveProperty('value', 'не приходят письма')
  expect(desk.draft.fields.value.seen).toEqual(['mail'])
})

test('a link between articles opens inside, and back leads back', async () => {
  const { owner, actions } = await openPanel()
  actions.openArticle('mail')
  await owner.click(await button('Настройка домена'))
  await owner.click(await button('Назад'))
  await screen.findByText('Проверьте папку «Спам».')
})

test('Enter adds a step, Backspace in an empty one takes it away', async () => {
  const { owner, desk } = await openTicket()
  await owner.click(screen.getByRole('textbox', { name: 'Шаг 1' }))
  await owner.keyboard('Открыли заказ{Enter}Нажали «Отправить»{Enter}{Backspace}!')
  expect(desk.draft.fields.value.steps).toEqual(['Открыли заказ', 'Нажали «Отправить»!'])
})

test('a pasted list becomes steps', async () => {
  const { owner, desk } = await openTicket()
  await owner.click(screen.getByRole('textbox', { name: 'Шаг 1' }))
  await owner.paste('1. Открыли заказ\n2) Нажали «Отправить»\n\n- Подождали')
  expect(desk.draft.fields.value.steps).toEqual(['Открыли заказ', 'Нажали «Отправить»', 'Подождали'])
})

test('pressing send too early goes to what is missing and says why', async () => {
  const { owner } = await openTicket()
  await owner.type(screen.getByRole('textbox', { name: 'Ваш вопрос' }), 'Письма')
  await owner.click(await button('Отправить'))
  expect(screen.getByRole('textbox', { name: 'Что произошло' })).toBe(document.activeElement)
  expect(screen.getByText(/Опишите подробнее/)).toBeTruthy()
})

test('a whole ticket is sent, and its number shown', async () => {
  const { owner, server } = await openTicket()
  await owner.type(screen.getByRole('textbox', { name: 'Ваш вопрос' }), 'Письма')
  await owner.type(screen.getByRole('textbox', { name: 'Что произошло' }), 'Покупатель не получает письмо')
  await owner.click(await button('Происходит само'))
  await owner.click(await button('Показать нечего'))
  await owner.click(await button('Отправить'))
  await screen.findByText('№ 1')
  expect(screen.getByText('Ответим завтра до 14:20 по Москве (13:20 у вас)')).toBeTruthy()
  expect([...server.tickets.values()][0]?.body).toMatchObject({ subject: 'Письма', noSteps: 'happens_by_itself' })
})

test('a question typed on home is sent as it is, with nothing more asked', async () => {
  const { owner, server } = await openPanel()
  await owner.keyboard('Сколько стоит баннер на главной')
  await owner.click(await button('Написать в поддержку'))
  await owner.click(await button('Отправить'))
  await screen.findByText('№ 1')
  expect([...server.tickets.values()][0]?.body).toMatchObject({
    subject: 'Сколько стоит баннер на главной',
    description: 'Сколько стоит баннер на главной',
    noSteps: 'just_a_question',
    screenshot: { none: 'nothing_to_show' },
    department: 'technical',
  })
})

test('«Это просто вопрос» on home asks for neither steps nor a screenshot', async () => {
  const { owner, server } = await openPanel()
  await owner.keyboard('Письма о заказах на вторую почту')
  await owner.click(await button('Это просто вопрос'))
  expect(screen.queryByRole('textbox', { name: 'Шаг 1' })).toBeNull()
  await owner.click(await button('Отправить'))
  await screen.findByText('№ 1')
  expect([...server.tickets.values()][0]?.body.noSteps).toBe('just_a_question')
})

test('a draft thrown away comes back with one press', async () => {
  const { owner, desk } = await openTicket()
  await owner.type(screen.getByRole('textbox', { name: 'Ваш вопрос' }), 'Письма')
  await owner.click(await button('Удалить черновик'))
  expect(desk.draft.hasWords.value).toBe(false)
  await owner.click(await button('Вернуть'))
  expect(await screen.findByRole('textbox', { name: 'Ваш вопрос' })).toHaveProperty('value', 'Письма')
})

test('Enter that ends a composition sends and opens nothing', async () => {
  const { owner, desk } = await openPanel()
  await owner.keyboard('оплата')
  const field = screen.getByRole('textbox', { name: 'Чем помочь?' })
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
  expect(desk.router.view.value.name).toBe('home')
})

test('departments closed to the plan are shown with the reason', async () => {
  const server = createSupportDesk()
  server.plan = 'free'
  const { owner } = await openTicket({ server })
  expect(screen.getByText('Отдел продаж')).toBeTruthy()
  await owner.click(await button('Изменить'))
  const closed = screen.getByRole('radio', { name: /Технический отдел.*недоступен на вашем тарифе/i })
  expect(closed).toHaveProperty('disabled', true)
  expect(screen.getByRole('radio', { name: /Отдел продаж/ })).toHaveProperty('checked', true)
})

test('a guest is asked for an e-mail and shows pictures by link', async () => {
  const server = createSupportDesk()
  server.plan = null
  await openTicket({ server, token: null })
  expect(screen.getByRole('textbox', { name: 'Почта для ответа' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Выбрать файл' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Вставить ссылку' })).toBeTruthy()
})

const linkFields = () => screen.getAllByRole('textbox', { name: 'Ссылка на снимок' })

test('a link to a picture is typed where the press has put the focus, and the focus stays as fields go', async () => {
  const { owner, desk } = await openTicket()
  const add = 'Вставить ссылку'
  const remove = async (index: number) => {
    const buttons = await screen.findAllByRole('button', { name: /Убрать: Ссылка/ })
    await owner.click(buttons[index] ?? document.body)
  }
  for (const link of ['https://one.example', 'https://two.example', 'https://three.example']) {
    await owner.click(await button(add))
    await waitFor(() => expect(linkFields().at(-1)).toBe(document.activeElement))
    await owner.keyboard(link)
  }
  await remove(1)
  await waitFor(() => expect(linkFields()[1]).toBe(document.activeElement))
  expect(desk.draft.fields.value.links).toEqual(['https://one.example', 'https://three.example'])
  await remove(1)
  await waitFor(() => expect(screen.getByRole('button', { name: add })).toBe(document.activeElement))
  await remove(0)
  await waitFor(() => expect(desk.draft.fields.value.links).toEqual([]))
  expect(screen.getByRole('button', { name: add })).toBe(document.activeElement)
})

test('a guest gives pictures where the desk lets them', async () => {
  const server = createSupportDesk()
  server.plan = null
  server.guestPictures = true
  await openTicket({ server, token: null })
  expect(screen.getAllByRole('button', { name: 'Выбрать файл' })).toBeTruthy()
  expect(screen.queryByText(/Без входа снимок можно показать ссылкой/)).toBeNull()
})

const oldPicture = { id: 'old', name: 'old.png', type: 'image/png' as const, size: 3, width: 1, height: 1 }

test('a picture that the desk no longer has is taken off, and the owner is told', async () => {
  const server = createSupportDesk()
  const { desk } = await openDesk({ server })
  desk.draft.set({ pictures: [oldPicture] })
  const next = await openTicket({ server })
  await screen.findByText('Снимок убран')
  expect(next.desk.draft.fields.value.pictures).toEqual([])
})

test('an answer shows by itself in an open ticket, marked as new, and is read from then on', async () => {
  const server = createSupportDesk()
  server.threads = [answered()]
  const { desk, actions } = await openPanel({ server })
  actions.openThread({ id: 't7', number: 7 })
  await screen.findByText('Проверили: всё приходит')
  expect(screen.getByText('новое')).toBeTruthy()
  await waitFor(() => expect(server.threads[0]?.unread).toBe(false))
  server.threads = [answered('t7', ['Проверили: всё приходит', 'Нашли причину'])]
  desk.pulse.value++
  await screen.findByText('Нашли причину')
  await waitFor(() => expect(server.threads[0]?.unread).toBe(false))
})

test('a long thread begins with its end, and shows what came before when asked', async () => {
  const server = createSupportDesk()
  const whole = answered('t7', ['Первое', 'Второе'])
  server.earlier.set('c1', whole.history.slice(0, 1))
  server.threads = [{ ...whole, history: whole.history.slice(1), historyCursor: 'c1' }]
  const { owner, actions } = await openPanel({ server })
  actions.openThread({ id: 't7', number: 7 })
  await screen.findByText('Второе')
  expect(screen.queryByText('Первое')).toBeNull()
  await owner.click(await button('Показать, что было раньше'))
  const first = await screen.findByText('Первое')
  expect(first.compareDocumentPosition(screen.getByText('Второе'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.queryByText('Показать, что было раньше')).toBeNull()
})

test('what comes while the panel is closed stays unread', async () => {
  const server = createSupportDesk()
  server.threads = [answered()]
  const { desk, actions, isOpen } = await openPanel({ server })
  actions.openThread({ id: 't7', number: 7 })
  await waitFor(() => expect(server.threads[0]?.unread).toBe(false))
  isOpen.value = false
  server.threads = [answered('t7', ['Проверили: всё приходит', 'Нашли причину'])]
  desk.pulse.value++
  await desk.tickets.load()
  expect(server.threads[0]?.unread).toBe(true)
  expect(desk.tickets.unread.value).toBe(1)
})

test('a draft under way does not hide the owner’s tickets', async () => {
  const server = createSupportDesk()
  server.threads = [answered()]
  const { owner } = await openPanel({ server })
  await owner.keyboard('не приходят письма')
  await owner.click(await button(/Ваши билеты/))
  await owner.click(await button(/Письма.*№ 7/))
  await screen.findByText('Проверили: всё приходит')
})

test('Esc closes the panel', async () => {
  const { owner, isOpen } = await openPanel()
  await owner.keyboard('{Escape}')
  expect(isOpen.value).toBe(false)
})

test('a desk says what it wants in its own words, and shows its logo', async () => {
  const server = createSupportDesk()
  const words = {
    support: 'Служба заботы',
    write: 'Оставить заявку',
    'titles.ticket': 'Новая заявка',
    'home.reaction': 'Ответим за {0} {0|час|часа|часов}[1: нашей работы][2:, тариф {2}]',
  }
  server.own = { locale: 'ru', words, logo: 'M2 2h20v20H2z' }
  const { owner } = await openPanel({ server })
  expect(await screen.findByText('Ответим за 24 часа, тариф standard')).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Служба заботы' })).toBeTruthy()
  expect(document.querySelector('.bar path[d="M2 2h20v20H2z"]')).toBeTruthy()
  await owner.click(await button('Оставить заявку'))
  expect(await screen.findByRole('heading', { name: 'Новая заявка' })).toBeTruthy()
})

test('a further language is one file of words', async () => {
  const { words }: { words: { kk: Record<string, string> } } = JSON.parse(kazakh)
  const server = createSupportDesk()
  server.own = { locale: 'kk', words: words.kk }
  const { owner, desk } = await openPanel({ server, locale: 'kk' })
  expect(await screen.findByText(/Қолдау қызметі сағат \d\d:\d\d дейін.* жұмыс істейді/)).toBeTruthy()
  await owner.click(await button('Қолдау қызметіне жазу'))
  expect(await screen.findByRole('heading', { name: 'Жаңа өтінім' })).toBeTruthy()
  const panel = screen.getByRole('dialog')
  expect(panel.getAttribute('lang')).toBe('kk')
  expect(panel.textContent).not.toMatch(/[Бб]илет|Отправить|Отдел\b/)
  desk.draft.set({ subject: 'Хаттар', description: 'Сатып алушы хат алмайды', noSteps: 'happens_by_itself' })
  expect(writingOf(desk).form.body.value.locale).toBe('kk')
})

test('a language that the desk does not speak gives way to the one that it answers in', async () => {
  const server = createSupportDesk()
  server.own = { locale: 'en', words: {} }
  const { desk } = await openPanel({ server, locale: 'fr' })
  await waitFor(() => expect(desk.i18n.locale.value).toBe('en'))
  expect(server.locales).toEqual(['fr'])
})
