import type { Construct } from './construct.ts'

/** What all flavours take from CommonMark and GFM. */
export const common: Construct[] = [
  {
    name: 'formulas',
    source:
      '$$\nr_{a} = \\frac{\\hat{y}_c}{y_c}} || _{b} [x](y)\n$$\n\n$$x_1 * y_1 * z$$\n\n\\[\n{{a}} &= \\sum_{c}\n\\]',
    seen: ['r_{a} = ', 'x_1 * y_1 * z', '{{a}} &= '],
    nodes: ['code'],
  },
  {
    name: 'ticks',
    source: '- [x] Домен подтверждён\n- [ ] Почта настроена',
    seen: ['☑ Домен подтверждён', '☐ Почта настроена'],
    nodes: ['list'],
  },
  {
    name: 'table',
    source: '| Поле | Зачем |\n| --- | --- |\n| Артикул | чтобы **найти** |\n| Вес | для `доставки` |',
    seen: ['Артикул', 'найти'],
    nodes: ['table'],
  },
  { name: 'struck price', source: 'Тариф стоит ~~900~~ 700 в месяц.', seen: ['900', '700 в месяц'], nodes: ['del'] },
  {
    name: 'footnote',
    source: 'Скидка до половины цены[^sale].\n\n[^sale]: Кроме распродажи зимой.',
    seen: ['[1]', 'Кроме распродажи зимой.', 'Сноски'],
    nodes: ['footnotes'],
    topOnly: true,
  },
  {
    name: 'folded',
    source: '<details>\n<summary>Если письмо не пришло</summary>\n\nПроверьте папку «Спам».\n\n</details>',
    seen: ['Если письмо не пришло', 'Проверьте папку «Спам».'],
    nodes: ['details'],
  },
  { name: 'key', source: 'Нажмите <kbd>Enter</kbd> в конце строки.', seen: ['Enter'], nodes: ['kbd'] },
  {
    name: 'code',
    source: '```html\n<b>{{ order.number }}</b> ::: {% x %}\n```',
    seen: ['order.number'],
    nodes: ['code'],
  },
  {
    name: 'code span',
    source: 'В шаблоне пишут `{{ order.total }}` или `{% note %}`.',
    seen: ['order.total'],
    nodes: ['code'],
  },
  {
    name: 'video',
    source: '<iframe src="https://www.youtube.com/embed/abc123" title="Обзор склада"></iframe>',
    seen: ['Обзор склада'],
    nodes: ['video'],
  },
  {
    name: 'spans',
    source:
      '<table><tr><th rowspan="2">Тариф</th><th colspan="2">Цена</th></tr><tr><th>Месяц</th><th>Год</th></tr><tr><td>Старт</td><td>500</td><td>5000</td></tr></table>',
    seen: ['Месяц', '5000'],
    nodes: ['table'],
  },
]

/** What most of them take from GitHub. */
export const alerts: Construct[] = [
  {
    name: 'alert',
    source: '> [!WARNING]\n> Сначала сделайте копию.',
    seen: ['Сначала сделайте копию.'],
    nodes: ['quote'],
  },
  {
    name: 'alert with a title',
    source: '> [!TIP]- Как **быстрее**\n> Найдите [заказ](https://shop.example/)\n> по номеру.',
    seen: ['Как быстрее', 'Найдите заказ по номеру.'],
    nodes: ['quote'],
  },
]
