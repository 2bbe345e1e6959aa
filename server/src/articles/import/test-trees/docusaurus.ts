import { alerts, common } from './common.ts'
import type { Construct, TestFlavour } from './construct.ts'

const containers: Construct[] = [
  {
    name: 'note with a title',
    source: ':::note Важно знать\n\nДеньги приходят на третий день.\n\n:::',
    seen: ['Важно знать', 'на третий день'],
    nodes: ['quote'],
  },
  {
    name: 'tight note',
    source: ':::danger\nНе удаляйте способ оплаты.\n:::',
    seen: ['Не удаляйте способ оплаты.'],
    nodes: ['quote'],
  },
  {
    name: 'title in brackets',
    source: ':::tip[Совет **кассиру**]{.wide}\n\nПроверяйте сумму дважды.\n\n:::',
    seen: ['Совет', 'кассиру', 'Проверяйте сумму дважды.'],
    nodes: ['quote'],
  },
  {
    name: 'nested',
    source: '::::warning\n\nСнаружи осторожно.\n\n:::info\n\nВнутри подробности.\n\n:::\n\n::::',
    seen: ['Снаружи осторожно.', 'Внутри подробности.'],
    nodes: ['quote'],
  },
]

const mdx: Construct[] = [
  {
    name: 'tabs',
    source:
      '<Tabs groupId="pay">\n  <TabItem value="card" label="Картой" default>\n\nОткройте **Оплату** и включите карту.\n\n  </TabItem>\n  <TabItem value="sbp" label="По QR-коду">\n\n1. Загрузите договор.\n2. Включите код.\n\n  </TabItem>\n</Tabs>',
    seen: ['Картой', 'включите карту', 'По QR-коду', 'Загрузите договор.'],
    nodes: ['tabs'],
  },
  {
    name: 'import',
    source:
      "import Tabs from '@theme/Tabs';\nimport { useState } from 'react'\n\nexport const limit = 30;\n\nТекст после подключений.",
    seen: ['Текст после подключений.'],
    topOnly: true,
  },
  { name: 'comment', source: 'Видно {/* не видно */} и дальше.', seen: ['Видно', 'и дальше.'] },
  { name: 'expression', source: "До{' '}после и {'скобки'} тоже.", seen: ['До после', 'скобки тоже.'] },
  {
    name: 'HTML with styles',
    source: '<div style={{ color: "red" }} className="box">\n\nСлова в **рамке**.\n\n</div>',
    seen: ['Слова в', 'рамке'],
  },
  {
    name: 'details of a component',
    source: '<Details summary="Подробнее о складе">\n\nСклад можно сменить.\n\n</Details>',
    seen: ['Подробнее о складе', 'Склад можно сменить.'],
    nodes: ['details'],
  },
  {
    name: 'unknown component',
    source: '<PriceTable plan="start" onClick={() => { alert(1) }}>\n\nЦена видна в корзине.\n\n</PriceTable>',
    seen: ['Цена видна в корзине.'],
  },
  {
    name: 'heading with a name',
    source: '## Срок возврата {#srok}\n\nТри дня.',
    seen: ['Срок возврата', 'Три дня.'],
    nodes: ['heading'],
    topOnly: true,
  },
]

export const docusaurus: TestFlavour = {
  files: { 'docusaurus.config.js': 'module.exports = {}', 'sidebars.js': 'module.exports = {}' },
  constructs: [...common, ...alerts, ...containers, ...mdx],
  front: (title, at) => `---\nid: page-${at}\ntitle: ${title}\nslug: /help/page-${at}\nsidebar_position: ${at}\n---\n`,
}

export const starlight: TestFlavour = {
  files: { 'astro.config.mjs': 'export default {}' },
  ending: 'mdx',
  front: (title) =>
    `---\ntitle: ${title}\ndescription: О магазине\n---\nimport { Aside } from '@astrojs/starlight/components';\n`,
  constructs: [
    {
      name: 'deep in components',
      source:
        '<Tabs>\n  <TabItem label="Сервер">\n    ```shell\n    # не заголовок\n    npm run build\n    ```\n\n    <Card>\n      ### Попробуйте сами\n\n      - раз\n      - два\n    </Card>\n  </TabItem>\n</Tabs>',
      seen: ['Сервер', '# не заголовок', 'Попробуйте сами', 'два'],
      nodes: ['tabs', 'code', 'heading', 'list'],
      topOnly: true,
    },
    {
      name: 'line in an element',
      source: '<p>Читайте [договор](https://shop.example/a) **целиком**.</p>',
      seen: ['Читайте договор целиком.'],
      nodes: ['link', 'strong'],
      topOnly: true,
    },
    ...common.filter(({ name }) => name !== 'code span' || true),
    ...containers.filter(({ name }) => name !== 'note with a title'),
    ...mdx.filter(({ name }) => name !== 'heading with a name'),
    {
      name: 'aside',
      source: '<Aside type="caution" title="Перед переездом">\nСохраните каталог.\n</Aside>',
      seen: ['Перед переездом', 'Сохраните каталог.'],
      nodes: ['quote'],
    },
    {
      name: 'cards',
      source:
        '<CardGrid>\n  <Card title="Быстрый старт" icon="rocket">\n    Добавьте первый товар.\n  </Card>\n  <LinkCard title="Про домен" href="./topic-19" description="Как подключить адрес" />\n</CardGrid>',
      seen: ['Быстрый старт', 'Добавьте первый товар.', 'Про домен', 'Как подключить адрес'],
    },
    {
      name: 'steps',
      source: '<Steps>\n\n1. Откройте раздел.\n\n2. Нажмите «Добавить».\n\n</Steps>',
      seen: ['Откройте раздел.', 'Нажмите «Добавить».'],
      nodes: ['list'],
    },
    {
      name: 'badge',
      source: 'Раздел <Badge text="Новое" variant="tip" /> открыт всем.',
      seen: ['Новое', 'открыт всем.'],
    },
    {
      name: 'file tree',
      source: '<FileTree>\n- catalog/\n  - photos/ снимки товаров\n</FileTree>',
      seen: ['снимки товаров'],
      nodes: ['list'],
    },
    {
      name: 'synced tabs',
      source:
        '<Tabs syncKey="os">\n<TabItem label="Телефон">Откройте приложение.</TabItem>\n<TabItem label="Компьютер">Откройте браузер.</TabItem>\n</Tabs>',
      seen: ['Телефон', 'Откройте приложение.', 'Откройте браузер.'],
      nodes: ['tabs'],
    },
  ],
}
