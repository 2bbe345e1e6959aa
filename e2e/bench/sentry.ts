// Sentry's feedback form as its documentation puts it into a page.
import { feedbackIntegration, init } from '@sentry/browser'

init({
  dsn: `${location.origin.replace('//', '//key@')}/1`,
  defaultIntegrations: false,
  integrations: [feedbackIntegration({ colorScheme: 'light' })],
})
