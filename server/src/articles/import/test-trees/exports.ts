import type { Construct, TestFlavour } from './construct.ts'

/** Pages of an export are HTML: a list holds them as it holds everything, so each construct stands by itself. */
const exported = (front: TestFlavour['front'], constructs: readonly Omit<Construct, 'topOnly'>[]): TestFlavour => ({
  files: {},
  ending: 'html',
  front,
  link: (to, words) => `<p><a href="${to}.html">${words}</a></p>`,
  constructs: constructs.map((construct) => ({ ...construct, topOnly: true })),
})

const macro = (kind: string, content: string, title = '') =>
  `<div class="confluence-information-macro confluence-information-macro-${kind}">${title && `<p class="title">${title}</p>`}<span class="aui-icon aui-icon-small aui-iconfont-info confluence-information-macro-icon"></span><div class="confluence-information-macro-body">${content}</div></div>`

export const confluenceExport = exported(
  (
    title,
    at,
  ) => `<!DOCTYPE html><html><head><title>Магазин : ${title}</title><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head>
<body class="theme-default aui-theme-default"><div id="page"><div id="main" class="aui-page-panel"><div id="main-header">
<div id="breadcrumb-section"><ol id="breadcrumbs"><li class="first"><span><a href="index.html">Магазин</a></span></li><li><span><a href="Help_1.html">Справка</a></span></li></ol></div>
<h1 id="title-heading" class="pagetitle"><span id="title-text"> Магазин : ${title} </span></h1></div>
<div id="content" class="view"><div class="page-metadata">Created by <span class="author"> Ольга</span>, last modified on Mar 0${(at % 9) + 1}, 2026</div>
<div id="main-content" class="wiki-content group">
<div class="toc-macro rbtoc1"><ul class="toc-indentation"><li><a href="#x">Содержание из ссылок</a></li></ul></div>`,
  [
    {
      name: 'warning',
      source: macro('warning', '<p>Не закрывайте кассу.</p>', 'Осторожно'),
      seen: ['Осторожно', 'Не закрывайте кассу.'],
      nodes: ['quote'],
    },
    {
      name: 'tip',
      source: macro('tip', '<p>Есть <strong>быстрее</strong>.</p><ul><li>раз</li></ul>'),
      seen: ['быстрее', 'раз'],
      nodes: ['quote', 'list'],
    },
    {
      name: 'panel',
      source:
        '<div class="panel" style="border-width: 1px;"><div class="panelHeader"><b>Сроки</b></div><div class="panelContent"><p>Пять дней.</p></div></div>',
      seen: ['Сроки', 'Пять дней.'],
      nodes: ['quote'],
    },
    {
      name: 'expand',
      source:
        '<div id="expander-1" class="expand-container"><div id="expander-control-1" class="expand-control"><span class="expand-control-icon"><img src="x.png" alt=""></span><span class="expand-control-text">Если письмо не пришло</span></div><div id="expander-content-1" class="expand-content"><p>Проверьте «Спам».</p></div></div>',
      seen: ['Если письмо не пришло', 'Проверьте «Спам».'],
      nodes: ['details'],
    },
    {
      name: 'code',
      source:
        '<div class="code panel pdl"><div class="codeHeader panelHeader pdl"><b>Шаблон</b></div><div class="codeContent panelContent pdl"><pre class="syntaxhighlighter-pre" data-syntaxhighlighter-params="brush: js; gutter: false; theme: Confluence">const total = {{ order.total }}</pre></div></div>',
      seen: ['Шаблон', 'order.total'],
      nodes: ['code'],
    },
    {
      name: 'table',
      source:
        '<div class="table-wrap"><table class="confluenceTable"><colgroup><col></colgroup><tbody><tr><th rowspan="2" class="confluenceTh">Тариф</th><th colspan="2" class="confluenceTh">Цена</th></tr><tr><th class="confluenceTh">Месяц</th><th class="confluenceTh">Год</th></tr><tr><td class="confluenceTd">Старт</td><td class="confluenceTd"><p>500</p></td><td class="confluenceTd">5000</td></tr></tbody></table></div>',
      seen: ['Тариф', 'Месяц', '5000'],
      nodes: ['table'],
    },
    {
      name: 'tasks',
      source:
        '<ul class="inline-task-list" data-inline-tasks-content-id="1"><li class="checked" data-inline-task-id="1"><span>Домен подтверждён</span></li><li data-inline-task-id="2"><span>Почта</span></li></ul>',
      seen: ['☑ Домен подтверждён', '☐ Почта'],
      nodes: ['list'],
    },
    {
      name: 'status',
      source: '<p>Готовность: <span class="status-macro aui-lozenge aui-lozenge-success">В РАБОТЕ</span></p>',
      seen: ['В РАБОТЕ'],
    },
    {
      name: 'picture',
      source:
        '<p><span class="confluence-embedded-file-wrapper"><img class="confluence-embedded-image" width="300" src="https://shop.example/cart.png" data-image-src="/x" alt="Корзина"></span></p>',
      seen: ['Корзина'],
      nodes: ['image'],
    },
    {
      name: 'columns',
      source:
        '<div class="columnLayout two-equal" data-layout="two-equal"><div class="cell normal"><div class="innerCell"><h2 id="T-1">Слева</h2><p>Текст слева.</p></div></div><div class="cell normal"><div class="innerCell"><p>Текст справа.</p></div></div></div>',
      seen: ['Слева', 'Текст справа.'],
      nodes: ['heading'],
    },
    {
      name: 'layout',
      source: '<p><br></p><p class="auto-cursor-target"><br></p><blockquote><p>Цитата.</p></blockquote><hr>',
      seen: ['Цитата.'],
      nodes: ['quote'],
    },
  ],
)

