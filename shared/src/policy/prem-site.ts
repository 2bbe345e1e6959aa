// Prem-site's own figures: the default policy.
import { limits } from '../limits.ts'
import type { SupportPolicy } from './policy.ts'

const everyDay: [string, string][] = [['11:00', '20:00']]

export const premSite: SupportPolicy = {
  zone: 'Europe/Moscow',
  hours: { mon: everyDay, tue: everyDay, wed: everyDay, thu: everyDay, fri: everyDay, sat: everyDay, sun: everyDay },
  closedDates: [],
  departments: [
    {
      id: 'technical',
      name: { ru: 'Технический отдел', uk: 'Технічний відділ', en: 'Technical' },
      covers: {
        ru: 'шаблон, вывод информации, переменные',
        uk: 'шаблон, виведення інформації, змінні',
        en: 'template, what the shop shows, variables',
      },
    },
    {
      id: 'consultations',
      name: { ru: 'Консультации', uk: 'Консультації', en: 'Consultations' },
      covers: {
        ru: 'работа в админ-панели, как устроены модули',
        uk: 'робота в адмін-панелі, як влаштовані модулі',
        en: 'the admin panel and how modules work',
      },
    },
    {
      id: 'sales',
      name: { ru: 'Отдел продаж', uk: 'Відділ продажів', en: 'Sales' },
      covers: {
        ru: 'оплата, баннеры, дизайн, SEO, модули и всё остальное',
        uk: 'оплата, банери, дизайн, SEO, модулі та все інше',
        en: 'payment, banners, design, SEO, modules, anything else',
      },
    },
  ],
  plans: {
    free: {
      name: { ru: 'Free', uk: 'Free', en: 'Free' },
      departments: ['sales'],
      reaction: { hours: 24, clock: 'calendar' },
    },
    standard: {
      name: { ru: 'Standard', uk: 'Standard', en: 'Standard' },
      departments: ['technical', 'consultations', 'sales'],
      reaction: { hours: 24, clock: 'calendar' },
    },
    premium: {
      name: { ru: 'Premium', uk: 'Premium', en: 'Premium' },
      departments: ['technical', 'consultations', 'sales'],
      reaction: { hours: 3, clock: 'support' },
    },
  },
  guest: { departments: ['sales'], reaction: { hours: 24, clock: 'calendar' }, pictures: false },
  reactionCeiling: { hours: 24, clock: 'calendar' },
  personalManagerDepartment: 'sales',
  decisionReasons: [
    {
      id: 'no_information',
      words: {
        ru: 'Не хватает сведений, чтобы разобраться',
        uk: 'Бракує відомостей, щоб розібратися',
        en: 'There is not enough information to work on',
      },
      help: {
        ru: 'Допишите то, о чём спросил сотрудник, — и мы продолжим',
        uk: 'Допишіть те, про що запитав співробітник, — і ми продовжимо',
        en: 'Add what the agent asked for and we will go on',
      },
    },
    {
      id: 'not_reproducible',
      words: {
        ru: 'У нас не получилось повторить то, что вы описали',
        uk: 'Нам не вдалося повторити те, що ви описали',
        en: 'We could not make it happen on our side',
      },
      help: {
        ru: 'Когда это повторится, запишите шаги и время и пришлите снимок экрана',
        uk: 'Коли це повториться, запишіть кроки й час і надішліть знімок екрана',
        en: 'When it happens again, write down the steps and the time and send a screenshot',
      },
    },
    {
      id: 'several_problems',
      words: {
        ru: 'В билете несколько вопросов, которые не связаны между собой',
        uk: 'У білеті кілька питань, не пов’язаних між собою',
        en: 'The ticket holds several questions that are not related',
      },
      help: {
        ru: 'Создайте на каждый вопрос свой билет: так ответят быстрее',
        uk: 'Створіть на кожне питання окремий білет: так відповімо швидше',
        en: 'Write a ticket for each question: each is answered sooner',
      },
    },
    {
      id: 'template_modified',
      words: {
        ru: 'Шаблон оформления был изменён',
        uk: 'Шаблон оформлення було змінено',
        en: 'The design template was changed',
      },
      help: {
        ru: 'Верните исходный шаблон и проверьте ещё раз или обратитесь к тому, кто его менял',
        uk: 'Поверніть вихідний шаблон і перевірте ще раз або зверніться до того, хто його змінював',
        en: 'Put the original template back and check again, or ask whoever changed it',
      },
    },
    {
      id: 'needs_development',
      words: {
        ru: 'Нужна подробная диагностика или доработка продукта',
        uk: 'Потрібна докладна діагностика або доопрацювання продукту',
        en: 'It needs detailed diagnosis or a change of the product',
      },
      help: {
        ru: 'Мы напишем в билете, когда появятся новости',
        uk: 'Ми напишемо в білеті, щойно з’являться новини',
        en: 'We will write in the ticket when there is news',
      },
    },
    {
      id: 'out_of_scope',
      words: {
        ru: 'Вопрос не относится к технической поддержке',
        uk: 'Питання не стосується технічної підтримки',
        en: 'The question is outside technical support',
      },
      help: {
        ru: 'Отдел продаж подскажет, кто может помочь',
        uk: 'Відділ продажів підкаже, хто може допомогти',
        en: 'Sales can tell you who may help',
      },
    },
    {
      id: 'third_party_service',
      words: {
        ru: 'Это работает на стороне другого сервиса',
        uk: 'Це працює на боці іншого сервісу',
        en: 'This belongs to another company’s service',
      },
      help: {
        ru: 'Напишите в поддержку этого сервиса; если им нужны данные от нас, сообщите нам',
        uk: 'Напишіть у підтримку цього сервісу; якщо їм потрібні дані від нас, повідомте нам',
        en: 'Write to that service; if they need data from us, tell us',
      },
    },
  ],
  phones: [
    { number: '+7 495 000-00-00', name: { ru: 'Москва', uk: 'Москва', en: 'Moscow' } },
    { number: '+380 44 000-00-00', name: { ru: 'Киев', uk: 'Київ', en: 'Kyiv' } },
  ],
  phonesNote: {
    ru: 'По телефону консультируем. Изменения в аккаунте делаем только по письменной заявке.',
    uk: 'Телефоном консультуємо. Зміни в акаунті робимо лише за письмовою заявкою.',
    en: 'We advise by phone. Account changes need a written request.',
  },
  ticket: { descriptionLetters: 10, steps: 1 },
  limits: {
    subject: limits.subject,
    description: limits.description,
    step: limits.step,
    steps: limits.steps,
    links: limits.links,
    attachments: limits.attachments,
  },
  retention: { ticketsDays: 0, questionsDays: 183, uploadsHours: 24, auditDays: 0, logsDays: 90 },
}
