import { common } from './common.ts'
import type { TestFlavour } from './construct.ts'

export const yfm: TestFlavour = {
  files: {
    '.yfm': 'allowHTML: true',
    'toc.yaml':
      'title: Справка\nitems:\n  - name: Заказы\n    items:\n      - name: Приём\n        href: orders/topic-0.md\n',
    'presets.yaml': 'default:\n  shop: Магазин на углу\n',
    '_includes/common.md': 'Общий хвост про **налоги**.',
  },
  front: (title, at) => (at % 2 ? `# ${title} {#page-${at}}\n\n` : `---\ntitle: ${title}\n---\n`),
  constructs: [
    ...common.filter(({ name }) => name !== 'footnote'),
    {
      name: 'note',
      source: '{% note info "Ставка" %}\n\nВыберите НДС.\n\n{% endnote %}',
      seen: ['Ставка', 'Выберите НДС.'],
      nodes: ['quote'],
    },
    {
      name: 'alert',
      source: '{% note alert %}\n\nНе меняйте ИНН.\n\n- раз\n- два\n\n{% endnote %}',
      seen: ['Не меняйте ИНН.', 'раз'],
      nodes: ['quote', 'list'],
    },
    {
      name: 'tabs',
      source:
        '{% list tabs group=lang %}\n\n- Россия\n\n  Ставка обычная.\n\n  ```json\n  { "vat": 20 }\n  ```\n\n- Украина\n\n  Ставка та же, ПДВ.\n\n{% endlist %}',
      seen: ['Россия', 'Ставка обычная.', '"vat": 20', 'Украина', 'ПДВ'],
      nodes: ['tabs', 'code'],
    },
    {
      name: 'accordion',
      source:
        '{% list accordion %}\n\n- Первый вопрос\n\n  Первый ответ.\n\n- Второй вопрос\n\n  Второй ответ.\n\n{% endlist %}',
      seen: ['Первый вопрос', 'Второй ответ.'],
      nodes: ['details'],
    },
    {
      name: 'cut',
      source: '{% cut "Старый порядок" %}\n\nРаньше было иначе.\n\n{% endcut %}',
      seen: ['Старый порядок', 'Раньше было иначе.'],
      nodes: ['details'],
    },
    {
      name: 'note in a cut',
      source: '{% cut "Вложено" %}\n\n{% note tip %}\n\nГлубоко внутри.\n\n{% endnote %}\n\n{% endcut %}',
      seen: ['Вложено', 'Глубоко внутри.'],
      nodes: ['details', 'quote'],
    },
    {
      name: 'table',
      source: '#|\n|| **Страна** | **Ставка** ||\n|| Россия | 20 % ||\n|#',
      seen: ['Страна', 'Россия', '20 %'],
      nodes: ['table'],
      topOnly: true,
    },
    {
      name: 'table with blocks',
      source:
        '#|\n|| Поле\n| Что в нём ||\n||\n\n**ИНН**\n[`string`](https://shop.example)\n\n|\n\nНомер организации:\n\n- десять цифр\n- или двенадцать\n\n{% note warning %}\n\nБез пробелов.\n\n{% endnote %}\n\n||\n|#',
      seen: ['Поле', 'ИНН', 'десять цифр', 'Без пробелов.'],
      nodes: ['table', 'list', 'quote'],
      topOnly: true,
    },
    {
      name: 'table with code',
      source: '#|\n|| Имя | `a || b` и \\| черта ||\n|| Код |\n\n```php\n$a || $b;\n```\n\n||\n|#',
      seen: ['a || b', 'черта', '$a || $b;'],
      nodes: ['table', 'code'],
      topOnly: true,
    },
    {
      name: 'code that ends a cell in a tab',
      source:
        "{% list tabs %}\n\n- Дата\n\n    #|\n    || Поле | Что в нём ||\n    || Срок | Вид:\n    ```\n    { VALUE: '' }\n    ``` ||\n    |#\n\n- Список\n\n    #|\n    || Вид | Меню ||\n    |#\n\n{% endlist %}",
      seen: ['Дата', "{ VALUE: '' }", 'Список', 'Меню'],
      nodes: ['tabs', 'table', 'code'],
      topOnly: true,
    },
    {
      name: 'include',
      source: '{% include [налоги](_includes/common.md) %}\n\nПосле вставки.',
      seen: ['Общий хвост про', 'После вставки.'],
      topOnly: true,
    },
    {
      name: 'lost include',
      source: '{% include notitle [нет](_includes/none.md#part) %}\n\nПосле потери.',
      seen: ['После потери.'],
      topOnly: true,
    },
    { name: 'variable', source: 'Это {{ shop }} и {{ user.name }} рядом.', seen: ['Магазин на углу', 'рядом.'] },
    {
      name: 'condition',
      source: '{% if audience == "all" %}\n\nВсем видно.\n\n{% endif %}',
      seen: ['Всем видно.'],
      topOnly: true,
    },
    {
      name: 'heading with a name',
      source: '## Сроки {#sroki}\n\nПять дней.',
      seen: ['Сроки', 'Пять дней.'],
      nodes: ['heading'],
      topOnly: true,
    },
    {
      name: 'file',
      source: 'Скачайте {% file src="https://shop.example/a.pdf" name="Договор" %} здесь.',
      seen: ['Договор', 'здесь.'],
    },
    {
      name: 'image size',
      source: '![Корзина](https://shop.example/cart.png "Вид" =400x300){.shadow}',
      seen: ['Корзина'],
      nodes: ['image'],
    },
    { name: 'video', source: '@[youtube](w7Ft2ymGmfc)', seen: ['www.youtube.com'], nodes: ['video'] },
    { name: 'inserted', source: 'Слово ++новое++ и ##моноширинное## и H~2~O с x^2^.', seen: ['новое', 'моноширинное'] },
  ],
}