export const notionExport = exported(
  (title) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><title>${title}</title><style>body{}</style></head><body><article id="8a1e" class="page sans"><header><div class="page-header-icon undefined"><span class="icon">📦</span></div><h1 class="page-title">${title}</h1><p class="page-description"></p><table class="properties"><tbody><tr class="property-row"><th>Метки</th><td><span class="selected-value">склад</span></td></tr></tbody></table></header><div class="page-body"><nav class="block-color-gray table_of_contents"><div class="table_of_contents-item"><a class="table_of_contents-link" href="#x">Содержание</a></div></nav>`,
  [
    {
      name: 'callout',
      source:
        '<figure class="block-color-red_background callout" style="white-space:pre-wrap;display:flex" id="c1"><div style="font-size:1.5em"><span class="icon">⚠️</span></div><div style="width:100%">Не закрывайте кассу.<ul id="l" class="bulleted-list"><li>раз</li></ul></div></figure>',
      seen: ['Не закрывайте кассу.', 'раз'],
      nodes: ['quote', 'list'],
    },
    {
      name: 'toggle',
      source:
        '<ul id="t1" class="toggle"><li><details open=""><summary>Если письмо не пришло</summary><p id="p">Проверьте «Спам».</p></details></li></ul>',
      seen: ['Если письмо не пришло', 'Проверьте «Спам».'],
      nodes: ['details'],
    },
    {
      name: 'tasks',
      source:
        '<ul id="d1" class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">Домен</span></li></ul><ul id="d2" class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span class="to-do-children-unchecked">Почта</span></li></ul>',
      seen: ['☑ Домен', '☐ Почта'],
      nodes: ['list'],
    },
    {
      name: 'numbers',
      source:
        '<ol type="1" id="n1" class="numbered-list" start="1"><li>Откройте</li></ol><ol type="1" id="n2" class="numbered-list" start="2"><li>Нажмите</li></ol>',
      seen: ['Откройте', 'Нажмите'],
      nodes: ['list'],
    },
    {
      name: 'code',
      source: '<pre id="k" class="code"><code class="language-JavaScript">const total = {{ order.total }}</code></pre>',
      seen: ['order.total'],
      nodes: ['code'],
    },
    {
      name: 'table',
      source:
        '<table id="s" class="simple-table"><thead class="simple-table-header"><tr id="r1"><th id="h1" class="simple-table-header-color simple-table-header">Поле</th><th>Зачем</th></tr></thead><tbody><tr id="r2"><td>Артикул</td><td>найти</td></tr></tbody></table>',
      seen: ['Поле', 'Артикул'],
      nodes: ['table'],
    },
    {
      name: 'bookmark',
      source:
        '<figure id="b"><div class="source"><a href="https://shop.example/a" class="bookmark source"><div class="bookmark-info"><div class="bookmark-text"><div class="bookmark-title">Договор</div><div class="bookmark-description">Длинное</div></div></div></a></div></figure>',
      seen: ['Договор'],
      nodes: ['link'],
    },
    {
      name: 'columns',
      source:
        '<div id="q" class="column-list"><div style="width:50%" class="column"><h2 id="e1" class="">Слева</h2><p>Текст слева.</p></div><div class="column"><p>Текст справа.</p></div></div>',
      seen: ['Слева', 'Текст справа.'],
      nodes: ['heading'],
    },
    {
      name: 'picture',
      source:
        '<figure id="i" class="image"><a href="https://shop.example/cart.png"><img style="width:480px" src="https://shop.example/cart.png" alt="Корзина"/></a><figcaption>Вид корзины</figcaption></figure>',
      seen: ['Вид корзины'],
      nodes: ['image'],
    },
    {
      name: 'quote',
      source: '<blockquote id="z" class="">Всё пришло.</blockquote><hr id="y"/>',
      seen: ['Всё пришло.'],
      nodes: ['quote'],
    },
    {
      name: 'marks',
      source: '<p>Слово <strong>важное</strong>, <mark class="highlight-red">красное</mark> и <code>код</code>.</p>',
      seen: ['важное', 'красное'],
      nodes: ['strong', 'code'],
    },
  ],
)

const style =
  '.lst-kix_a-0>li{counter-increment:x}.c0{color:#000;font-weight:400}.c1{font-weight:700}.c2{font-style:italic}.c3{font-family:"Courier New"}.c4{color:inherit;text-decoration:inherit}.c5{text-decoration:line-through}'

export const googleDocsExport = exported(
  (title) =>
    `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">@import url(https://themes.googleusercontent.com/fonts/css?kit=x);${style}</style></head><body class="c9 doc-content"><p class="c7 title" id="h.t"><span class="c0">${title}</span></p><p class="c8"><span class="c0"><a class="c4" href="#h.a">Содержание из ссылок</a></span></p>`,
  [
    {
      name: 'marks',
      source:
        '<p class="c7"><span class="c1">Важное</span><span class="c0"> и </span><span class="c2">особое</span><span class="c0"> и </span><span class="c3">код</span><span class="c5">900</span></p>',
      seen: ['Важное', 'особое', 'код'],
      nodes: ['strong', 'em', 'del'],
    },
    {
      name: 'nested list',
      source:
        '<ul class="c6 lst-kix_a-0 start"><li class="c7 li-bullet-0"><span class="c0">Откройте</span></li></ul><ul class="c6 lst-kix_a-1 start"><li class="c7 li-bullet-0"><span class="c0">раз</span></li><li class="c7"><span class="c0">два</span></li></ul><ul class="c6 lst-kix_a-0"><li class="c7"><span class="c0">Нажмите</span></li></ul>',
      seen: ['Откройте', 'два', 'Нажмите'],
      nodes: ['list'],
    },
    {
      name: 'heading',
      source: '<h2 class="c7" id="h.a1"><span class="c0">Сроки</span></h2><p class="c7"><span>Пять дней.</span></p>',
      seen: ['Сроки', 'Пять дней.'],
      nodes: ['heading'],
    },
    {
      name: 'link',
      source:
        '<p><span class="c4"><a class="c4" href="https://www.google.com/url?q=https://shop.example/a?b%3D1&amp;sa=D&amp;source=editors&amp;ust=1">Договор</a></span></p>',
      seen: ['Договор'],
      nodes: ['link'],
    },
    {
      name: 'picture',
      source:
        '<p><span style="overflow: hidden; display: inline-block;"><img alt="Корзина" src="https://shop.example/cart.png" style="width: 300px" title=""></span></p>',
      seen: ['Корзина'],
      nodes: ['image'],
    },
    {
      name: 'table',
      source:
        '<table class="c9"><tr class="c1x"><td class="c2x" colspan="2" rowspan="1"><p class="c7"><span class="c1">Цена</span></p></td></tr><tr><td colspan="1" rowspan="1"><p><span>Месяц</span></p></td><td colspan="1" rowspan="1"><p><span>500</span></p></td></tr></table>',
      seen: ['Цена', '500'],
      nodes: ['table'],
    },
    {
      name: 'comment',
      source: '<p><span>Текст с замечанием</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>.</span></p>',
      seen: ['Текст с замечанием.'],
    },
    {
      name: 'footnote',
      source:
        '<p><span>Скидка</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>.</span></p><hr class="c1"><div><p class="c7"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span class="c0"> Кроме распродажи.</span></p></div>',
      seen: ['[1]', 'Сноски', 'Кроме распродажи.'],
      nodes: ['footnotes'],
    },
  ],
)

