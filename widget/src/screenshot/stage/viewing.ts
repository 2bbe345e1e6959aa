// The part of the panel that shows a picture large: fetched at the first press on one.
import stage from './stage.css?inline'

export { Viewer } from './viewer.tsx'

export const css = stage
