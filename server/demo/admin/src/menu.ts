import type { IconName } from './ui/icon.tsx'

export type MenuEntry = { title: string; path: string }
export type MenuGroup = MenuEntry & { icon: IconName; children: MenuEntry[] }

const group = (icon: IconName, title: string, path: string, children: Record<string, string> = {}): MenuGroup => ({
  icon,
  title,
  path,
  children: Object.entries(children).map(([child, leaf]) => ({ title: child, path: leaf })),
})

export const menu: MenuGroup[] = [
  group('home', 'Главная', '/'),
  group('orders', 'Заказы', '/orders', {
    'Все заказы': '/orders',
    Статусы: '/orders/statuses',
    Возвраты: '/orders/returns',
  }),
  group('goods', 'Товары', '/goods', {
    Каталог: '/goods',
    Категории: '/goods/categories',
    'Характеристики и фильтры': '/goods/attributes',
    'Импорт и экспорт': '/goods/exchange',
    Склад: '/goods/stock',
  }),
  group('customers', 'Покупатели', '/customers'),
  group('marketing', 'Маркетинг', '/marketing/discounts', {
    Скидки: '/marketing/discounts',
    Промокоды: '/marketing/promo-codes',
    Баннеры: '/marketing/banners',
    Рассылки: '/marketing/newsletters',
    Бонусы: '/marketing/bonuses',
  }),
  group('design', 'Дизайн', '/design/themes', {
    Темы: '/design/themes',
    Шаблоны: '/design/templates',
    'Меню и страницы': '/design/pages',
    'Стили и скрипты': '/design/assets',
  }),
  group('modules', 'Модули', '/modules'),
  group('seo', 'SEO', '/seo/meta', {
    'Мета-теги': '/seo/meta',
    Редиректы: '/seo/redirects',
    'Карта сайта и robots': '/seo/robots',
    Счётчики: '/seo/counters',
  }),
  group('reports', 'Отчёты', '/reports'),
  group('settings', 'Настройки', '/settings/shop', {
    Магазин: '/settings/shop',
    Доставка: '/settings/delivery',
    Оплата: '/settings/payment',
    'Домен и SSL': '/settings/domain',
    Сотрудники: '/settings/staff',
    Уведомления: '/settings/notifications',
    'Тариф и оплата': '/settings/plan',
  }),
]

const entries = menu.flatMap((top) => (top.children.length > 0 ? top.children : [top]))

/** The entry whose page, or a page under it, has the path: the longest match. */
export const entryOf = (path: string): MenuEntry | undefined =>
  entries
    .filter((entry) => path === entry.path || path.startsWith(`${entry.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]

export const isIn = (top: MenuGroup, entry: MenuEntry | undefined): boolean =>
  top === entry || top.children.some((child) => child === entry)