export const sphinxPages = exported(
  (title) =>
    `<!DOCTYPE html><html lang="ru"><head><title>${title} &mdash; Справка</title></head><body><nav class="wy-nav-side"><ul><li><a href="m.html">Меню</a></li></ul></nav><div class="rst-content"><div role="navigation" aria-label="Page navigation"><ul class="wy-breadcrumbs"><li><a href="index.html" class="icon icon-home"></a></li><li class="breadcrumb-item"><a href="orders.html">Заказы</a></li><li class="breadcrumb-item active">${title}</li></ul></div><div role="main" class="document"><div itemprop="articleBody"><section id="top"><h1>${title}<a class="headerlink" href="#top" title="Link">¶</a></h1>`,
  [
    {
      name: 'admonition',
      source:
        '<div class="admonition warning"><p class="admonition-title">Внимание</p><p>Сначала копия.</p><ul class="simple"><li><p>раз</p></li></ul></div>',
      seen: ['Внимание', 'Сначала копия.'],
      nodes: ['quote', 'list'],
    },
    {
      name: 'code',
      source:
        '<div class="highlight-python notranslate"><div class="highlight"><pre><span></span><span class="n">total</span> <span class="o">=</span> <span class="mi">1</span></pre></div></div>',
      seen: ['total = 1'],
      nodes: ['code'],
    },
    {
      name: 'footnote',
      source:
        '<p>Скидка<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a>.</p><aside class="footnote-list brackets"><aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>Кроме распродажи.</p></aside></aside>',
      seen: ['[1]', 'Сноски', 'Кроме распродажи.'],
      nodes: ['footnotes'],
    },
    {
      name: 'table',
      source:
        '<table class="docutils align-default"><thead><tr class="row-odd"><th class="head"><p>Поле</p></th><th class="head"><p>Зачем</p></th></tr></thead><tbody><tr class="row-even"><td><p>Артикул</p></td><td><p>найти</p></td></tr></tbody></table>',
      seen: ['Поле', 'Артикул'],
      nodes: ['table'],
    },
    {
      name: 'section',
      source:
        '<section id="sroki"><h2>Сроки<a class="headerlink" href="#sroki">¶</a></h2><p>Нажмите <kbd class="kbd docutils literal notranslate">Ctrl</kbd>.</p></section>',
      seen: ['Сроки Нажмите'],
      nodes: ['heading', 'kbd'],
    },
    {
      name: 'terms',
      source: '<dl class="simple"><dt>Артикул</dt><dd><p>Номер товара.</p></dd></dl>',
      seen: ['Артикул', 'Номер товара.'],
    },
  ],
)
