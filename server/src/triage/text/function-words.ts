// Small words that say what they say by themselves, whatever the topic.

const words = (list: string) => new Set(list.split(' '))

/** They turn what follows into a failure. */
export const failing = words('не not никак ніяк')

const auxiliaries = 'do did does have has had was were is are ca wo'.split(' ').map((verb) => `${verb}n't`)

/** They turn what follows into its contrary. */
export const denying = new Set([...words('не ни ні без not never no cannot without'), ...auxiliaries])

/** They say nothing before a connector: "и ещё", "теперь второе". */
export const leadingIn = words('и а ну да та і й теперь тепер and but по но to please прошу просьба')

/** They carry nothing. */
export const stopWords = words(
  'и в на с у по а но из за что как то это мы я вы все для от до не ни же ли бы или к о об под при уже так там тут еще нас вас нам вам мне меня мой моя наш наша ваш ваша их его ее он она они есть был была было были быть когда если чтобы где почему і та й що як це ми ви з від чи ж the a an to of in on at for and or is are was it we i you my our your with be this that has have had do does can could would if there am',
)

const imperative = /(?:ите|йте|ьте|іть|тесь)$/
const courtesy = /^(?:здравст|извин|прост|проб|вибач|помогите|допомож)/

/** Whether a word is an imperative that asks for something, no mere courtesy. */
export const isImperative = (word: string) => word.length > 5 && imperative.test(word) && !courtesy.test(word)
