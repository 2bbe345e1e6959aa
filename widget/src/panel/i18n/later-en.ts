import type { LaterWords } from './messages.ts'
import type { Plural } from './plural.ts'

const link = 'Give an https:// link to a public page with the screenshot'

const reload = 'Reload the page: your draft stays'

const notPicture = 'This is not a picture. PNG, JPEG and WebP will do; for videos and documents give a link'
const redo = 'The file does not open. Take the screenshot again'

export const createWords = (plural: Plural): LaterWords => ({
  article: {
    contents: 'In this article',
    original: 'Open on the site',
    helped: 'Did it help?',
    solved: 'Yes, solved',
    notSolved: 'No, write to support',
  },
  solved: {
    title: 'Glad that is settled',
    text: 'No ticket was needed. If anything else comes up, we are here.',
    restore: 'Bring the draft back',
  },
  ticket: {
    subject: 'Your question',
    subjectHint: 'What happened or what you need',
    department: 'Department',
    suggested: 'picked by your text',
    notYetGuessed: 'Picked by your text',
    choose: 'Choose',
    description: { trouble: 'What happened', question: 'Details, if there are any', order: 'What exactly you need' },
    descriptionHint: {
      trouble: 'What you expected and what you saw. An order number, a product name, a link: all of it helps.',
      question: 'For example, which product or section it is about',
      order: 'Size, dates, an example: what you know already',
    },
    justAskHint: 'no steps, no screenshot',
    steps: 'What you did before',
    stepsHint: { keys: 'One step is enough. Enter adds another', touch: 'One step is enough, more are welcome' },
    step: (number) => `Step ${number}`,
    addStep: 'Add a step',
    noSteps: { just_a_question: 'It is only a question', happens_by_itself: 'It happens by itself' },
    noStepsChosen: {
      just_a_question: 'It is only a question, there are no steps.',
      happens_by_itself: 'It happens by itself, nothing was done.',
    },
    undoChoice: 'Change',
    screenshot: 'Screenshot',
    drop: 'Choose a file',
    dropHint: (keys) => `or drop it here, or paste it: ${keys}`,
    dropTouch: 'A screenshot or a photo: a large one is made smaller',
    capture: 'Take a screenshot',
    captureFailed: {
      forbidden: (keys) =>
        `The browser or the system does not allow it. Take a screenshot yourself and paste it: ${keys}.`,
      blank: (keys) =>
        `The picture came out empty: the tab or window was hidden. Show it and try again, or paste a screenshot: ${keys}.`,
      offline: (keys) => `There is no network. Take a screenshot yourself and paste it: ${keys}.`,
    },
    addLink: 'Paste a link',
    link: 'Link to a screenshot',
    linkHint: 'https://prnt.sc/…',
    guestPictures: 'Without signing in you can show a screenshot by a link, from Lightshot for example.',
    addPicture: 'Add a screenshot or a link',
    nothingToShow: 'Nothing to show',
    nothingToShowChosen: 'Nothing to show: the ticket goes without a screenshot.',
    email: 'E-mail for the answer',
    emailHint: 'name@example.com',
    environment: 'Sent along',
    environmentHint: 'It helps us to see the same. Remove what you would rather keep.',
    facts: { page: 'Page', browser: 'Browser', screen: 'Screen', timeZone: 'Time zone' },
    partOf: (left) => `Split: ${left} more ${plural(left, { one: 'ticket', other: 'tickets' })} after this one.`,
    left: 'Left:',
    fields: {
      subject: 'question',
      description: 'details',
      steps: 'steps',
      screenshot: 'screenshot',
      department: 'department',
      email: 'e-mail',
    },
    send: 'Send',
    sending: 'Sending',
    kept: 'Draft saved on this device',
    notKept: 'The browser does not let us save the draft: keep the page open until you send it.',
    replyBy: (time) => `We will reply ${time}`,
    related: 'This may help:',
    throwAway: 'Delete the draft',
    waitsForDesk: 'Support does not answer yet. We will send it as soon as it does.',
  },
  pictures: {
    uploading: (name, percent) => `${name}: ${percent}%`,
    open: 'Open the picture',
    edit: 'Crop, point or redact',
    preparing: (name) => `${name}: getting ready`,
    leftOut: (most) => `A ticket takes ${most} pictures at most: the others were left out. Remove what is not needed`,
    removed: 'Screenshot removed',
  },
  review: {
    split: 'There seem to be several questions',
    splitText: 'Separate tickets are answered sooner: each goes straight to the right person.',
    question: (number) => `Question ${number}`,
    doSplit: (count) => `Split into ${count} ${plural(count, { one: 'ticket', other: 'tickets' })}`,
    oneQuestion: 'It is one question',
    duplicate: (number) => `This looks like ticket № ${number}`,
    duplicateText: 'If it is about the same, add to it: a repeat goes to the end of the queue.',
    addToIt: 'Add to it',
    different: 'It is something else',
    send: 'Send as it is',
  },
  queued: {
    title: 'The ticket waits for the network',
    text: 'Saved on this device. We will send it when you are back online.',
    edit: 'Edit',
    retry: 'Send now',
  },
  sent: {
    title: 'Ticket received',
    copy: 'Copy the number',
    copied: 'Number copied',
    replyBy: (time) => `We will reply ${time}`,
    queue: (position) => `Place in the department’s queue: ${position}`,
    resolution: 'How long it takes to solve depends on the matter and your answers: we promise the first reply only.',
    receipt: (email) => `A receipt was sent to ${email}`,
    receiptHere: 'The answer will appear here, in “Your tickets”',
    open: 'Open the ticket',
    next: (left) => `Go to the next one (${left})`,
    late: 'The first version had reached us already. Your changes wait in the ticket: send them as a message.',
  },
  myTickets: {
    empty: 'No tickets yet',
    emptyText: 'Once you write to support, the answers will be here.',
    more: 'Show more',
    signIn: 'Sign in to your shop to see your tickets.',
  },
  thread: {
    you: 'You',
    support: 'Support',
    system: 'Automatic',
    decision: { extend: 'More time is needed', refuse: 'Support cannot help with this', resolve: 'Solved' },
    until: (time) => `New deadline: ${time}`,
    statusChanged: (status) => `Ticket ${status}`,
    replyBy: (time) => `We will reply ${time}`,
    late: 'We are late with this one and have not forgotten you.',
    queue: (position) => `place in the queue: ${position}`,
    steps: 'Steps',
    reply: 'Your message',
    replyHint: 'Add something or reply',
    send: 'Send',
    attach: 'Add a screenshot',
    article: 'Article on this',
    isClosed: 'If the question remains, write, and the ticket opens again.',
    isNew: 'new',
  },
  findings: {
    question_unclear: () => 'Say more: what you expected and what you saw, or what you would like to know',
    steps_missing: ({ given }) =>
      given === 1
        ? 'Add one more step: where you began and what you pressed'
        : 'Write step by step what you did: where you began and what you pressed',
    steps_filler: () => 'This step says nothing. Write an action or remove the line',
    screenshot_missing: ({ byLink }) =>
      byLink
        ? 'Show what you see: paste a link to a screenshot'
        : 'Show what you see: add a screenshot or a link to one',
    link_not_allowed: () => link,
    link_not_a_picture: ({ host }) =>
      `Check that the link to ${String(host)} shows a screenshot: it does not look like a picture`,
    department_missing: () => 'Choose a department: the ticket goes straight to the right person',
    department_unknown: () => 'There is no such department. Choose from the list',
    department_not_in_plan: ({ plan }) =>
      plan === 'guest' ? 'Only Sales is open without signing in' : 'Only Sales is open on your plan',
    email_missing: () => 'Give your e-mail: the answer goes there',
    email_invalid: () => 'Check the address: an e-mail looks like name@example.com',
    several_questions: () => 'There seem to be several questions. Separate tickets are answered sooner',
    department_mismatch: () =>
      'By the text it is rather for another department. Check the choice: you get an answer sooner',
    personal_manager: () => 'A personal manager will contact you about this',
    layout_question: () =>
      'This seems to be about markup. We advise on the shop’s own functions; your own markup is best fixed by whoever made it',
    third_party_service: () =>
      'This seems to be on another company’s side. Write to them as well: there is only so much we can do',
    template_modified: () =>
      'If the template was changed, the cause may be there. Check with the original template and write what you found',
    account_change: () => 'An account is changed on a written request. Write what to change and in which shop',
    too_long: ({ max }) => `Too long: shorten it to ${String(max)} characters`,
    too_many: ({ max }) => `Too many: leave no more than ${String(max)}`,
  },
  refusals: {
    invalid_type: reload,
    invalid_choice: reload,
    invalid_format: 'Check what the fields say',
    invalid_email: 'Check the address: it looks like name@example.com',
    invalid_url: link,
    invalid_text: 'The text holds characters that cannot be kept. Remove the symbols or type it again',
    invalid: 'Check what the fields say',
    too_short: 'Say a little more',
    one_file_required: redo,
    malformed_image: redo,
    too_many_pixels: 'The picture is too large. Crop it or make it smaller',
    attachment_not_found: 'One of the pictures is gone. Remove it and add it again',
    attachment_unknown: 'One of the pictures is gone. Remove it and add it again',
    text_missing: 'Write a word at least',
    not_a_picture: notPicture,
    heic_unreadable: 'This browser cannot open HEIC. Save the photo as JPEG or take a screenshot',
  },
})
