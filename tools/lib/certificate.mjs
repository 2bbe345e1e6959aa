// A proxy's key and certificate of its own, for localhost.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Paths of both, in the folder `place`. */
export function makeCertificate(place) {
  const files = { key: join(place, 'key.pem'), certificate: join(place, 'certificate.pem') }
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2']
  const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', ...subject]
  execFileSync('openssl', [...make, '-keyout', files.key, '-out', files.certificate], { stdio: 'ignore' })
  return files
}
