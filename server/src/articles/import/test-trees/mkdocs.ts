import { common } from './common.ts'
import type { TestFlavour } from './construct.ts'

export const mkdocs: TestFlavour = {
  files: {
    'mkdocs.yml': 'site_name: Справка\nnav:\n  - Заказы:\n    - Приём: orders/topic-0.md\n',
    'includes/tail.md': 'Общий хвост из файла.',
    'includes/price.csv': 'артикул;цена',
  },
  front: (title) => `---\ntitle: ${title}\nhide:\n  - toc\n---\n`,
  constructs: [
    {
      name: 'fence in a fence',
      source:
        '``` title="Пример"\n!!! example\n\n    === "Список"\n\n        ``` markdown\n        1. раз\n        ```\n```\n\nПосле примера.',
      seen: ['!!! example', '1. раз', 'После примера.'],
      nodes: ['code'],
      topOnly: true,
    },
    {
      name: 'block with a capital letter',
      source: '/// Note | Примечание\n\nСтавка обычная.\n\n///',
      seen: ['Примечание', 'Ставка обычная.'],
      nodes: ['quote'],
      topOnly: true,
    },
    ...common,
    {
      name: 'admonition',
      source: '!!! note "На заметку"\n    Остаток меняется после оплаты.\n\n    Возврат увеличивает остаток.',
      seen: ['На заметку', 'после оплаты', 'Возврат увеличивает'],
      nodes: ['quote'],
    },
    {
      name: 'admonition without a title',
      source: '!!! warning ""\n    Без заголовка.',
      seen: ['Без заголовка.'],
      nodes: ['quote'],
    },
    {
      name: 'nested admonitions',
      source: '!!! tip\n    Снаружи.\n\n    !!! danger "Внутри"\n        Глубже.\n\n    - пункт списка',
      seen: ['Снаружи.', 'Внутри', 'Глубже.', 'пункт списка'],
      nodes: ['quote', 'list'],
    },
    {
      name: 'collapsed',
      source: '??? warning "Склад пуст"\n    Товар нельзя купить.\n\n    ```sh\n    check stock\n    ```',
      seen: ['Склад пуст', 'Товар нельзя купить.', 'check stock'],
      nodes: ['details', 'code'],
    },
    {
      name: 'tabs',
      source: '=== "Вручную"\n    Впишите число.\n\n=== "Из файла"\n    Загрузите таблицу.',
      seen: ['Вручную', 'Впишите число.', 'Из файла', 'Загрузите таблицу.'],
      nodes: ['tabs'],
    },
    {
      name: 'block',
      source: '/// tip | Подсказка\n\nОтчёт строится минуту.\n\n///',
      seen: ['Подсказка', 'Отчёт строится минуту.'],
      nodes: ['quote'],
    },
    {
      name: 'block with options',
      source: '/// details | Раскройте\n    open: True\n    type: warning\n\nВнутри раскрытого.\n\n///',
      seen: ['Раскройте', 'Внутри раскрытого.'],
      nodes: ['details'],
    },
    {
      name: 'tab blocks',
      source: '/// tab | Карта\nНомер карты.\n///\n\n/// tab | Счёт\nНомер счёта.\n///',
      seen: ['Карта', 'Номер карты.', 'Номер счёта.'],
      nodes: ['tabs'],
    },
    {
      name: 'heading with a name',
      source: '## Отчёты { #otchety }\n\nСтроятся ночью.',
      seen: ['Отчёты', 'Строятся ночью.'],
      nodes: ['heading'],
      topOnly: true,
    },
    {
      name: 'attributes',
      source: 'Кнопка [Купить](https://shop.example/buy){ .md-button target=_blank } и слово *важно*{: .red }.',
      seen: ['Купить', 'важно'],
    },
    { name: 'keys', source: 'Нажмите ++ctrl+s++ или ++enter++.', seen: ['ctrl', 'enter'], nodes: ['kbd'] },
    {
      name: 'icons',
      source: 'Значок :material-check: готов, :fontawesome-solid-store:{ .big } тоже.',
      seen: ['Значок', 'готов', 'тоже.'],
    },
    { name: 'contents', source: '[TOC]\n\nПосле содержания.', seen: ['После содержания.'], topOnly: true },
    {
      name: 'snippet',
      source: '--8<-- "includes/tail.md"\n\nПосле вставки.',
      seen: ['Общий хвост из файла.', 'После вставки.'],
      topOnly: true,
    },
    {
      name: 'lost snippet',
      source: '{* ../src/report.py hl[3] *}\n\n{!../other.md!}\n\nПосле потери.',
      seen: ['После потери.'],
      topOnly: true,
    },
    { name: 'highlight', source: 'Это ==важно== и ^^подчёркнуто^^.', seen: ['важно', 'подчёркнуто'] },
    { name: 'marked by a reviewer', source: 'Цена {++новая++}{--старая--} здесь.', seen: ['новая', 'здесь.'] },
    {
      name: 'grid',
      source: '<div class="grid cards" markdown>\n\n- **Карточка** товара\n- Список заказов\n\n</div>',
      seen: ['Карточка', 'Список заказов'],
      nodes: ['list'],
    },
    {
      name: 'code with a title',
      source: '``` csv title="price.csv" linenums="1" hl_lines="2"\nартикул;цена\n```',
      seen: ['артикул;цена'],
      nodes: ['code'],
    },
    {
      name: 'lost snippet in code',
      source: '``` sql\n--8<-- "sql/none.sql"\nselect 1\n```',
      seen: ['select 1'],
      nodes: ['code'],
    },
  ],
}
