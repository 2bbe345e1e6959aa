import { alerts, common } from './common.ts'
import type { TestFlavour } from './construct.ts'

export const hugo: TestFlavour = {
  files: { 'hugo.toml': 'title = "Справка"', 'orders/_index.md': '---\ntitle: Заказы\n---\nРаздел про заказы.' },
  front: (title, at) =>
    at % 3 === 0
      ? `{\n  "title": "${title}",\n  "weight": ${at}\n}\n`
      : at % 3 === 1
        ? `+++\ntitle = "${title}"\ndate = 2026-02-03\ntags = ["магазин", "справка"]\n+++\n`
        : `---\ntitle: "${title}"\nlastmod: 2026-02-03\n---\n`,
  constructs: [
    {
      name: 'drawing in a box',
      source: '<div class="mermaid">\nflowchart LR\n  A{{Корзина}}-->|Добавить|B\n</div>\n\nПосле рисунка.',
      seen: ['После рисунка.'],
      topOnly: true,
    },
    ...common,
    ...alerts,
    {
      name: 'note',
      source: '{{< note >}}\nДомен заработает через сутки.\n{{< /note >}}',
      seen: ['Домен заработает'],
      nodes: ['quote'],
    },
    {
      name: 'alert',
      source: '{{% alert color="warning" title="Осторожно" %}}\nНе меняйте **NS** в распродажу.\n{{% /alert %}}',
      seen: ['Осторожно', 'Не меняйте', 'NS'],
      nodes: ['quote'],
    },
    {
      name: 'notice',
      source: '{{% notice info %}}\nСведения о складе.\n{{% /notice %}}',
      seen: ['Сведения о складе.'],
      nodes: ['quote'],
    },
    {
      name: 'tabs',
      source:
        '{{< tabs >}}\n{{% tab name="Телефон" %}}\nОткройте приложение.\n{{% /tab %}}\n{{% tab name="Компьютер" %}}\nОткройте браузер.\n{{% /tab %}}\n{{< /tabs >}}',
      seen: ['Телефон', 'Открой', 'Компьютер'],
      nodes: ['tabs'],
    },
    {
      name: 'details',
      source: '{{< details title="Ещё" >}}\nСпрятанные слова.\n{{< /details >}}',
      seen: ['Ещё', 'Спрятанные слова.'],
      nodes: ['details'],
    },
    {
      name: 'figure',
      source: '{{< figure src="https://shop.example/a.png" alt="Корзина" caption="Вид корзины" >}}',
      seen: ['Корзина', 'Вид корзины'],
      nodes: ['image'],
    },
    { name: 'video', source: '{{< youtube id="w7Ft2ymGmfc" title="Урок" >}}', seen: ['Урок'], nodes: ['video'] },
    {
      name: 'parameter',
      source: 'Запись ведёт на {{< param "ip" >}} нашего сервера.',
      seen: ['Запись ведёт на', 'нашего сервера.'],
    },
    {
      name: 'reference',
      source: 'Подробнее: [о домене]({{< relref "topic-19.md" >}}) и [чеки]({{% ref "/orders/topic-17" %}}).',
      seen: ['о домене', 'чеки'],
    },
    {
      name: 'highlight',
      source: '{{< highlight html "linenos=table" >}}\n<b>Цена</b>\n{{< /highlight >}}',
      seen: ['<b>Цена</b>'],
      nodes: ['code'],
      topOnly: true,
    },
    {
      name: 'code in several formats',
      source: '{{< code-toggle file=hugo copy=true >}}\n[params]\nprice = "**"\n{{< /code-toggle >}}',
      seen: ['price = "**"'],
      nodes: ['code'],
      topOnly: true,
    },
    {
      name: 'unknown',
      source: '{{< stock-widget shop="1" />}} Остаток виден {{< price-of "A-1" >}} рядом.',
      seen: ['Остаток виден', 'рядом.'],
    },
    {
      name: 'unknown around words',
      source: '{{% secret-box level="2" %}}\nСлова внутри остаются.\n{{% /secret-box %}}',
      seen: ['Слова внутри остаются.'],
    },
    { name: 'how it is written', source: 'Пишут так: {{</* note */>}}.', seen: ['note'], nodes: ['code'] },
    {
      name: 'drawing',
      source: '{{< mermaid >}}\ngraph TD; A-->B\n{{< /mermaid >}}\n\nПод рисунком.',
      seen: ['Под рисунком.'],
      topOnly: true,
    },
    {
      name: 'heading with a name',
      source: '## Записи домена {#records .wide}\n\nИх две.',
      seen: ['Записи домена', 'Их две.'],
      nodes: ['heading'],
      topOnly: true,
    },
    {
      name: 'definition list',
      source: '<dl><dt>Артикул</dt><dd>Номер товара у вас.</dd></dl>',
      seen: ['Артикул', 'Номер товара у вас.'],
    },
  ],
}
