import type { FirstWords } from './messages.ts'
import type { Plural } from './plural.ts'

const reload = 'Reload the page: your draft stays'
const signIn = `Your sign-in has expired. ${reload}`
const again = 'It was not sent. Try again'
const link = 'Give an https:// link to a public page with the screenshot'

export const createWords = (plural: Plural): FirstWords => ({
  tag: 'en-GB',
  support: 'Support',
  back: 'Back',
  widen: 'Wider',
  narrow: 'Narrower',
  close: 'Close',
  retry: 'Try again',
  loading: 'Loading',
  undo: 'Undo',
  remove: 'Remove',
  titles: { article: 'Help', ticket: 'New ticket', review: 'Before sending' },
  dropHere: 'Drop to add it to the ticket',

  home: {
    title: 'How can we help?',
    placeholder: 'For example: order e-mails do not arrive',
    openUntil: (time) => `Support is open ${time}`,
    openAlways: 'Support is open around the clock',
    opensAt: (time) => `Support opens ${time}`,
    closed: 'Support is closed now',
    anyHour: 'You can write at any hour.',
    reaction: (count, isSupportTime, plan) =>
      `${plan ? `On the ${plan} plan we reply` : 'We reply'} within ${count} ${isSupportTime ? 'support ' : ''}${plural(count, { one: 'hour', other: 'hours' })}.`,
    guest: 'You are not signed in: you can write to Sales, and the answer comes by e-mail.',
    phones: 'Phones',
    resume: 'Continue',
  },
  suggestions: {
    title: 'The answer may be here',
    none: 'No ready answer. Write to us and we will work it out.',
    count: (found) => `${found} ${plural(found, { one: 'article', other: 'articles' })} found`,
    write: 'Write to support',
  },
  tickets: {
    title: 'Your tickets',
    all: 'All tickets',
    unread: 'something new',
    number: (number) => `№ ${number}`,
    status: {
      new: 'awaiting reply',
      in_progress: 'in progress',
      waiting_for_customer: 'waiting for you',
      resolved: 'solved',
      refused: 'declined',
    },
  },
  banner: {
    offline: 'You are offline. What you write is saved on this device.',
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
    malformed_json: again,
    malformed_multipart: again,
    invalid_query: reload,
    invalid_header: reload,
    idempotency_key_required: again,
    idempotency_key_invalid: again,
    unauthenticated: signIn,
    token_invalid: signIn,
    token_expired: signIn,
    origin_not_allowed: 'Support is not connected to this site. Tell its owner',
    department_not_in_plan: 'Your plan does not include this department. Choose another',
    identity_required: 'Sign in to your shop for this',
    scope_required: reload,
    not_found: 'It is no longer there',
    method_not_allowed: reload,
    version_stale: reload,
    too_large: 'The file is over 10 MB. Save the screenshot as JPEG or crop it',
    unsupported_media_type: 'PNG, JPEG and WebP will do',
    invalid_body: 'Support did not accept the ticket. Check the fields',
    unknown_field: reload,
    idempotency_key_reused: 'This ticket has been sent already. Look in “Your tickets”',
    link_not_allowed: link,
    version_required: reload,
    rate_limited: 'Too often. Wait a minute and try again',
    internal: 'Something broke on our side. Try again a little later: what you wrote is saved',
    unavailable: 'Support is away for a minute. Try again: what you wrote is saved',
    storage_full: 'We cannot take tickets right now. Call us: what you wrote is saved',
    offline: 'No connection to support. Check the network and try again',
    sign_in_unavailable: signIn,
  },
})
