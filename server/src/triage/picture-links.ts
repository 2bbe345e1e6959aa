// Links that count as a screenshot and may well be none (R15): a guess, so the owner is only told. It runs on the server: the
// list of places is longer than what the page has of the rules.
import type { Draft } from '@bilet/shared/rules/draft'
import type { Finding } from '@bilet/shared/rules/finding'
import { parseLink } from '@bilet/shared/rules/link'
import type { Link } from '@bilet/shared/rules/link'

const picture = /\.(?:png|jpe?g|webp|gif|bmp|avif|heic|tiff?)$/i

/** Where owners keep screenshots: the sites of capture tools, picture hosts and shared disks. Subdomains count. */
const screenshotHosts = `
  prnt.sc prntscr.com lightshot.com joxi.ru joxi.net monosnap.com monosnap.ai take.ms skr.sh screenrec.com
  snipboard.io gyazo.com imgur.com ibb.co imgbb.com postimg.cc postimages.org paste.pics clip2net.com
  screencast.com screenpal.com scrnli.com droplr.com d.pr cl.ly share.cleanshot.com awesomescreenshot.com
  nimb.ws nimbusweb.me fastpic.org fastpic.ru radikal.ru vfl.ru imagebam.com yapx.ru jpg.church pixs.ru
  piccy.info hostingkartinok.com disk.yandex.ru disk.yandex.com disk.yandex.kz disk.360.yandex.ru yadi.sk
  drive.google.com photos.app.goo.gl photos.google.com docs.google.com dropbox.com dropboxusercontent.com
  1drv.ms onedrive.live.com sharepoint.com icloud.com cloud.mail.ru loom.com jam.dev youtu.be vk.com t.me
  mega.nz wetransfer.com we.tl pasteboard.co imageban.ru imgsh.net img.by
`
  .trim()
  .split(/\s+/)

/** Whether a link surely shows something: a picture's file name or a host of screenshots. */
export function showsPicture({ host, path }: Link): boolean {
  return picture.test(path) || screenshotHosts.some((known) => `.${host}`.endsWith(`.${known}`))
}

/** Advises on each link that leads to a place where no screenshots are known to be. */
export const checkPictureLinks = ({ screenshot }: Draft): Finding[] =>
  (screenshot?.links ?? []).flatMap((written, index): Finding[] => {
    const link = parseLink(written)
    if (!link || showsPicture(link)) return []
    const path = `screenshot.links.${index}`
    return [{ code: 'link_not_a_picture', severity: 'advice', path, params: { host: link.host } }]
  })
