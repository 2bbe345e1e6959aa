// Products and services by name. How the lines are read: ../read-notions.ts.
export const names = `
@пейпал
  paypal
  пейпел
@телеграм
  telegram
  телега
  тг
  телеграмм
  телеграмм-бот
  tg
@вотсап
  whatsapp
  ватсап
  вацап
  ватцап
  воцап
  ватс ап
  whats app
  вотс ап
@тимс
  teams
  microsoft teams
@яндекс
  yandex
@гугл
  google
@эппл
  apple
@майкрософт
  microsoft
  мс
@амазон
  amazon
@озон
  ozon
@вайлдберриз
  wildberries
  вайлдберрис
  вб
  вилдберис
  wb
  валберис
  вайлбериз
  вайлдбериес
  валбериз
@авито
  avito
  авитовский
@алиэкспресс
  aliexpress
  али
@розетка
  rozetka
@пром
  prom
  пром юа
  prom.ua
@хотлайн
  hotline
@каспи
  kaspi
@мегамаркет
  сбермегамаркет
  megamarket
  сбермаркет
@яндекс маркет
  маркет яндекс
  yandex market
  ям
@ламода
  lamoda
@олх
  olx
  олкс
@эпицентр
  epicentrk
@хорошоп
  horoshop
@сдэк
  cdek
@боксберри
  boxberry
@почта россии
  russian post
  почта рф
@нова пошта
  новая почта
  nova poshta
  новапошта
  нп
  новапочта
  нпшка
@укрпошта
  укрпочта
  ukrposhta
@meest
  міст експрес
@деливери
  delivery auto
@джастин
  justin
@деловые линии
  dellin
  деллин
@пэк
  pecom
@дпд
  dpd
@дхл
  dhl
@пятипост
  5post
  пять пост
  5пост
@яндекс доставка
  яндекс go
  яндекс курьер
@пикпоинт
  pickpoint
@достависта
  dostavista
@казпочта
  kazpost
@юкасса
  yookassa
  юkassa
  yukassa
  яндекс касса
  ю касса
  yookasa
@робокасса
  robokassa
@клаудпейментс
  cloudpayments
  клаудпеймент
@пейкипер
  paykeeper
@продамус
  prodamus
@юнитпей
  unitpay
@тинькофф
  tinkoff
  т-банк
  тиньков
  tbank
  т-касса
@сбер
  сбербанк
  sber
  sberbank
  сберпей
  sberpay
@альфа
  альфабанк
  альфа-банк
  alfabank
@втб
  vtb
@модульбанк
  modulbank
@точка банк
  банк точка
@приватбанк
  приват
  privatbank
  приват24
  privat24
@монобанк
  monobank
  моно
@ликпей
  liqpay
  ликпэй
@вейфорпей
  wayforpay
  вэйфорпэй
@фонди
  fondy
@портмоне
  portmone
@страйп
  stripe
@виза
  visa
@мастеркард
  mastercard
  мастер кард
@гугл пей
  google pay
  гуглпей
  g pay
@эпл пей
  apple pay
  эплпей
@самсунг пей
  samsung pay
@киви
  qiwi
@вебмани
  webmoney
@битрикс
  bitrix
  битрикс24
  б24
  bitrix24
  1с-битрикс
  bitrix 24
@амосрм
  amocrm
  амо
  kommo
  амоцрм
@ретейлсрм
  retailcrm
  ретейл црм
  simla
@кейсрм
  keycrm
  key crm
@сейлздрайв
  salesdrive
  сейлс драйв
@мегаплан
  megaplan
@мойсклад
  moysklad
  мой склад
  my sklad
@1с
  1c
  1эс
  один эс
@фронтпад
  frontpad
@iiko
  айка
@poster
@checkbox ua
@вчасно
  vchasno
@эвотор
  evotor
  эватор
@атол
  atol
@оранж дата
  orange data
  оранждата
@офд
  оператор фискальных данных
@егаис
@меркурий
  ветис
@честный знак
  маркировка
  datamatrix
  код маркировки
  чз
@диадок
  diadoc
  контур диадок
@сбис
  saby
@медок
  medoc
  m.e.doc
@вконтакте
  вк
  vk
  vkontakte
  вкашка
@инстаграм
  instagram
  инста
  инстаграмм
  insta
@фейсбук
  facebook
  фб
  фейс
@одноклассники
  odnoklassniki
@ютуб
  youtube
  ютюб
  рутуб
  you tube
@тикток
  tiktok
  тик ток
@пинтерест
  pinterest
@вайбер
  viber
@скайп
  skype
@зум
  zoom
@мейлчимп
  mailchimp
  мейл чимп
@юнисендер
  unisender
  унисендер
  юни сендер
@сендпульс
  sendpulse
  сендпалс
@еспутник
  esputnik
@турбосмс
  turbosms
@смс ру
  sms.ru
  смсц
  smsc
@дадата
  dadata
@дживосайт
  jivosite
  джива
  живосайт
  jivo
  живо сайт
@бинотел
  binotel
@рингостат
  ringostat
@mango office
  манго офис
@коллтач
  calltouch
@каррот
  carrot quest
@роистат
  roistat
@вордпресс
  wordpress
  wp
  word press
@вукоммерс
  woocommerce
  вукомерц
  woo commerce
@шопифай
  shopify
  шопифая
  shopifay
@опенкарт
  opencart
  ocstore
  опен карт
  open cart
@тильда
  tilda
  тилда
@викс
  wix
  wix.com
@инсейлс
  insales
  инсейлз
@джумла
  joomla
  джомла
@престашоп
  prestashop
@маженто
  magento
@модикс
  modx
  модх
  modx revo
@рег ру
  reg.ru
  регру
  регистратор рег ру
@ник ру
  nic.ru
  руцентр
@годэдди
  godaddy
@клаудфлер
  cloudflare
  клоудфлер
  клаудфлаер
  cloud flare
@бегет
  beget
@таймвеб
  timeweb
@хостпро
  hostpro
@хостинг украина
  ukraine.com.ua
@мейл ру
  mail.ru
  майл ру
  мейлру
  mailru
  мейлру почта
@гмейл
  gmail
  джимейл
  гмаил
  g-mail
  гмайл
@аутлук
  outlook
  outlok
  оутлук
@яндекс метрика
  yandex metrika
  метрика яндекса
@гугл аналитика
  google analytics
  ga4
  гугл аналитикс
  аналитикс
  google analitics
@тег менеджер
  google tag manager
  gtm
  таг менеджер
@серч консоль
  search console
  гугл серч консоль
@яндекс директ
  yandex direct
@гугл адс
  google ads
  adwords
  гугл эдс
  гугл реклама
@мерчант центр
  merchant center
  google merchant
  гугл мерчант
@эксель
  excel
  экзель
@ворд
  word
  вордовский
@фотошоп
  photoshop
@канва
  canva
@фигма
  figma
@запиер
  zapier
  запир
@интегромат
  integromat
  albato
  альбато
@госуслуги
@роскомнадзор
  ркн
@маркетплейс
  marketplace
  торговая площадка
@сбп
  система быстрых платежей
@срм
  crm
  црм
@ерп
  erp
@эдо
  электронный документооборот
@фискализация
  онлайн-касса
  фискальный регистратор
  фискальный накопитель
  54-фз
@вебкасса
  webkassa
@рекасса
  rekassa
@ерип
  erip
@бепейд
  bepaid
@белпочта
  belpost
@европочта
  evropochta
@экспресс пэй
  express pay
@вебпей
  webpay
@розетка деливери
  rozetka delivery
@дія
  diia
@шафа
  shafa
@яндекс вебмастер
  yandex webmaster
@вк реклама
  vk ads
@мой бизнес гугл
  google business
@авито доставка
@мтс
  mts
@билайн
  beeline
@мегафон
  megafon
@киевстар
  kyivstar
@макс мессенджер
  max messenger
@геткурс
  getcourse
  гет курс
@чат джипити
  chatgpt
  чат gpt
  чатгпт
  openai
@гигачат
  gigachat
@юмани
  yoomoney
  яндекс деньги
  юmoney
@лайфпей
  lifepay
  life pay
@модулькасса
  modulkassa
@дримкас
  dreamkas
@комтет
  komtet
  комтет касса
@платформа офд
  platformaofd
@первый офд
  1-ofd
@такском
  taxcom
@каспи пей
  kaspi pay
  kaspi qr
  каспи qr
@халык
  halyk
  халык банк
@фридом пей
  freedom pay
@яндекс пей
  yandex pay
@яндекс сплит
@робочеки
@юнителлер
  uniteller
@пейэнивей
  payanyway
@гугл таблицы
  google sheets
  google таблицы
@гугл календарь
  google calendar
@гугл диск
  google drive
@яндекс диск
  yandex disk
@гугл карты
  google maps
@яндекс карты
  yandex maps
@2гис
  2gis
  дубльгис
@яндекс бизнес
@трелло
  trello
@слак
  slack
@планфикс
  planfix
@уайклаентс
  yclients
  юклайентс
@ваззап
  wazzup
@чат2деск
  chat2desk
@юмнико
  umnico
@юздеск
  usedesk
@салебот
  salebot
@бот хелп
  bothelp
@сенлер
  senler
@майндбокс
  mindbox
@дашамейл
  dashamail
@ретейл рокет
  retail rocket
@задарма
  zadarma
@сипуни
  sipuni
@юис
  comagic
  комеджик
@телфин
  telphin
@смс аэро
  smsaero
@альфа смс
  alphasms
@р кипер
  r-keeper
  rkeeper
@квик ресто
  quick resto
@литебокс
  litebox
@штрих-м
  shtrih
@апишип
  apiship
@шиптор
  shiptor
@глово
  glovo
@яндекс еда
@эквид
  ecwid
@нетхаус
  nethouse
@юкит
  ukit
@шоп скрипт
  shop-script
  webasyst
  вебасист
@симпла
  simpla
@окей цмс
  okaycms
@адвантшоп
  advantshop
@таплинк
  taplink
@хабспот
  hubspot
@зохо
  zoho
@хостингер
  hostinger
@неймчип
  namecheap
@джино
  jino
@фэстпанель
  fastpanel
@испменеджер
  ispmanager
@дзен
  яндекс дзен
@линкедин
  linkedin
@магнит маркет
  kazanexpress
@леруа мерлен
  лемана про
@рутуб
  rutube
  ру туб
@вк видео
  vk video
  vk видео
@elementor
  элементор
@gutenberg
  гутенберг
@cpanel
  сипанель
  си панель
  cpanel хостинг
@plesk
  плеск
@спринтхост
  sprinthost
@селектел
  selectel
@macхост
  mchost
@хетцнер
  hetzner
@нетангелс
  netangels
@фирствдс
  firstvds
@руцентр
  rucenter
  ru-center
@яндекс 360
  yandex 360
  яндекс почта для бизнеса
@vk workspace
  вк воркспейс
  mail.ru для бизнеса
@google workspace
  гугл воркспейс
  g suite
@thunderbird
  тандерберд
@the bat
  зе бат
@recaptcha
  рекапча гугл
  google recaptcha
@smartcaptcha
  яндекс капча
  yandex smartcaptcha
@google authenticator
  гугл аутентификатор
  гугл аутентификейтор
  google аутентификатор
@яндекс ключ
  yandex key
@яндекс id
  яндекс айди
  yandex id
  яндекс паспорт
@vk id
  вк айди
  vkid
@сбер id
  sber id
  сбер айди
@let's encrypt
  летс энкрипт
  летсэнкрипт
@php
  пхп
@mysql
  майскл
  май эскуэль
@docker
  докер
@github
  гитхаб
@hotjar
  хотджар
@вебвизор
  webvisor
@callibri
  каллибри
@callbackhunter
  колбекхантер
@marquiz
  марквиз
@flexbe
  флексби
@mottor
  моттор
  lpmotor
@craftum
  крафтум
@weblium
  веблиум
@диафан
  diafan
@umi cms
  юми
@cs-cart
  сискарт
@хостcms
  hostcms
@netcat
  неткат
@drupal
  друпал
@squarespace
  сквэрспейс
@webflow
  вебфлоу
@bigcommerce
  бигкоммерс
@ems почта
  емс почта
`
