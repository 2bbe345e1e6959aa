// What letters say, each language written for itself; and what a thread says of a repeat.
import type { Locale } from '@bilet/shared/locale'

export type LetterWords = {
  receiptSubject(number: number): string
  received(number: number): string
  dueBy(time: string): string
  /** R7. */
  resolutionDepends: string
  /** R17. */
  noRepeats: string
  answerSubject(number: number): string
  answered(name: string | undefined, number: number): string
  picturesInTicket: string
  extendSubject(number: number): string
  extended(until: string | undefined): string
  refuseSubject(number: number): string
  refused(number: number): string
  resolveSubject(number: number): string
  resolved(number: number): string
  reopens: string
  reason(words: string): string
  whereToAnswer: string
  /** The ticket opens there, ready to be answered. */
  answerAt(url: string): string
  /** A guest's: whoever has it reads the ticket. */
  linkIsYours: string
  article(title: string, url: string | undefined): string
  /** R17. */
  duplicateSubject(number: number): string
  duplicate(number: number, of: number): string
  /** Staff wrote it down for the owner (R8). */
  openedSubject(number: number): string
  opened(number: number, subject: string): string
  /** R16. */
  split(tickets: string): string
  splitSubject(number: number): string
  /** R19: no answer from the owner. */
  closingSubject(number: number): string
  closing(time: string): string
  closedOnSilence(number: number): string
  /** Where a repeat goes on (R17), as a reason in the thread: without a full stop. */
  repeats(of: number): string
}

/** Tickets in a row, for `split`. */
export const listed = (tickets: readonly { number: number; subject: string }[]) =>
  tickets.map(({ number, subject }) => `№ ${number} «${subject}»`).join(', ')

