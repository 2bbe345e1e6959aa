// Small words that say what they say by themselves, whatever the topic.

const words = (list: string) => new Set(list.split(' '))

/** They turn what follows into a failure. */
export const failing = words('не not никак ніяк')

const auxiliaries = 'do did does have has had was were is are ca wo'.split(' ').map((verb) => `${verb}n't`)

/** They turn what follows into its contrary. */
export const denying = new Set([...words('не ни ні без not never no cannot without'), ...auxiliaries])

/** They say nothing before a connector: "и ещё", "теперь второе", "нам также", "could you also". */
export const leadingIn = words(
  'и а ну да та і й теперь тепер and but по но to please прошу просьба мне нам мені у меня нас бы хочу хотелось нужно надо i we you can could would do',
)

/** They ask for a way or a place. */
export const wayWords = words('как где куда як де куди how where')

/** They stand before what something is done within. */
export const within = words('в во у из із з in into from to')

/** They carry nothing. */
export const stopWords = words(
  'и в на с у по а но из за что как то это мы я вы все для от до не ни же ли бы или к о об под при уже так там тут еще нас вас нам вам мне меня мой моя наш наша ваш ваша их его ее он она они есть был была было были быть когда если чтобы где почему і та й що як це ми ви з від чи ж the a an to of in on at for and or is are was it we i you my our your with be this that has have had do does can could would if there am',
)

const imperative = /(?:ите|йте|ьте|іть|тесь)$/
const courtesy = /^(?:здравст|извин|прост|проб|вибач|помогите|допомож)/

/** Whether a word is an imperative that asks for something, no mere courtesy. */
export const isImperative = (word: string) => word.length > 5 && imperative.test(word) && !courtesy.test(word)

const present = /(?:[аеиоуыюяіїє]ет|[аеиоуыюяіїє]є|[аяеиуюыії]т|ёт|[уюая]ть|ить|їть|ує|ає|яє)(?:с[яь]|ься|ця)?$/
const past = /(?:[аеиоуыяіё]л[аи]?|[аеиоуияїі]в|[аяуиі]вши)(?:с[яь])?$|[a-z]{2}ed$/

/** Whether a word looks like a verb of what somebody or something does: "показывает", "двоятся", "зависає". */
export const isPresent = (word: string) => word.length > 4 && present.test(word)

/** Whether a word looks like a verb of what was done: "пробовала", "позвонили", "внесла". */
export const isPast = (word: string) => word.length > 3 && past.test(word)

const own = /(?:[аяеуюі]ю|[лжчшщ][юу]|[ое]шь|ем|им|ємо|емо|имо|ть|ти)(?:с[ья])?$/

/** Whether a word looks like a verb of what one does oneself or is to do: "хочу", "ставим", "проверить". */
export const isOwn = (word: string) => word.length > 3 && own.test(word)

const possessive = /^(?:их|їх|їхн\p{L}*|ихн\p{L}*|their|сам(?:ого|их|ой|ої))$/u

/** Whether a word says that what follows is somebody's. */
export const isPossessive = (word: string) => possessive.test(word)

const toDo = /(?:[^о]сть|[аеиоуыяюії]ть|ти)(?:ся)?$|^to$/

/** Whether a word is an infinitive or stands before one. */
export const isInfinitive = (word: string) => toDo.test(word)
