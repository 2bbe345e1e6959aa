import type { FirstWords } from './messages.ts'
import type { Plural } from '@bilet/shared/plural'

const reload = 'Reload the page: your draft stays'
const signIn = `Your sign-in has expired. ${reload}`

export const createWords = (plural: Plural): FirstWords => ({
  undo: 'Undo',
  open: 'Open',
  remove: 'Remove',
  dropHere: 'Drop to add it to the ticket',

  home: {
    openUntil: (time) => `Support is open ${time}`,
    openAlways: 'Support is open around the clock',
    opensAt: (time) => `Support opens ${time}`,
    closed: 'Support is closed now',
    anyHour: 'You can write at any time.',
    reaction: (count, isSupportTime, plan) =>
      `${plan ? `On the ${plan} plan we reply` : 'We reply'} within ${count} ${isSupportTime ? 'support ' : ''}${plural(count, { one: 'hour', other: 'hours' })}.`,
    guest: 'You are not signed in: the answer comes by e-mail.',
    phones: 'Phones',
    askedHere: 'Asked on this page',
    queued: 'A ticket waits to be sent',
    thrownAway: 'Draft deleted.',
    openTo: (names) => `Open to you now: ${names.join(', ')}.`,
  },
  suggestions: {
    title: 'The answer may be here',
    none: 'No ready answer. Write to us and we will work it out.',
    count: (found) => `${found} ${plural(found, { one: 'article', other: 'articles' })} found`,
  },
  tickets: {
    all: 'All tickets',
    unread: 'something new',
    status: {
      new: 'awaiting reply',
      in_progress: 'in progress',
      waiting_for_customer: 'waiting for you',
      resolved: 'solved',
      refused: 'declined',
    },
  },
  times: {
    tomorrow: 'tomorrow',
    onDay: (day) => `on ${day}`,
    until: (day, clock) => `until ${clock}${day && ` ${day}`}`,
    by: (day, clock) => `by ${clock}${day && ` ${day}`}`,
    at: (day, clock) => `at ${clock}${day && ` ${day}`}`,
    inZone: (time, zone) => `${time} ${zone === 'Europe/Moscow' ? 'Moscow time' : `(${zone})`}`,
    withOwn: (time, own) => `${time} (${own} your time)`,
  },
  problems: {
    unauthenticated: signIn,
    token_invalid: 'Sign-in to support is not set up on this site. Tell its owner: what you wrote is kept',
    token_expired: signIn,
    origin_not_allowed: 'Support is not connected to this site. Tell its owner',
    rate_limited: 'Too often. Wait a minute and try again',
    internal: 'Something broke on our side. Try again a little later: what you wrote is saved',
    unavailable: 'Support is away for a minute. Try again: what you wrote is saved',
    sign_in_unavailable: signIn,
  },
})