export const letterWords: Record<Locale, LetterWords> = {
  ru: {
    receiptSubject: (number) => `Билет № ${number} принят`,
    received: (number) => `Мы получили ваше обращение, его номер — ${number}.`,
    dueBy: (time) => `Ответим до: ${time}.`,
    resolutionDepends: 'Время решения зависит от вопроса: бывает, что нужны уточнения, проверка или исправление.',
    noRepeats: 'Отправлять обращение ещё раз не нужно: повторы только отодвигают ответ.',
    answerSubject: (number) => `Ответ по билету № ${number}`,
    answered: (name, number) => (name ? `${name} отвечает по билету № ${number}:` : `Ответ по билету № ${number}:`),
    picturesInTicket: 'К ответу приложены снимки: они в билете.',
    extendSubject: (number) => `Билет № ${number}: нужно больше времени`,
    extended: (until) => (until ? `Нам нужно больше времени. Срок: ${until}.` : 'Нам нужно больше времени.'),
    refuseSubject: (number) => `Билет № ${number} закрыт без решения`,
    refused: (number) => `Мы не сможем продолжить работу по билету № ${number}.`,
    resolveSubject: (number) => `Билет № ${number} решён`,
    resolved: (number) => `Мы считаем билет № ${number} решённым.`,
    reopens: 'Если вопрос остался, напишите в этот билет: он откроется снова.',
    reason: (words) => `Причина: ${words}.`,
    whereToAnswer: 'Ответить и прочитать переписку можно в админ-панели магазина: «Помощь», затем билет.',
    answerAt: (url) => `Ответить и прочитать переписку: ${url}`,
    linkIsYours: 'Ссылка открывает этот билет без входа и действует 30 дней: не пересылайте её.',
    article: (title, url) => (url ? `Статья «${title}»: ${url}` : `Статья «${title}»`),
    duplicateSubject: (number) => `Билет № ${number} объединён с другим`,
    duplicate: (number, of) => `Билет № ${number} повторяет билет № ${of}: ответим вам там.`,
    openedSubject: (number) => `Мы завели для вас билет № ${number}`,
    opened: (number, subject) => `Мы записали ваш вопрос: «${subject}». Номер билета — ${number}.`,
    split: (tickets) => `На остальные вопросы мы завели отдельные билеты: ${tickets}. Так на каждый ответят быстрее.`,
    splitSubject: (number) => `Мы завели отдельный билет № ${number}`,
    closingSubject: (number) => `Билет № ${number}: ждём вашего ответа`,
    closing: (time) =>
      `Мы ждём вашего ответа. Если вопрос уже решён, ничего делать не нужно: ${time} билет закроется. Если нет, напишите в билет.`,
    closedOnSilence: (number) => `Мы не дождались ответа и закрыли билет № ${number}.`,
    repeats: (of) => `Вы уже писали об этом в билете № ${of}: ответим там`,
  },
  uk: {
    receiptSubject: (number) => `Білет № ${number} прийнято`,
    received: (number) => `Ми отримали ваше звернення, його номер — ${number}.`,
    dueBy: (time) => `Відповімо до: ${time}.`,
    resolutionDepends: 'Час розв’язання залежить від питання: буває, що потрібні уточнення, перевірка чи виправлення.',
    noRepeats: 'Надсилати звернення ще раз не потрібно: повтори лише відсувають відповідь.',
    answerSubject: (number) => `Відповідь щодо білета № ${number}`,
    answered: (name, number) =>
      name ? `${name} відповідає щодо білета № ${number}:` : `Відповідь щодо білета № ${number}:`,
    picturesInTicket: 'До відповіді додано знімки: вони в білеті.',
    extendSubject: (number) => `Білет № ${number}: потрібно більше часу`,
    extended: (until) => (until ? `Нам потрібно більше часу. Термін: ${until}.` : 'Нам потрібно більше часу.'),
    refuseSubject: (number) => `Білет № ${number} закрито без розв’язання`,
    refused: (number) => `Ми не зможемо продовжити роботу над білетом № ${number}.`,
    resolveSubject: (number) => `Білет № ${number} розв’язано`,
    resolved: (number) => `Ми вважаємо білет № ${number} розв’язаним.`,
    reopens: 'Якщо питання лишилося, напишіть у цей білет: він відкриється знову.',
    reason: (words) => `Причина: ${words}.`,
    whereToAnswer: 'Відповісти й прочитати листування можна в адмін-панелі магазину: «Допомога», потім білет.',
    answerAt: (url) => `Відповісти й прочитати листування: ${url}`,
    linkIsYours: 'Посилання відкриває цей білет без входу й діє 30 днів: не пересилайте його.',
    article: (title, url) => (url ? `Стаття «${title}»: ${url}` : `Стаття «${title}»`),
    duplicateSubject: (number) => `Білет № ${number} об’єднано з іншим`,
    duplicate: (number, of) => `Білет № ${number} повторює білет № ${of}: відповімо вам там.`,
    openedSubject: (number) => `Ми створили для вас білет № ${number}`,
    opened: (number, subject) => `Ми записали ваше питання: «${subject}». Номер білета — ${number}.`,
    split: (tickets) => `На інші питання ми створили окремі білети: ${tickets}. Так на кожне відповімо швидше.`,
    splitSubject: (number) => `Ми створили окремий білет № ${number}`,
    closingSubject: (number) => `Білет № ${number}: чекаємо на вашу відповідь`,
    closing: (time) =>
      `Ми чекаємо на вашу відповідь. Якщо питання вже розв’язано, нічого робити не треба: ${time} білет закриється. Якщо ні, напишіть у білет.`,
    closedOnSilence: (number) => `Ми не дочекалися відповіді й закрили білет № ${number}.`,
    repeats: (of) => `Ви вже писали про це в білеті № ${of}: відповімо там`,
  },
  en: {
    receiptSubject: (number) => `Ticket No. ${number} received`,
    received: (number) => `We have your request. Its number is ${number}.`,
    dueBy: (time) => `You will hear from us by ${time}.`,
    resolutionDepends: 'How long the solution takes depends on the question: it may need details, diagnosis or a fix.',
    noRepeats: 'There is no need to send it again: repeats only delay the answer.',
    answerSubject: (number) => `Answer to ticket No. ${number}`,
    answered: (name, number) => (name ? `${name} answers ticket No. ${number}:` : `Answer to ticket No. ${number}:`),
    picturesInTicket: 'Pictures come with the answer: you will find them in the ticket.',
    extendSubject: (number) => `Ticket No. ${number} needs more time`,
    extended: (until) => (until ? `We need more time, until ${until}.` : 'We need more time.'),
    refuseSubject: (number) => `Ticket No. ${number} is closed without a solution`,
    refused: (number) => `We cannot go on with ticket No. ${number}.`,
    resolveSubject: (number) => `Ticket No. ${number} is resolved`,
    resolved: (number) => `We consider ticket No. ${number} resolved.`,
    reopens: 'If the question is still there, write to this ticket and it opens again.',
    reason: (words) => `Reason: ${words}.`,
    whereToAnswer: 'To answer or to read the whole thread, open your shop’s admin panel: Help, then the ticket.',
    answerAt: (url) => `To answer or to read the whole thread: ${url}`,
    linkIsYours: 'The link opens this ticket without a sign-in for 30 days: do not pass it on.',
    article: (title, url) => (url ? `Article “${title}”: ${url}` : `Article “${title}”`),
    duplicateSubject: (number) => `Ticket No. ${number} is joined with another`,
    duplicate: (number, of) => `Ticket No. ${number} repeats ticket No. ${of}: you will be answered there.`,
    openedSubject: (number) => `We opened ticket No. ${number} for you`,
    opened: (number, subject) => `We wrote down your question: “${subject}”. The ticket’s number is ${number}.`,
    split: (tickets) =>
      `We opened tickets of their own for your other questions: ${tickets}. Each is answered sooner so.`,
    splitSubject: (number) => `We opened a separate ticket No. ${number}`,
    closingSubject: (number) => `Ticket No. ${number}: we wait for your answer`,
    closing: (time) =>
      `We wait for your answer. If the question is settled, there is nothing to do: the ticket closes on ${time}. If it is not, write to the ticket.`,
    closedOnSilence: (number) => `We had no answer and closed ticket No. ${number}.`,
    repeats: (of) => `You wrote about this in ticket No. ${of}: the answer comes there`,
  },
}
