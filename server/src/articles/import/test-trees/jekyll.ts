import { common } from './common.ts'
import type { TestFlavour } from './construct.ts'

export const jekyll: TestFlavour = {
  files: {
    '_config.yml': 'title: Справка\nbaseurl: /help',
    '_includes/tail.md': 'Общий хвост Jekyll.',
    '_layouts/default.html': '<p>{{ content }}</p>',
  },
  front: (title, at) =>
    `---\nlayout: default\ntitle: "${title}"\nparent: Справка\nnav_order: ${at}\npermalink: /help/page-${at}/\n---\n`,
  constructs: [
    {
      name: 'marks inside of a tag',
      source: '<em>\n  Это не о [заказах](https://shop.example/).\n</em>',
      seen: ['Это не о заказах.'],
      nodes: ['em'],
    },
    ...common.map((one) =>
      one.name === 'code' ? { ...one, source: `{% raw %}\n${one.source}\n{% endraw %}`, topOnly: true } : one,
    ),
    { name: 'contents', source: '* TOC\n{:toc}\n\nПосле содержания.', seen: ['После содержания.'], topOnly: true },
    {
      name: 'box',
      source: '{% include alert.html type="warning" text="Сохраните копию каталога" %}',
      seen: ['Сохраните копию каталога'],
      nodes: ['quote'],
    },
    {
      name: 'included file',
      source: '{% include tail.md %}\n\nПосле вставки.',
      seen: ['Общий хвост Jekyll.', 'После вставки.'],
      topOnly: true,
    },
    {
      name: 'lead',
      source: 'Файл кладут сюда: {{ site.baseurl }}/import.\n{: .lead}',
      seen: ['Файл кладут сюда:', '/import.'],
      topOnly: true,
    },
    {
      name: 'inline attributes',
      source: 'Слово [ссылка](https://shop.example){:target="_blank" rel="x"} дальше.',
      seen: ['ссылка', 'дальше.'],
    },
    {
      name: 'raw',
      source: '{% raw %}Переменная {{ product.name }} печатает имя.{% endraw %}',
      seen: ['product.name', 'печатает имя.'],
      nodes: ['code'],
    },
    {
      name: 'highlight',
      source: '{% highlight html %}\n<b>Цена</b>\n{% endhighlight %}',
      seen: ['<b>Цена</b>'],
      nodes: ['code'],
      topOnly: true,
    },
    {
      name: 'link',
      source:
        'Читайте [экспорт]({% link orders/topic-8.md %}) и [новость]({{ site.baseurl }}{% post_url 2026-01-01-x %}).',
      seen: ['экспорт', 'новость'],
    },
    {
      name: 'condition',
      source: '{% if site.beta %}Только для своих.{% else %}Для всех.{% endif %}',
      seen: ['Для всех.'],
    },
    {
      name: 'loop',
      source: '{% for item in site.data.items %}\n{{ item.title }}\n{% endfor %}\n\nПосле цикла.',
      seen: ['После цикла.'],
      topOnly: true,
    },
    {
      name: 'comment',
      source: '{% comment %}Не для читателей.{% endcomment %}Для читателей.',
      seen: ['Для читателей.'],
    },
    {
      name: 'filter',
      source: 'Адрес {{ "/cart/" | relative_url }} и {{ page.title | escape }} рядом.',
      seen: ['/cart/', 'рядом.'],
    },
    {
      name: 'assign',
      source: '{% assign limit = 5 %}{%- capture note -%}скрытое{%- endcapture -%}Предел известен.',
      seen: ['Предел известен.'],
    },
    { name: 'unknown tag', source: '{% gallery "shop" size=3 %} Под галереей.', seen: ['Под галереей.'] },
    {
      name: 'kramdown options',
      source: '{::options parse_block_html="true" /}\n\n## Шаги\n{: .no_toc #steps }\n\nПервый шаг.',
      seen: ['Шаги', 'Первый шаг.'],
      topOnly: true,
    },
    {
      name: 'callout',
      source: '{: .warning }\n> Осторожно с ценами.',
      seen: ['Осторожно с ценами.'],
      nodes: ['quote'],
      topOnly: true,
    },
  ],
}
