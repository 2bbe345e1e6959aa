import { alerts, common } from './common.ts'
import type { TestFlavour } from './construct.ts'

export const vitepress: TestFlavour = {
  files: {
    '.vitepress/config.ts': 'export default {}',
    'parts/_common.md': 'Общий хвост **страницы**.',
    'parts/_sample.json': '{ "stock": 5 }',
  },
  front: (title) => `---\ntitle: ${title}\noutline: deep\n---\n`,
  constructs: [
    {
      name: 'name of dashes and signs',
      source: '## Доступность (WAI) {#accessibility-–-rich.apps}\n\nТекст.',
      seen: ['Доступность (WAI)'],
      nodes: ['heading'],
      topOnly: true,
    },
    ...common,
    ...alerts,
    {
      name: 'tip',
      source: '::: tip Совет\nСделайте промокод коротким.\n:::',
      seen: ['Совет', 'промокод коротким'],
      nodes: ['quote'],
    },
    {
      name: 'danger with attributes',
      source: '::: danger СТОП {#stop}\nНе меняйте артикулы.\n:::',
      seen: ['СТОП', 'Не меняйте артикулы.'],
      nodes: ['quote'],
    },
    {
      name: 'details',
      source: '::: details Показать пример {open}\nСкидка на **второй** товар.\n:::',
      seen: ['Показать пример', 'второй'],
      nodes: ['details'],
    },
    {
      name: 'code group',
      source: '::: code-group\n\n```txt [Файл]\nSKIDKA\n```\n\n```sh [Команда]\nimport-stock --all\n```\n\n:::',
      seen: ['Файл', 'SKIDKA', 'Команда'],
      nodes: ['tabs'],
      topOnly: true,
    },
    { name: 'contents', source: '[[toc]]\n\nПосле содержания.', seen: ['После содержания.'], topOnly: true },
    { name: 'raw', source: '::: raw\nСлова как есть.\n:::', seen: ['Слова как есть.'] },
    {
      name: 'heading with a name',
      source: '## Промокоды {#promo}\n\nВводят в корзине.',
      seen: ['Промокоды', 'Вводят в корзине.'],
      nodes: ['heading'],
      topOnly: true,
    },
    {
      name: 'included page',
      source: '<!--@include: ./parts/_common.md-->\n\nПосле вставки.',
      seen: ['Общий хвост', 'После вставки.'],
      topOnly: true,
    },
    {
      name: 'included code',
      source: '<<< ./parts/_sample.json{1 json}\n\nПосле кода.',
      seen: ['"stock": 5', 'После кода.'],
      nodes: ['code'],
      topOnly: true,
    },
    {
      name: 'badge',
      source: 'Отчёты <Badge type="warning" text="с тарифа Бизнес" /> строятся ночью.',
      seen: ['с тарифа Бизнес', 'строятся ночью.'],
    },
    {
      name: 'component',
      source: '<StockDemo :items="list" @change="save" />\n\nПод примером.',
      seen: ['Под примером.'],
      topOnly: true,
    },
    { name: 'interpolation', source: 'Сейчас на складе {{ 2 + 3 }} штук.', seen: ['Сейчас на складе', 'штук.'] },
    {
      name: 'script',
      source: "<script setup>\nimport { ref } from 'vue'\nconst list = ref([])\n</script>\n\nБез скрипта.",
      seen: ['Без скрипта.'],
      topOnly: true,
    },
    {
      name: 'tab lines',
      source: '::: tabs\n@tab Оптом\nОт десяти штук.\n@tab В розницу\nОт одной.\n:::',
      seen: ['Оптом', 'От десяти штук.', 'В розницу'],
      nodes: ['tabs'],
      topOnly: true,
    },
  ],
}
