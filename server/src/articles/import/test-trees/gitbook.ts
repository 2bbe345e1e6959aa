import { common } from './common.ts'
import type { TestFlavour } from './construct.ts'

export const gitbook: TestFlavour = {
  files: {
    'SUMMARY.md': '# Содержание\n\n## Заказы\n\n* [Приём](orders/topic-0.md)\n  * [Отмена](orders/topic-1.md)\n',
    '.gitbook.yaml': 'root: ./',
  },
  front: (title, at) => `---\ndescription: Страница ${at}\nicon: store\n---\n\n# ${title}\n\n`,
  constructs: [
    ...common,
    {
      name: 'hint',
      source: '{% hint style="info" %}\nПисьмо уйдёт ночью.\n{% endhint %}',
      seen: ['Письмо уйдёт ночью.'],
      nodes: ['quote'],
    },
    {
      name: 'danger',
      source: '{% hint style="danger" %}\n**Осторожно:** список удалится.\n{% endhint %}',
      seen: ['Осторожно:', 'список удалится.'],
      nodes: ['quote'],
    },
    {
      name: 'tabs',
      source:
        '{% tabs %}\n{% tab title="Список" %}\nВыберите получателей.\n{% endtab %}\n\n{% tab title="Файл" %}\nЗагрузите адреса.\n{% endtab %}\n{% endtabs %}',
      seen: ['Список', 'Выберите получателей.', 'Загрузите адреса.'],
      nodes: ['tabs'],
    },
    {
      name: 'code',
      source: '{% code title="mail.csv" overflow="wrap" lineNumbers="true" %}\n```csv\nимя;почта\n```\n{% endcode %}',
      seen: ['mail.csv', 'имя;почта'],
      nodes: ['code'],
    },
    {
      name: 'embed',
      source: '{% embed url="https://www.youtube.com/watch?v=abc" %}\nУрок о рассылках.\n{% endembed %}',
      seen: ['Урок о рассылках.'],
      nodes: ['video'],
    },
    {
      name: 'reference',
      source: '{% content-ref url="orders/topic-3.md" %}\n[Печать накладных](orders/topic-3.md)\n{% endcontent-ref %}',
      seen: ['Печать накладных'],
    },
    { name: 'file', source: '{% file src="https://shop.example/list.csv" name="Образец" %}', seen: ['Образец'] },
    {
      name: 'stepper',
      source:
        '{% stepper %}\n{% step %}\n### Откройте раздел\n\nРассылки слева.\n{% endstep %}\n\n{% step %}\n### Выберите список\n\nСписок сверху.\n{% endstep %}\n{% endstepper %}',
      seen: ['Откройте раздел', 'Рассылки слева.', 'Список сверху.'],
      nodes: ['heading'],
    },
    {
      name: 'columns',
      source:
        '{% columns %}\n{% column width="50%" %}\nСлева про имя.\n{% endcolumn %}\n{% column %}\nСправа про почту.\n{% endcolumn %}\n{% endcolumns %}',
      seen: ['Слева про имя.', 'Справа про почту.'],
    },
    {
      name: 'unknown',
      source: '{% openapi src="a.yaml" path="/mail" method="post" %}\nЗапрос на отправку.\n{% endopenapi %}',
      seen: ['Запрос на отправку.'],
    },
    {
      name: 'heading with a name',
      source: '## Сроки <a href="#sroki" id="sroki"></a>\n\nПять минут.',
      seen: ['Сроки', 'Пять минут.'],
      nodes: ['heading'],
      topOnly: true,
    },
    {
      name: 'picture',
      source:
        '<figure><img src="https://shop.example/mail.png" alt="Письмо"><figcaption><p>Вид письма</p></figcaption></figure>',
      seen: ['Письмо', 'Вид письма'],
      nodes: ['image'],
    },
  ],
}
