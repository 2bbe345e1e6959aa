// What owners write about, in Russian, Ukrainian and English: the trade's vocabulary, not any set of tickets. A line is a
// matter and the beginnings of its words; `=` ends a word that must match whole, `+` joins words that follow each other.
// Two parts of a text about different matters are likely two questions (R16), and a matter leads to a department.

/** Matters that are about the same thing whatever else is said: any question may touch them. */
export const commonMatters = [
  'card',
  'catalog',
  'home',
  'order',
  'price',
  'category',
  'block',
  'product_text',
  'country',
  'archive',
  'modules',
  'stock',
  'brand',
  'photo',
]

export const matters = `
gateway юкасс юkass ю+касс yookassa юкаса liqpay ликпей лікпей wayforpay fondy эквайринг еквайринг robokassa робокасс paypal stripe= сбп= payu= monobank монобанк моно= cloudpayments частями частинами приват24 приватбанк сбербанк тинькоф payment+gateway payment+provider прием+оплат приема+оплат прийом+оплат принимать+оплат приймати+оплат онлайн+оплат картой+онлайн карткою+онлайн apple+pay google+pay paykeeper platon= interkassa portmone checkout.com klarna mollie способ+оплат способы+оплат способи+оплат спосіб+оплат оплат+картой оплата+карткою card+payment payment+method юмани yoomoney paymaster payanyway prodamus продамус яндекс+пэй яндекс+pay сплит google+пэй
fiscal fiscal фискал фіскал касса= кассы= кассу= касса каса= каси= касу= чек= чеки= чеков= чека= чеки атол= пррo пррo= прро ррo ррo= checkbox чекбокс эвотор orange+data модулькасс ккт= офд= ofd=
courier courier доставк сдэк cdek нов+пошт нова+пошт новой+почт новая+почт новую+почт новою+пошт нп= поштомат постамат почт+россии почта+россии почты+россии почтой+россии укрпошт укрпочт боксберри boxberry dpd= самовывоз самовивіз shipping delivery deliver пвз= отправлени габарит зон+доставк трек трекінг tracking вес= весу= ваг= вага= відділенн отделени dhl= ups= fedex justin meest курьер кур'єр ттн= ttn= посылк посилк parcel накладну= tracking+number
import import импорт імпорт csv= загрузк+товар прайс поставщик постачальник supplier массов+загруз массов масово bulk загрузить+товар загружаю+товар завантажити+товар завантажую+товар upload+product xlsx=
feed feed yml= фид= фида= фиду= фид фід= фіду= маркет= маркета= маркете= маркету= маркетплейс розетк rozetka пром= prom= prom.ua озон= ozon= wb= wildberries вайлдберриз merchant выгрузка+на вигрузк+на xml= hotline валидатор мерчант мерчент авито avito
erp 1с= 1c= обмен+с обмін+з обмена+с обмене+с мойсклад моегосклад моимсклад мой+склад commerceml складск+программ унф= бас= bas= синхрониз sync erp= offers
crm amocrm амо= амосрм битрикс бітрікс bitrix crm= keycrm salesdrive retailcrm лід= лиды= сделк albato zapier hubspot
export export экспорт вивантажит скачать+список download выгрузить+список експорт выгрузить вивантаж выгрузка+заказ выгрузке+заказ excel эксел ексел download+orders
order заказ= заказа= заказы= заказов= заказе= заказу= заказом= заказами= заказам= замовлення замовлень замовленн order= orders= ордер
status status статус
checkout checkout оформлен оформит оформлю оформля чекаут быстр+заказ быстрый+заказ швидк+замов купить+в+1 1+клик один+клик замовити+в минимальн+сумм мінімальн+сум
cart корзин кошик cart= basket= козин
discount discount скидк знижк промокод купон coupon promo= акци акці распродаж розпродаж sale= наценк націнк voucher уцен
bonus bonus бонус лояльн loyalty кэшбэк кешбек сертификат+подароч подароч подарунк gift баллы= балл= балів= voucher gift+card
newsletter newsletter рассылк розсилк mailing unisender mailchimp sendpulse email+campaign campaign отписа відписа unsubscribe
sms смс sms= вайбер viber
letter письм лист= листа= листи= листі= листів= листах= письма email+notification уведомлен сповіщен notification спам= спаме= emails= повідомлен шаблон+письм шаблон+лист
mailbox почт+на+домен почта+на почту+вида поштов+скриньк почтовый+ящик mx= spf= dkim= почтовых+ящик
domain domain домен dns= ns1= ns= поддомен піддомен субдомен nameserver регистратор реєстратор
ssl ssl= https= сертифікат сертификат certificate замочек
access выкид вылогин логинит пароли= авторизоват пароль= пароля= паролі= паролю= логин= логін= password login войти= увійти= вход= вхід= вхожу= выкидывает выбрасывает викидає сесси сесія сесії двухфактор двофактор 2fa= авториз log+in sign+in не+пускает не+пускає забыл+пароль забыла+пароль забув+пароль забула+пароль locked+out
staff права= прав= роль= роли= ролі= ролей= сотрудник співробітник менеджера= менеджеров= менеджеру= permission role= roles= администратор адміністратор admins= administrator staff= закупочн employee працівник право+доступ роль+менедж
customer регистрац реєстрац+покуп покупателей+регистр личн+кабинет+покуп кабинет+покуп кабинете+покуп капч captcha код+с+картинки registration оптов wholesale групп+клиент группа+клиент customer+group customer+account кабінет+покуп
filter filter фильтр фільтр
search поиск= поиска= поиску= поиске= поиском= пошук search= searching
sorting сортиров сортуван sort= порядок+товар перемешан вперемешк
review review отзыв отзив відгук відзив модерац
photo photo фото= фотк фотограф картинк картинок изображен зображен image images= picture галере webp= водян+знак watermark світлин снимок+товар снимки+товар
video video видео видос відео рутуб youtube ютуб
slider slider слайдер карусел swiper
variant variant вариант варіант модификац модифікац размер= размера= размеры= размеру= размеров= розмір цвета= цвету= цвете= цвет= колір= кольору= size= sizes= характеристик spec= specs= торгов+предлож комплектац
stock остатк остаток= залишк залишок= stock= наличи наявн inventory в+наличии нет+в+наличии
price price= цена= цены= цену= ценой= ценах= цене= цен= ціна= ціни= ціну= ціною= prices= копе округл округляють
currency currency валют гривн тенге доллар евро= курс= rouble rubles usd= eur=
tax ндс= пдв= налог подат tax= vat=
category category категори категорі раздел= раздела= разделе= розділ collection подкатегор підкатегор
tag тег= теги= тегов= тегами= ярлык мітк tags=
brand бренд производител виробник manufacturer
product_text описание= описани+товар опис= описі= опису= description
related сопутствующ схожі супутн похожие+товар с+этим+товаром upsell рекоменду+товар related+product similar+product
compare compare сравнени порівнян избранн обран wishlist
report report отчет звіт статистик statistic аналитик аналітик dashboard
counter счетчик лічильник метрик metrica пиксел піксел pixel analytics аналитикс ga4= gtm= вебвизор вебвізор цели= tag+manager
chat chat чат= чата= чате= jivo жив+чат онлайн+консультант callback обратн+звонк обратного+звонка колбэк binotel коллтрек
language language перевод мов= мова= мову= мови= язык= языка= языки= translation мультиязыч мультимовн переклад украинск+верс english+version
sitemap sitemap карт+сайта карта+сайта карту+сайта
robots robots robots.txt индексац+страниц закрыть+от
redirect redirect 301= редирект перенаправ переадрес
seofields title= h1= мета meta= alt= seo+пол чпу= canonical адрес+страниц урл= урлы= url=
template template шаблон {file} {var} переменн змінн variable макрос
css css= стили= стиль= стилі= стилях= стилей= верст отступ відступ margin padding z+index flex grid градиент градієнт {tag} шрифт font hover анимац анімац медиазапрос
header header шапк= шапка= шапке= шапку= шапки= шапкі= логотип лого= logo
menu menu меню навигац навігац хлебн+крошк крошк крихт breadcrumb
footer footer подвал футер подвале
banner banner баннер банер
favicon favicon фавикон
mobile mobile мобильн мобільн телефон+меню адаптив смартфон phones= айфон iphone андроид android планшет на+телефон с+телефон з+телефон на+смартфон зі+смартфон on+phone on+my+phone on+the+phone ipad айпад tablet
speed speed скорост швидк+завант pagespeed медленн повільн тормоз долго+груз долго+откры slow
theme тем+оформл тема+оформл темы= темн+тем цвет+кноп колір+кноп
subscription subscription тариф premium преміум премиум standard= стандарт= продлен продлит продовж подписк підписк upgrade оплаченн+период оплаченный+период оплачений+період автопродлен автосписан за+год= на+год= за+рік= yearly annual абонплат безкоштовн+пері пробн+период trial
invoice invoice счет= счета= счету= счетом= счетов= рахунок= рахунку= рахунки= рахунка= акт= акты= акта= актов= актами= акту= акти= актів= закрывающ договор договір contract бухгалт реквизит реквізит сверк едо= диадок безнал накладн юрлиц receipt
refund верните+деньги вернуть+деньги повернути+гроші поверніть+гроші возврат+денег списали списали+дважды double+charge charged refund money+back возврат+средств возврат+оплат деньги+обратно гроші+назад повернення+кошт
owner owner аккаунт акаунт account= e+mail email= владел власник ownership
moving переезд переезж перенос+сайта перенести+товар переїзд migrate migration переносе
modules модуль= модуля= модули= модулей= модулі= модулів= module= modules= plugin плагин плагін дополнени доповненн
appdesign редизайн индивидуальн+дизайн індивідуальн+дизайн новый+дизайн новий+дизайн дизайнер designer design= дизайн= дизайна= дизайну= обложк обкладинк cover= отрисов нарисов намалю розробити+дизайн разработать+дизайн разработку+дизайн
seo seo= сео= seo+аудит сеошник seoшник продвижен просуван просунути семантик семантич позици позиці индекс= индекса= індекс= індексу= индексац індексац выдач видач трафик трафік traffic вебмастер webmaster search+console серч серч+консоль рейтинг+в яндексе= гугле= rank ranking backlink ссылочн перелинковк топ= топе=
ads реклам директ= директа= директе= директолог advert ads= adwords ретаргет ремаркет таргет контекст= контекстн кампани кампані оголошен объявлен ppc= лидогенер
growth growth конверси conversion развити розвиток розвитку развитию стратег strategy рынок ринок оборот= больше+продаж більше+продаж увеличить+продаж збільшити+продаж sales= мало+заказов мало+замовлень посетител відвідувач раскрутк розкрутк
card карточк картк карточки+товар product+page
catalog каталог= каталога= каталоге= каталогу= каталозі= catalog= список+товар списке+товар списку+товар listing=
home главн+страниц главной= главную= головн homepage home+page
contacts контакты= контактов контакти= адрес+магазин
pages произвольн+страниц статическ+страниц новост статья= статьи= статье= blog блог= блога= блоге= article about+us о+нас= про+нас=
archive архив архів archive
block блок= блока= блоки= блоков= block= виджет віджет widget
api api= апи= webhook вебхук rest= токен token
backup бэкап бекап резервн+коп backup
country country страна= страны= регион= города= країн місто= город= города
map карт+на+контакт метка+на мітка+на google+maps яндекс+карт контакты= контакти= contacts=
social вк= вконтакте= vk= инстаграм instagram фейсбук facebook телеграм telegram соцсет соцмереж тикток tiktok social+media
`
