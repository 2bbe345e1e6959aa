/** The same host and port, with or without www; https in place of http counts as the same. */
export const isSameSite = (url: URL, site: URL): boolean =>
  withoutWww(url) === withoutWww(site) && (url.protocol === site.protocol || url.protocol === 'https:')

const withoutWww = ({ host }: URL) => host.replace(/^www\./u, '')
